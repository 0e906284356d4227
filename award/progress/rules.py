"""How far a participant is: weeks kept, books read, days spent, percents (programme.md §2, §8)."""

import datetime as dt
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from award.calendar import DAY, WEEK, add_months, week_of, weeks_between
from award.programme import Measure
from award.programme.requirements import Requirement


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

    @property
    def kept(self) -> bool:
        """It counts."""
        return self.state is WeekState.kept


@dataclass(frozen=True)
class DirectionProgress:
    """Where one direction stands.

    `done` of `required` weeks, books or days, never more; `percent` 0..100, rounded down. `weeks`,
    for a weekly direction, from the first to the planned end, or the last one needed when enough
    are kept. `minutes_needed` is what this week lacks. `streak`: weeks kept in a row.
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
    end = add_months(start, months)
    for monday in sorted({week_of(day) for day in excused}):
        if week_of(start) <= monday <= end:
            end += WEEK
    return end


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

    `start` is the local date of activation; what happened before its week does not count, and no
    more does a later date because `today` has not reached it: the journal let it in. `excused`
    are the Mondays of accepted absence. `marks`, `norms`, `videos`: codes of the directions that
    the mentor marked, whose norm is met, whose final video is there.
    """
    excused = frozenset(week_of(day) for day in excused)
    term = _Term(start, planned_end(start, months, excused), today, excused)
    pieces = _shared_out(requirements, (p for p in done if p.happened >= week_of(start)))
    given = _Given(marks, norms, videos)
    directions = tuple(_direction(r, pieces[r.direction], term, given) for r in requirements)
    ends = [d.projected_end for d in directions if d.projected_end]
    complete = all(direction.complete for direction in directions)
    return Progress(
        directions=directions,
        rating=rating_of([d.percent for d in directions]),
        started=start,
        ends=term.ends,
        projected_end=max(ends if complete and ends else [*ends, today]),
        streak=_streak({w.monday for d in directions for w in d.weeks if w.kept}, term),
        complete=complete,
    )


def percents(
    requirements: Sequence[Requirement],
    done: Iterable[Done],
    *,
    start: dt.date,
    excused: frozenset[dt.date] = frozenset(),
) -> tuple[int, ...]:
    """The percent of each direction as `progress` has it; it takes a small part of the time."""
    term = _Term(start, start, start, excused)
    pieces = _shared_out(requirements, (p for p in done if p.happened >= week_of(start)))
    return tuple(percent_of(r, _count(r, pieces[r.direction], term)) for r in requirements)


def percent_of(asked: Requirement, count: int) -> int:
    """What `count` weeks, books or days are of those asked, 0..100, rounded down (§8.2)."""
    return 100 * min(count, asked.amount) // asked.amount if asked.amount > 0 else 100


def rating_of(percents: Collection[int]) -> float:
    """The mean of the directions' percents (§8.3)."""
    return sum(percents) / len(percents) if percents else 0.0


def filled(asked: Requirement, read: Sequence[int]) -> int:
    """Books that fill what is asked, of different ones read, each by its section."""
    in_sections = sum(min(read.count(n), least) for n, least in asked.sections.items())
    free = asked.amount - sum(asked.sections.values())
    return in_sections + max(0, min(len(read) - in_sections, free))


@dataclass(frozen=True)
class _Term:
    """The time of a level: first day, planned end, today, excused Mondays."""

    start: dt.date
    ends: dt.date
    today: dt.date
    excused: frozenset[dt.date]


@dataclass(frozen=True)
class _Given:
    """What the mentor has given, by direction."""

    marks: frozenset[str]
    norms: frozenset[str]
    videos: frozenset[str]


def _shared_out(requirements: Sequence[Requirement], done: Iterable[Done]) -> dict[str, list[Done]]:
    """What counts in each direction, by date: each entry once, each book in one direction."""
    once: dict[object, Done] = {}
    for number, piece in enumerate(done):
        known = (piece.entry, piece.direction, piece.happened, piece.book)
        key = known if piece.entry is not None else number
        once[key] = max(once.get(key, piece), piece, key=lambda p: (p.minutes, p.days))
    by_date = sorted(once.values(), key=lambda p: (p.happened, p.book or ""))
    shared: dict[str, list[Done]] = {}
    used: set[str | None] = set()
    for asked in requirements:
        mine = [p for p in by_date if p.direction == asked.direction]
        if asked.measure is Measure.books:
            # Approved in two directions in spite of the refusal: the first of the level keeps it.
            mine = [p for p in mine if p.book is not None and p.book not in used]
            used.update(p.book for p in mine)
        shared[asked.direction] = mine
    return shared


def _direction(
    asked: Requirement, pieces: list[Done], term: _Term, given: _Given
) -> DirectionProgress:
    count = _count(asked, pieces, term)
    minutes = _minutes(pieces) if asked.measure is Measure.weeks else Counter()
    this_week = week_of(term.today)
    weekly_open = asked.measure is Measure.weeks and count < asked.amount
    lacking = asked.minutes_per_week - minutes[this_week]
    weeks = _weeks(asked, minutes, term) if asked.measure is Measure.weeks else ()
    missing = _missing(asked, pieces, count, given)
    return DirectionProgress(
        direction=asked.direction,
        measure=asked.measure,
        required=asked.amount,
        done=count,
        percent=percent_of(asked, count),
        weeks=weeks,
        minutes_this_week=minutes[this_week],
        minutes_needed=max(0, lacking) if weekly_open and this_week not in term.excused else 0,
        streak=_streak({week.monday for week in weeks if week.kept}, term),
        complete=not missing,
        projected_end=_projected_end(asked, pieces, term),
        missing=missing,
    )


def _count(asked: Requirement, pieces: Sequence[Done], term: _Term) -> int:
    """Weeks kept, books that fill what is asked, or days spent; at most the amount asked."""
    if asked.measure is Measure.weeks:
        count = len(_kept(asked, _minutes(pieces), term))
    elif asked.measure is Measure.books:
        count = filled(asked, list(_read(pieces).elements()))
    else:
        count = len({p.happened + DAY * n for p in pieces for n in range(max(1, p.days))})
    return min(count, asked.amount)


def _minutes(pieces: Iterable[Done]) -> Counter[dt.date]:
    """Minutes by the Monday of their week."""
    minutes: Counter[dt.date] = Counter()
    for piece in pieces:
        minutes[week_of(piece.happened)] += max(0, piece.minutes)
    return minutes


def _kept(asked: Requirement, minutes: Counter[dt.date], term: _Term) -> set[dt.date]:
    enough = {monday for monday, sum_ in minutes.items() if sum_ >= asked.minutes_per_week}
    return enough - term.excused


def _read(pieces: Iterable[Done]) -> Counter[int]:
    """Different books read, by section."""
    sections = {p.book: p.section for p in pieces if p.section is not None}
    return Counter(sections.values())


def _weeks(asked: Requirement, minutes: Counter[dt.date], term: _Term) -> tuple[Week, ...]:
    """The strip of weeks: to the planned end, or to the last one needed when enough are kept."""
    kept = _kept(asked, minutes, term)
    latest = max(minutes, default=term.start)
    last = latest if len(kept) >= asked.amount else max(latest, term.ends)
    return tuple(
        Week(monday, minutes[monday], _state(monday, monday in kept, minutes[monday], term))
        for monday in weeks_between(term.start, last)
    )


def _state(monday: dt.date, kept: bool, minutes: int, term: _Term) -> WeekState:
    this_week = week_of(term.today)
    if monday in term.excused:
        return WeekState.excused
    if kept:
        return WeekState.kept
    if monday >= this_week:
        return WeekState.current if monday == this_week else WeekState.ahead
    return WeekState.short if minutes else WeekState.missed


def _streak(kept: set[dt.date], term: _Term) -> int:
    """Weeks kept in a row up to this one, which breaks nothing while it lasts; excused ones too."""
    monday = week_of(term.today)
    streak = int(monday in kept)
    monday -= WEEK
    while monday in kept or (monday in term.excused and monday >= week_of(term.start)):
        streak += monday in kept
        monday -= WEEK
    return streak


def _missing(asked: Requirement, pieces: list[Done], count: int, given: _Given) -> tuple[str, ...]:
    missing = [str(asked.measure)] if count < asked.amount else []
    if asked.measure is Measure.books:
        read = _read(pieces)
        missing += [f"section:{n}" for n, least in asked.sections.items() if read[n] < least]
    if asked.norm and asked.direction not in given.norms:
        missing.append("norm")
    if asked.final_video and asked.direction not in given.videos:
        missing.append("video")
    if asked.direction not in given.marks:
        missing.append("mark")
    return tuple(missing)


def _projected_end(asked: Requirement, pieces: list[Done], term: _Term) -> dt.date | None:
    if _count(asked, pieces, term) >= asked.amount:
        entries = bisect_left(
            range(len(pieces) + 1), asked.amount, key=lambda n: _count(asked, pieces[:n], term)
        )
        return pieces[entries - 1].happened if entries else term.start
    if asked.measure is not Measure.weeks:
        return None
    kept = _kept(asked, _minutes(pieces), term)
    ahead = asked.amount - len(kept)
    monday = week_of(max(term.today, term.start))
    while True:
        ahead -= monday not in kept and monday not in term.excused
        if ahead <= 0:
            return monday + DAY * 6
        monday += WEEK
