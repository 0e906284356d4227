"""The clock's digests: to whom, when, once, and with the numbers of their period (§10)."""

import asyncio
import datetime as dt

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import find_actor
from award.amendments.in_force import InForce
from award.digests.numbers import Counted, DailyDigest, WeeklyDigest
from award.digests.week_counts import count_weeks
from award.messages.preferences import Regular
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.digests import Counting, digests, owe_daily, owe_evening, owe_weekly
from scheduler.jobs.jobs import Jobs
from storage.database import Database
from storage.tables import (
    Enrolment,
    Entry,
    EntryState,
    Outbox,
    RoleKind,
    Substitution,
    Urgency,
)
from tests.award.digests.many import MONDAY, many
from tests.award.digests.test_week_counts import plain

ZONE = "Asia/Almaty"
NINE = dt.datetime(2026, 3, 16, 4, tzinfo=dt.UTC)  # Monday 09:00 in Almaty
HOUR = dt.timedelta(hours=1)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def people(session: AsyncSession) -> dict[str, list[int]]:
    return await many(session, seed=4)


@pytest.fixture
def counting(database: Database, programme: Programme) -> Counting:
    return Counting(database, InForce(programme))


async def owed(session: AsyncSession, kind: Regular) -> dict[int, Outbox]:
    rows = await session.scalars(select(Outbox).where(Outbox.kind == kind.value))
    found = rows.all()
    await session.commit()  # SQLite's one connection is needed by what is tested
    assert len({row.person_id for row in found}) == len(found)
    return {row.person_id: row for row in found}


async def test_a_week_is_owed_once_with_the_numbers_of_plain_statements(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    await session.commit()
    first = await owe_weekly(counting, ZONE, NINE)
    rows = await owed(session, Regular.WEEKLY_DIGEST)
    staff = {one for each in people.values() for one in each}
    assert rows.keys() <= staff
    assert {*people["operator"], *people["expert"], *people["coordinator"]} <= rows.keys()
    assert first == len(rows)
    for name in ("operator", "coordinator", "expert", "head"):
        row = rows[people[name][0]]
        digest = WeeklyDigest.restored(row.details)
        expected = await plain(session, name, people[name][0], MONDAY)
        assert {each: getattr(digest.week, each) for each in expected} == expected
        assert digest.monday == MONDAY
        assert row.once == "weekly-digest:2026-W12"
        assert row.urgency == Urgency.MASS
        assert row.useful_until == NINE + dt.timedelta(days=7)
    await session.commit()
    assert await owe_weekly(counting, ZONE, NINE) == 0


async def test_it_is_the_same_for_who_has_it_later(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting, programme: Programme
) -> None:
    """Two at the same place, one of them long after the service came back and all was decided."""
    one = people["coordinator"][0]
    await session.commit()
    await owe_weekly(counting, ZONE, NINE)
    told = (await owed(session, Regular.WEEKLY_DIGEST))[one].details
    await session.execute(update(Outbox).values(once=None))
    await session.execute(
        update(Entry)
        .where(Entry.state == EntryState.SUBMITTED)
        .values(state=EntryState.APPROVED, decided_at=NINE + HOUR)
    )
    await session.commit()
    afresh = Counting(counting.database, InForce(programme))  # after a restart
    await owe_weekly(afresh, ZONE, NINE)
    again = await session.scalars(
        select(Outbox).where(Outbox.person_id == one, Outbox.once.is_not(None))
    )
    assert again.one().details == told


async def test_a_day_and_an_evening(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    await session.commit()
    count = await owe_daily(counting, ZONE, NINE)
    daily = await owed(session, Regular.DAILY_DIGEST)
    staff = {one for name in ("expert", "coordinator", "head", "operator") for one in people[name]}
    assert daily.keys() == staff
    assert count == len(staff)
    whole = DailyDigest.restored(daily[people["operator"][0]].details)
    assert whole.day == dt.date(2026, 3, 16)
    assert whole.waiting > 0
    assert {mentor for mentor, *_ in whole.slowest} <= set(people["mentor"])
    assert await owe_evening(counting, ZONE, NINE) == 0
    evening = NINE + HOUR * 9
    assert await owe_evening(counting, ZONE, evening) > 0
    mentors = await owed(session, Regular.REVIEW_EVENING)
    assert mentors.keys() <= set(people["mentor"])
    assert all(row.details == {} for row in mentors.values())
    assert await owe_evening(counting, ZONE, evening) == 0


async def test_the_evening_of_one_who_is_away_is_their_substitutes(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    """The first two mentors' participants all wait; the first is away."""
    away, instead = people["mentor"][:2]
    await session.execute(update(Entry).values(state=EntryState.APPROVED))
    waiting = select(Enrolment.id).where(Enrolment.mentor_id == away)
    await session.execute(
        update(Entry)
        .where(Entry.enrolment_id.in_(waiting))
        .values(state=EntryState.SUBMITTED, decided_at=None)
    )
    session.add(
        Substitution(
            kind=RoleKind.MENTOR,
            absent_id=away,
            substitute_id=instead,
            reason="illness",
            made_by=away,
            made_at=NINE,
            first_day=MONDAY,
            since=NINE - HOUR,
        )
    )
    await session.commit()
    await owe_evening(counting, ZONE, NINE + HOUR * 9)
    assert (await owed(session, Regular.REVIEW_EVENING)).keys() == {instead}


async def test_nothing_in_the_evening_where_nothing_waits(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    idle = people["mentor"][0]
    await session.execute(update(Entry).values(state=EntryState.APPROVED))
    await session.commit()
    assert await owe_evening(counting, ZONE, NINE + HOUR * 9) == 0
    assert idle not in await owed(session, Regular.REVIEW_EVENING)


async def once_of(session: AsyncSession, person: int) -> list[str]:
    rows = await session.scalars(select(Outbox.once).where(Outbox.person_id == person))
    found = sorted(each or "" for each in rows)
    await session.commit()
    return found


async def test_jobs_run_at_every_hour_of_the_day_and_owe_once(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    """From Sunday night to Tuesday noon: one weekly digest each, two days' and one evening's."""
    await session.commit()
    wall = [NINE - HOUR * 12]
    jobs = Jobs(counting.database, digests(counting), lambda: wall[0])
    while wall[0] < NINE + HOUR * 27:
        await jobs.run_due()
        wall[0] += HOUR
    await jobs.run_due()
    assert await once_of(session, people["operator"][0]) == [
        "daily-digest:2026-03-16",
        "daily-digest:2026-03-17",
        "weekly-digest:2026-W12",
    ]
    due = await session.execute(select(Outbox.kind, func.min(Outbox.due_at)).group_by(Outbox.kind))
    assert dict(due.tuples().all()) == {
        "daily-digest": NINE,
        "weekly-digest": NINE,
        "review-evening": NINE + HOUR * 9,
    }


async def test_a_pause_of_the_service_keeps_the_week_and_drops_yesterday(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    """Down from Sunday to Tuesday noon, and begun again by two processes at once."""
    await session.commit()
    wall = [NINE - HOUR * 12]
    await Jobs(counting.database, digests(counting), lambda: wall[0]).run_due()
    wall[0] = NINE + HOUR * 27
    again = [Jobs(counting.database, digests(counting), lambda: wall[0]) for _ in range(2)]
    await asyncio.gather(*(jobs.run_due() for jobs in again))
    for name in ("operator", "expert", "coordinator"):
        assert await once_of(session, people[name][0]) == [
            "daily-digest:2026-03-17",
            "weekly-digest:2026-W12",
        ]
    told = (await owed(session, Regular.WEEKLY_DIGEST))[people["operator"][0]]
    assert WeeklyDigest.restored(told.details).monday == MONDAY


async def test_what_takes_long_comes_as_a_message(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    actor = await find_actor(session, NINE, person_id=people["operator"][0])
    assert actor is not None
    await session.commit()
    counting.patience = 0.0
    assert await counting.weekly(actor, MONDAY, NINE) is None
    await asyncio.gather(*counting._later)
    row = (await owed(session, Regular.WEEKLY_DIGEST))[actor.id]
    assert (row.urgency, row.once) == (Urgency.NOW, None)
    counting.patience = 60.0
    assert await counting.weekly(actor, MONDAY, NINE) == WeeklyDigest.restored(row.details)


async def test_who_asks_again_while_it_is_counted_is_told_once(
    session: AsyncSession, people: dict[str, list[int]], counting: Counting
) -> None:
    actor = await find_actor(session, NINE, person_id=people["operator"][0])
    assert actor is not None
    await session.commit()
    counting.patience = 0.0
    for _ in range(5):
        assert await counting.daily(actor, NINE.date(), NINE) is None
    assert await counting.weekly(actor, MONDAY, NINE) is None
    await asyncio.gather(*counting._later)
    for kind in (Regular.DAILY_DIGEST, Regular.WEEKLY_DIGEST):
        rows = select(func.count(Outbox.id)).where(Outbox.kind == kind.value)
        assert await session.scalar(rows) == 1
    await session.rollback()
    counting.patience = 60.0
    assert await counting.daily(actor, NINE.date(), NINE) is not None


async def test_a_week_is_counted_once_for_all_who_ask_at_once(
    people: dict[str, list[int]], counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[dt.date] = []

    async def count(session: AsyncSession, programme: Programme, monday: dt.date) -> Counted:
        counted.append(monday)
        return await count_weeks(session, programme, monday)

    monkeypatch.setattr("scheduler.jobs.digests.count_weeks", count)
    asked = await asyncio.gather(*(counting.week(MONDAY) for _ in range(4)))
    assert counted == [MONDAY]
    assert all(each is asked[0] for each in asked)
