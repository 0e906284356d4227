"""The bot as `python -m bot run` runs it, in the test's own process, on a sandbox."""

import asyncio
from collections.abc import AsyncIterator, MutableMapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.clock import CheckedClock
from bot.run import run
from bot.settings import Settings

TOKEN = "42:TEST-token-of-a-test"
SOON = 60.0  # seconds for what happens at once, on a busy machine


def settings_of(folder: Path, url: str, **other: Any) -> Settings:
    """Settings of a bot on a sandbox, with its data in a folder."""
    return Settings(
        bot_token=SecretStr(TOKEN), bot_api_url=url, data_dir=folder, _env_file=None, **other
    )


@asynccontextmanager
async def running(
    settings: Settings, clock: CheckedClock | None = None
) -> AsyncIterator[asyncio.Task[int]]:
    """The bot runs; its exit code when it ends by itself. In the end it is stopped in order."""
    bot = asyncio.create_task(run(settings, clock))
    try:
        yield bot
    finally:
        bot.cancel()
        with suppress(asyncio.CancelledError):
            await bot


async def logged(lines: list[MutableMapping[str, Any]], event: str) -> MutableMapping[str, Any]:
    """The first line of an event that comes among captured ones from now on."""
    seen = len(lines)
    async with asyncio.timeout(SOON):
        while True:
            for line in lines[seen:]:
                if line["event"] == event:
                    return line
            seen = len(lines)
            await asyncio.sleep(0.01)
