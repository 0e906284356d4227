"""A participant whose way has begun, with what a rating is counted from; no query (§8.3)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sqlalchemy import Row

from award.programme import Measure, Programme
from award.programme.requirements import Requirement
from award.progress.asking import Asked
from award.progress.rules import Done, filled, percent_of, percents, rating_of
from award.progress.versions import corrected
from storage.tables import EntryState

Line: TypeAlias = Row[*tuple[Any, ...]]
# Of each direction, in the order in which they are asked: up to now, and of what happened before
# this month alone.
Percents: TypeAlias = tuple[Sequence[int], Sequence[int]]


@dataclass(frozen=True, slots=True)
class Rated:
    """A participant's rating in a level; `gained`: what of it came of this month.

    `percents` by direction, in the programme's order.
    """

    enrolment_id: int
    level: str
    region: str | None
    rating: float
    gained: float
    percents: Mapping[str, int]


@dataclass(slots=True)
class Begun:
    """`first`: the number of the week of `start`. `own`: sums are not exact for this person.

    By direction, of each whether it was before this month: `weeks` kept (in all, and before),
    `books`, `days` (the number of the first, and how many from there on).
    """

    id: int
    level: str
    region: str | None
    lives_in: str | None
    start: dt.date
    first: int
    asked: Asked
    own: bool
    excused: frozenset[dt.date] = frozenset()
    weeks: dict[str, tuple[int, int]] = field(default_factory=dict)
    books: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    days: dict[str, list[tuple[int, int, bool]]] = field(default_factory=dict)

    def rated(self, counted: Percents) -> Rated:
        """The rating by these percents."""
        now, before = counted
        return Rated(
            enrolment_id=self.id,
            level=self.level,
            region=self.region,
            rating=rating_of(now),
            gained=rating_of(now) - rating_of(before),
            percents={each.direction: now[n] for n, each in enumerate(self.asked)},
        )

    def summed(self, sections: Mapping[str, int]) -> Percents:
        """The percents by what the database added up; `sections`: of the books on the list."""
        used: tuple[set[str], set[str]] = set(), set()
        now, before = [], []
        for asked in self.asked:
            counted, earlier = self._counts(asked, sections, used)
            now.append(percent_of(asked, counted))
            before.append(percent_of(asked, earlier))
        return now, before

    def _counts(
        self, asked: Requirement, sections: Mapping[str, int], used: tuple[set[str], set[str]]
    ) -> tuple[int, int]:
        if asked.measure is Measure.weeks:
            return self.weeks.get(asked.direction, (0, 0))
        if asked.measure is Measure.books:
            read = self.books.get(asked.direction, ())
            earlier = [book for book, before in read if before]
            return (
                filled(asked, _sections([book for book, _ in read], sections, used[0])),
                filled(asked, _sections(earlier, sections, used[1])),
            )
        spent = self.days.get(asked.direction, ())
        return _different(spent), _different(day for day in spent if day[2])

    def exact(self, entries: Sequence[Line], programme: Programme, month: dt.date) -> Percents:
        """The percents by the rules of progress, from the entries themselves."""
        approved = [each for each in entries if each.state is EntryState.APPROVED]
        gone = corrected(entries, approved)
        done = [_done(each, programme) for each in approved if each.id not in gone]
        before = [each for each in done if each.happened < month]
        return self._exact(done), self._exact(before)

    def _exact(self, done: Iterable[Done]) -> Sequence[int]:
        return percents(self.asked, done, start=self.start, excused=self.excused)


def _sections(books: Sequence[str], sections: Mapping[str, int], used: set[str]) -> list[int]:
    """Of books that count in no direction before, which are `used` from here on."""
    new = [book for book in books if book not in used]
    used.update(new)
    return [sections[book] for book in new if book in sections]


def _different(spent: Iterable[tuple[int, int, bool]]) -> int:
    return len({first + n for first, days, _ in spent for n in range(days)})


def _done(entry: Line, programme: Programme) -> Done:
    listed = programme.find_book(entry.book)
    return Done(
        direction=entry.direction,
        happened=entry.happened_on,
        minutes=entry.minutes or 0,
        days=entry.days or 0,
        book=entry.book,
        section=listed.section if listed else None,
        entry=entry.id,
    )
