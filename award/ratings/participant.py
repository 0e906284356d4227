"""A participant whose way has begun, with what a rating is counted from; no query (§8.3)."""

import datetime as dt
from collections import Counter
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


@dataclass(frozen=True, slots=True)
class Spent:
    """So many `days` from one, by its number, on; `before`: before this month."""

    day: int
    days: int
    before: bool


@dataclass(slots=True)
class Begun:
    """`own`: something is asked of this person for which sums are not exact.

    By direction: `weeks` kept, in all and before this month; `books`, and whether each was read
    before this month; `days`.
    """

    id: int
    level: str
    region: str | None
    lives_in: str | None
    start: dt.date
    asked: Asked
    own: bool
    excused: frozenset[dt.date] = frozenset()
    weeks: dict[str, tuple[int, int]] = field(default_factory=dict)
    books: dict[str, dict[str, bool]] = field(default_factory=dict)
    days: dict[str, list[Spent]] = field(default_factory=dict)

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

    def summed(self, programme: Programme) -> Percents:
        """The percents by what the database added up."""
        return self._summed(programme, before=False), self._summed(programme, before=True)

    def _summed(self, programme: Programme, *, before: bool) -> Sequence[int]:
        used: set[str] = set()
        return [self._percent(each, programme, used, before) for each in self.asked]

    def _percent(
        self, asked: Requirement, programme: Programme, used: set[str], before: bool
    ) -> int:
        direction = asked.direction
        if asked.measure is Measure.weeks:
            return percent_of(asked, self.weeks.get(direction, (0, 0))[before])
        if asked.measure is Measure.books:
            read = {
                book
                for book, earlier in self.books.get(direction, {}).items()
                if book not in used and (earlier or not before)
            }
            used |= read
            return percent_of(asked, filled(asked, _by_section(read, programme)))
        spent = [each for each in self.days.get(direction, ()) if each.before or not before]
        return percent_of(asked, len({each.day + n for each in spent for n in range(each.days)}))

    def exact(self, entries: Sequence[Line], programme: Programme, month: dt.date) -> Percents:
        """The percents by the rules of progress, from the entries themselves."""
        approved = [each for each in entries if each.state is EntryState.APPROVED]
        gone = corrected(entries, approved)
        done = [_done(each, programme) for each in approved if each.id not in gone]
        before = [each for each in done if each.happened < month]
        return self._exact(done), self._exact(before)

    def _exact(self, done: Iterable[Done]) -> Sequence[int]:
        return percents(self.asked, done, start=self.start, excused=self.excused)


def _by_section(books: Iterable[str], programme: Programme) -> Counter[int]:
    listed = (programme.find_book(book) for book in books)
    return Counter(book.section for book in listed if book is not None)


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
