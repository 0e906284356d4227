"""Who may do what with interviews: nobody of the world sits in a commission with these ids."""

import datetime as dt

from award.interviews import choosing, coming, offering
from award.interviews.series import Series
from tests.award.access.table.rows import NOBODY, Call, Row, own

_DAY = dt.date(2026, 10, 8)
_SERIES = Series(_DAY, dt.time(10), 30, 0, 1)


def _of_candidates(call: Call) -> Row:
    """Nobody of the world is a candidate, and each is told so."""
    return own(call, but="interview-no-candidate")


OF_INTERVIEWS: dict[str, Row] = {
    "interviews.choosing.own_interview": _of_candidates(
        lambda at, w, t: choosing.own_interview(at)
    ),
    "interviews.choosing.free_days": _of_candidates(lambda at, w, t: choosing.free_days(at)),
    "interviews.choosing.free_times": _of_candidates(
        lambda at, w, t: choosing.free_times(at, _DAY)
    ),
    "interviews.choosing.choose": _of_candidates(lambda at, w, t: choosing.choose(at, 1)),
    "interviews.choosing.give_back": _of_candidates(lambda at, w, t: choosing.give_back(at)),
    "interviews.coming.interview": Row(lambda at, w, t: coming.interview(at, 1, 1), NOBODY),
    "interviews.coming.note_came": Row(lambda at, w, t: coming.note_came(at, 1, came=True), NOBODY),
    "interviews.offering.offer": Row(lambda at, w, t: offering.offer(at, 1, _SERIES, "x"), NOBODY),
    "interviews.offering.planned": Row(lambda at, w, t: offering.planned(at, 1), NOBODY),
    "interviews.offering.planned_one": Row(lambda at, w, t: offering.planned_one(at, 1), NOBODY),
    "interviews.offering.days_with_times": Row(
        lambda at, w, t: offering.days_with_times(at, 1), NOBODY
    ),
    "interviews.offering.last_places": Row(lambda at, w, t: offering.last_places(at, 1), NOBODY),
    "interviews.offering.zone_here": Row(lambda at, w, t: offering.zone_here(at, 1), NOBODY),
    "interviews.offering.take_back": Row(lambda at, w, t: offering.take_back(at, 1), NOBODY),
}
