"""A clock put forward or back, and right again: within an hour all that is due has moved."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter
from aiogram.methods import SendMessage
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import select, update

from scheduler.delivery.delivery import Delivery
from scheduler.delivery.gathering import WITHIN
from scheduler.delivery.share import Couriers
from scheduler.jobs.jobs import Job, Jobs
from scheduler.jobs.runs import begin, given_up, hold
from storage.database import Database
from storage.tables import Courier, JobRun, Outbox
from tests.scheduler.delivery.posts import HandClock, Post, delivery, outcomes, owe, people

MINUTE, HOUR, YEAR = timedelta(minutes=1), timedelta(hours=1), timedelta(days=365)
JUMPS = {"+1 h": HOUR, "-1 h": -HOUR, "+5 years": 5 * YEAR, "-5 years": -5 * YEAR}
CALL = SendMessage(chat_id=1, text="Сәлем")
# Twenty to five in the afternoon in Almaty.
BEGINNING = datetime(2026, 2, 4, 11, 40, tzinfo=UTC)
FIVE = datetime(2026, 2, 4, 12, tzinfo=UTC)

jumps = pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)
dies = pytest.mark.parametrize("dies", [False, True], ids=["same process", "another process"])


@pytest.fixture
def clock() -> HandClock:
    clock = HandClock()
    clock.at = BEGINNING
    return clock


def an_hour(clock: HandClock) -> Iterator[None]:
    """Let an hour pass, minute by minute."""
    for _ in range(60):
        clock.at += MINUTE
        yield


class Work:
    """A job of every full hour; it fails as often as told."""

    def __init__(self, clock: HandClock, name: str, failures: int = 0) -> None:
        self.clock = clock
        self.failures = failures
        self.done: list[tuple[datetime, datetime]] = []
        when = CronTrigger(minute=0, timezone="Asia/Almaty")
        self.job = Job(name, when, self.do, useful_for=timedelta(hours=6))

    async def do(self, moment: datetime) -> int:
        if self.failures:
            self.failures -= 1
            raise OSError
        self.done.append((moment, self.clock.now()))
        return 1


@jumps
@dies
async def test_jobs(database: Database, clock: HandClock, jump: timedelta, dies: bool) -> None:
    sound, broken, left = Work(clock, "sound"), Work(clock, "broken", 1), Work(clock, "left")

    def start() -> Jobs:
        return Jobs(database, (sound.job, broken.job, left.job), clock.now)

    jobs = start()
    await jobs.run_due()
    # A process holds a run when the clock jumps, and dies.
    async with database.transaction() as session:
        held = await begin(session, ["left"], FIVE - HOUR, clock.now())
    clock.at += jump
    async with database.transaction() as session:
        await hold(session, held, clock.now() + 2 * MINUTE)
    await jobs.run_due()
    clock.at += MINUTE - jump
    jobs = start() if dies else jobs
    for _ in an_hour(clock):
        await jobs.run_due()
    for work in (sound, broken, left):
        assert [at for moment, at in work.done if moment == FIVE][-1] < FIVE + 5 * MINUTE
    assert FIVE - HOUR in {moment for moment, _ in left.done}
    assert await jobs.next_due() == FIVE + HOUR
    async with database.transaction() as session:
        open_ones = select(JobRun).where(JobRun.ended_at.is_(None), JobRun.begun_at <= clock.now())
        assert not (await session.scalars(open_ones)).all()


async def test_what_failed_by_a_clock_that_was_ahead_is_not_reported_for_years(
    database: Database, clock: HandClock
) -> None:
    later = clock.now() + 5 * YEAR
    async with database.transaction() as session:
        session.add(
            JobRun(
                job="a", due_at=later, begun_at=later, ended_at=later, attempts=8, problem="OSError"
            )
        )
    async with database.transaction() as session:
        assert not await given_up(session, clock.now() - timedelta(days=7), clock.now())


@jumps
@dies
async def test_messages(database: Database, clock: HandClock, jump: timedelta, dies: bool) -> None:
    post = Post()
    failed, asked, claimed, between, after = await people(database, 5)

    async def some_time(deliver: Delivery) -> None:
        for _ in range(3):  # longer than it has to live before it takes over what others had
            clock.move(seconds=3)
            await deliver.deliver_due()

    deliver = delivery(database, post, clock)
    await some_time(deliver)
    clock.at += jump
    first = await owe(
        database,
        {"person_id": failed, "written_at": clock.at, "due_at": clock.at},
        {"person_id": asked, "written_at": clock.at, "due_at": clock.at},
        {"person_id": after, "written_at": clock.at, "due_at": clock.at},
    )
    post.faults = [
        TelegramNetworkError(CALL, "reset"),
        TelegramRetryAfter(CALL, "wait", retry_after=60),
    ]
    await deliver.deliver_due()
    # A process takes a message, and dies; another writes one that nobody has looked at yet.
    rest = await owe(
        database,
        {"person_id": claimed, "claimed_until": clock.at + MINUTE, "due_at": BEGINNING},
        {"person_id": between, "written_at": clock.at, "due_at": clock.at},
    )
    clock.at += MINUTE - jump
    rest += await owe(database, {"person_id": after, "due_at": clock.at})
    deliver = delivery(database, post, clock) if dies else deliver
    for _ in an_hour(clock):
        await some_time(deliver)
    assert await outcomes(database) == dict.fromkeys(first + rest, "sent")


async def test_a_chat_that_was_sent_something_by_a_clock_ahead_is_not_gathered_for_until_then(
    database: Database, clock: HandClock
) -> None:
    post = Post()
    (a,) = await people(database, 1)
    await owe(database, {"person_id": a, "due_at": clock.at})
    deliver = delivery(database, post, clock, gathers=["note"])
    clock.at += 5 * YEAR
    await deliver.deliver_due()
    (second,) = await owe(database, {"person_id": a, "due_at": clock.at})
    await deliver.deliver_due()
    clock.at += MINUTE - 5 * YEAR
    async with database.transaction() as session:
        await session.execute(
            update(Outbox).where(Outbox.id == second).values(written_at=clock.at, due_at=clock.at)
        )
    clock.at += WITHIN
    await deliver.deliver_due()
    assert post.rows[-1] == second


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_a_process_with_a_clock_ahead_does_not_share_the_pace_for_years(
    database: Database, clock: HandClock
) -> None:
    one, other = Couriers(database), Couriers(database)
    clock.at += 5 * YEAR
    async with database.transaction() as session:
        await one.beat(session, clock.now())
        assert await other.beat(session, clock.now()) == 2
    clock.at += MINUTE - 5 * YEAR
    async with database.transaction() as session:
        assert await one.beat(session, clock.now()) == 1
        said = await session.scalars(select(Courier.seen_at).order_by(Courier.seen_at))
        assert said.all()[0] == clock.at
