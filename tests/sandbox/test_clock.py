"""The clock that is moved: step by step where the bot owes something, and jobs that it tells of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from sandbox.clock_api import BotClock
from sandbox.server import Sandbox
from tests.sandbox.conftest import People
from tests.sandbox.small_bot import TOKEN

MONDAY = datetime(2026, 2, 2, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)


class Bot:
    """It owes something at certain moments, and writes down what the clock showed then."""

    def __init__(self, *owed: datetime) -> None:
        self.owed = list(owed)
        self.told: list[datetime] = []
        self.ran: list[str] = []

    async def moved(self, now: datetime) -> None:
        self.told.append(now)

    async def next_owed(self, after: datetime) -> datetime | None:
        return min((moment for moment in self.owed if moment > after), default=None)

    async def upcoming(self, language: str) -> list[dict[str, Any]]:
        return [{"id": "digest:Asia/Almaty", "title": language, "next": MONDAY.isoformat()}]

    async def run_now(self, id_: str) -> dict[str, Any]:
        if id_ != "digest:Asia/Almaty":
            raise KeyError(id_)
        self.ran.append(id_)
        return {"count": 3, "problem": None}


@asynccontextmanager
async def on_monday(bot: Bot) -> AsyncIterator[tuple[Sandbox, People]]:
    clock = BotClock(bot.moved, bot.next_owed, bot.upcoming, bot.run_now)
    sandbox = Sandbox(TOKEN, clock=clock)
    sandbox.clock.move_to(MONDAY)
    await sandbox.start(port=0)
    try:
        async with aiohttp.ClientSession(sandbox.url) as http:
            yield sandbox, People(http)
    finally:
        await sandbox.stop()


def _near(moments: list[datetime], expected: list[datetime]) -> bool:
    return len(moments) == len(expected) and all(
        abs(moment - other) < timedelta(seconds=60)
        for moment, other in zip(moments, expected, strict=True)
    )


async def test_the_clock_stops_wherever_the_bot_owes_something() -> None:
    owed = [MONDAY + HOUR * n for n in (9, 2, 5, 24, 25)]
    bot = Bot(*owed, MONDAY - HOUR)
    async with on_monday(bot) as (sandbox, people):
        await people.post("/clock", {"advance": 86_400 - 60})
        assert _near(bot.told, [MONDAY + HOUR * n for n in (2, 5, 9, 24)])
        assert bot.told == sorted(bot.told)
        assert abs(sandbox.clock.now() - bot.told[-1]) < timedelta(seconds=60)
        await people.post("/clock", {"now": (MONDAY + HOUR * 30).isoformat()})
        assert _near(bot.told[4:], [MONDAY + HOUR * n for n in (24, 25, 30)])


async def test_backwards_it_goes_at_once() -> None:
    bot = Bot(MONDAY - HOUR, MONDAY + HOUR)
    async with on_monday(bot) as (_, people):
        await people.post("/clock", {"advance": -7200})
        assert _near(bot.told, [MONDAY - HOUR * 2])


async def test_a_bot_that_owes_the_same_moment_for_ever_holds_nobody_up() -> None:
    class Stuck(Bot):
        async def next_owed(self, after: datetime) -> datetime | None:
            return MONDAY + HOUR

    bot = Stuck()
    async with on_monday(bot) as (_, people):
        await people.post("/clock", {"advance": 7200})
        assert _near(bot.told, [MONDAY + HOUR, MONDAY + HOUR * 2])


async def test_a_bot_that_fails_on_the_way_is_reported() -> None:
    class Failing(Bot):
        async def moved(self, now: datetime) -> None:
            raise RuntimeError("broken")

    async with on_monday(Failing(MONDAY + HOUR)) as (sandbox, people):
        answer = await people.post("/clock", {"advance": 7200}, status=500)
        assert "broken" in answer["error"]
        assert abs(sandbox.clock.now() - MONDAY - HOUR) < timedelta(seconds=60)


async def test_jobs_are_listed_and_run() -> None:
    bot = Bot()
    async with on_monday(bot) as (_, people):
        (job,) = await people.get("/jobs", language="kk")
        assert (job["id"], job["title"]) == ("digest:Asia/Almaty", "kk")
        ran = await people.post("/jobs/digest%3AAsia%2FAlmaty/run", {})
        assert ran == {"count": 3, "problem": None}
        await people.post("/jobs/other/run", {}, status=404)
        assert bot.ran == ["digest:Asia/Almaty"]


async def test_a_bot_without_jobs_has_none() -> None:
    sandbox = Sandbox(TOKEN)
    await sandbox.start(port=0)
    async with aiohttp.ClientSession(sandbox.url) as http:
        people = People(http)
        assert await people.get("/jobs") == []
        await people.post("/jobs/digest/run", {}, status=404)
    await sandbox.stop()


@pytest.mark.parametrize("body", [{}, {"now": 5}, {"now": "2026"}, {"advance": "1e999"}])
async def test_nonsense_moves_no_clock(body: dict[str, Any]) -> None:
    bot = Bot()
    async with on_monday(bot) as (_, people):
        await people.post("/clock", body, status=400)
        assert bot.told == []
