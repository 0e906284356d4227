"""When a participant will be done at the pace kept so far, beside the level's planned end (§10).

`award.progress` says when they would be done if they kept every week from now on; that is a promise
nobody has given. Here the coming weeks are kept as often as those behind. Books and days have no
rhythm, so weekly directions alone are projected.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from award.calendar import DAY, WEEK, week_of
from award.progress.rules import planned_end

# Weeks until there is a pace to speak of: one missed at the start says nothing.
SETTLING = 4
NEVER = dt.date.max


@dataclass(frozen=True, slots=True)
class Course:
    """A level under way, when the week of `monday` is over; `excused` are Mondays."""

    start: dt.date
    ends: dt.date
    monday: dt.date
    excused: frozenset[dt.date]

    @classmethod
    def of(
        cls, start: dt.date, months: int, monday: dt.date, excused: Iterable[dt.date] = ()
    ) -> "Course":
        """That of a level of so many months; `excused` are Mondays."""
        mondays = frozenset(excused)
        return cls(start, planned_end(start, months, mondays), monday, mondays)


@dataclass(frozen=True, slots=True)
class Kept:
    """A weekly direction: `kept` of the `required` weeks; by the plan it begins on `begins`."""

    required: int
    kept: int
    begins: dt.date | None = None


def paced_end(course: Course, direction: Kept) -> dt.date | None:
    """The day on which a weekly direction is done at its pace; NEVER without any, None if done.

    In the first weeks it is the earliest day possible, as in `award.progress`.
    """
    left = direction.required - direction.kept
    if left <= 0:
        return None
    first = max(week_of(course.start), week_of(direction.begins or course.start))
    behind = _countable(first, course.monday, course.excused)
    if behind >= SETTLING and not direction.kept:
        return NEVER
    if behind >= SETTLING and behind > direction.kept:
        left = -(-left * behind // direction.kept)
    return _last_day(max(first, course.monday + WEEK), left, course.excused)


def is_at_risk(course: Course, directions: Iterable[Kept]) -> bool:
    """At their pace some direction is done only after the level's planned end."""
    ends = (paced_end(course, direction) for direction in directions)
    return any(end is not None and end > course.ends for end in ends)


def _countable(first: dt.date, last: dt.date, excused: frozenset[dt.date]) -> int:
    """Weeks from Monday to Monday, both included, that are not excused."""
    weeks = (last - first).days // 7 + 1
    return max(0, weeks - sum(first <= monday <= last for monday in excused))


def _last_day(first: dt.date, weeks: int, excused: frozenset[dt.date]) -> dt.date:
    """The Sunday of the last of so many weeks from `first` on that are not excused."""
    last = first + WEEK * (weeks - 1)
    for monday in sorted(excused):
        if first <= monday <= last:
            last += WEEK
    return last + DAY * 6
