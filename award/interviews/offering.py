"""A commission offers times for a day in one go, and takes single ones back (§8.9)."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, exists, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.audit import record
from award.calendar import local_date
from award.calendar.zones import zone_in
from award.commission.scope import kept_out, own_commission
from award.dossiers.endings import goes_on
from award.errors import NotFound, Refusal, TooLate
from award.interviews.series import Series, fit_place, starts
from award.outbox import NoticeKind, tell, tell_all_once
from storage.inserting import insert_into
from storage.locking import locked
from storage.tables import Candidacy, Commission, Dossier, Enrolment, InterviewTime, Person

# A candidate who did not come chooses once more; then the commission decides without.
TRIES = 2
PLACES = 3  # that are offered again
MOST_STANDING = 400  # free times of one commission that lie ahead


@dataclass(frozen=True, slots=True)
class Planned:
    """A time as a member sees it; `name`: of who took it, None where it is free or in conflict."""

    id: int
    starts_at: dt.datetime
    minutes: int
    place: str
    name: str | None
    candidacy_id: int | None
    came: bool | None
    hidden: bool  # a candidate with whom the member is in conflict has it


def zone_of(at: Acting, commission: Commission) -> str:
    """The zone in which a commission's times are given."""
    return zone_in(at.programme, commission.region)


async def offer(at: Acting, commission_id: int, series: Series, place: str) -> int:
    """Offer a day's times; how many are new. Candidates who wait for one are told once a day.

    Raises Refusal for times or a place that cannot be, and where too many stand open.
    """
    commission, _ = await own_commission(at, commission_id)
    begins = starts(series, zone_of(at, commission), at.now)
    where = fit_place(place)
    free = await at.session.scalar(
        select(func.count())
        .select_from(InterviewTime)
        .where(_ahead(commission_id, at.now), InterviewTime.candidacy_id.is_(None))
    )
    if (free or 0) + len(begins) > MOST_STANDING:
        raise Refusal("interview-too-many", most=MOST_STANDING)
    written = await at.session.scalars(
        insert_into(at.session, InterviewTime).on_conflict_do_nothing().returning(InterviewTime.id),
        [
            {
                "commission_id": commission_id,
                "starts_at": begin,
                "minutes": series.minutes,
                "place": where,
                "offered_by": at.actor.id,
                "offered_at": at.now,
            }
            for begin in begins
        ],
    )
    new = len(written.all())
    await record(
        at.session, at.actor.id, "interview.offered", "commission", commission_id, at.now, times=new
    )
    if new:
        await _invite(at, commission)
    return new


async def planned(at: Acting, commission_id: int, day: dt.date | None = None) -> list[Planned]:
    """A commission's times of a day, or all that lie ahead; a look by a member is on the record."""
    commission, _ = await own_commission(at, commission_id)
    rows = await at.session.execute(
        select(InterviewTime, Candidacy, case((goes_on(), Person.full_name)))
        .outerjoin(Candidacy, Candidacy.id == InterviewTime.candidacy_id)
        .outerjoin(Dossier, Dossier.id == Candidacy.dossier_id)
        .outerjoin(Enrolment, Enrolment.id == Dossier.enrolment_id)
        .outerjoin(Person, Person.id == Enrolment.person_id)
        .where(
            InterviewTime.commission_id == commission_id,
            InterviewTime.withdrawn_at.is_(None),
            _on(day, zone_of(at, commission), at.now),
        )
        .order_by(InterviewTime.starts_at)
    )
    found = rows.tuples().all()
    candidacies = {candidacy.id: candidacy for _, candidacy, _ in found if candidacy is not None}
    out = await kept_out(at.session, candidacies.values())
    if candidacies:
        await record(
            at.session, at.actor.id, "interviews.seen", "commission", commission_id, at.now
        )
    return [
        _planned(time, name, candidacy is not None and at.actor.id in out[candidacy.id])
        for time, candidacy, name in found
    ]


def _planned(time: InterviewTime, name: str | None, hidden: bool) -> Planned:
    return Planned(
        id=time.id,
        starts_at=time.starts_at,
        minutes=time.minutes,
        place=time.place,
        name=None if hidden else name,
        candidacy_id=None if hidden else time.candidacy_id,
        came=None if hidden else time.came,
        hidden=hidden,
    )


async def planned_one(at: Acting, time_id: int) -> tuple[int, Planned]:
    """One time of a commission in which the person sits, and the id of that commission."""
    time = await at.session.get(InterviewTime, time_id)
    if time is None or time.withdrawn_at is not None:
        raise NotFound
    commission, _ = await own_commission(at, time.commission_id)
    day = local_date(time.starts_at, zone_of(at, commission))
    found = await planned(at, commission.id, day)
    return commission.id, next(each for each in found if each.id == time_id)


async def zone_here(at: Acting, commission_id: int) -> str:
    """The zone in which the times of a commission are given in which the person sits."""
    commission, _ = await own_commission(at, commission_id)
    return zone_of(at, commission)


async def last_places(at: Acting, commission_id: int) -> list[str]:
    """Where the person's interviews were to be lately, the newest first."""
    await own_commission(at, commission_id)
    newest = func.max(InterviewTime.offered_at)
    found = await at.session.scalars(
        select(InterviewTime.place)
        .where(
            InterviewTime.commission_id == commission_id, InterviewTime.offered_by == at.actor.id
        )
        .group_by(InterviewTime.place)
        .order_by(newest.desc())
        .limit(PLACES)
    )
    return list(found)


async def days_with_times(at: Acting, commission_id: int) -> dict[dt.date, tuple[int, int]]:
    """The days from yesterday on with times: how many were taken, and how many stand in all."""
    commission, _ = await own_commission(at, commission_id)
    zone = zone_of(at, commission)
    rows = await at.session.execute(
        select(InterviewTime.starts_at, InterviewTime.candidacy_id)
        .where(_ahead(commission_id, at.now - dt.timedelta(days=1)))
        .order_by(InterviewTime.starts_at)
    )
    days: dict[dt.date, tuple[int, int]] = {}
    for begin, candidacy in rows:
        day = local_date(begin, zone)
        taken, all_ = days.get(day, (0, 0))
        days[day] = (taken + (candidacy is not None), all_ + 1)
    return days


async def take_back(at: Acting, time_id: int) -> InterviewTime:
    """A time that cannot be is offered no more; whoever took it is told to choose another.

    Raises TooLate once it is over or was taken back.
    """
    time = await locked(at.session, InterviewTime, time_id)
    if time is None:
        raise NotFound
    await own_commission(at, time.commission_id)
    if time.withdrawn_at is not None or time.starts_at <= at.now or time.came is not None:
        raise TooLate("interview-over")
    time.withdrawn_at = at.now
    await record(at.session, at.actor.id, "interview.taken_back", "interview", time.id, at.now)
    if time.candidacy_id is not None:
        person = await candidate_of(at.session, time.candidacy_id)
        tell(at.session, person, NoticeKind.INTERVIEW_TAKEN_BACK, at.now, time=time.id)
    return time


async def candidate_of(session: AsyncSession, candidacy_id: int) -> int:
    """The id of the person whose dossier a candidacy is about."""
    found = await session.scalars(
        select(Enrolment.person_id)
        .join(Dossier, Dossier.enrolment_id == Enrolment.id)
        .join(Candidacy, Candidacy.dossier_id == Dossier.id)
        .where(Candidacy.id == candidacy_id)
    )
    return found.one()


async def tries_left(session: AsyncSession, candidacy_id: int) -> int:
    """How many times a candidate may still choose a time for not having come."""
    missed = await session.scalar(
        select(func.count())
        .select_from(InterviewTime)
        .where(
            InterviewTime.candidacy_id == candidacy_id,
            InterviewTime.withdrawn_at.is_(None),
            InterviewTime.came.is_(False),
        )
    )
    return TRIES - (missed or 0)


async def _invite(at: Acting, commission: Commission) -> None:
    """Tell the candidates who have no time yet, and may still choose one."""
    theirs = InterviewTime.candidacy_id == Candidacy.id
    stands = InterviewTime.withdrawn_at.is_(None)
    missed = (
        select(func.count())
        .select_from(InterviewTime)
        .where(theirs, stands, InterviewTime.came.is_(False))
        .scalar_subquery()
    )
    waiting = await at.session.scalars(
        select(Enrolment.person_id)
        .join(Dossier, Dossier.enrolment_id == Enrolment.id)
        .join(Candidacy, Candidacy.dossier_id == Dossier.id)
        .where(
            Candidacy.commission_id == commission.id,
            Candidacy.ended_at.is_(None),
            ~exists().where(theirs, stands, InterviewTime.came.is_distinct_from(False)),
            missed < TRIES,
        )
    )
    today = local_date(at.now, zone_of(at, commission))
    await tell_all_once(
        at.session,
        waiting.all(),
        NoticeKind.INTERVIEW_OFFERED,
        f"interviews:{commission.id}:{today}",
        at.now,
        commission=commission.id,
    )


def _ahead(commission_id: int, now: dt.datetime) -> ColumnElement[bool]:
    return and_(
        InterviewTime.commission_id == commission_id,
        InterviewTime.withdrawn_at.is_(None),
        InterviewTime.starts_at > now,
    )


def _on(day: dt.date | None, zone: str, now: dt.datetime) -> ColumnElement[bool]:
    """The condition that a time is on a day; on any that is not over, for None."""
    if day is None:
        return InterviewTime.starts_at > now
    midnight = dt.datetime.combine(day, dt.time(), ZoneInfo(zone))
    return InterviewTime.starts_at.between(midnight, midnight + dt.timedelta(days=1))
