"""Recommended dossiers are put to a commission, many at once; those deferred come first (§8.6)."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import ColumnElement, case, exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.commission.scope import members_of, operators_commission
from award.commission.telling import tell_all_around, tell_where_short
from award.dossiers.moving import move
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
    EnrolmentState,
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
    for dossier in dossiers:
        await _put_one(at, commission, dossier, appeal=False)
    if dossiers:
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
    return await _put_one(at, commission, dossier, appeal=True)


async def _put_one(
    at: Acting, commission: Commission, dossier: Dossier, *, appeal: bool
) -> Candidacy:
    candidacy = Candidacy(
        commission_id=commission.id,
        dossier_id=dossier.id,
        appeal=appeal,
        put_by=at.actor.id,
        put_at=at.now,
    )
    at.session.add(candidacy)
    if not appeal:
        await move(at, dossier, DossierState.CANDIDATE)
    await at.session.flush()
    await record(
        at.session,
        at.actor.id,
        "candidate.put",
        "candidacy",
        candidacy.id,
        at.now,
        commission=commission.id,
    )
    return candidacy


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
    candidacy.ended_at = at.now
    ahead = (InterviewTime.candidacy_id == candidacy.id) & (InterviewTime.starts_at > at.now)
    freed = await at.session.scalars(
        update(InterviewTime)
        .where(ahead)
        .values(candidacy_id=None, taken_at=None)
        .returning(InterviewTime.id)
    )
    dossier = await locked_one(at.session, Dossier, candidacy.dossier_id)
    await move(at, dossier, DossierState.RECOMMENDED)
    kind = NoticeKind.CANDIDATE_TAKEN_BACK
    enrolment = await at.session.get_one(Enrolment, dossier.enrolment_id)
    await tell_all_around(
        at,
        enrolment,
        own=kind,
        staff=kind,
        candidacy=candidacy.id,
        interview=bool(freed.all()),
    )


async def take_all_back(at: Acting, commission_id: int) -> int:
    """The same of those that a commission has before it, up to `AT_ONCE`; how many were."""
    commission = await operators_commission(at, commission_id)
    found = await at.session.scalars(
        select(Candidacy.id)
        .where(
            Candidacy.commission_id == commission.id,
            Candidacy.ended_at.is_(None),
            Candidacy.appeal.is_(False),
        )
        .order_by(Candidacy.id)
        .limit(AT_ONCE)
    )
    numbers = found.all()
    for number in numbers:
        await take_back(at, number)
    return len(numbers)


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
    fits = (
        ((Dossier.state == DossierState.RECOMMENDED) | deferred)
        & (Enrolment.state == EnrolmentState.COMPLETE)
        & Enrolment.erased_at.is_(None)
    )
    if commission.region is not None:
        fits &= func.coalesce(Centre.region, Person.region) == commission.region
    if commission.level is not None:
        fits &= Enrolment.level == commission.level
    return fits
