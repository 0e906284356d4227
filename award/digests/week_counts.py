"""A week of the whole programme in numbers, as of its end, however late it is counted (§10).

One pass for everybody: parts of enrolments by id, a few statements each, that the database adds up.
The week before is counted in the same pass. What was taken back since counts nowhere.
"""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, Text, and_, case, cast, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.access.actor import in_force
from award.calendar import WEEK
from award.calendar.zones import zone_in, zones_of
from award.digests.numbers import Cell, Counted, Counts, Under
from award.digests.participant_weeks import Begun, Line, Span
from award.evidence.pieces import SENT, is_shown, pairs
from award.programme import Measure, Programme
from award.progress.asking import Asking
from storage.tables import (
    Centre,
    Enrolment,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Finding,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Role,
    RoleKind,
)
from storage.week_number import week_number

PART = 2000  # enrolments' ids

# Where a participant belongs: the columns of a cell.
REGION = func.coalesce(Centre.region, Person.region)
CELL = (REGION.label("region"), Enrolment.centre_id, Enrolment.mentor_id)


def span_of(monday: dt.date, zone: str) -> Span:
    """The week of `monday` in a zone."""
    begin, end = (
        dt.datetime.combine(day, dt.time(), ZoneInfo(zone)).astimezone(dt.UTC)
        for day in (monday, monday + WEEK)
    )
    return Span(monday, begin, end)


async def count_weeks(session: AsyncSession, programme: Programme, monday: dt.date) -> Counted:
    """The week of `monday` and the one before, by cell; a region's weeks are those of its zone."""
    asking = Asking(programme, Measure.weeks)
    week: dict[Cell, Counts] = defaultdict(Counts)
    before: dict[Cell, Counts] = defaultdict(Counts)
    last = await session.scalar(select(func.max(Enrolment.id))) or 0
    for zone in zones_of(programme):
        spans = span_of(monday, zone), span_of(monday - WEEK, zone)
        for first in range(1, last + 1, PART):
            part = _Part(session, asking, zone, spans, (first, first + PART - 1))
            await part.count((week, before))
        await _flags(session, programme, zone, spans, (week, before))
    under = await experts(session, span_of(monday, programme.zone).end)
    return Counted(monday, dict(week), dict(before), under)


async def experts(session: AsyncSession, now: dt.datetime) -> Under:
    """The mentors of each expert."""
    found = await session.execute(
        select(Role.reports_to, Role.person_id).where(
            Role.kind == RoleKind.MENTOR, Role.reports_to.is_not(None), in_force(now)
        )
    )
    under: dict[int, set[int]] = defaultdict(set)
    for expert, mentor in found:
        if expert is not None:
            under[expert].add(mentor)
    return {expert: frozenset(mentors) for expert, mentors in under.items()}


Spans = tuple[Span, Span]
Totals = tuple[dict[Cell, Counts], dict[Cell, Counts]]


@dataclass(frozen=True, slots=True)
class _Part:
    """Those of the enrolments from id to id that began and whose region lies in one zone."""

    session: AsyncSession
    asking: Asking
    zone: str
    spans: Spans
    ids: tuple[int, int]
    begun: dict[int, Begun] = field(default_factory=dict)

    async def count(self, totals: Totals) -> None:
        await self._begun()
        if not self.begun:
            return
        await self._excuses()
        await self._begins()
        await self._kept()
        await self._exactly()
        await self._entries(totals)
        for number, (span, found) in enumerate(zip(self.spans, totals, strict=True)):
            for each in self.begun.values():
                counts = found[each.cell]
                counts.new += each.is_new(span)
                if each.is_active(span):
                    counts.active += 1
                    counts.at_risk += each.is_at_risk(span, each.kept[number])

    def _of(self, enrolment_id: Any) -> ColumnElement[bool]:
        return and_(enrolment_id >= self.ids[0], enrolment_id <= self.ids[1])

    async def _begun(self) -> None:
        programme = self.asking.programme
        months = {level.code: level.months for level in programme.levels}
        for row in await self.session.execute(_begun.where(self._of(Enrolment.id))):
            if zone_in(programme, row.region) != self.zone:
                continue
            ended = [at for at in (row.completed_at, row.closed_at) if at is not None]
            self.begun[row.id] = Begun(
                id=row.id,
                cell=Cell(row.region, row.centre_id, row.mentor_id),
                activated_at=row.activated_at,
                ended_at=min(ended, default=None),
                started_on=row.started_on,
                months=months.get(row.level, 0),
                asked=self.asking.of(
                    row.level, row.choices, row.overrides, row.begun_at, row.submitted_at
                ),
                own=row.overrides not in (None, "{}"),
            )

    async def _excuses(self) -> None:
        found = await self.session.execute(
            select(Excuse.enrolment_id, Excuse.first_day, Excuse.last_day).where(
                self._of(Excuse.enrolment_id), Excuse.state == ExcuseState.ACCEPTED
            )
        )
        for row in found:
            if each := self.begun.get(row.enrolment_id):
                each.excuses.append((row.first_day, row.last_day))

    async def _begins(self) -> None:
        """Directions that by the agreed plan begin later than the level."""
        found = await self.session.execute(
            select(Plan.enrolment_id, PlanItem.direction, PlanItem.starts_on)
            .join(PlanItem, PlanItem.plan_id == Plan.id)
            .join(Enrolment, Enrolment.id == Plan.enrolment_id)
            .where(
                self._of(Plan.enrolment_id),
                Plan.state == PlanState.AGREED,
                PlanItem.starts_on > Enrolment.started_on,
            )
        )
        for row in found:
            if each := self.begun.get(row.enrolment_id):
                each.begins[row.direction] = row.starts_on

    async def _kept(self) -> None:
        """How many weeks of each direction were kept by the end of each span."""
        for each in self.begun.values():
            each.kept = tuple({} for _ in self.spans)
        least = self.asking.programme.minutes_per_week
        for row in await self.session.execute(
            _kept(self.spans, self._of(Entry.enrolment_id), least)
        ):
            if begun := self.begun.get(row.enrolment_id):
                for number, kept in enumerate(begun.kept):
                    kept[row.direction] = getattr(row, f"kept{number}")

    async def _exactly(self) -> None:
        """Those of whom sums of approved minutes are not exact, looked at entry by entry."""
        newer = aliased(Entry)
        corrected = await self.session.scalars(
            select(newer.enrolment_id)
            .join(Entry, Entry.id == newer.replaces_id)
            .where(self._of(newer.enrolment_id), Entry.state == EntryState.APPROVED)
        )
        unusual = {number for number in corrected if number in self.begun}
        unusual |= {each.id for each in self.begun.values() if each.excuses or each.own}
        if not unusual:
            return
        entries: dict[int, list[Line]] = defaultdict(list)
        for row in await self.session.execute(_entries.where(Entry.enrolment_id.in_(unusual))):
            entries[row.enrolment_id].append(row)
        for number in unusual:
            self.begun[number].keep_exactly(entries[number], self.spans)

    async def _entries(self, totals: Totals) -> None:
        """What was sent and approved in each week, and what waited at its end, how long."""
        since = min(span.begin for span in self.spans)
        found = await self.session.execute(
            select(
                Entry.enrolment_id,
                Entry.state,
                Entry.minutes,
                Entry.submitted_at,
                Entry.decided_at,
            ).where(
                self._of(Entry.enrolment_id),
                Entry.state.in_(SENT),
                Entry.submitted_at < max(span.end for span in self.spans),
                or_(Entry.decided_at.is_(None), Entry.decided_at >= since),
            )
        )
        for row in found:
            if begun := self.begun.get(row.enrolment_id):
                for span, counted in zip(self.spans, totals, strict=True):
                    _count_entry(row, span, counted[begun.cell])


def _count_entry(entry: Line, span: Span, counts: Counts) -> None:
    """An entry that nobody had decided before the span began."""
    sent, decided = entry.submitted_at, entry.decided_at
    if sent >= span.end:
        return
    counts.entries += sent >= span.begin
    if decided is None or decided >= span.end:
        counts.waits.append(int((span.end - sent).total_seconds()))
    elif decided >= span.begin and entry.state is EntryState.APPROVED:
        counts.approved += 1
        counts.minutes += max(0, entry.minutes or 0)


async def _flags(
    session: AsyncSession, programme: Programme, zone: str, spans: Spans, totals: Totals
) -> None:
    """Pairs found in each week that staff may see, or that were judged."""
    found = await session.execute(
        pairs()
        .join(Person, Person.id == Enrolment.person_id)
        .outerjoin(Centre, Centre.id == Enrolment.centre_id)
        .where(
            Finding.found_at >= spans[1].begin,
            Finding.found_at < spans[0].end,
            or_(Finding.verdict.is_not(None), is_shown()),
        )
        .with_only_columns(*CELL, Finding.found_at)
    )
    for row in found:
        if zone_in(programme, row.region) != zone:
            continue
        cell = Cell(row.region, row.centre_id, row.mentor_id)
        for span, counted in zip(spans, totals, strict=True):
            counted[cell].flags += span.begin <= row.found_at < span.end


_begun = (
    select(
        Enrolment.id,
        *CELL,
        Enrolment.activated_at,
        Enrolment.completed_at,
        Enrolment.closed_at,
        Enrolment.started_on,
        Enrolment.level,
        cast(Enrolment.choices, Text).label("choices"),
        cast(Enrolment.overrides, Text).label("overrides"),
        Enrolment.submitted_at,
        Enrolment.begun_at,
    )
    .join(Person, Person.id == Enrolment.person_id)
    .outerjoin(Centre, Centre.id == Enrolment.centre_id)
    .where(Enrolment.activated_at.is_not(None), Enrolment.started_on.is_not(None))
)
_entries = select(
    Entry.id,
    Entry.replaces_id,
    Entry.enrolment_id,
    Entry.state,
    Entry.direction,
    Entry.happened_on,
    Entry.minutes,
    Entry.decided_at,
).where(or_(Entry.state == EntryState.APPROVED, Entry.replaces_id.is_not(None)))


def _kept(spans: Spans, of_part: ColumnElement[bool], least: int) -> Select[Any]:
    """By enrolment and direction: weeks with `least` minutes approved before each span's end."""
    week = week_number(Entry.happened_on)
    minutes = case((Entry.minutes > 0, Entry.minutes), else_=0)
    by_then = [
        func.sum(case((Entry.decided_at < span.end, minutes), else_=0)).label(f"minutes{number}")
        for number, span in enumerate(spans)
    ]
    by_week = (
        select(Entry.enrolment_id, Entry.direction, *by_then)
        .join(Enrolment, Enrolment.id == Entry.enrolment_id)
        .where(
            of_part,
            Entry.state == EntryState.APPROVED,
            week >= week_number(Enrolment.started_on),
        )
        .group_by(Entry.enrolment_id, Entry.direction, week)
        .subquery()
    )
    kept = [
        func.sum(case((by_week.c[f"minutes{number}"] >= least, 1), else_=0)).label(f"kept{number}")
        for number in range(len(spans))
    ]
    by = (by_week.c.enrolment_id, by_week.c.direction)
    return select(*by, *kept).group_by(*by)
