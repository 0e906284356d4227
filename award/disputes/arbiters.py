"""Who answers a dispute: never one of its parties (programme.md §7)."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.escalation import regions_of
from award.access.responsible import coordinators_of, experts_of_all, operators, reviewers_of
from award.access.substitutes import parents_of
from award.dossiers.conflicts import RECOMMENDING, barred
from storage.tables import (
    SIGNED_STATES,
    Dispute,
    DisputeState,
    Dossier,
    DossierStep,
    Enrolment,
    EntryState,
)

DISPUTABLE = (EntryState.RETURNED, EntryState.REJECTED)
WAITING = (DisputeState.OPEN, DisputeState.APPEALED)
# What it was about does not stand any more: a new decision can be disputed anew.
VOID = (DisputeState.WITHDRAWN, DisputeState.ANNULLED, DisputeState.APPEAL_ANNULLED)


@dataclass(frozen=True, slots=True)
class Answering:
    """Ids of those who may answer a dispute as it stands, and of those who would an appeal."""

    arbiters: tuple[int, ...]
    appellate: tuple[int, ...]


async def arbiters(
    session: AsyncSession, dispute: Dispute, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who may answer it as it stands; empty where the programme has nobody else.

    First the mentor's experts, then the region's coordinators, then the operators; an appeal begins
    with the coordinators. Whoever decided, mentors, stands in or represents is a party; one who has
    answered does not answer the appeal.
    """
    return (await answering(session, [(dispute, enrolment)], now))[dispute.id].arbiters


async def appellate(
    session: AsyncSession, dispute: Dispute, enrolment: Enrolment, now: datetime
) -> tuple[int, ...]:
    """Ids of those who would answer an appeal, and are told up of an answer missed."""
    return (await answering(session, [(dispute, enrolment)], now))[dispute.id].appellate


async def may_answer(at: Acting, dispute: Dispute, enrolment: Enrolment) -> bool:
    """Whether the acting person is an arbiter of it as it stands."""
    if dispute.state not in WAITING or enrolment.state not in SIGNED_STATES:
        return False
    return at.actor.id in await arbiters(at.session, dispute, enrolment, at.now)


async def answering(
    session: AsyncSession, disputes: Sequence[tuple[Dispute, Enrolment]], now: datetime
) -> dict[int, Answering]:
    """Both of many, by the dispute's id: queries grow with regions alone."""
    enrolments = {enrolment.id: enrolment for _, enrolment in disputes}
    theirs = enrolments.values()
    parents = await parents_of(session, {each.person_id for each in theirs}, now)
    reviewers = await reviewers_of(session, theirs, now)
    mentors = {each.mentor_id for each in theirs if each.mentor_id is not None}
    experts = await experts_of_all(session, mentors, now)
    regions = await regions_of(session, enrolments)
    coordinators: dict[str | None, tuple[int, ...]] = {
        region: await coordinators_of(session, region, now)
        for region in set(regions.values())
        if region is not None
    }
    everywhere = await operators(session, now)
    on_the_way = await _on_the_way(session, {dispute.dossier_id for dispute, _ in disputes})
    found = {}
    for dispute, enrolment in disputes:
        parties = {
            dispute.against_id,
            dispute.answered_by,
            enrolment.person_id,
            enrolment.mentor_id,
            reviewers[enrolment.id],
            *parents.get(enrolment.person_id, ()),
            *on_the_way.get(dispute.dossier_id, ()),
        }
        of_region = coordinators.get(regions[enrolment.id], ())
        above = _but(parties, of_region) or _but(parties, everywhere)
        first: tuple[int, ...] = ()
        if dispute.state is not DisputeState.APPEALED and enrolment.mentor_id is not None:
            first = _but(parties, experts[enrolment.mentor_id])
        found[dispute.id] = Answering(first or above, above)
    return found


async def _on_the_way(
    session: AsyncSession, dossier_ids: Collection[int | None]
) -> Mapping[int | None, set[int]]:
    """By dossier whoever has acted on it, and who may not, being near to the participant."""
    ids = {each for each in dossier_ids if each is not None}
    if not ids:
        return {}
    dossiers = (await session.scalars(select(Dossier).where(Dossier.id.in_(ids)))).all()
    near = await barred(session, dossiers, RECOMMENDING)
    people: dict[int | None, set[int]] = {each: set(near[each]) for each in ids}
    acted = await session.execute(
        select(DossierStep.dossier_id, DossierStep.by)
        .where(DossierStep.dossier_id.in_(ids), DossierStep.by.is_not(None))
        .distinct()
    )
    for dossier_id, person in acted:
        if person is not None:
            people[dossier_id].add(person)
    return people


def _but(parties: set[int | None], people: Iterable[int]) -> tuple[int, ...]:
    return tuple(each for each in people if each not in parties)
