"""The demo as `make run` starts it, at a moment of the test's choice."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeAlias

from pydantic import SecretStr

from bot.assemble import Service, service
from bot.clock import Clock
from bot.run import loops
from bot.settings import Settings
from demo.people import Someone
from demo.seeding import seed
from sandbox.server import Sandbox

TOKEN = "42:TEST-token-of-a-test"
Running: TypeAlias = tuple[Service, Sandbox]
FRIDAY = "2026-11-20T17:55:00+05:00"


@asynccontextmanager
async def started(folder: Path, kind: str = "demo", moment: str = FRIDAY) -> AsyncIterator[Running]:
    sandbox = Sandbox(TOKEN, folder / "telegram", flood_limits=False)
    await sandbox.start(0)
    sandbox.clock.move_to(dt.datetime.fromisoformat(moment))
    clock = Clock()
    clock.move_to(sandbox.clock.now())
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=sandbox.url,
        data_dir=folder,
        database_url=None,
        webhook_url=None,
        redis_url=None,
        _env_file=None,
    )
    try:
        async with service(settings, clock) as bot:
            if kind != "nothing":
                await seed(bot.database, bot.programme, sandbox, kind)
            yield bot, sandbox
    finally:
        await sandbox.stop()


@asynccontextmanager
async def working(bot: Service) -> AsyncIterator[None]:
    tasks = loops(bot)
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def said(sandbox: Sandbox, someone: Someone, part: str) -> None:
    """Wait until a message of the bot has this in its words, buttons or files."""
    telegram, chat = sandbox.telegram, someone.telegram_id
    async with asyncio.timeout(30):
        while True:
            revision = telegram.chat(chat).revision
            if any(part in str(m.content) for m in telegram.newest_first(chat) if m.from_bot):
                return
            await telegram.changed_after(chat, revision, 30)
