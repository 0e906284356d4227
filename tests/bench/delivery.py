"""Messages a second to a hundred thousand people, and how often Telegram refuses one.

A whole run would take an hour, so a slice of it is measured, in real time: the bot's delivery with
all rows waiting in its outbox, against the sandbox with its flood limits on, over HTTP. Beside it a
plain loop that sends as fast as it can and sleeps when it is refused.
"""

import asyncio
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramRetryAfter
from markupsafe import Markup
from pydantic import SecretStr
from sqlalchemy import func, insert, select

from award.outbox import NoticeKind
from bot.assemble import Service, service
from bot.clock import Clock
from bot.settings import Settings
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown
from sandbox.server import Sandbox
from sandbox.telegram import Person as SandboxPerson
from storage.tables import Outbox, Person, Table, Urgency
from tests.bench.null_telegram import TOKEN

PEOPLE = 100_000
FIRST = 700_000_001
SLICE = 60.0  # seconds of the bot's delivery
PLAIN_SLICE = 20.0
WARM_UP = 3.0  # seconds in which what may go at once has gone
LEAST = 29.0
NOON = datetime.fromisoformat("2026-02-03T12:00:00+05:00")  # by night such messages wait
KIND = cast("NoticeKind", "bench-of-delivery")
WORDS = "Құрметті қатысушылар! Аптаның бір сағатын ұмытпаңыздар."


@notice(KIND)
async def _worded(n: Notice) -> Shown | None:
    return Shown(Markup(WORDS))


@dataclass(frozen=True)
class Sent:
    """What Telegram answered in a slice."""

    seconds: float
    accepted: int
    refused: int

    def __str__(self) -> str:
        rate = self.accepted / self.seconds
        return f"{rate:.1f} a second, {self.refused} refused with 429, in {self.seconds:.0f} s"


async def measure(folder: Path, database_url: str | None = None) -> None:
    """Print the rate of both, one after the other in the same sandbox."""
    sandbox, clock = Sandbox(TOKEN), Clock()
    await sandbox.start(0)
    for each in (sandbox.clock, clock):
        each.move_to(NOON)
    for number in range(FIRST, FIRST + PEOPLE):
        person = SandboxPerson(id=number, first_name="Ару", started=True)
        sandbox.telegram.people[number] = person
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=sandbox.url,
        data_dir=folder,
        database_url=database_url,
        webhook_url=None,
        redis_url=None,
        _env_file=None,
    )
    try:
        async with service(settings, clock) as bot:
            await _owe(bot)
            delivered = await _delivery(bot, sandbox)
            await asyncio.sleep(2)  # until the limits are as if nothing had been sent
            plain = await _plain(sandbox)
            left = await _left(bot)
    finally:
        await sandbox.stop()
    print(
        f"messages to {PEOPLE} people, {left} of them still waiting at the end:"
        f" {delivered} (≥ {LEAST:.0f}, 0 refused); a plain loop that sleeps on 429: {plain}"
    )


async def _owe(bot: Service) -> None:
    now = bot.clock.now()
    tables = Table.metadata.tables
    async with bot.database.transaction() as session:
        people = [
            {"telegram_id": FIRST + n, "language": "kk", "joined_at": now} for n in range(PEOPLE)
        ]
        await session.execute(insert(tables[Person.__tablename__]), people)
        rows = [
            {
                "person_id": person,
                "kind": KIND,
                "details": {},
                "written_at": now,
                "due_at": now,
                "urgency": Urgency.MASS,
            }
            for person in await session.scalars(select(Person.id))
        ]
        await session.execute(insert(tables[Outbox.__tablename__]), rows)


async def _left(bot: Service) -> int:
    async with bot.database.transaction() as session:
        waiting = select(func.count(Outbox.id)).where(Outbox.settled_at.is_(None))
        return await session.scalar(waiting) or 0


async def _delivery(bot: Service, sandbox: Sandbox) -> Sent:
    running = asyncio.create_task(bot.delivery.run())
    await asyncio.sleep(WARM_UP)
    sent = await _answers(sandbox, SLICE)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    return sent


async def _answers(sandbox: Sandbox, seconds: float) -> Sent:
    """What the sandbox answered from now on, for so many seconds."""
    start, calls = time.monotonic(), sandbox.calls
    first = calls.last
    await asyncio.sleep(seconds)
    taken = time.monotonic() - start
    made = calls.after(first, "sendMessage")
    refused = sum(call["status"] == 429 for call in made)
    accepted = sum(call["status"] == 200 for call in made)
    return Sent(taken, accepted, refused)


async def _plain(sandbox: Sandbox) -> Sent:
    session = AiohttpSession()
    session.api = TelegramAPIServer.from_base(sandbox.url)
    async with Bot(TOKEN, session=session) as bot:
        loop = asyncio.create_task(_send_plainly(bot))
        await asyncio.sleep(WARM_UP)
        sent = await _answers(sandbox, PLAIN_SLICE)
        loop.cancel()
        await asyncio.gather(loop, return_exceptions=True)
    return sent


async def _send_plainly(bot: Bot) -> None:
    for chat_id in range(FIRST + PEOPLE - 1, FIRST, -1):
        while True:
            try:
                await bot.send_message(chat_id, WORDS)
            except TelegramRetryAfter as limit:
                await asyncio.sleep(limit.retry_after)
            else:
                break
