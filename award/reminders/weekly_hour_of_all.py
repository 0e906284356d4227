"""Who of all participants is short of the week's hour, and who has kept it.

The rules are those of `award/progress/` and `award/reminders/weekly_hour.py`. Here they are asked
of 50,000 people at once, so the database adds up the minutes of the one week, and of earlier weeks
only for those who may have had all of theirs. It goes by spans of enrolments' ids, so that whoever
uses the one connection of SQLite can let others have it in between.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, TypeAlias

from sqlalchemy import (
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, week_of
from award.programme import Measure, Programme
from award.programme.requirements import Requirement
from award.progress.asking import Asking
from award.progress.versions import not_among, replaced
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

_minutes = func.coalesce(func.sum(Entry.minutes), 0)

_Key: TypeAlias = tuple[int, str]  # an enrolment's id and a direction


@dataclass(frozen=True, slots=True)
class _Due:
    """A weekly direction of a participant that the plan has begun, and how its week stands."""

    person: int
    enrolment: int
    first_week: int  # of the enrolment, by its number
    asked: Requirement
    minutes: int  # logged in the week
    is_marked: bool  # complete, by the mentor

    @property
    def key(self) -> _Key:
        return self.enrolment, self.asked.direction

    @property
    def is_kept(self) -> bool:
        return self.minutes >= self.asked.minutes_per_week

    @property
    def is_lacking(self) -> bool:
        return not self.is_kept and not self.is_marked


class WeekOfAll:
    """One week of everyone, that of `day`; `who` are further conditions on Person.

    What is asked of participants is worked out once for all who made the same choices.
    """

    def __init__(self, programme: Programme, day: dt.date, *who: ColumnElement[bool]) -> None:
        self.programme = programme
        self.day = day
        self.monday = week_of(day)
        self.who = who
        self._asking = Asking(programme, Measure.weeks)

    async def parts(self, session: AsyncSession) -> list[tuple[int, int]]:
        """Spans of enrolments' ids, the first and the last of each."""
        last = await session.scalar(select(func.max(Enrolment.id))) or 0
        return [(first, first + PART - 1) for first in range(1, last + 1, PART)]

    async def short(self, session: AsyncSession, first: int, last: int) -> list[int]:
        """Ids of people who can still log what their week lacks, of the enrolments of a part."""
        due = await self._due(session, first, last, COUNTED_STATES, ~_is_marked())
        lacking = [each for each in due if each.is_lacking]
        done = await self._done(session, lacking, COUNTED_STATES)
        people = {each.enrolment: each.person for each in lacking if each.key not in done}
        return list(people.values())

    async def kept(self, session: AsyncSession, first: int, last: int) -> list[int]:
        """Ids of people who kept the week in every direction due in it, and in one at least."""
        approved = (EntryState.APPROVED,)
        due = await self._due(session, first, last, approved)
        people = {each.enrolment: each.person for each in due if each.is_kept}
        lacking = [each for each in due if each.is_lacking and each.enrolment in people]
        done = await self._done(session, lacking, approved)
        short = {each.enrolment for each in lacking if each.key not in done}
        return [person for enrolment, person in people.items() if enrolment not in short]

    # --- the week itself

    async def _due(
        self,
        session: AsyncSession,
        first: int,
        last: int,
        states: Collection[EntryState],
        *which: ColumnElement[bool],
    ) -> list[_Due]:
        """The weekly directions of a part, with the minutes of entries in these states."""
        gone = await replaced(session, self._sent_since(first, last), states)
        begun = self._begun(first, last, _counting(states, gone))
        found = await session.execute(begun.where(*which))
        due: list[_Due] = []
        for _, rows in groupby(found, lambda row: row.enrolment):
            theirs = [*rows]
            one, first_week = theirs[0], number_of(theirs[0].started_on)
            in_weeks = self._asking.of(
                one.level, one.choices, one.overrides, one.begun_at, one.submitted_at
            )
            asked_for = {each.direction: each for each in in_weeks}
            due += [
                _Due(row.person, row.enrolment, first_week, asked, row.minutes, row.is_marked)
                for row in theirs
                if (asked := asked_for.get(row.direction)) is not None
            ]
        return due

    def _begun(
        self, first: int, last: int, counting: ColumnElement[bool]
    ) -> Select[*tuple[Any, ...]]:
        """A row for each direction of a part's agreed plans that has begun, by enrolment."""
        minutes = select(_minutes).where(
            Entry.enrolment_id == Enrolment.id,
            Entry.direction == PlanItem.direction,
            Entry.happened_on.between(self.monday, self.monday + DAY * 6),
            counting,
        )
        return (
            select(
                Enrolment.person_id.label("person"),
                Enrolment.id.label("enrolment"),
                Enrolment.level,
                cast(Enrolment.choices, Text).label("choices"),
                cast(Enrolment.overrides, Text).label("overrides"),
                Enrolment.begun_at,
                Enrolment.submitted_at,
                Enrolment.started_on,
                PlanItem.direction,
                minutes.scalar_subquery().label("minutes"),
                _is_marked().label("is_marked"),
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
                PlanItem.direction.in_(self._weekly_directions()),
                Person.unreachable_since.is_(None),
                ~self._is_excused(),
                *self.who,
            )
            .order_by(Enrolment.id)
        )

    def _is_excused(self) -> ColumnElement[bool]:
        """An accepted absence touches the week; one without an end lasts until the day."""
        return exists().where(
            Excuse.enrolment_id == Enrolment.id,
            Excuse.state == ExcuseState.ACCEPTED,
            Excuse.first_day <= self.monday + DAY * 6,
            or_(Excuse.last_day.is_(None), Excuse.last_day >= self.monday),
        )

    def _sent_since(self, first: int, last: int) -> ColumnElement[bool]:
        """Versions of a part that may replace one of the week: sent since it began, anywhere."""
        begun = dt.datetime.combine(self.monday - DAY, dt.time.min, dt.UTC)
        late = or_(Entry.submitted_at.is_(None), Entry.submitted_at >= begun)
        return and_(Entry.enrolment_id.between(first, last), late)

    # --- what is asked

    def _weekly_directions(self) -> list[str]:
        """Directions that are counted in weeks at any level, by any choice."""
        demands = [d for level in self.programme.levels for d in level.requires]
        for level in self.programme.levels:
            for choice in level.choices:
                demands += [d for option in choice.one_of for d in option.requires]
        return sorted({d.direction for d in demands if d.measure is Measure.weeks})

    # --- what was before the week

    async def _done(
        self, session: AsyncSession, lacking: Iterable[_Due], states: Collection[EntryState]
    ) -> set[_Key]:
        """Those of these directions that have all their weeks already.

        Week by week are counted only those that have been under way for as many weeks, and have
        the entries and the minutes.
        """
        this_week = number_of(self.monday)
        old = [each for each in lacking if this_week - each.first_week >= each.asked.amount]
        hopeful = await _with_entries_enough(session, old, states)
        return await self._with_weeks_enough(session, hopeful, states)

    async def _with_weeks_enough(
        self, session: AsyncSession, some: Sequence[_Due], states: Collection[EntryState]
    ) -> set[_Key]:
        """Those with as many weeks of enough minutes, since the start and outside of absences."""
        if not some:
            return set()
        theirs = Entry.enrolment_id.in_({each.enrolment for each in some})
        gone = await replaced(session, theirs, states)
        excused = await self._excused_weeks(session, some)
        counting = _counting(states, gone)
        week = week_number(Entry.happened_on).label("week")
        by = (Entry.enrolment_id, week)
        kept: Counter[_Key] = Counter()
        for direction, each_of in _by_direction(some).items():
            weeks = await session.execute(
                select(*by, _minutes.label("minutes"))
                .where(_of(direction, each_of), counting)
                .group_by(*by)
            )
            for row in weeks:
                each = each_of[row.enrolment_id]
                if (
                    row.week >= each.first_week
                    and row.minutes >= each.asked.minutes_per_week
                    and row.week not in excused[row.enrolment_id]
                ):
                    kept[each.key] += 1
        return {each.key for each in some if kept[each.key] >= each.asked.amount}

    async def _excused_weeks(
        self, session: AsyncSession, some: Iterable[_Due]
    ) -> Mapping[int, set[int]]:
        """Numbers of the weeks that accepted absences touch; one without an end: until the day."""
        found = await session.execute(
            select(Excuse.enrolment_id, Excuse.first_day, Excuse.last_day).where(
                Excuse.enrolment_id.in_({each.enrolment for each in some}),
                Excuse.state == ExcuseState.ACCEPTED,
            )
        )
        weeks: dict[int, set[int]] = defaultdict(set)
        for enrolment, first_day, last_day in found:
            last_week = number_of(last_day or self.day)
            weeks[enrolment].update(range(number_of(first_day), last_week + 1))
        return weeks


def _is_marked() -> ColumnElement[bool]:
    """The mentor marked the direction of the plan as complete."""
    return exists().where(
        Mark.enrolment_id == Enrolment.id,
        Mark.direction == PlanItem.direction,
        Mark.kind == MarkKind.COMPLETE,
    )


async def _with_entries_enough(
    session: AsyncSession, some: Sequence[_Due], states: Collection[EntryState]
) -> list[_Due]:
    """Those that can be done: no more weeks can be kept than there are entries, or minutes for.

    Corrected versions are among the entries: how many weeks they make is counted after this.
    """
    if not some:
        return []
    enough = []
    for direction, each_of in _by_direction(some).items():
        found = await session.execute(
            select(Entry.enrolment_id, func.count().label("entries"), _minutes.label("minutes"))
            .where(_of(direction, each_of), _counting(states))
            .group_by(Entry.enrolment_id)
        )
        for row in found:
            each = each_of[row.enrolment_id]
            most_weeks = min(row.entries, row.minutes // each.asked.minutes_per_week)
            if most_weeks >= each.asked.amount:
                enough.append(each)
    return enough


def _by_direction(some: Iterable[_Due]) -> Mapping[str, Mapping[int, _Due]]:
    """They by direction and enrolment."""
    found: dict[str, dict[int, _Due]] = defaultdict(dict)
    for each in some:
        found[each.asked.direction][each.enrolment] = each
    return found


def _of(direction: str, enrolments: Iterable[int]) -> ColumnElement[bool]:
    """Entries of a direction of these enrolments, and no others', as an index finds them."""
    return and_(Entry.direction == direction, Entry.enrolment_id.in_([*enrolments]))


def _counting(states: Collection[EntryState], gone: Collection[int] = ()) -> ColumnElement[bool]:
    """Entries in these states that no later version replaces."""
    return and_(Entry.state.in_(states), not_among(gone))
