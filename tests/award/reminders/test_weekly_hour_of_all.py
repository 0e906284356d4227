"""Who is short and who kept the week, by SQL: the same people as by the rules of progress."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK, week_of
from award.programme import Demand, Programme
from award.programme.requirements import Choices, Override
from award.progress.asked import store_choices, store_overrides
from award.progress.current import progress_on
from award.reminders.weekly_hour import lacks, weeks_in_a_row
from award.reminders.weekly_hour_of_all import WeekOfAll
from storage.database import Database
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

NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
START = dt.date(2026, 3, 2)  # a Monday
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

    def counts_on(self, day: dt.date) -> bool:
        return self.state is EnrolmentState.ACTIVE and self.started <= day

    def did_something_since(self, day: dt.date) -> bool:
        return any(line.day >= day for line in self.lines)


_whole = dict.fromkeys(DIRECTIONS, START)
STEADY = Someone(
    started=START,
    plan={"sport": START},
    heritage="book",
    overrides=(),
    lines=(),
    absences=(),
    marks=frozenset(),
    state=EnrolmentState.ACTIVE,
)
STATES = [EntryState.APPROVED] * 6 + [EntryState.SUBMITTED] * 3 + [*EntryState]


def someone(chance: Random, today: dt.date) -> Someone:
    """A participant as they may be on a day, most of what they did being sport."""
    days = [START - WEEK + DAY * n for n in range((today - START).days + 8)]
    starts = [START + DAY * n for n in range(36)]
    others = chance.sample(DIRECTIONS[1:], chance.choice([0, 0, 1, 2]))
    return Someone(
        started=chance.choice([START, START, *starts]),
        plan={"sport": START, **{code: chance.choice(starts) for code in others}},
        heritage=chance.choice(["months_3", "book"]),
        overrides=tuple(
            Override(
                code, "себеп", chance.choice([None, 1, 3]), chance.choice([None, None, 30, 90])
            )
            for code in ("sport", "talent")
            if chance.random() < 0.2
        ),
        lines=tuple(
            Line(
                chance.choice(["sport"] * 6 + ["talent"] * 2 + ["reading", "heritage"]),
                chance.choice(days),
                chance.choice([30, 31, 59, 60, 61, 90]),
                chance.choice(STATES),
                chance.choice([None, None, number - 1, number - 2, number - 3]),
            )
            for number in range(chance.randrange(14))
        ),
        absences=tuple(
            (chance.choice(days), chance.choice([None, 0, 3, 9]), chance.choice([*ExcuseState]))
            for _ in range(chance.choice([0, 0, 1, 2]))
        ),
        marks=frozenset(chance.sample(DIRECTIONS, chance.choice([0, 0, 0, 1]))),
        state=chance.choice([EnrolmentState.ACTIVE] * 9 + [EnrolmentState.PAUSED]),
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
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers(), st.dates(START + WEEK, START + WEEK * 6))
async def test_the_query_finds_whom_the_rule_finds(
    database: Database, programme: Programme, seed: int, today: dt.date
) -> None:
    """Of many at once: one person's row must not be taken for another's."""
    chance = Random(seed)
    everyone = [someone(chance, today) for _ in range(40)]
    async with database.sessions() as session:
        enrolled = [await enter(session, programme, each) for each in everyone]
        week, last_week = WeekOfAll(programme, today), WeekOfAll(programme, week_of(today) - DAY)
        short, kept = set[int](), set[int]()
        for first, last in await week.parts(session):
            short |= set(await week.short(session, first, last))
            kept |= set(await last_week.kept(session, first, last))
        for enrolment, each in zip(enrolled, everyone, strict=True):
            mine = enrolment.person_id
            hoped = await progress_on(session, programme, enrolment, today, COUNTED_STATES)
            missing = each.counts_on(today) and lacks(hoped, each.plan, today)
            assert (mine in short) == bool(missing), each
            stands = await progress_on(session, programme, enrolment, today)
            row = weeks_in_a_row(stands, each.plan, last_week.monday)
            if row and each.counts_on(last_week.day):
                assert mine in kept, each
            elif not each.marks and not each.did_something_since(week.monday):
                # What was done or marked since may end a direction: then the words are left unsaid.
                assert mine not in kept, each
        await session.rollback()


async def test_more_corrections_than_a_statement_takes_parameters(
    database: Database, programme: Programme
) -> None:
    """Of all versions of an entry the last alone counts, here too little for the week."""
    often = 33_000
    async with database.sessions() as session:
        enrolment = await enter(session, programme, STEADY)
        first = Entry(
            enrolment_id=enrolment.id,
            state=EntryState.APPROVED,
            direction="sport",
            happened_on=START,
            minutes=30,
            sent_at=NOW,
            received_at=NOW,
            submitted_at=NOW,
        )
        session.add(first)
        await session.flush()
        values = {c.key: getattr(first, c.key) for c in Entry.__mapper__.columns}
        await session.execute(
            insert(Entry.__table__),
            [
                values | {"id": first.id + n, "replaces_id": first.id + n - 1}
                for n in range(1, often)
            ],
        )
        week = WeekOfAll(programme, START)
        [(start, end)] = await week.parts(session)
        assert await week.short(session, start, end) == [enrolment.person_id]
        await session.rollback()


async def enter(session: AsyncSession, programme: Programme, someone: Someone) -> Enrolment:
    """Put it into tables."""
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
    await _enter_journal(session, enrolment, someone)
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


async def _enter_journal(session: AsyncSession, enrolment: Enrolment, someone: Someone) -> None:
    entered: list[Entry] = []
    corrected: set[int] = set()
    for line in someone.lines:
        old = line.corrects
        older = None
        if old is not None and old >= 0 and old not in corrected:
            corrected.add(old)
            older = entered[old]
        sent_at = dt.datetime.combine(line.day, dt.time(3), dt.UTC)
        if older:
            sent_at = max(sent_at, older.sent_at)
        entry = Entry(
            enrolment_id=enrolment.id,
            state=line.state,
            direction=line.direction,
            happened_on=line.day,
            minutes=line.minutes,
            sent_at=sent_at,
            received_at=sent_at,
            submitted_at=None if line.state is EntryState.DRAFT else sent_at,
            replaces_id=older and older.id,
        )
        session.add(entry)
        await session.flush()
        entered.append(entry)
