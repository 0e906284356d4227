"""Who answers a dispute: never one of its parties (programme.md §7)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import in_force
from award.access.escalation import region_of
from award.access.responsible import coordinators_of, experts_of, mentor_of, operators
from award.dossiers.conflicts import RECOMMENDING, barred
from storage.tables import (
    SIGNED_STATES,
    Dispute,
    DisputeState,
    Dossier,
    DossierStep,
    Enrolment,
    EntryState,
    Role,
    RoleKind,
)

DISPUTABLE = (EntryState.RETURNED, EntryState.REJECTED)
WAITING = (DisputeState.OPEN, DisputeState.APPEALED)
# What it was about does not stand any more: a new decision can be disputed anew.
VOID = (DisputeState.WITHDRAWN, DisputeState.ANNULLED, DisputeState.APPEAL_ANNULLED)


async def arbiters(
    session: AsyncSession, dispute: Dispute, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who may answer it as it stands; empty where the programme has nobody else.

    First the mentor's experts, then the region's coordinators, then the operators; an appeal begins
    with the coordinators. Whoever decided, mentors, stands in or represents is a party; one who has
    answered does not answer the appeal.
    """
    parties = await _parties(session, dispute, enrolment, now)
    if dispute.state is not DisputeState.APPEALED and enrolment.mentor_id is not None:
        experts = _but(parties, await experts_of(session, enrolment.mentor_id, now))
        if experts:
            return experts
    return await _above_experts(session, enrolment, parties, now)


async def appellate(
    session: AsyncSession, dispute: Dispute, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who would answer an appeal, and are told up of an answer missed."""
    parties = await _parties(session, dispute, enrolment, now)
    return await _above_experts(session, enrolment, parties, now)


async def may_answer(at: Acting, dispute: Dispute, enrolment: Enrolment) -> bool:
    """Whether the acting person is an arbiter of it as it stands."""
    if dispute.state not in WAITING or enrolment.state not in SIGNED_STATES:
        return False
    return at.actor.id in await arbiters(at.session, dispute, enrolment, at.now)


async def _above_experts(
    session: AsyncSession, enrolment: Enrolment, parties: set[int], now: datetime
) -> tuple[int, ...]:
    region = await region_of(session, enrolment)
    coordinators = await coordinators_of(session, region, now) if region is not None else ()
    return _but(parties, coordinators) or _but(parties, await operators(session, now))


async def _parties(
    session: AsyncSession, dispute: Dispute, enrolment: Enrolment, now: datetime
) -> set[int]:
    parents = await session.scalars(
        select(Role.person_id).where(
            Role.kind == RoleKind.REPRESENTATIVE,
            Role.ward_id == enrolment.person_id,
            in_force(now),
        )
    )
    sides = {dispute.against_id, enrolment.person_id, enrolment.mentor_id, *parents}
    sides |= {await mentor_of(session, enrolment, now), dispute.answered_by}
    if dispute.dossier_id is not None:
        sides |= await _on_the_way(session, dispute.dossier_id, now)
    return {side for side in sides if side is not None}


async def _on_the_way(session: AsyncSession, dossier_id: int, now: datetime) -> set[int]:
    """Whoever has acted on a dossier, and who may not, being near to the participant."""
    acted = await session.scalars(
        select(DossierStep.by).where(DossierStep.dossier_id == dossier_id).distinct()
    )
    dossier = await session.get_one(Dossier, dossier_id)
    near = (await barred(session, [dossier], RECOMMENDING, now))[dossier_id]
    return {person for person in acted if person is not None} | near


def _but(parties: set[int], people: Iterable[int]) -> tuple[int, ...]:
    return tuple(each for each in people if each not in parties)
