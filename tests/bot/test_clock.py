"""A clock that is off is waited out: nothing is written by it, and nothing ends."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import cast

import aiohttp
import pytest
from markupsafe import Markup
from pydantic import SecretStr
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from structlog.testing import capture_logs

from award.amendments.composing import EVER
from award.outbox import NoticeKind, tell
from bot import clock as clocks
from bot.clock import CheckedClock, TelegramAway
from bot.settings import Settings
from bot.telegram_time import telegram_time
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import JobRun, Outbox, Person, Table
from storage.tables.base import Moment
from tests.bot.running import SOON, TOKEN, logged, running, settings_of
from tests.journeys.people import Phone

YEAR = timedelta(days=365)
JUMPS = {
    "+1 h": timedelta(hours=1),
    "-1 h": timedelta(hours=-1),
    "+5 years": 5 * YEAR,
    "-5 years": -5 * YEAR,
}
# Twenty to five in the afternoon in Almaty.
BEGINNING = datetime(2026, 2, 4, 11, 40, tzinfo=UTC)

KIND = cast("NoticeKind", "test-of-clock")

jumps = pytest.mark.parametrize("jump", JUMPS.values(), ids=JUMPS)


@notice(KIND)
async def _worded(_n: Notice) -> Shown:
    return Shown(Markup("It is due"))


@pytest.fixture
async def telegram(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Sandbox]:
    """A sandbox that shows the beginning; jumps of the machine's clock are seen at once."""
    monkeypatch.setattr(clocks, "LOOK", 0.02)
    monkeypatch.setattr("scheduler.jobs.jobs.LOOK", 0.1)
    sandbox = Sandbox(TOKEN, flood_limits=False)
    await sandbox.start(0)
    sandbox.clock.move_to(BEGINNING)
    yield sandbox
    await sandbox.stop()


@pytest.fixture
async def http() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession() as http:
        yield http


@pytest.fixture
def settings(data_folder: Path, telegram: Sandbox) -> Settings:
    return settings_of(data_folder, telegram.url)


@pytest.fixture
def machine(settings: Settings) -> CheckedClock:
    """The machine's clock, which tests put forward and back; right in the beginning."""
    machine = CheckedClock(partial(telegram_time, settings))
    machine.move_to(BEGINNING)
    return machine


async def _phone(telegram: Sandbox, http: aiohttp.ClientSession) -> Phone:
    async with http.post(f"{telegram.url}/people", json={"first_name": "Аружан"}) as answer:
        return Phone(http, telegram.url, await answer.json())


async def _waiting(telegram: Sandbox, http: aiohttp.ClientSession) -> int:
    async with http.get(f"{telegram.url}/bot{TOKEN}/getWebhookInfo") as answer:
        return int((await answer.json())["result"]["pending_update_count"])


@jumps
async def test_a_clock_that_is_off_at_the_start_is_waited_out(
    telegram: Sandbox,
    http: aiohttp.ClientSession,
    settings: Settings,
    machine: CheckedClock,
    jump: timedelta,
) -> None:
    phone = await _phone(telegram, http)
    await phone.start()
    machine.move_to(BEGINNING + jump)
    with capture_logs() as lines:
        async with running(settings, machine):
            wrong = await logged(lines, "clock_wrong")
            assert wrong["ahead"] == pytest.approx(jump.total_seconds(), abs=30)
            assert wrong["log_level"] == "warning"
            await logged(lines, "clock_wrong")
            assert await _waiting(telegram, http) == 1
            machine.move_to(telegram.clock.now())
            await phone.sees("Қазақша")
    assert [line["event"] for line in lines if line["event"] in {"clock_right", "stopped"}] == [
        "clock_right",
        "stopped",
    ]
    await _nothing_is_of_another_time(settings, telegram)


@jumps
async def test_a_clock_that_jumps_is_waited_out_and_in_an_hour_all_that_is_due_has_moved(
    telegram: Sandbox,
    http: aiohttp.ClientSession,
    settings: Settings,
    machine: CheckedClock,
    jump: timedelta,
) -> None:
    phone = await _phone(telegram, http)
    with capture_logs() as lines:
        async with running(settings, machine):
            await phone.start()
            await phone.sees("Қазақша")
            await _owe(settings, phone, BEGINNING + timedelta(minutes=30))

            jumped = logged(lines, "clock_wrong")
            machine.move_to(telegram.clock.now() + jump)
            await jumped
            await logged(lines, "clock_wrong")  # everything has stopped, and it is waited
            await phone.write("/help")
            assert await _waiting(telegram, http) == 1

            machine.move_to(telegram.clock.now())
            await phone.sees("/menu")

            # A machine that stood still for an hour, and has set its clock right.
            telegram.clock.advance(3600)
            machine.move_to(telegram.clock.now())
            await phone.sees("It is due")
            await _moved(settings)
    await _nothing_is_of_another_time(settings, telegram)


async def test_by_webhook_it_is_waited_out_as_well(
    telegram: Sandbox,
    http: aiohttp.ClientSession,
    settings: Settings,
    machine: CheckedClock,
    unused_tcp_port: int,
) -> None:
    settings = settings.model_copy(
        update={
            "webhook_url": f"http://127.0.0.1:{unused_tcp_port}",
            "webhook_port": unused_tcp_port,
            "webhook_secret": SecretStr("s" * 32),
        }
    )
    phone = await _phone(telegram, http)
    with capture_logs() as lines:
        async with running(settings, machine):
            await phone.start()
            await phone.sees("Қазақша")
            jumped = logged(lines, "clock_wrong")
            machine.move_to(telegram.clock.now() + 5 * YEAR)
            await jumped
            await logged(lines, "clock_wrong")
            await phone.write("/help")
            assert await _waiting(telegram, http) == 1
            machine.move_to(telegram.clock.now())
            await phone.sees("/menu")
    await _nothing_is_of_another_time(settings, telegram)


async def _owe(settings: Settings, phone: Phone, due_at: datetime) -> None:
    database = Database(settings.database)
    async with database.transaction() as session:
        person = (await session.scalars(select(Person).where(Person.telegram_id == phone.id))).one()
        tell(session, person.id, KIND, BEGINNING).due_at = due_at
    await database.close()


async def _moved(settings: Settings) -> None:
    """Returns when nothing is owed any more and each job of the hour has run."""
    database = Database(settings.database)
    try:
        async with asyncio.timeout(SOON):
            while not await _all_moved(database):  # noqa: ASYNC110 - another process's database
                await asyncio.sleep(0.05)
    finally:
        await database.close()


async def _all_moved(database: Database) -> bool:
    """Terms undecided are looked for at every full hour, the silent are asked at five."""
    five = BEGINNING + timedelta(minutes=20)
    async with database.transaction() as session:
        owed = await session.scalar(
            select(func.count(Outbox.id)).where(Outbox.settled_at.is_(None))
        )
        done = await session.scalars(
            select(JobRun.job).where(JobRun.due_at == five, JobRun.count.is_not(None))
        )
        return not owed and {"undecided:Asia/Almaty", "silence:Asia/Almaty"} <= set(done)


async def _nothing_is_of_another_time(settings: Settings, telegram: Sandbox) -> None:
    """Of whatever table and column: no moment of it is of the time that the wrong clock showed."""
    database = Database(settings.database)
    async with database.transaction() as session:
        moments = await _all_moments(session)
    await database.close()
    assert moments
    for moment in moments:
        if moment == EVER:  # since when what the programme's files said at first holds
            continue
        assert abs(moment - telegram.clock.now()) < YEAR


async def _all_moments(session: AsyncSession) -> list[datetime]:
    found: list[datetime] = []
    for table in Table.metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Moment):
                rows = await session.scalars(select(column).where(column.is_not(None)))
                found += rows.all()
    return found


async def test_telegram_decides_whatever_it_answers(telegram: Sandbox, settings: Settings) -> None:
    telegram.clock.move_to(BEGINNING + 3 * YEAR)
    said = await telegram_time(settings.model_copy(update={"bot_token": settings.bot_token}))
    assert abs(said.now() - (BEGINNING + 3 * YEAR)) < timedelta(seconds=30)


async def test_while_telegram_is_away_time_goes_on_from_what_it_said_last(
    telegram: Sandbox, settings: Settings, machine: CheckedClock
) -> None:
    await machine.right()
    await telegram.stop()
    watching = asyncio.create_task(machine.watch())
    machine.move_to(BEGINNING + 5 * YEAR)
    assert abs(machine.now() - BEGINNING) < timedelta(seconds=SOON)
    with pytest.raises(clocks.ClockWrong):
        await asyncio.wait_for(watching, SOON)
    with pytest.raises(TelegramAway):
        await telegram_time(settings)
