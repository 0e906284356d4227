"""Whom the jobs of the week's hour owe something: each once, in their own hour and zone."""

import asyncio
import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.outbox import NoticeKind, tell_all_once
from award.programme import Programme, load
from award.reminders import weekly_hour_of_all
from award.reminders.weekly_hour_of_all import WeekOfAll
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.jobs import Jobs
from scheduler.jobs.weekly_hour import celebrate, owe, remind, weekly_hour
from storage.database import Database
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Outbox,
    Person,
    PlanItem,
    Preference,
)
from tests.participants import participant

ZONE = "Asia/Almaty"
NOW = dt.datetime(2026, 3, 1, 7, tzinfo=dt.UTC)


def at(day: int, hour: int) -> dt.datetime:
    """That time in Almaty in March 2026; the 5th is a Thursday."""
    return dt.datetime(2026, 3, day, hour, tzinfo=ZoneInfo(ZONE))


@dataclass
class Wall:
    """A clock on the wall."""

    time: dt.datetime

    def now(self) -> dt.datetime:
        return self.time


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def people(database: Database, programme: Programme) -> list[int]:
    """Ids of three active participants, with sport alone under way, who have done nothing yet."""
    async with database.transaction() as session:
        enrolled = [
            await participant(session, programme, NOW, telegram_id=n, mentor_telegram_id=99)
            for n in (1, 2, 3)
        ]
        await session.execute(delete(PlanItem).where(PlanItem.direction != "sport"))
        return [each.person_id for each in enrolled]


async def owed(database: Database) -> list[tuple[int, str | None]]:
    """Who is owed what, by the person's id."""
    async with database.transaction() as session:
        rows = await session.execute(
            select(Outbox.person_id, Outbox.once).order_by(Outbox.person_id, Outbox.id)
        )
        return [(person, once) for person, once in rows]


async def wish(database: Database, person_id: int, **how: Any) -> None:
    kept = {"kind": "weekly-hour", "off": False, **how}
    async with database.transaction() as session:
        session.add(Preference(person_id=person_id, **kept))


async def enter(database: Database, person_id: int, day: int, state: EntryState) -> None:
    """An hour of sport on that day of March."""
    async with database.transaction() as session:
        enrolment = select(Enrolment.id).where(Enrolment.person_id == person_id)
        session.add(
            Entry(
                enrolment_id=await session.scalar(enrolment),
                state=state,
                direction="sport",
                happened_on=dt.date(2026, 3, day),
                minutes=60,
                sent_at=NOW,
                received_at=NOW,
            )
        )


async def test_who_is_short_is_owed_one_reminder_a_day(
    database: Database, programme: Programme, people: list[int]
) -> None:
    for moment in (at(5, 18), at(5, 18), at(8, 16)):
        await remind(database, programme, ZONE, moment)
    thursday, sunday = "weekly-hour:2026-W10:thu", "weekly-hour:2026-W10:sun"
    assert await owed(database) == [(n, once) for n in people for once in (thursday, sunday)]


async def test_two_processes_owe_it_once(
    database: Database, programme: Programme, people: list[int]
) -> None:
    other = Database(database.url.render_as_string(hide_password=False))
    try:
        counts = await asyncio.gather(
            remind(database, programme, ZONE, at(5, 18)), remind(other, programme, ZONE, at(5, 18))
        )
    finally:
        await other.close()
    assert sum(counts) == len(people)
    assert [person for person, _ in await owed(database)] == people


async def test_a_run_that_broke_off_is_finished(
    database: Database, programme: Programme, people: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part is a transaction: what was owed stays, and is not owed again."""
    monkeypatch.setattr(weekly_hour_of_all, "PART", 1)
    seen: list[int] = []

    async def dies(self: WeekOfAll, session: AsyncSession, first: int, last: int) -> list[int]:
        if len(seen) == 2:
            raise ConnectionError
        seen.append(first)
        return await WeekOfAll.short(self, session, first, last)

    today = WeekOfAll(programme, at(5, 18).date())
    with pytest.raises(ConnectionError):
        await owe(
            database, today, dies, partial(tell_all_once, kind=NoticeKind.SILENT, once="y", now=NOW)
        )
    assert [person for person, _ in await owed(database)] == people[:2]
    await owe(
        database,
        today,
        WeekOfAll.short,
        partial(tell_all_once, kind=NoticeKind.SILENT, once="y", now=NOW),
    )
    assert [person for person, _ in await owed(database)] == people


async def test_nothing_is_owed_to_who_is_done_away_or_gone(
    database: Database, programme: Programme, people: list[int]
) -> None:
    await enter(database, people[0], 3, EntryState.SUBMITTED)
    async with database.transaction() as session:
        blocked = update(Person).where(Person.id == people[1])
        await session.execute(blocked.values(unreachable_since=NOW))
        left = update(Enrolment).where(Enrolment.person_id == people[2])
        await session.execute(left.values(state=EnrolmentState.WITHDRAWN))
    assert await remind(database, programme, ZONE, at(5, 18)) == 0


async def test_each_is_reminded_at_their_own_hour(
    database: Database, programme: Programme, people: list[int]
) -> None:
    await wish(database, people[0], hour=12)
    await wish(database, people[1], off=True)
    found = {hour: await remind(database, programme, ZONE, at(5, hour)) for hour in range(9, 21)}
    assert {hour: count for hour, count in found.items() if count} == {12: 1, 18: 1}
    assert [person for person, _ in await owed(database)] == [people[0], people[2]]


async def test_each_zone_has_its_own_jobs_and_people(
    database: Database, programme: Programme, people: list[int]
) -> None:
    """Whoever lives further west is told when it is six there."""
    west = tuple(
        replace(region, zone="Asia/Aqtobe") if region.code == "KZ-27" else region
        for region in programme.regions
    )
    divided = replace(programme, regions=west)
    async with database.transaction() as session:
        moved = update(Person).where(Person.id == people[0])
        await session.execute(moved.values(region="KZ-27"))
    names = {job.id for job in weekly_hour(database, InForce(divided))}
    assert len(names) == 6
    assert {"weekly-hour-sunday:Asia/Almaty", "weekly-hour-sunday:Asia/Aqtobe"} < names
    assert await remind(database, divided, "Asia/Aqtobe", at(5, 18)) == 1
    assert await remind(database, divided, ZONE, at(5, 18)) == 2


async def test_thursday_is_caught_up_until_sunday(
    database: Database, programme: Programme, people: list[int]
) -> None:
    """What was owed while the service was down: this week's once, last week's not."""
    wall = Wall(at(4, 12))
    jobs = Jobs(database, weekly_hour(database, InForce(programme)), wall.now)
    await jobs.run_due()
    wall.time = at(7, 10)  # down from Wednesday to Saturday
    await jobs.run_due()
    assert {once for _, once in await owed(database)} == {"weekly-hour:2026-W10:thu"}
    wall.time = at(9, 8)  # and over Sunday, until Monday morning
    await jobs.run_due()
    assert {once for _, once in await owed(database)} == {"weekly-hour:2026-W10:thu"}
    assert len(await owed(database)) == len(people)


async def test_a_kept_week_is_praised_once_even_if_approved_in_the_course_of_monday(
    database: Database, programme: Programme, people: list[int]
) -> None:
    await enter(database, people[0], 4, EntryState.APPROVED)
    await enter(database, people[1], 5, EntryState.SUBMITTED)
    assert await celebrate(database, programme, ZONE, at(9, 9)) == 1
    async with database.transaction() as session:
        await session.execute(update(Entry).values(state=EntryState.APPROVED))
    counts = [await celebrate(database, programme, ZONE, at(9, hour)) for hour in (10, 11)]
    assert counts == [1, 0]
    assert await owed(database) == [(n, "celebration:2026-W10") for n in people[:2]]
