"""What the clock does by the calendar: when, and once, whatever dies in between."""

import asyncio
import signal
import sys
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import or_, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.jobs.jobs import TRIES, Job, Jobs
from scheduler.jobs.runs import FIRST_SEEN, HOLD, TOO_LATE, begin, take_over
from storage.database import Database
from storage.tables import (
    JobRun,
    Outbox,
)
from tests.scheduler.jobs.dying import digest
from tests.storage.rows import add_person

ALMATY = "Asia/Almaty"
# 03:29 in Almaty.
EVENING = datetime(2026, 2, 2, 22, 29, tzinfo=UTC)


class Wall:
    """A clock on the wall."""

    def __init__(self) -> None:
        self.time = EVENING

    def now(self) -> datetime:
        return self.time


Done = list[tuple[str, datetime]]


@dataclass
class Diary:
    """Jobs that write down what they did, and fail as often as told."""

    wall: Wall
    done: Done = field(default_factory=list)
    failures: Counter[str] = field(default_factory=Counter)

    def job(self, id_: str, *, hour: int | str, week: str = "*", **how: Any) -> Job:
        async def work(moment: datetime) -> int:
            self.done.append((id_, moment))
            if self.failures[id_]:
                self.failures[id_] -= 1
                raise RuntimeError("broken")
            return 7

        when = CronTrigger(day_of_week=week, hour=hour, timezone=ALMATY)
        return Job(id_, when, work, **how)


@pytest.fixture
def wall() -> Wall:
    return Wall()


@pytest.fixture
def diary(wall: Wall) -> Diary:
    return Diary(wall)


def almaty(day: int, hour: int = 18) -> datetime:
    """An hour of a day in February 2026; the 5th is a Thursday."""
    return datetime(2026, 2, day, hour, tzinfo=ZoneInfo(ALMATY))


async def written(database: Database) -> dict[tuple[str, datetime], JobRun]:
    async with database.transaction() as session:
        found = await session.scalars(select(JobRun).where(_not_first_seen))
        return {(run.job, run.due_at): run for run in found}


_not_first_seen = or_(JobRun.problem.is_(None), JobRun.problem != FIRST_SEEN)


async def test_what_lies_between_is_done_in_order(
    database: Database, wall: Wall, diary: Diary
) -> None:
    night = diary.job("night", hour=4, each=True, useful_for=timedelta(days=9))
    thursday = diary.job("thursday", hour=18, week="thu")
    jobs = Jobs(database, (thursday, night), wall.now)
    await jobs.run_due()
    assert diary.done == []
    wall.time = almaty(6, 5)
    await jobs.run_due()
    await jobs.run_due()
    assert diary.done == [
        *(("night", almaty(day, 4)) for day in (3, 4, 5)),
        ("thursday", almaty(5)),
        ("night", almaty(6, 4)),
    ]
    runs = await written(database)
    assert set(runs) == set(diary.done)
    assert {(run.count, run.problem, run.attempts) for run in runs.values()} == {(7, None, 1)}
    assert all(run.ended_at == run.begun_at == wall.time for run in runs.values())


async def test_a_moment_with_nothing_to_do_is_done_without_a_run(
    database: Database, wall: Wall, diary: Diary
) -> None:
    async def idle(_: AsyncSession, moment: datetime) -> bool:
        return moment == almaty(3, 4)

    async def untold(session: AsyncSession, _: datetime) -> bool:
        await session.execute(text("SELECT nonsense"))
        return True

    night = diary.job("night", hour=4, each=True, useful_for=timedelta(days=9), idle=idle)
    jobs = Jobs(database, (night,), wall.now)
    await jobs.run_due()
    wall.time = almaty(4, 5)
    await jobs.run_due()
    await Jobs(database, (night,), wall.now).run_due()
    assert diary.done == [("night", almaty(4, 4))]
    runs = await written(database)
    passed = runs["night", almaty(3, 4)]
    assert (passed.count, passed.problem, passed.ended_at) == (0, None, wall.time)
    # What cannot be told is run.
    jobs = Jobs(database, (night, diary.job("odd", hour=4, idle=untold)), wall.now)
    await jobs.run_due()
    wall.time = almaty(5, 5)
    await jobs.run_due()
    assert diary.done[1:] == [("night", almaty(5, 4)), ("odd", almaty(5, 4))]


async def test_a_job_is_told_the_moment_in_utc(
    database: Database, wall: Wall, diary: Diary
) -> None:
    jobs = Jobs(database, (diary.job("night", hour=4),), wall.now)
    wall.time = almaty(3, 4)
    await jobs.run_due()
    assert diary.done[0][1].tzinfo is UTC


async def test_after_a_pause_this_weeks_reminder_is_caught_up_and_last_weeks_is_not(
    database: Database, wall: Wall, diary: Diary
) -> None:
    def start() -> Jobs:
        reminder = diary.job("weekly-hour", hour=18, week="thu", useful_for=timedelta(days=3))
        return Jobs(database, (reminder,), wall.now)

    await start().run_due()
    # Down from before Thursday the 5th to Saturday the 14th: only the newer one is of use.
    wall.time = almaty(14)
    with structlog.testing.capture_logs() as logs:
        await start().run_due()
    assert diary.done == [("weekly-hour", almaty(12))]
    assert [(each["job"], each["moments"], each["late"]) for each in logs[:1]] == [
        ("weekly-hour", 2, 2 * 24 * 3600)
    ]
    # Down again over the 19th, until it is of no more use.
    wall.time = almaty(23)
    await start().run_due()
    await start().run_due()
    assert len(diary.done) == 1
    run = (await written(database))["weekly-hour", almaty(19)]
    assert (run.problem, run.count) == (TOO_LATE, None)
    wall.time = almaty(26)
    await start().run_due()
    assert diary.done[1:] == [("weekly-hour", almaty(26))]


async def test_a_job_that_was_missed_often_is_run_for_the_newest_or_for_each(
    database: Database, wall: Wall, diary: Diary
) -> None:
    def start() -> Jobs:
        day = timedelta(hours=6)
        newest = diary.job("newest", hour="9-20", useful_for=day)
        each = diary.job("each", hour="9-20", useful_for=day, each=True)
        return Jobs(database, (newest, each), wall.now)

    await start().run_due()
    wall.time = almaty(4, 14)
    await start().run_due()
    assert sorted(diary.done, key=lambda done: done[1]) == diary.done
    assert [at for id_, at in diary.done if id_ == "newest"] == [almaty(4, 14)]
    assert [at for id_, at in diary.done if id_ == "each"] == [
        almaty(4, hour) for hour in range(9, 15)
    ]
    assert (await written(database))["each", almaty(3, 20)].problem == TOO_LATE


async def test_a_new_job_owes_nothing_of_the_past(
    database: Database, wall: Wall, diary: Diary
) -> None:
    night = diary.job("night", hour=4)
    await Jobs(database, (night,), wall.now).run_due()
    wall.time = almaty(8, 5)
    new = diary.job("new", hour=4)
    await Jobs(database, (night, new), wall.now).run_due()
    assert diary.done == [("night", almaty(8, 4))]


async def test_a_broken_job_stops_no_other_and_is_tried_again(
    database: Database, wall: Wall, diary: Diary
) -> None:
    diary.failures["broken"] = 2
    jobs = Jobs(database, tuple(diary.job(id_, hour=4) for id_ in ("broken", "sound")), wall.now)
    wall.time = almaty(3, 4)
    await jobs.run_due()
    assert [id_ for id_, _ in diary.done] == ["broken", "sound"]
    run = (await written(database))["broken", almaty(3, 4)]
    assert (run.problem, run.ended_at) == ("RuntimeError", None)
    for pause in (1, 2):
        assert await jobs.next_due() == wall.time + timedelta(minutes=pause)
        wall.time += timedelta(minutes=pause) - timedelta(seconds=1)
        await jobs.run_due()
        before = len(diary.done)
        wall.time += timedelta(seconds=1)
        await jobs.run_due()
        assert diary.done[before:] == [("broken", almaty(3, 4))]
    run = (await written(database))["broken", almaty(3, 4)]
    assert (run.problem, run.count, run.attempts) == (None, 7, 3)


async def test_a_job_that_never_works_is_given_up(
    database: Database, wall: Wall, diary: Diary
) -> None:
    diary.failures["broken"] = 99
    jobs = Jobs(database, (diary.job("broken", hour=4),), wall.now)
    wall.time = almaty(3, 4)
    while wall.time < almaty(3, 12):
        await jobs.run_due()
        wall.time += timedelta(minutes=1)
    assert len(diary.done) == TRIES
    run = (await written(database))["broken", almaty(3, 4)]
    assert (run.problem, run.attempts) == ("RuntimeError", TRIES)
    assert run.ended_at
    assert run.ended_at < almaty(3, 7)


async def test_what_failed_is_not_tried_when_it_is_of_no_more_use(
    database: Database, wall: Wall, diary: Diary
) -> None:
    diary.failures["broken"] = 1
    jobs = Jobs(database, (diary.job("broken", hour=4, useful_for=timedelta(minutes=5)),), wall.now)
    wall.time = almaty(3, 4)
    await jobs.run_due()
    wall.time += timedelta(minutes=10)
    await jobs.run_due()
    assert len(diary.done) == 1
    run = (await written(database))["broken", almaty(3, 4)]
    assert (run.problem, run.ended_at) == ("RuntimeError", wall.time)


async def test_one_that_hangs_is_ended_and_others_run(
    database: Database, wall: Wall, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def forever(moment: datetime) -> int:
        await asyncio.Event().wait()
        return 0

    monkeypatch.setattr("scheduler.jobs.jobs.LONGEST_RUN", 0.05)
    hangs, other = diary.job("hangs", hour=4), diary.job("other", hour=4)
    jobs = Jobs(database, (replace(hangs, work=forever), other), wall.now)
    wall.time = almaty(3, 4)
    await jobs.run_due()
    assert diary.done == [("other", almaty(3, 4))]
    run = (await written(database))["hangs", almaty(3, 4)]
    assert (run.problem, run.ended_at) == ("TimeoutError", None)


async def test_a_clock_turned_back_does_nothing_twice(
    database: Database, wall: Wall, diary: Diary
) -> None:
    jobs = Jobs(database, (diary.job("night", hour=4),), wall.now)
    for step in (timedelta(hours=1), timedelta(hours=-1), timedelta(hours=1)):
        wall.time += step
        await jobs.run_due()
    assert len(diary.done) == 1


async def test_two_processes_share_the_work_and_do_nothing_twice(
    database: Database, wall: Wall, diary: Diary
) -> None:
    ids = [f"job-{n}" for n in range(6)]
    processes = [
        Jobs(database, tuple(diary.job(id_, hour="*") for id_ in ids), wall.now) for _ in range(3)
    ]
    for hour in range(4, 9):
        wall.time = almaty(3, hour)
        await asyncio.gather(*(jobs.run_due() for jobs in processes))
    assert sorted(diary.done) == sorted((id_, almaty(3, h)) for id_ in ids for h in range(4, 9))


async def test_a_moment_being_run_is_run_by_nobody_else(database: Database, wall: Wall) -> None:
    begun, go = asyncio.Event(), asyncio.Event()
    running = 0

    async def work(moment: datetime) -> int:
        nonlocal running
        running += 1
        begun.set()
        await go.wait()
        return running

    def start() -> Jobs:
        return Jobs(database, (Job("slow", CronTrigger(hour=4, timezone=ALMATY), work),), wall.now)

    one, other = start(), start()
    wall.time = almaty(3, 4)
    slow = asyncio.create_task(one.run_due())
    await begun.wait()
    await other.run_due()
    await start().run_due()
    assert running == 1
    go.set()
    await slow


async def test_what_a_dead_process_left_is_taken_over(
    database: Database, wall: Wall, diary: Diary
) -> None:
    """It has written that it runs a moment, and never that it ended."""
    job = diary.job("digest", hour=9)
    await Jobs(database, (job,), wall.now).run_due()
    wall.time = almaty(3, 9)
    async with database.transaction() as session:
        assert await begin(session, ["digest"], wall.time, wall.time)
    jobs = Jobs(database, (job,), wall.now)
    wall.time += HOLD - timedelta(seconds=1)
    await jobs.run_due()
    assert diary.done == []
    assert await jobs.next_due() == almaty(3, 9) + HOLD
    wall.time += timedelta(seconds=1)
    await asyncio.gather(jobs.run_due(), Jobs(database, (job,), wall.now).run_due())
    assert diary.done == [("digest", almaty(3, 9))]
    assert (await written(database))["digest", almaty(3, 9)].attempts == 2


async def test_a_digest_that_a_kill_broke_off_reaches_everybody_once(
    database: Database, wall: Wall
) -> None:
    async with database.transaction() as session:
        for telegram_id in range(1, 36):
            await add_person(session, telegram_id)
    url = database.url.render_as_string(hide_password=False)
    nine = almaty(3, 9)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.scheduler.jobs.dying", url, nine.isoformat()
    )
    assert await process.wait() == -signal.SIGKILL
    assert await _owed(database) == 20

    wall.time = nine + timedelta(minutes=1)
    others = [Jobs(database, (digest(database, lambda _: None),), wall.now) for _ in range(2)]
    await asyncio.gather(*(jobs.run_due() for jobs in others))
    assert await _owed(database) == 20
    wall.time = nine + HOLD
    await asyncio.gather(*(jobs.run_due() for jobs in others))
    assert await _owed(database) == 35
    run = (await written(database))["digest", nine]
    assert (run.count, run.attempts, run.problem) == (15, 2, None)


async def _owed(database: Database) -> int:
    """How many are owed a digest, each of them one."""
    async with database.transaction() as session:
        found = list(await session.scalars(select(Outbox.person_id)))
    assert len(set(found)) == len(found)
    return len(found)


async def test_a_service_that_is_stopped_leaves_its_work_to_the_next_at_once(
    database: Database, wall: Wall, diary: Diary
) -> None:
    begun = asyncio.Event()

    async def forever(moment: datetime) -> int:
        begun.set()
        await asyncio.Event().wait()
        return 0

    digest = diary.job("digest", hour=9)
    night = diary.job("before", hour=9)
    jobs = Jobs(database, (night, replace(digest, work=forever)), wall.now)
    wall.time = almaty(3, 9)
    running = asyncio.create_task(jobs.run_due())
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    await Jobs(database, (night, digest), wall.now).run_due()
    assert diary.done == [("before", almaty(3, 9)), ("digest", almaty(3, 9))]


async def test_stops_in_order_are_no_deaths_of_a_job(
    database: Database, wall: Wall, diary: Diary
) -> None:
    job = diary.job("digest", hour=9)
    wall.time = almaty(3, 8)
    await Jobs(database, (job,), wall.now).run_due()
    wall.time = almaty(3, 9)
    for _ in range(TRIES + 1):
        begun = asyncio.Event()

        async def forever(moment: datetime, begun: asyncio.Event = begun) -> int:
            begun.set()
            await asyncio.Event().wait()
            return 0

        jobs = Jobs(database, (replace(job, work=forever),), wall.now)
        running = asyncio.create_task(jobs.run_due())
        await begun.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    await Jobs(database, (job,), wall.now).run_due()
    assert diary.done == [("digest", almaty(3, 9))]
    assert (await written(database))["digest", almaty(3, 9)].attempts == 1


async def test_what_was_stopped_in_order_is_not_done_when_it_is_of_no_more_use(
    database: Database, wall: Wall, diary: Diary
) -> None:
    begun = asyncio.Event()

    async def forever(moment: datetime) -> int:
        begun.set()
        await asyncio.Event().wait()
        return 0

    job = diary.job("digest", hour=9, useful_for=timedelta(minutes=5))
    jobs = Jobs(database, (replace(job, work=forever),), wall.now)
    wall.time = almaty(3, 9)
    running = asyncio.create_task(jobs.run_due())
    await begun.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    wall.time += timedelta(minutes=10)
    await Jobs(database, (job,), wall.now).run_due()
    assert diary.done == []


async def test_a_job_that_kills_the_process_is_given_up(
    database: Database, wall: Wall, diary: Diary
) -> None:
    job = diary.job("deadly", hour=9)
    jobs = Jobs(database, (job,), wall.now)
    await jobs.run_due()
    wall.time = almaty(3, 9)
    async with database.transaction() as session:
        await begin(session, ["deadly"], wall.time, wall.time)
        for _ in range(TRIES):
            wall.time += HOLD
            await take_over(session, ["deadly"], wall.time)
    wall.time += HOLD
    await jobs.run_due()
    assert diary.done == []
    assert (await written(database))["deadly", almaty(3, 9)].problem == "died"


async def test_a_job_can_be_run_early_and_is_then_done(
    database: Database, wall: Wall, diary: Diary
) -> None:
    jobs = Jobs(database, (diary.job("thursday", hour=18, week="thu"),), wall.now)
    assert await jobs.upcoming() == [(jobs.jobs["thursday"], almaty(5))]
    ended = await jobs.run_early("thursday")
    assert ended
    assert ended.count == 7
    assert diary.done == [("thursday", almaty(5))]
    assert await jobs.upcoming() == [(jobs.jobs["thursday"], almaty(12))]
    wall.time = almaty(6)
    await jobs.run_due()
    assert len(diary.done) == 1
    with pytest.raises(KeyError):
        await jobs.run_early("friday")


async def test_ids_are_jobs_own(database: Database, wall: Wall, diary: Diary) -> None:
    with pytest.raises(ValueError, match="one id"):
        Jobs(database, (diary.job("a", hour=1),) * 2, wall.now)
