"""What a person's history gives: a pure function of it, whatever the order in which it came about.

There is no today in it. A week lengthens a streak as soon as it is kept, and what ends one takes
nothing back, so the passing of time alone gives nothing: only what is decided does.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from award.calendar import DAY
from award.programme import Cause, Measure, Olzha, Reward
from award.programme.requirements import Requirement


class Piece(NamedTuple):
    """An approved entry that none corrects; `mended`: it had been returned before."""

    entry: int
    direction: str
    happened: dt.date
    minutes: int = 0
    days: int = 0
    book: str | None = None
    mended: bool = False


class Absence(NamedTuple):
    """Days that excuse each week they touch; a pause that lasts has no last one."""

    first: dt.date
    last: dt.date | None


@dataclass(frozen=True)
class Way:
    """A person's way through one level. `marked`, `completed`, `events`: the days of these."""

    enrolment: int
    level: str
    start: dt.date
    asked: Mapping[str, Requirement]
    pieces: Sequence[Piece] = ()
    absences: Sequence[Absence] = ()
    marked: Mapping[str, dt.date] = field(default_factory=dict)
    completed: dt.date | None = None
    events: Mapping[int, dt.date] = field(default_factory=dict)


class Key(NamedTuple):
    """A row of the ledger; `cause` is what gave it: an entry's id, a Monday, a book, a day."""

    enrolment: int
    reward: str
    cause: str


class Given(NamedTuple):
    points: int
    on: dt.date


class Deed(NamedTuple):
    """One thing that counts for a cause, in the order of its day; `amount` of an hour: minutes."""

    on: dt.date
    enrolment: int
    cause: str
    amount: int = 1


Earned: TypeAlias = dict[Key, Given]
_MINUTES = 60


def earned(olzha: Olzha, ways: Sequence[Way]) -> Earned:
    """The rows of the ledger of one person, over all their levels."""
    deeds = Deeds(ways, olzha.outages)
    rows: Earned = {}
    for reward in olzha.rewards:
        for deed, points in _given(reward, deeds):
            rows[Key(deed.enrolment, reward.code, deed.cause)] = Given(points, deed.on)
    return rows


def _given(reward: Reward, deeds: "Deeds") -> Iterator[tuple[Deed, int]]:
    """Each deed that gives something, with its points."""
    found = deeds.of(reward)
    unit = _MINUTES if reward.cause is Cause.hour else 1
    if reward.at is not None and reward.cause is not Cause.streak:
        reached = next(_reaching(found, reward.at * unit), None)
        if reached is not None:
            yield reached, reward.points
        return
    left, total = reward.times, 0
    for deed in found:
        # What an hour lacks is carried over to the next entry.
        whole = (total + deed.amount) // unit - total // unit
        total += deed.amount
        whole = whole if left is None else min(whole, left)
        if whole:
            left = left if left is None else left - whole
            yield deed, whole * reward.points


def _reaching(deeds: Iterable[Deed], amount: int) -> Iterator[Deed]:
    total = 0
    for deed in deeds:
        total += deed.amount
        if total >= amount:
            yield deed


class Deeds:
    """A person's history by what may give points; each kind is sorted by its days, once."""

    def __init__(self, ways: Sequence[Way], outages: Iterable[dt.date] = ()) -> None:
        self._weeks = [Weeks(way, outages) for way in ways]
        self._known: dict[tuple[Cause, str | int | None], list[Deed]] = {}

    def of(self, reward: Reward) -> list[Deed]:
        """What counts for a reward, by day. Of a streak: the weeks in which it was reached."""
        which = reward.at if reward.cause is Cause.streak else reward.of
        if (known := self._known.get((reward.cause, which))) is None:
            known = sorted(_DEEDS[reward.cause](self._weeks, which))
            self._known[reward.cause, which] = known
        return known

    def amount(self, reward: Reward, today: dt.date) -> int:
        """How much there is of what a reward is given for; of a streak: of the one under way."""
        if reward.cause is Cause.streak:
            return max((weeks.streak(today) for weeks in self._weeks), default=0)
        total = sum(deed.amount for deed in self.of(reward))
        return total // _MINUTES if reward.cause is Cause.hour else total


class Weeks:
    """What counts of one level, and its weeks; they are numbers here, a Monday's since the first.

    Days before the week of the start do not count, like everywhere (`award/progress/rules.py`).
    """

    def __init__(self, way: Way, outages: Iterable[dt.date]) -> None:
        self.way = way
        self.start = _number(way.start)
        self.pieces = [
            p for p in way.pieces if p.direction in way.asked and _number(p.happened) >= self.start
        ]
        self._outages = {_number(day) for day in outages}
        self._absences = [
            (_number(each.first), _number(each.last) if each.last else None)
            for each in way.absences
        ]
        self.kept = self._kept()
        self.all = sorted({week for weeks in self.kept.values() for week in weeks})

    def _kept(self) -> dict[str, set[int]]:
        """Weeks with enough minutes, by direction."""
        minutes: dict[tuple[str, int], int] = defaultdict(int)
        for piece in self.pieces:
            if piece.minutes > 0:
                minutes[piece.direction, _number(piece.happened)] += piece.minutes
        kept: dict[str, set[int]] = defaultdict(set)
        for (direction, week), total in minutes.items():
            asked = self.way.asked[direction]
            weekly = asked.measure is Measure.weeks and total >= asked.minutes_per_week
            if weekly and not self._is_excused(week):
                kept[direction].add(week)
        return kept

    def _is_excused(self, week: int) -> bool:
        return any(
            first <= week and (last is None or week <= last) for first, last in self._absences
        )

    def _bridged(self, week: int, later: int) -> bool:
        """Whether nothing between two weeks breaks a streak: absence, or the service was down."""
        return all(
            between in self._outages or self._is_excused(between)
            for between in range(week + 1, later)
        )

    @cached_property
    def runs(self) -> list[list[int]]:
        """Weeks kept in a row."""
        runs: list[list[int]] = []
        for week in self.all:
            if runs and self._bridged(runs[-1][-1], week):
                runs[-1].append(week)
            else:
                runs.append([week])
        return runs

    def streak(self, today: dt.date) -> int:
        """The weeks in a row up to this one, which breaks nothing while it lasts."""
        last = self.runs[-1] if self.runs else []
        return len(last) if last and self._bridged(last[-1], _number(today)) else 0


def _number(day: dt.date) -> int:
    return (day.toordinal() - 1) // 7


def _monday(week: int) -> dt.date:
    return dt.date.fromordinal(week * 7 + 1)


# --- the deeds of each cause; `which` is a direction or level, of a streak its length


def _entries(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for piece in _in(weeks, which):
            yield Deed(piece.happened, weeks.way.enrolment, str(piece.entry))


def _mended(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for piece in _in(weeks, which):
            if piece.mended:
                yield Deed(piece.happened, weeks.way.enrolment, str(piece.entry))


def _kept(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for week in weeks.all if which is None else weeks.kept.get(str(which), ()):
            monday = _monday(week)
            yield Deed(monday, weeks.way.enrolment, monday.isoformat())


def _streaks(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    assert isinstance(which, int)  # checked when the programme is loaded
    for weeks in all_:
        for run in weeks.runs:
            if len(run) >= which:
                monday = _monday(run[which - 1])
                yield Deed(monday, weeks.way.enrolment, monday.isoformat())


def _books(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    """Each book once, in whichever level it was read first."""
    first: dict[str, Deed] = {}
    for weeks in all_:
        for piece in _in(weeks, which):
            if piece.book and weeks.way.asked[piece.direction].measure is Measure.books:
                deed = Deed(piece.happened, weeks.way.enrolment, piece.book)
                first[piece.book] = min(first.get(piece.book, deed), deed)
    yield from first.values()


def _days(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    found: set[Deed] = set()
    for weeks in all_:
        for piece in _in(weeks, which):
            if weeks.way.asked[piece.direction].measure is Measure.days:
                for number in range(max(1, piece.days)):
                    day = piece.happened + DAY * number
                    cause = f"{piece.direction}:{day.isoformat()}"
                    found.add(Deed(day, weeks.way.enrolment, cause))
    yield from found


def _minutes(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for piece in _in(weeks, which):
            if piece.minutes > 0:
                cause = str(piece.entry)
                yield Deed(piece.happened, weeks.way.enrolment, cause, piece.minutes)


def _directions(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for direction, day in weeks.way.marked.items():
            if which in (None, direction):
                yield Deed(day, weeks.way.enrolment, direction)


def _levels(all_: Sequence[Weeks], which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        way = weeks.way
        if way.completed is not None and which in (None, way.level):
            yield Deed(way.completed, way.enrolment, way.level)


def _events(all_: Sequence[Weeks], _which: str | int | None) -> Iterator[Deed]:
    for weeks in all_:
        for event, day in weeks.way.events.items():
            yield Deed(day, weeks.way.enrolment, str(event))


def _in(weeks: Weeks, which: str | int | None) -> Iterator[Piece]:
    return (piece for piece in weeks.pieces if which in (None, piece.direction))


_DEEDS = {
    Cause.entry: _entries,
    Cause.mended: _mended,
    Cause.week: _kept,
    Cause.streak: _streaks,
    Cause.book: _books,
    Cause.day: _days,
    Cause.hour: _minutes,
    Cause.direction: _directions,
    Cause.level: _levels,
    Cause.event: _events,
}
