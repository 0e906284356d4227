"""Everybody's percents counted at once: by sums in the database, where sums are exact (§8.3).

Whoever has a correction, an entry from before the beginning or minutes of their own is counted
entry by entry, by the rules of `award.progress`. A test draws journals and compares the two.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, Text, and_, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import local_date, week_of, weeks_between
from award.calendar.zones import today_in
from award.programme import Measure, Programme
from award.progress.asking import Asked, Asking
from award.ratings.participant import Begun, Line, Rated
from storage.tables import (
    BEGUN_STATES,
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Person,
)
from storage.week_number import day_number, number_of, week_number

PART = 5000  # enrolments' ids

# On the tables: rows of classes take twice as long, and these are many.
_enrolment, _entry = Enrolment.__table__.c, Entry.__table__.c


async def count_ratings(
    session: AsyncSession, programme: Programme, now: dt.datetime, half: int | None = None
) -> dict[int, Rated]:
    """By enrolment, of all who take part, or completed their level this year.

    It takes seconds for a country: read it apart (`storage/read_only.py`). With `half`, 0 or 1, of
    one half of them: while the database counts for the one, the other's numbers are made.
    """
    asking = Asking(programme)
    rated: dict[int, Rated] = {}
    last = await session.scalar(select(func.max(Enrolment.id))) or 0
    for number, first in enumerate(range(1, last + 1, PART)):
        if half in (None, number % 2):
            part = _Part(session, asking, now, (first, first + PART - 1))
            rated |= {each.enrolment_id: each for each in await part.count()}
    return rated


def half_of(enrolment_id: int) -> int:
    """In which half an enrolment is counted."""
    return (enrolment_id - 1) // PART % 2


@dataclass(slots=True)
class _Part:
    """Those whose ids are from the one to the other."""

    session: AsyncSession
    asking: Asking
    now: dt.datetime
    ids: tuple[int, int]
    begun: dict[int, Begun] = field(default_factory=dict)
    month: dt.date = dt.date.min
    sections: Mapping[str, int] = field(default_factory=dict)

    @property
    def programme(self) -> Programme:
        return self.asking.programme

    async def count(self) -> list[Rated]:
        self.month = local_date(self.now, self.programme.zone).replace(day=1)
        self.sections = {book.code: book.section for book in self.programme.books}
        await self._begin()
        if not self.begun:
            return []
        await self._excuses()
        await self._weeks()
        await self._weeks_beside_absence()
        await self._books()
        await self._days()
        await self._corrections()
        exactly = await self._exactly()
        return [
            each.rated(
                each.exact(exactly[each.id], self.programme, self.month)
                if each.own
                else each.summed(self.sections)
            )
            for each in self.begun.values()
        ]

    def _of(self, enrolment_id: Any) -> ColumnElement[bool]:
        return and_(enrolment_id >= self.ids[0], enrolment_id <= self.ids[1])

    def _approved(self, measure: Measure) -> ColumnElement[bool]:
        """Approved entries of directions that some level counts so."""
        return and_(
            self._of(_entry.enrolment_id),
            _entry.state == EntryState.APPROVED,
            _entry.direction.in_(_directions(self.programme, measure)),
        )

    async def _begin(self) -> None:
        """Who takes part, and what is asked of each."""
        year = dt.datetime(self.month.year, 1, 1, tzinfo=ZoneInfo(self.programme.zone))
        ended = or_(Enrolment.state != EnrolmentState.COMPLETE, Enrolment.completed_at >= year)
        least = self.programme.minutes_per_week
        for row in await self._rows(_begun.where(self._of(_enrolment.id), ended)):
            asked = self.asking.of(row.level, row.choices, row.overrides, row.applied)
            if asked:
                self.begun[row.id] = Begun(
                    id=row.id,
                    level=row.level,
                    region=row.region,
                    lives_in=row.lives_in,
                    start=row.started_on,
                    first=number_of(week_of(row.started_on)),
                    asked=asked,
                    own=row.overrides != "{}" and _minutes_differ(asked, least),
                )

    async def _excuses(self) -> None:
        """Mondays of accepted absence; a pause lasts until today (§6)."""
        excused: dict[int, set[dt.date]] = defaultdict(set)
        for row in await self.session.execute(
            select(Excuse.enrolment_id, Excuse.first_day, Excuse.last_day).where(
                self._of(Excuse.enrolment_id), Excuse.state == ExcuseState.ACCEPTED
            )
        ):
            if each := self.begun.get(row.enrolment_id):
                last = row.last_day or today_in(self.programme, each.lives_in, self.now)
                excused[each.id].update(weeks_between(row.first_day, last))
        for number, mondays in excused.items():
            self.begun[number].excused = frozenset(mondays)

    async def _weeks(self) -> None:
        """Weeks kept, in all and by what happened before this month."""
        by_week = self._by_week().subquery()
        least = self.programme.minutes_per_week
        kept = [
            func.sum(case((minutes >= least, 1), else_=0))
            for minutes in (by_week.c.minutes, by_week.c.before)
        ]
        by = (by_week.c.enrolment_id, by_week.c.direction)
        found = select(*by, func.min(by_week.c.week), *kept).group_by(*by)
        for number, direction, first, all_, before in await self._rows(found):
            if each := self._of_row(number, first):
                each.weeks[direction] = (all_, before)

    async def _weeks_beside_absence(self) -> None:
        """The same, of whoever was excused for some weeks: those do not count."""
        away = {each.id: each for each in self.begun.values() if each.excused}
        if not away:
            return
        least = self.programme.minutes_per_week
        excused = {n: {number_of(day) for day in each.excused} for n, each in away.items()}
        for each in away.values():
            each.weeks = {}
        enough = func.sum(case((_entry.minutes > 0, _entry.minutes), else_=0)) >= least
        weeks = self._by_week().where(_entry.enrolment_id.in_(_away(self.ids))).having(enough)
        for number, direction, week, _, before in await self._rows(weeks):
            if number in away and week not in excused[number]:
                mine = away[number].weeks
                kept, earlier = mine.get(direction, (0, 0))
                mine[direction] = (kept + 1, earlier + (before >= least))

    def _by_week(self) -> Select[*tuple[Any, ...]]:
        week = week_number(_entry.happened_on)
        minutes = case((_entry.minutes > 0, _entry.minutes), else_=0)
        return (
            select(
                _entry.enrolment_id,
                _entry.direction,
                week.label("week"),
                func.sum(minutes).label("minutes"),
                func.sum(case((_entry.happened_on < self.month, minutes), else_=0)).label("before"),
            )
            .where(self._approved(Measure.weeks))
            .group_by(_entry.enrolment_id, _entry.direction, week)
        )

    async def _books(self) -> None:
        by = (_entry.enrolment_id, _entry.direction)
        week = func.min(week_number(_entry.happened_on))
        found = (
            select(*by, week, _entry.book, self._earlier())
            .where(self._approved(Measure.books), _entry.book.is_not(None))
            .group_by(*by, _entry.book)
        )
        for number, direction, first, book, before in await self._rows(found):
            if each := self._of_row(number, first):
                each.books.setdefault(direction, []).append((book, bool(before)))

    async def _days(self) -> None:
        """An entry counted in days counts at least one, from the day on which it happened."""
        by = (_entry.enrolment_id, _entry.direction)
        day = day_number(_entry.happened_on)
        days = case((func.max(_entry.days) > 1, func.max(_entry.days)), else_=1)
        found = (
            select(*by, week_number(_entry.happened_on), day, days, self._earlier())
            .where(self._approved(Measure.days))
            .group_by(*by, _entry.happened_on)
        )
        for number, direction, first, begun, count, before in await self._rows(found):
            if each := self._of_row(number, first):
                each.days.setdefault(direction, []).append((begun, count, bool(before)))

    def _earlier(self) -> ColumnElement[int]:
        """Whether something of a group happened before this month."""
        return func.max(case((_entry.happened_on < self.month, 1), else_=0))

    async def _rows(self, query: Select[*tuple[Any, ...]]) -> Sequence[Any]:
        return (await self.session.execute(query)).all()  # one by one takes twice as long

    def _of_row(self, number: int, first: int) -> Begun | None:
        """Whose row it is, of which the first week may be too early for sums."""
        each = self.begun.get(number)
        if each is not None and first < each.first:
            each.own = True
        return each

    async def _corrections(self) -> None:
        """Who has an approved entry that a later version corrects."""
        newer = Entry.__table__.alias()
        found = await self.session.scalars(
            select(newer.c.enrolment_id)
            .join(Entry.__table__, _entry.id == newer.c.replaces_id)
            .where(
                self._of(newer.c.enrolment_id),
                newer.c.replaces_id.is_not(None),
                _entry.state == EntryState.APPROVED,
            )
        )
        for number in found:
            if each := self.begun.get(number):
                each.own = True

    async def _exactly(self) -> dict[int, list[Line]]:
        """The entries of those for whom sums are not exact."""
        entries: dict[int, list[Line]] = defaultdict(list)
        which = [each.id for each in self.begun.values() if each.own]
        if which:
            for row in await self._rows(_entries.where(_entry.enrolment_id.in_(which))):
                entries[row.enrolment_id].append(row)
        return entries


def _minutes_differ(asked: Asked, least: int) -> bool:
    return any(each.minutes_per_week != least for each in asked if each.measure is Measure.weeks)


def _directions(programme: Programme, measure: Measure) -> list[str]:
    options = chain.from_iterable(c.one_of for level in programme.levels for c in level.choices)
    chosen = chain.from_iterable(option.requires for option in options)
    fixed = chain.from_iterable(level.requires for level in programme.levels)
    return sorted({each.direction for each in chain(fixed, chosen) if each.measure is measure})


def _away(ids: tuple[int, int]) -> Select[int]:
    """Enrolments from id to id with an accepted absence."""
    return select(Excuse.enrolment_id).where(
        Excuse.enrolment_id.between(*ids), Excuse.state == ExcuseState.ACCEPTED
    )


_begun = (
    select(
        _enrolment.id,
        _enrolment.level,
        func.coalesce(Centre.region, Person.region).label("region"),
        Person.region.label("lives_in"),
        _enrolment.started_on,
        cast(_enrolment.choices, Text).label("choices"),
        cast(_enrolment.overrides, Text).label("overrides"),
        func.coalesce(_enrolment.submitted_at, _enrolment.begun_at).label("applied"),
    )
    .select_from(Enrolment)
    .join(Person, Person.id == _enrolment.person_id)
    .outerjoin(Centre, Centre.id == _enrolment.centre_id)
    .where(
        _enrolment.state.in_(BEGUN_STATES),
        _enrolment.started_on.is_not(None),
        _enrolment.erased_at.is_(None),
    )
)
_entries = select(
    *(
        _entry[name]
        for name in (
            "id",
            "replaces_id",
            "enrolment_id",
            "state",
            "direction",
            "happened_on",
            "minutes",
            "days",
            "book",
        )
    )
).where(or_(_entry.state == EntryState.APPROVED, _entry.replaces_id.is_not(None)))
