"""More of the world of the scope table: applications for a centre, disputes, transfers, notes."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncSession

from award.centres.application_form import CentreField
from storage.tables import (
    CentreApplication,
    CentreApplicationState,
    Dispute,
    DisputeState,
    Entry,
    EntryState,
    Observation,
    Review,
    RoleKind,
    Transfer,
    TransferBy,
    TransferState,
    Verdict,
)
from tests.award.access.table.world import NOW, TODAY, World, marker


async def add_more(session: AsyncSession, world: World) -> None:
    await _applications(session, world)
    await _disputes(session, world)
    await _transfers(session, world)
    await _observations(session, world)


async def _applications(session: AsyncSession, world: World) -> None:
    """Of one who is nothing else here, sent, agreed to, and said to be signed."""
    states = {
        "submitted": CentreApplicationState.SUBMITTED,
        "contract": CentreApplicationState.CONTRACT,
        "signed": CentreApplicationState.CONTRACT,
    }
    for key, state in states.items():
        application = CentreApplication(
            applicant_id=world.people["unknown"],
            state=state,
            **dict.fromkeys(CentreField, f"Ұйым {key}")
            | {"region": "KZ-75", "phone": "+77270000000"},
            made_at=NOW,
            submitted_at=NOW,
            contract_due=TODAY if state is CentreApplicationState.CONTRACT else None,
            signed_at=NOW if key == "signed" else None,
        )
        session.add(application)
        await session.flush()
        world.applications[key] = application.id


async def _disputes(session: AsyncSession, world: World) -> None:
    """Of each participant one, of an entry that the mentor rejected."""
    for key, things in world.things.items():
        mentor = world.people["mentor2" if key == "other" else "mentor"]
        entry = Entry(
            enrolment_id=things.enrolment,
            state=EntryState.REJECTED,
            direction="sport",
            happened_on=TODAY,
            minutes=30,
            sent_at=NOW,
            received_at=NOW,
            submitted_at=NOW,
            note=f"Жүзу: {marker(key)}",
            message_id=7,
        )
        session.add(entry)
        await session.flush()
        rejected = Review(
            entry_id=entry.id, by=mentor, verdict=Verdict.REJECTED, reason="not_done", at=NOW
        )
        dispute = Dispute(
            enrolment_id=things.enrolment,
            entry_id=entry.id,
            against_id=mentor,
            verdict=Verdict.REJECTED,
            reason="not_done",
            state=DisputeState.OPEN,
            words=f"Келіспеймін: {marker(key)}",
            opened_at=NOW,
            due=TODAY,
        )
        session.add_all([rejected, dispute])
        await session.flush()
        world.things[key] = replace(things, dispute=dispute.id)


async def _transfers(session: AsyncSession, world: World) -> None:
    """Three within the centre: one that its head gives, one that a mentor pulls, one not agreed."""
    for key, state, to in (
        ("active", TransferState.OFFERED, None),
        ("drafting", TransferState.OFFERED, world.people["mentor2"]),
        ("paused", TransferState.AGREEING, world.people["mentor2"]),
    ):
        own = state is TransferState.OFFERED
        transfer = Transfer(
            enrolment_id=world.things[key].enrolment,
            state=state,
            asked_as=TransferBy.PARTICIPANT if own else TransferBy.MENTOR,
            asked_by=world.people[key if own else "mentor"],
            asked_at=NOW,
            words=f"Көшіп кеттік: {marker(key)}",
            to_centre_id=world.centre,
            to_mentor_id=to,
            agreed_at=NOW if own else None,
            due=TODAY,
        )
        session.add(transfer)
        await session.flush()
        world.things[key] = replace(world.things[key], transfer=transfer.id)


async def _observations(session: AsyncSession, world: World) -> None:
    """The mentor's note on one of them."""
    note = Observation(
        enrolment_id=world.things["active"].enrolment,
        by=world.people["mentor"],
        by_role=RoleKind.MENTOR,
        at=NOW,
        words=f"Соңғы кезде үндемей жүр: {marker('active')}",
    )
    session.add(note)
    await session.flush()
    world.things["active"] = replace(world.things["active"], observation=note.id)
