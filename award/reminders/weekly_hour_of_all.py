"""Who of all participants is short of the week's hour, and who has kept it: in parts, by SQL.

The rules are those of `award.progress` and `award.weekly_hour`; here they are asked of 50,000
people at once, so the database adds up the minutes of the one week, and of earlier weeks only for
those who may have had all of theirs. A part is a span of enrolments' ids, so that whoever uses the
one connection of SQLite can let others have it in between.
"""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Date,
    Row,
    Select,
    Text,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from award.calendar import DAY, local_date, week_of
from award.programme import Measure, Programme
from award.programme.requirements import ChoiceError, Requirement
from award.progress.asked import asked_of
from award.progress.versions import corrected
from storage.tables import (
    COUNTED_STATES,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
    Person,
    Plan,
    PlanItem,
    PlanState,
)
from storage.week_number import number_of, week_number

PART = 500  # enrolments' ids

_Line: TypeAlias = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class _Pair:
    """A weekly direction of an enrolment that is short in the week looked at."""

    enrolment_id: int
    started: int  # the week's number
    asked: Requirement

    @property
    def key(self) -> tuple[int, str]:
        return self.enrolment_id, self.asked.direction


class Weekly:
    """Looks at one week of everyone's, that of `day`: what a job asks for every part.

    `who` are further conditions on Person; what is asked of participants is worked out once for
    all who made the same choices.
    """

    def __init__(self, programme: Programme, day: dt.date, *who: ColumnElement[bool]) -> None:
        self.programme = programme
        self.day = day
        self.monday = week_of(day)
        self.who = who
        self._asked: dict[tuple[Any, ...], Mapping[str, Requirement]] = {}

    async def parts(self, session: AsyncSession) -> list[tuple[int, int]]:
        """Spans of enrolments' ids, the first and the last of each."""
        last = await session.scalar(select(func.max(Enrolment.id))) or 0
        return [(first, first + PART - 1) for first in range(1, last + 1, PART)]

    async def short(self, session: AsyncSession, first: int, last: int) -> list[int]:
        """Ids of people who can still log what their week lacks, of the enrolments of a part."""
        gone = await _corrected(session, self._since(first, last), COUNTED_STATES)
        lines = self._lines(first, last).where(~_marked(first, last))
        week = self._with_minutes(lines, COUNTED_STATES, gone).subquery()
        few = week.c.minutes < self.programme.minutes_per_week
        found = await session.execute(
            select(week).where(or_(few, week.c.overrides != "{}")).order_by(week.c.enrolment)
        )
        people: dict[int, int] = {}
        pairs: list[_Pair] = []
        for line, asked in self._weekly(found.all()):
            if line.minutes < asked.minutes_per_week:
                people[line.enrolment] = line.person
                pairs.append(_Pair(line.enrolment, number_of(line.started_on), asked))
        over = await self._over(session, pairs, COUNTED_STATES)
        open_ = {p.enrolment_id for p in pairs if p.key not in over}
        return [person for enrolment, person in people.items() if enrolment in open_]

    async def kept(self, session: AsyncSession, first: int, last: int) -> list[int]:
        """Ids of people who kept the week in every direction due in it."""
        approved = (EntryState.APPROVED,)
        gone = await _corrected(session, self._since(first, last), approved)
        lines = self._lines(first, last).add_columns(_marked(first, last).label("marked"))
        week = self._with_minutes(lines, approved, gone)
        found = await session.execute(week.order_by("enrolment"))
        people: dict[int, int] = {}
        pairs: list[_Pair] = []
        for line, asked in self._weekly(found.all()):
            if line.minutes >= asked.minutes_per_week:
                people[line.enrolment] = line.person
            elif not line.marked:
                pairs.append(_Pair(line.enrolment, number_of(line.started_on), asked))
        pairs = [pair for pair in pairs if pair.enrolment_id in people]
        over = await self._over(session, pairs, approved)
        short = {p.enrolment_id for p in pairs if p.key not in over}
        return [person for enrolment, person in people.items() if enrolment not in short]

    # --- what is asked

    def _weekly(self, lines: Sequence[_Line]) -> Iterator[tuple[_Line, Requirement]]:
        """The lines of directions that are counted in weeks, with what is asked in each."""
        for _, group in groupby(lines, key=lambda line: line.enrolment):
            own = list(group)
            asked = self._asked_of(own[0])
            for line in own:
                if line.direction in asked:
                    yield line, asked[line.direction]

    def _asked_of(self, line: _Line) -> Mapping[str, Requirement]:
        applied = local_date(line.applied, self.programme.zone).year
        key = (line.level, line.choices, line.overrides, applied)
        if key not in self._asked:
            enrolment = Enrolment(
                level=line.level,
                choices=json.loads(line.choices),
                overrides=json.loads(line.overrides),
                submitted_at=line.applied,
            )
            try:
                asked = asked_of(self.programme, enrolment)
            except (ChoiceError, KeyError):  # the programme was changed under them
                asked = ()
            self._asked[key] = {a.direction: a for a in asked if a.measure is Measure.weeks}
        return self._asked[key]

    # --- the queries

    def _lines(self, first: int, last: int) -> Select[*tuple[Any, ...]]:
        """A line for each weekly direction that the plan has begun."""
        return (
            select(
                Enrolment.id.label("enrolment"),
                Enrolment.person_id.label("person"),
                Enrolment.level,
                cast(Enrolment.choices, Text).label("choices"),
                cast(Enrolment.overrides, Text).label("overrides"),
                func.coalesce(Enrolment.submitted_at, Enrolment.begun_at).label("applied"),
                Enrolment.started_on,
                PlanItem.direction,
            )
            .select_from(Enrolment)
            .join(Person, Person.id == Enrolment.person_id)
            .join(Plan, and_(Plan.enrolment_id == Enrolment.id, Plan.state == PlanState.AGREED))
            .join(PlanItem, PlanItem.plan_id == Plan.id)
            .where(
                Enrolment.id.between(first, last),
                Plan.enrolment_id.between(first, last),
                Enrolment.state == EnrolmentState.ACTIVE,
                Enrolment.started_on <= self.day,
                PlanItem.starts_on <= self.day,
                PlanItem.direction.in_(self._directions()),
                Person.unreachable_since.is_(None),
                ~self._excused(),
                *self.who,
            )
        )

    def _with_minutes(
        self,
        lines: Select[*tuple[Any, ...]],
        states: Collection[EntryState],
        gone: Collection[int],
    ) -> Select[*tuple[Any, ...]]:
        """The lines with the week's minutes, which are looked up when all others are left out."""
        line = lines.cte().prefix_with("MATERIALIZED")
        minutes = (
            select(func.coalesce(func.sum(Entry.minutes), 0))
            .where(
                Entry.enrolment_id == line.c.enrolment,
                Entry.direction == line.c.direction,
                Entry.happened_on.between(self.monday, self.monday + DAY * 6),
                _counts(states, gone),
            )
            .scalar_subquery()
        )
        return select(line, minutes.label("minutes"))

    def _since(self, first: int, last: int) -> ColumnElement[bool]:
        """Versions of a part that may replace one of the week: sent since it began, anywhere."""
        begun = dt.datetime.combine(self.monday - DAY, dt.time.min, dt.UTC)
        late = or_(Entry.submitted_at.is_(None), Entry.submitted_at >= begun)
        return and_(Entry.enrolment_id.between(first, last), late)

    def _directions(self) -> list[str]:
        """Directions that are counted in weeks at any level, by any choice."""
        demands = [d for level in self.programme.levels for d in level.requires]
        for level in self.programme.levels:
            for choice in level.choices:
                demands += [d for option in choice.one_of for d in option.requires]
        return sorted({d.direction for d in demands if d.measure is Measure.weeks})

    def _excused(self) -> ColumnElement[bool]:
        """An accepted absence touches the week; one without an end lasts until the day."""
        return exists().where(
            Excuse.enrolment_id == Enrolment.id,
            Excuse.state == ExcuseState.ACCEPTED,
            Excuse.first_day <= self.monday + DAY * 6,
            or_(Excuse.last_day.is_(None), Excuse.last_day >= self.monday),
        )

    async def _over(
        self,
        session: AsyncSession,
        pairs: Iterable[_Pair],
        states: Collection[EntryState],
    ) -> set[tuple[int, str]]:
        """Those directions of enrolments that have all their weeks already."""
        by_minutes: dict[int, dict[tuple[int, str], _Pair]] = defaultdict(dict)
        for pair in pairs:
            if number_of(self.monday) - pair.started >= pair.asked.amount:
                by_minutes[pair.asked.minutes_per_week][pair.key] = pair
        over: set[tuple[int, str]] = set()
        for minutes, some in by_minutes.items():
            sums = await session.execute(_sums(some, states))
            many = {
                key: some[key]
                for enrolment, direction, entries, total in sums
                if min(entries, total // minutes)
                >= some[key := (enrolment, direction)].asked.amount
            }
            if many:
                over |= await self._surely_over(session, many, minutes, states)
        return over

    async def _surely_over(
        self,
        session: AsyncSession,
        many: Mapping[tuple[int, str], _Pair],
        minutes: int,
        states: Collection[EntryState],
    ) -> set[tuple[int, str]]:
        """The same of a few, week by week: since the start, and outside of absences."""
        enrolments = {enrolment for enrolment, _ in many}
        gone = await _corrected(session, Entry.enrolment_id.in_(enrolments), states)
        weeks = _weeks_kept(many, minutes, states, gone).subquery()
        by = (weeks.c.enrolment_id, weeks.c.direction)
        kept = await session.execute(
            select(*by, func.count())
            .join_from(weeks, Enrolment, Enrolment.id == weeks.c.enrolment_id)
            .where(
                Enrolment.id.in_(enrolments),
                weeks.c.week >= week_number(Enrolment.started_on),
                ~self._away(weeks.c),
            )
            .group_by(*by)
        )
        return {
            key
            for enrolment, direction, amount in kept
            if amount >= many[key := (enrolment, direction)].asked.amount
        }

    def _away(self, kept: ReadOnlyColumnCollection[str, Any]) -> ColumnElement[bool]:
        """An accepted absence touches a week; one without an end lasts until the day."""
        last = func.coalesce(Excuse.last_day, literal(self.day, Date))
        return exists().where(
            Excuse.enrolment_id == kept.enrolment_id,
            Excuse.state == ExcuseState.ACCEPTED,
            week_number(Excuse.first_day) <= kept.week,
            week_number(last) >= kept.week,
        )


def _sums(
    pairs: Iterable[tuple[int, str]], states: Collection[EntryState]
) -> CompoundSelect[*tuple[Any, ...]]:
    """Entries and minutes of each direction: no more weeks can be kept than there are of either.

    Corrected versions are among them: all that is asked here is who may be done.
    """
    by = (Entry.enrolment_id, Entry.direction)
    sums = select(*by, func.count(), func.sum(Entry.minutes)).where(_counts(states)).group_by(*by)
    return union_all(*(sums.where(some) for some in _by_direction(pairs)))


def _weeks_kept(
    pairs: Iterable[tuple[int, str]],
    minutes: int,
    states: Collection[EntryState],
    gone: Collection[int],
) -> CompoundSelect[*tuple[Any, ...]]:
    """A line for each week of at least so many minutes: enrolment, direction, the week's number."""
    by = (Entry.enrolment_id, Entry.direction, week_number(Entry.happened_on).label("week"))
    weeks = select(*by).where(_counts(states, gone)).group_by(*by)
    enough = weeks.having(func.sum(Entry.minutes) >= minutes)
    return union_all(*(enough.where(some) for some in _by_direction(pairs)))


def _by_direction(pairs: Iterable[tuple[int, str]]) -> Iterator[ColumnElement[bool]]:
    """Entries of just these enrolments and directions, as an index finds them."""
    enrolments: dict[str, list[int]] = defaultdict(list)
    for enrolment, direction in pairs:
        enrolments[direction].append(enrolment)
    for direction, some in enrolments.items():
        yield and_(Entry.direction == direction, Entry.enrolment_id.in_(some))


def _counts(states: Collection[EntryState], gone: Collection[int] = ()) -> ColumnElement[bool]:
    in_state = Entry.state.in_(states)
    if not gone:
        return in_state
    # Written out, as they may be more than a statement takes parameters.
    ids: BindParameter[Any] = bindparam("gone", [*gone], expanding=True, literal_execute=True)
    return and_(in_state, Entry.id.not_in(ids))


def _marked(first: int, last: int) -> ColumnElement[bool]:
    return exists().where(
        Mark.enrolment_id.between(first, last),
        Mark.enrolment_id == Enrolment.id,
        Mark.direction == PlanItem.direction,
        Mark.kind == MarkKind.COMPLETE,
    )


async def _corrected(
    session: AsyncSession, which: ColumnElement[bool], states: Collection[EntryState]
) -> set[int]:
    """Ids of the versions that a later one in these states replaces, of some enrolments."""
    found = await session.execute(
        select(Entry.id, Entry.replaces_id, Entry.state).where(
            which, Entry.replaces_id.is_not(None)
        )
    )
    rows = found.all()
    return corrected(rows, [row for row in rows if row.state in states])
