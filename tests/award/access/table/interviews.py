"""Who may do what with interviews: «candidate» has a time of the commission of «seat»."""

import datetime as dt

from sqlalchemy.ext.asyncio import AsyncSession

from award.interviews import choosing, coming, offering
from award.interviews.series import Series
from storage.tables import InterviewTime
from tests.award.access.table.rows import Row, own
from tests.award.access.table.world import NOW, World

_SEAT = frozenset({"seat"})
_WHO_MEETS = frozenset({"self", "rep", "seat"})
_DAY = NOW.date() + dt.timedelta(days=7)
_SERIES = Series(_DAY, dt.time(10), 30, 0, 1)
_TEN = dt.datetime.combine(_DAY, dt.time(5), dt.UTC)

OF_INTERVIEWS: dict[str, Row] = {
    "interviews.choosing.own_interview": own(
        lambda at, w, t: choosing.own_interview(at), of="candidate"
    ),
    "interviews.choosing.free_days": own(lambda at, w, t: choosing.free_days(at), of="candidate"),
    "interviews.choosing.free_times": own(
        lambda at, w, t: choosing.free_times(at, _DAY), of="candidate"
    ),
    "interviews.choosing.choose": own(
        lambda at, w, t: choosing.choose(at, w.free_time), of="candidate"
    ),
    "interviews.choosing.give_back": own(lambda at, w, t: choosing.give_back(at), of="candidate"),
    "interviews.coming.interview": Row(
        lambda at, w, t: coming.interview(at, w.taken_time, t.candidacy),
        _WHO_MEETS,
        of="candidate",
    ),
    "interviews.coming.note_came": Row(
        lambda at, w, t: coming.note_came(at, w.taken_time, came=True),
        _SEAT,
        of="candidate",
        but="interview-not-yet",
    ),
    "interviews.offering.offer": Row(
        lambda at, w, t: offering.offer(at, w.commission, _SERIES, "Алматы"), _SEAT, staff=True
    ),
    "interviews.offering.planned": Row(
        lambda at, w, t: offering.planned(at, w.commission), _SEAT, of="candidate"
    ),
    "interviews.offering.planned_one": Row(
        lambda at, w, t: offering.planned_one(at, w.taken_time), _SEAT, of="candidate"
    ),
    "interviews.offering.days_with_times": Row(
        lambda at, w, t: offering.days_with_times(at, w.commission), _SEAT, staff=True
    ),
    "interviews.offering.last_places": Row(
        lambda at, w, t: offering.last_places(at, w.commission), _SEAT, staff=True
    ),
    "interviews.offering.zone_here": Row(
        lambda at, w, t: offering.zone_here(at, w.commission), _SEAT, staff=True
    ),
    "interviews.offering.take_back": Row(
        lambda at, w, t: offering.take_back(at, w.taken_time), _SEAT, of="candidate"
    ),
}


async def add_interviews(session: AsyncSession, world: World) -> None:
    """A time that «candidate» took, and a free one."""
    candidacy = world.things["candidate"].candidacy
    for hours, taken in enumerate((candidacy, None)):
        time = InterviewTime(
            commission_id=world.commission,
            starts_at=_TEN + dt.timedelta(hours=1 + hours),
            minutes=30,
            place="https://meet.example/abc",
            offered_by=world.people["seat"],
            offered_at=NOW,
            candidacy_id=taken,
            taken_at=NOW if taken else None,
        )
        session.add(time)
        await session.flush()
        if taken:
            world.taken_time = time.id
        else:
            world.free_time = time.id
