"""Who is short and who kept the week, by SQL: the same people as by the rules of progress."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK, week_of
from award.programme import Demand, Programme
from award.requirements import Choices, Override
from award.short import Weekly
from award.standing import HOPED, standing, store_choices, store_overrides
from award.weekly_hour import lacks, weeks_in_a_row
from storage.database import Database
from storage.tables import (
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

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
START = dt.date(2026, 3, 2)  # a Monday
LAST = START + WEEK * 6
_accounts = count(1)
DIRECTIONS = ("sport", "talent", "reading", "heritage", "volunteering")


@dataclass(frozen=True)
class Line:
    """One entry; `corrects` is which of those before it, if that can be."""

    direction: str
    day: dt.date
    minutes: int
    state: EntryState
    corrects: int | None


@dataclass(frozen=True)
class Someone:
    """A participant with a random journal."""

    started: dt.date
    plan: dict[str, dt.date]
    heritage: str
    overrides: tuple[Override, ...]
    lines: tuple[Line, ...]
    absences: tuple[tuple[dt.date, int | None, ExcuseState], ...]
    marks: frozenset[str]
    state: EnrolmentState


_whole = dict.fromkeys(DIRECTIONS, START)
days = st.dates(START - WEEK, LAST)
starts = st.dates(START, START + WEEK * 2)
minutes = st.sampled_from([30, 31, 59, 60, 61, 90])
REST = [EntryState.DRAFT, EntryState.RETURNED, EntryState.REJECTED, EntryState.WITHDRAWN]
people = st.builds(
    Someone,
    starts,
    st.dictionaries(st.sampled_from(DIRECTIONS), starts).map(lambda plan: {"sport": START, **plan}),
    st.sampled_from(["months_3", "book"]),
    st.lists(
        st.builds(
            Override,
            st.sampled_from(["sport", "talent"]),
            st.just("себеп"),
            st.sampled_from([None, 1, 4]),
            st.sampled_from([None, 30, 90]),
        ),
        max_size=2,
        unique_by=lambda override: override.direction,
    ).map(tuple),
    st.lists(
        st.builds(
            Line,
            st.sampled_from(["sport"] * 4 + ["talent"] * 2 + ["reading", "heritage"]),
            days,
            minutes,
            st.sampled_from([EntryState.APPROVED] * 6 + [EntryState.SUBMITTED] * 3 + REST),
            st.none() | st.integers(0, 9),
        ),
        min_size=6,
        max_size=18,
    ).map(tuple),
    st.lists(
        st.tuples(days, st.none() | st.integers(0, 15), st.sampled_from(ExcuseState)), max_size=2
    ).map(tuple),
    st.sampled_from([frozenset()] * 4 + [frozenset({code}) for code in DIRECTIONS]),
    st.sampled_from([EnrolmentState.ACTIVE] * 5 + [EnrolmentState.PAUSED]),
)


@pytest.fixture
def programme(tosbelgi: Programme) -> Programme:
    """The programme with two weeks to do in each weekly direction: random journals get there."""

    def shorter(demands: Sequence[Demand]) -> tuple[Demand, ...]:
        return tuple(replace(d, weeks=2) if d.weeks else d for d in demands)

    bronze = tosbelgi.level("bronze")
    choices = [
        replace(
            choice,
            one_of=tuple(replace(o, requires=shorter(o.requires)) for o in choice.one_of),
        )
        for choice in bronze.choices
    ]
    level = replace(bronze, requires=shorter(bronze.requires), choices=tuple(choices))
    return replace(tosbelgi, levels=(level, *tosbelgi.levels[1:]))


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(people, min_size=1, max_size=4), st.dates(START, LAST))
async def test_the_query_finds_whom_the_rule_finds(
    database: Database, programme: Programme, everyone: list[Someone], today: dt.date
) -> None:
    async with database.sessions() as session:
        enrolled = [await enter(session, programme, someone, today) for someone in everyone]
        week, last_week = Weekly(programme, today), Weekly(programme, week_of(today) - DAY)
        short, kept = set[int](), set[int]()
        for first, last in await week.parts(session):
            short |= set(await week.short(session, first, last))
            kept |= set(await last_week.kept(session, first, last))
        for enrolment, someone in zip(enrolled, everyone, strict=True):
            active = enrolment.state is EnrolmentState.ACTIVE
            begun = active and someone.started <= today
            hoped = await standing(session, programme, enrolment, today, HOPED)
            assert (enrolment.person_id in short) == (
                begun and bool(lacks(hoped, someone.plan, today))
            )
            stands = await standing(session, programme, enrolment, today)
            row = weeks_in_a_row(stands, someone.plan, last_week.monday)
            had_begun = active and someone.started <= last_week.day
            if enrolment.person_id not in kept:
                assert not (had_begun and row)
            elif not someone.marks and not any(
                line.day >= week_of(today) for line in someone.lines
            ):
                assert row
        await session.rollback()


async def enter(
    session: AsyncSession, programme: Programme, someone: Someone, today: dt.date
) -> Enrolment:
    """Put it into tables, as it is on that day: nothing of it is of a later one."""
    person = Person(telegram_id=next(_accounts), joined_at=NOW, region="KZ-75")
    session.add(person)
    await session.flush()
    enrolment = Enrolment(
        person_id=person.id,
        state=someone.state,
        level="bronze",
        choices=store_choices(
            Choices({"heritage": someone.heritage}, frozenset({"heritage", "volunteering"}))
        ),
        overrides=store_overrides(someone.overrides),
        begun_at=NOW,
        submitted_at=NOW,
        started_on=someone.started,
    )
    session.add(enrolment)
    await session.flush()
    plans = [
        Plan(
            enrolment_id=enrolment.id,
            version=number,
            state=state,
            made_by=person.id,
            made_at=NOW,
        )
        for number, state in enumerate([PlanState.REPLACED, PlanState.AGREED, PlanState.DRAFT])
    ]
    session.add_all(plans)
    await session.flush()
    session.add_all(
        PlanItem(
            plan_id=plan.id, direction=code, activity="", weekdays=[0], minutes=60, starts_on=day
        )
        for plan in plans
        for code, day in (someone.plan if plan is plans[1] else _whole).items()
    )
    await _enter_journal(session, enrolment, someone, today)
    session.add_all(
        Excuse(
            enrolment_id=enrolment.id,
            state=state,
            first_day=first,
            last_day=None if length is None else first + DAY * length,
            reason="illness",
            made_by=person.id,
            made_at=NOW,
        )
        for first, length, state in someone.absences
    )
    session.add_all(
        Mark(
            enrolment_id=enrolment.id,
            direction=code,
            kind=MarkKind.COMPLETE,
            by=person.id,
            at=NOW,
        )
        for code in someone.marks
    )
    await session.flush()
    return enrolment


async def _enter_journal(
    session: AsyncSession, enrolment: Enrolment, someone: Someone, today: dt.date
) -> None:
    entered: list[Entry] = []
    corrected: set[int] = set()
    for line in someone.lines:
        if line.day > today:
            continue
        old = line.corrects
        may = old is not None and old < len(entered) and old not in corrected
        if may and old is not None:
            corrected.add(old)
        entry = Entry(
            enrolment_id=enrolment.id,
            state=line.state,
            direction=line.direction,
            happened_on=line.day,
            minutes=line.minutes,
            sent_at=NOW,
            received_at=NOW,
            replaces_id=entered[old].id if may and old is not None else None,
        )
        session.add(entry)
        await session.flush()
        entered.append(entry)
