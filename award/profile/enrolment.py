"""What a participant does with their own way through a level: pause, go on, leave (§4, §6)."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.absence.absences import PauseReason
from award.access.acting import Acting
from award.access.budget import within_budget
from award.access.invitations import revoke_links
from award.access.responsible import tell_mentor
from award.access.scope import own_enrolment
from award.audit import record
from award.calendar import DAY, week_of
from award.calendar.zones import today_in
from award.errors import TooLate
from award.journal.withdrawal import take_back_all, waiting_of
from award.olzha.ledger import history_changed
from award.outbox import NoticeKind
from award.typed import tidied
from storage.tables import (
    OPEN_STATES,
    SIGNED_STATES,
    Enrolment,
    EnrolmentState,
    Excuse,
    ExcuseState,
    InvitationKind,
    Person,
)


async def pause(
    at: Acting, enrolment_id: int, reason: PauseReason, note: str | None = None
) -> Excuse:
    """Stop for a while: weeks from this one on are excused until `resume`; the mentor is told."""
    enrolment = await own_enrolment(at, enrolment_id)
    if enrolment.state is not EnrolmentState.ACTIVE:
        raise TooLate("refused-enrolment-moved")
    await within_budget(at, "enrolment.paused")
    enrolment.state = EnrolmentState.PAUSED
    excuse = Excuse(
        enrolment_id=enrolment.id,
        state=ExcuseState.ACCEPTED,
        first_day=await _today(at),
        reason=reason.value,
        note=tidied(note) or None,
        made_by=at.actor.id,
        made_at=at.now,
    )
    at.session.add(excuse)
    await history_changed(at.session, enrolment.id)
    await record(
        at.session,
        at.actor.id,
        "enrolment.paused",
        "enrolment",
        enrolment.id,
        at.now,
        reason=reason.value,
    )
    await tell_mentor(
        at.session, enrolment, NoticeKind.PARTICIPANT_PAUSED, at.now, enrolment=enrolment.id
    )
    return excuse


async def resume(at: Acting, enrolment_id: int) -> Enrolment:
    """Go on after a pause; the week at hand counts again, for minutes in an excused one do not."""
    enrolment = await own_enrolment(at, enrolment_id)
    if enrolment.state is not EnrolmentState.PAUSED:
        raise TooLate("refused-enrolment-moved")
    enrolment.state = EnrolmentState.ACTIVE
    monday = week_of(await _today(at))
    await _end_pauses(at.session, enrolment, monday - DAY)
    await record(at.session, at.actor.id, "enrolment.resumed", "enrolment", enrolment.id, at.now)
    await tell_mentor(
        at.session, enrolment, NoticeKind.PARTICIPANT_RESUMED, at.now, enrolment=enrolment.id
    )
    return enrolment


async def withdraw(at: Acting, enrolment_id: int, reason: str | None = None) -> Enrolment:
    """Leave the programme, or take an application back, for good; a new one may be begun.

    What still waits for the mentor is taken back with it.
    """
    await waiting_of(at.session, enrolment_id)
    enrolment = await own_enrolment(at, enrolment_id)
    if enrolment.state not in OPEN_STATES:
        raise TooLate("refused-enrolment-moved")
    if enrolment.state in SIGNED_STATES:
        await tell_mentor(
            at.session, enrolment, NoticeKind.PARTICIPANT_WITHDREW, at.now, enrolment=enrolment.id
        )
    enrolment.state = EnrolmentState.WITHDRAWN
    enrolment.closed_at = at.now
    enrolment.closing_reason = tidied(reason) or None
    await _end_pauses(at.session, enrolment, await _today(at))
    await revoke_links(at.session, InvitationKind.REPRESENTATIVE, at.now, enrolment_id=enrolment.id)
    taken = await take_back_all(at.session, enrolment.id, at.now)
    await record(
        at.session,
        at.actor.id,
        "enrolment.withdrawn",
        "enrolment",
        enrolment.id,
        at.now,
        entries=taken,
    )
    return enrolment


async def _end_pauses(session: AsyncSession, enrolment: Enrolment, last_day: dt.date) -> None:
    pauses = await session.scalars(
        select(Excuse).where(Excuse.enrolment_id == enrolment.id, Excuse.last_day.is_(None))
    )
    for excuse in pauses:
        excuse.last_day = last_day
    await history_changed(session, enrolment.id)


async def _today(at: Acting) -> dt.date:
    person = await at.session.get_one(Person, at.actor.id)
    return today_in(at.programme, person.region, at.now)
