"""Everybody's percents counted at once, a part of them after another (§8.3).

The rules are those of `award.progress`, over again for very many: a test draws journals and
compares the two.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Text, and_, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import local_date
from award.calendar.zones import today_in
from award.programme import Measure, Programme
from award.progress.asking import Asking
from award.progress.versions import not_among, replaced
from award.ratings.participant import Begun, Counting, Rated, Spent
from award.ratings.weekly import Weekly
from storage.json_rows import rows_at_once
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
from storage.week_number import day_number, day_number_of, number_of, week_number

PART = 1000  # enrolments' ids: as many entries as PostgreSQL sorts in memory

Ids: TypeAlias = tuple[int, int]  # from the one to the other

# On the tables: rows of classes take twice as long, and these are many.
_enrolment, _entry, _excuse = Enrolment.__table__.c, Entry.__table__.c, Excuse.__table__.c


async def count_ratings(
    session: AsyncSession, programme: Programme, now: dt.datetime, half: int | None = None
) -> AsyncIterator[tuple[Ids, dict[int, Rated]]]:
    """Part by part, by enrolment: all who take part, or completed their level this year.

    It takes seconds for a country: read it apart (`storage/read_only.py`). With `half`, 0 or 1, of
    one half of them: while the database counts for the one, the other's numbers are made.
    """
    everybody = _Everybody(programme, now)
    last = await session.scalar(select(func.max(Enrolment.id))) or 0
    for number, first in enumerate(range(1, last + 1, PART)):
        if half in (None, number % 2):
            ids = (first, first + PART - 1)
            yield ids, await _Part(session, everybody, ids).count()


class _Everybody:
    """What is the same for all parts."""

    def __init__(self, programme: Programme, now: dt.datetime) -> None:
        self.programme = programme
        self.now = now
        self.asking = Asking(programme)
        self.month = local_date(now, programme.zone).replace(day=1)
        self.weekly = Weekly(_directions(programme, Measure.weeks), self.month)
        sections = {code: book.section for code, book in programme.known_books.items()}
        self.counting = Counting(day_number_of(self.month), sections)

    def this_week(self, region: str | None) -> int:
        """The number of the week, where the person lives."""
        return number_of(today_in(self.programme, region, self.now))

    @property
    def still_rated(self) -> ColumnElement[bool]:
        """Who completed the level did so this year."""
        year = dt.datetime(self.month.year, 1, 1, tzinfo=ZoneInfo(self.programme.zone))
        return or_(Enrolment.state != EnrolmentState.COMPLETE, Enrolment.completed_at >= year)


@dataclass(slots=True)
class _Part:
    session: AsyncSession
    everybody: _Everybody
    ids: Ids
    begun: dict[int, Begun] = field(default_factory=dict)

    async def count(self) -> dict[int, Rated]:
        await self._begin()
        if not self.begun:
            return {}
        await self._excuses()
        later = _entry.replaces_id.is_not(None) & self._of(_entry.enrolment_id)
        gone = await replaced(self.session, later, (EntryState.APPROVED,))
        counting = _entry.state == EntryState.APPROVED, not_among(gone)
        await self._weeks(*counting)
        await self._books_and_days(*counting)
        return {each.id: each.rated(self.everybody.counting) for each in self.begun.values()}

    def _of(self, enrolment_id: Any) -> ColumnElement[bool]:
        return and_(enrolment_id >= self.ids[0], enrolment_id <= self.ids[1])

    async def _begin(self) -> None:
        """Who takes part, and what is asked of each."""
        them = _begun.where(self._of(_enrolment.id), self.everybody.still_rated)
        for row in (await self.session.execute(them)).all():
            number, level, region, lives_in, first, *kept = row
            if asked := self.everybody.asking.of(level, *kept):
                self.begun[number] = Begun(number, level, region, lives_in, first, asked)

    async def _excuses(self) -> None:
        """Weeks of accepted absence; a pause lasts until today (§6)."""
        weeks: dict[int, set[int]] = defaultdict(set)
        accepted = self._of(_excuse.enrolment_id), _excuse.state == ExcuseState.ACCEPTED
        found = await rows_at_once(self.session, _excused.where(*accepted))
        for enrolment, first, last in found:
            if each := self.begun.get(enrolment):
                until = self.everybody.this_week(each.lives_in) if last is None else last
                weeks[enrolment].update(range(first, until + 1))
        for enrolment, theirs in weeks.items():
            self.begun[enrolment].excused = theirs

    async def _weeks(self, *counting: ColumnElement[bool]) -> None:
        weekly = self.everybody.weekly
        if not weekly.directions:
            return
        found = await rows_at_once(
            self.session,
            select(_entry.enrolment_id, weekly.packed())
            .where(
                self._of(_entry.enrolment_id), _entry.direction.in_(weekly.directions), *counting
            )
            .group_by(_entry.enrolment_id),
        )
        for enrolment, packed in found:
            if each := self.begun.get(enrolment):
                each.weeks = weekly.kept(packed, each.asked, each.first, each.excused)

    async def _books_and_days(self, *counting: ColumnElement[bool]) -> None:
        books, days = (
            _directions(self.everybody.programme, each) for each in (Measure.books, Measure.days)
        )
        # SQLite would read every entry for it; so it finds them in the index of the weeks.
        which = select(_entry.id).where(
            self._of(_entry.enrolment_id), _entry.direction.in_({*books, *days}), *counting
        )
        found = await rows_at_once(
            self.session,
            select(
                _entry.enrolment_id,
                _entry.direction,
                day_number(_entry.happened_on),
                _entry.days,
                _entry.book,
            ).where(
                _entry.id.in_(which), or_(_entry.book.is_not(None), _entry.direction.in_(days))
            ),
        )
        for enrolment, *some in found:
            if each := self.begun.get(enrolment):
                each.spent.append(Spent(*some))


def _directions(programme: Programme, measure: Measure) -> Sequence[str]:
    """Those that some level counts so."""
    options = chain.from_iterable(c.one_of for level in programme.levels for c in level.choices)
    chosen = chain.from_iterable(option.requires for option in options)
    fixed = chain.from_iterable(level.requires for level in programme.levels)
    return sorted({each.direction for each in chain(fixed, chosen) if each.measure is measure})


_begun = (
    select(
        _enrolment.id,
        _enrolment.level,
        func.coalesce(Centre.region, Person.region),
        Person.region,
        week_number(_enrolment.started_on),
        cast(_enrolment.choices, Text),
        cast(_enrolment.overrides, Text),
        _enrolment.begun_at,
        _enrolment.submitted_at,
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
_excused = select(
    _excuse.enrolment_id, week_number(_excuse.first_day), week_number(_excuse.last_day)
)
