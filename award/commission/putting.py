"""Recommended dossiers are put to a commission, many at once; those deferred come first (§8.6)."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record_all
from award.commission.scope import members_of, operators_commission
from award.commission.telling import tell_all_around, tell_where_short
from award.dossiers.endings import goes_on
from award.dossiers.moving import move_all
from award.errors import NotFound, Refusal, TooLate
from award.outbox import NoticeKind, tell
from storage.locking import locked_one
from storage.tables import (
    Candidacy,
    Centre,
    Commission,
    Dossier,
    DossierState,
    Enrolment,
    InterviewTime,
    Person,
    RoleKind,
)

AT_ONCE = 50  # dossiers in one transaction


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many dossiers within a commission's scope wait for one; `deferred` are among them."""

    total: int
    deferred: int


async def waiting_for(session: AsyncSession, commission: Commission) -> Waiting:
    """What could be put to a commission now."""
    again = Dossier.state == DossierState.DEFERRED
    counted = select(func.count(), func.count(case((again, 1)))).select_from(Dossier)
    total, deferred = (
        await session.execute(
            counted.join(Enrolment, Enrolment.id == Dossier.enrolment_id)
            .join(Person, Person.id == Enrolment.person_id)
            .outerjoin(Centre, Centre.id == Enrolment.centre_id)
            .where(_fits(commission))
        )
    ).one()
    return Waiting(total, deferred)


async def put(at: Acting, commission_id: int) -> int:
    """Put the dossiers that wait to an open commission, up to `AT_ONCE`; how many were.

    Those deferred in an earlier season first, then by how long they wait. Its members are told.
    """
    commission = await operators_commission(at, commission_id)
    if commission.opened_at is None or commission.closed_at is not None:
        raise Refusal("refused-commission-not-open")
    found = await at.session.scalars(
        select(Dossier)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(_fits(commission))
        .order_by(
            case((Dossier.state == DossierState.DEFERRED, 0), else_=1), Dossier.since, Dossier.id
        )
        .limit(AT_ONCE)
        .with_for_update(of=Dossier)
    )
    dossiers = found.all()
    if dossiers:
        await _put(at, commission, dossiers)
        await move_all(at, dossiers, DossierState.CANDIDATE)
        await tell_where_short(at, commission)
        for member in await members_of(at.session, commission.id, at.now):
            tell_of_candidates(at.session, member.person_id, commission, at.now)
    return len(dossiers)


def tell_of_candidates(
    session: AsyncSession, person_id: int | None, commission: Commission, now: dt.datetime
) -> None:
    """Owe a member the word that there are candidates to look at."""
    if person_id is not None:
        tell(session, person_id, NoticeKind.CANDIDATES_PUT, now, commission=commission.id)


async def put_appeal(at: Acting, commission: Commission, dossier: Dossier) -> Candidacy:
    """Put an appealed dossier, which the caller has locked, to others."""
    [candidacy] = await _put(at, commission, [dossier], appeal=True)
    return candidacy


async def _put(
    at: Acting, commission: Commission, dossiers: Sequence[Dossier], *, appeal: bool = False
) -> list[Candidacy]:
    row = {
        "commission_id": commission.id,
        "appeal": appeal,
        "put_by": at.actor.id,
        "put_at": at.now,
    }
    added = await at.session.scalars(
        insert(Candidacy).returning(Candidacy), [row | {"dossier_id": each.id} for each in dossiers]
    )
    candidacies = [*added]
    await record_all(
        at.session,
        at.actor.id,
        "candidate.put",
        "candidacy",
        [each.id for each in candidacies],
        at.now,
        commission=commission.id,
    )
    return candidacies


async def take_back(at: Acting, candidacy_id: int) -> None:
    """The operator takes a candidate back from a commission that has not decided on them.

    A time for an interview that is still to come is free for others again. The participant, a
    minor's representative, the mentor and the centre's heads are told.
    """
    at.actor.require(RoleKind.OPERATOR)
    if await at.session.get(Candidacy, candidacy_id) is None:
        raise NotFound
    candidacy = await locked_one(at.session, Candidacy, candidacy_id)
    if candidacy.ended_at is not None or candidacy.appeal:
        raise TooLate("refused-candidate-decided")
    await _take_back(at, [candidacy])


async def take_all_back(at: Acting, commission_id: int) -> int:
    """The same of those that a commission has before it, up to `AT_ONCE`; how many were."""
    commission = await operators_commission(at, commission_id)
    found = await at.session.scalars(
        select(Candidacy)
        .where(
            Candidacy.commission_id == commission.id,
            Candidacy.ended_at.is_(None),
            Candidacy.appeal.is_(False),
        )
        .order_by(Candidacy.id)
        .limit(AT_ONCE)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    candidacies = found.all()
    if candidacies:
        await _take_back(at, candidacies)
    return len(candidacies)


async def _take_back(at: Acting, candidacies: Sequence[Candidacy]) -> None:
    for each in candidacies:
        each.ended_at = at.now
    theirs = InterviewTime.candidacy_id.in_([each.id for each in candidacies])
    ahead = theirs & (InterviewTime.starts_at > at.now)
    freed = {*await at.session.scalars(select(InterviewTime.candidacy_id).where(ahead))}
    await at.session.execute(
        update(InterviewTime).where(ahead).values(candidacy_id=None, taken_at=None)
    )
    found = await at.session.execute(
        select(Dossier, Enrolment)
        .join(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .where(Dossier.id.in_([each.dossier_id for each in candidacies]))
        .order_by(Dossier.id)
        .with_for_update(of=Dossier)
        .execution_options(populate_existing=True)
    )
    rows = {dossier.id: (dossier, enrolment) for dossier, enrolment in found.tuples()}
    await move_all(at, [dossier for dossier, _ in rows.values()], DossierState.RECOMMENDED)
    about = [
        (rows[each.dossier_id][1], {"candidacy": each.id, "interview": each.id in freed})
        for each in candidacies
    ]
    kind = NoticeKind.CANDIDATE_TAKEN_BACK
    await tell_all_around(at, about, own=kind, staff=kind)


def _fits(commission: Commission) -> ColumnElement[bool]:
    """The condition that a dossier waits and is within a commission's scope.

    One deferred waits for a later season than that in which it was.
    """
    this_season = (
        exists()
        .where(
            Candidacy.dossier_id == Dossier.id,
            Candidacy.outcome == DossierState.DEFERRED,
            Commission.id == Candidacy.commission_id,
            Commission.season >= commission.season,
        )
        .correlate(Dossier)
    )
    deferred = (Dossier.state == DossierState.DEFERRED) & ~this_season
    fits = ((Dossier.state == DossierState.RECOMMENDED) | deferred) & goes_on()
    if commission.region is not None:
        fits &= func.coalesce(Centre.region, Person.region) == commission.region
    if commission.level is not None:
        fits &= Enrolment.level == commission.level
    return fits
