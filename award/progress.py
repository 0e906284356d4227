"""How far a participant is: weeks kept, books read, days spent, percents (programme.md §2, §8)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from award.programme import Measure
from award.requirements import Requirement


@dataclass(frozen=True)
class Done:
    """One approved entry, or its piece in one direction.

    `happened` is the local date. `entry` is the entry's id: what comes twice under the same id,
    direction and date counts once. An entry counted in days counts at least one, from `happened`.
    """

    direction: str
    happened: dt.date
    minutes: int = 0
    days: int = 0
    book: str | None = None
    section: int | None = None
    entry: int | None = None


class WeekState(StrEnum):
    """What became of a week in a weekly direction."""

    kept = "kept"
    short = "short"
    missed = "missed"
    excused = "excused"
    current = "current"
    ahead = "ahead"


@dataclass(frozen=True)
class Week:
    """A calendar week: its Monday, its approved minutes, its state."""

    monday: dt.date
    minutes: int
    state: WeekState


@dataclass(frozen=True)
class DirectionProgress:
    """Where one direction stands.

    `done` of `required` weeks, books or days; `percent` 0..100, rounded down. `weeks`, for a weekly
    direction, from the first to the planned end. `minutes_needed` is what this week lacks.
    `missing`: weeks, books, days, section:N, norm, video, mark; `complete` when it is empty.
    `projected_end`: the day it is done if every week from now is kept; the day it was done; None
    for books and days still to do, which have no rhythm.
    """

    direction: str
    measure: Measure
    required: int
    done: int
    percent: int
    weeks: tuple[Week, ...]
    minutes_this_week: int
    minutes_needed: int
    streak: int
    complete: bool
    projected_end: dt.date | None
    missing: tuple[str, ...]

    @property
    def awaits_mark(self) -> bool:
        """Everything is done but the mentor's mark."""
        return self.missing == ("mark",)


@dataclass(frozen=True)
class Progress:
    """Where a participant stands in a level.

    `rating` is the mean of the percents (programme.md §8); `ends` the planned end, moved by the
    excused weeks; `streak` the weeks in a row in which at least one weekly direction was kept.
    """

    directions: tuple[DirectionProgress, ...]
    rating: float
    started: dt.date
    ends: dt.date
    projected_end: dt.date
    streak: int
    complete: bool

    def direction(self, code: str) -> DirectionProgress:
        """The progress in one direction; raises KeyError."""
        for direction in self.directions:
            if direction.direction == code:
                return direction
        raise KeyError(code)


def planned_end(start: dt.date, months: int, excused: Iterable[dt.date]) -> dt.date:
    """The end of a level begun on `start`: each excused week in it moves it by a week (§2)."""
    raise NotImplementedError


def serving(done: Iterable[Done], book: str) -> str | None:
    """The direction in which a book counts already: a book serves one only."""
    raise NotImplementedError


def progress(
    requirements: Sequence[Requirement],
    done: Iterable[Done],
    *,
    start: dt.date,
    months: int,
    today: dt.date,
    excused: frozenset[dt.date] = frozenset(),
    marks: frozenset[str] = frozenset(),
    norms: frozenset[str] = frozenset(),
    videos: frozenset[str] = frozenset(),
) -> Progress:
    """Where a participant stands on `today`, from the approved entries in any order.

    `start` is the local date of activation; entries before its week do not count. `excused` are
    the Mondays of accepted absence. `marks`, `norms`, `videos`: codes of directions marked by the
    mentor, whose norm is met, whose final video is there.
    """
    raise NotImplementedError
