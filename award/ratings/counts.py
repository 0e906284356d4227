"""Everybody's percents counted at once: by sums in the database, where sums are exact (§8.3).

Whoever has a correction, an entry from before the beginning or minutes of their own is counted
entry by entry, by the rules of `award.progress`. A test draws journals and compares the two.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, Text, and_, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.calendar import local_date, weeks_between
from award.calendar.zones import today_in
from award.programme import Measure, Programme
from award.progress.asking import Asking
from award.ratings.participant import Begun, Line, Rated, Spent
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


async def count_ratings(
    session: AsyncSession, programme: Programme, now: dt.datetime
) -> dict[int, Rated]:
    """By enrolment, of all who take part, or completed their level this year.

    It takes seconds for a country: read it apart (`storage/read_only.py`).
    """
    asking = Asking(programme)
    rated: dict[int, Rated] = {}
    last = await session.scalar(select(func.max(Enrolment.id))) or 0
    for first in range(1, last + 1, PART):
        part = _Part(session, asking, now, (first, first + PART - 1))
        rated |= {each.enrolment_id: each for each in await part.count()}
    return rated


@dataclass(slots=True)
class _Part:
    """Those whose ids are from the one to the other."""

    session: AsyncSession
    asking: Asking
    now: dt.datetime
    ids: tuple[int, int]
    begun: dict[int, Begun] = field(default_factory=dict)
    month: dt.date = dt.date.min

    @property
    def programme(self) -> Programme:
        return self.asking.programme

    async def count(self) -> list[Rated]:
        self.month = local_date(self.now, self.programme.zone).replace(day=1)
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
                else each.summed(self.programme)
            )
            for each in self.begun.values()
        ]

    def _of(self, enrolment_id: Any) -> ColumnElement[bool]:
        return and_(enrolment_id >= self.ids[0], enrolment_id <= self.ids[1])

    def _approved(self, measure: Measure) -> ColumnElement[bool]:
        """Approved entries of directions that some level counts so."""
        return and_(
            self._of(Entry.enrolment_id),
            Entry.state == EntryState.APPROVED,
            Entry.direction.in_(_directions(self.programme, measure)),
        )

    async def _begin(self) -> None:
        """Who takes part, and what is asked of each."""
        year = dt.datetime(self.month.year, 1, 1, tzinfo=ZoneInfo(self.programme.zone))
        ended = or_(Enrolment.state != EnrolmentState.COMPLETE, Enrolment.completed_at >= year)
        least = self.programme.minutes_per_week
        for row in await self.session.execute(_begun.where(self._of(Enrolment.id), ended)):
            applied = row.submitted_at or row.begun_at
            asked = self.asking.of(row.level, row.choices, row.overrides, applied)
            if asked:
                weekly = (each for each in asked if each.measure is Measure.weeks)
                self.begun[row.id] = Begun(
                    id=row.id,
                    level=row.level,
                    region=row.region,
                    lives_in=row.lives_in,
                    start=row.started_on,
                    asked=asked,
                    own=any(each.minutes_per_week != least for each in weekly),
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
        async for each, direction, (all_, before) in self._found(found):
            each.weeks[direction] = (all_, before)

    async def _weeks_beside_absence(self) -> None:
        """The same, of whoever was excused for some weeks: those do not count."""
        excused = [each.id for each in self.begun.values() if each.excused]
        if not excused:
            return
        least = self.programme.minutes_per_week
        kept: dict[int, Counter[tuple[str, bool]]] = defaultdict(Counter)
        weeks = self._by_week().where(Entry.enrolment_id.in_(_away(self.ids)))
        for number, direction, week, minutes, before in await self.session.execute(weeks):
            each = self.begun.get(number)
            if each is not None and week not in {number_of(monday) for monday in each.excused}:
                kept[number][direction, False] += minutes >= least
                kept[number][direction, True] += before >= least
        for number in excused:
            found = kept[number]
            self.begun[number].weeks = {
                direction: (found[direction, False], found[direction, True])
                for direction, _ in found
            }

    def _by_week(self) -> Select[*tuple[Any, ...]]:
        week = week_number(Entry.happened_on)
        minutes = case((Entry.minutes > 0, Entry.minutes), else_=0)
        return (
            select(
                Entry.enrolment_id,
                Entry.direction,
                week.label("week"),
                func.sum(minutes).label("minutes"),
                func.sum(case((Entry.happened_on < self.month, minutes), else_=0)).label("before"),
            )
            .where(self._approved(Measure.weeks))
            .group_by(Entry.enrolment_id, Entry.direction, week)
        )

    async def _books(self) -> None:
        by = (Entry.enrolment_id, Entry.direction)
        found = (
            select(*by, func.min(week_number(Entry.happened_on)), Entry.book, self._earlier())
            .where(self._approved(Measure.books), Entry.book.is_not(None))
            .group_by(*by, Entry.book)
        )
        async for each, direction, (book, before) in self._found(found):
            each.books.setdefault(direction, {})[book] = bool(before)

    async def _days(self) -> None:
        """An entry counted in days counts at least one, from the day on which it happened."""
        by = (Entry.enrolment_id, Entry.direction)
        day = day_number(Entry.happened_on)
        days = case((func.max(Entry.days) > 1, func.max(Entry.days)), else_=1)
        found = (
            select(*by, day / 7, day, days, self._earlier())
            .where(self._approved(Measure.days))
            .group_by(*by, Entry.happened_on)
        )
        async for each, direction, (first, count, before) in self._found(found):
            each.days.setdefault(direction, []).append(Spent(first, count, bool(before)))

    def _earlier(self) -> ColumnElement[int]:
        """Whether something of a group happened before this month."""
        return func.max(case((Entry.happened_on < self.month, 1), else_=0))

    async def _found(
        self, query: Select[*tuple[Any, ...]]
    ) -> AsyncIterator[tuple[Begun, str, list[Any]]]:
        """Rows of whom, in which direction, the first week, and what was counted there."""
        for number, direction, first, *counted in await self.session.execute(query):
            if each := self.begun.get(number):
                each.own = each.own or first < number_of(each.start)
                yield each, direction, counted

    async def _corrections(self) -> None:
        """Who has an approved entry that a later version corrects."""
        newer = aliased(Entry)
        found = await self.session.scalars(
            select(newer.enrolment_id)
            .join(Entry, Entry.id == newer.replaces_id)
            .where(self._of(newer.enrolment_id), Entry.state == EntryState.APPROVED)
        )
        for number in found:
            if each := self.begun.get(number):
                each.own = True

    async def _exactly(self) -> dict[int, list[Line]]:
        """The entries of those for whom sums are not exact."""
        entries: dict[int, list[Line]] = defaultdict(list)
        which = [each.id for each in self.begun.values() if each.own]
        if which:
            for row in await self.session.execute(_entries.where(Entry.enrolment_id.in_(which))):
                entries[row.enrolment_id].append(row)
        return entries


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
        Enrolment.id,
        Enrolment.level,
        func.coalesce(Centre.region, Person.region).label("region"),
        Person.region.label("lives_in"),
        Enrolment.started_on,
        cast(Enrolment.choices, Text).label("choices"),
        cast(Enrolment.overrides, Text).label("overrides"),
        Enrolment.submitted_at,
        Enrolment.begun_at,
    )
    .join(Person, Person.id == Enrolment.person_id)
    .outerjoin(Centre, Centre.id == Enrolment.centre_id)
    .where(
        Enrolment.state.in_(BEGUN_STATES),
        Enrolment.started_on.is_not(None),
        Enrolment.erased_at.is_(None),
    )
)
_entries = select(
    Entry.id,
    Entry.replaces_id,
    Entry.enrolment_id,
    Entry.state,
    Entry.direction,
    Entry.happened_on,
    Entry.minutes,
    Entry.days,
    Entry.book,
).where(or_(Entry.state == EntryState.APPROVED, Entry.replaces_id.is_not(None)))
