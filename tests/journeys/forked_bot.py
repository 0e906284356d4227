"""Bots that are to die, forked from a process that has read all that a bot reads when it starts.

Each is a process of its own that runs `python -m bot run`, only without the two seconds of reading.
They are not of multiprocessing's fork server: all tests share that one, and what it has read is in
every worker process (tests/warm.py).
"""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.server import Sandbox

TOKEN = "42:TEST-token-of-a-test"


def settings_of(sandbox: Sandbox, folder: Path) -> dict[str, str]:
    """Environment variables of a bot on this sandbox."""
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": sandbox.url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }


class Forks:
    """One bot after another."""

    def __init__(self, parent: Process) -> None:
        assert parent.stdin is not None
        assert parent.stdout is not None
        self._asked, self._answers = parent.stdin, parent.stdout

    async def begin(self, sandbox: Sandbox, folder: Path) -> int:
        """The process id of a bot that starts."""
        self._asked.write(json.dumps(settings_of(sandbox, folder)).encode() + b"\n")
        return int(await self._answers.readline())

    async def start(self, sandbox: Sandbox, folder: Path) -> int:
        """A running bot's process id; returns when it asks for updates."""
        polls = asyncio.create_task(sandbox.asked())
        bot = await self.begin(sandbox, folder)
        await asyncio.wait_for(polls, timeout=60)
        return bot

    async def ended(self) -> int:
        """The exit code of the one that began last, when it has ended."""
        return int(await asyncio.wait_for(self._answers.readline(), timeout=60))

    async def kill(self, bot: int) -> None:
        os.kill(bot, signal.SIGKILL)
        assert await self.ended() == -signal.SIGKILL, "the bot died by itself"


@asynccontextmanager
async def forks(module: str = "tests.journeys.forking") -> AsyncIterator[Forks]:
    """What lets bots begin, one at a time, each ended before the next."""
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, stdin=PIPE, stdout=PIPE
    )
    try:
        yield Forks(parent)
    finally:
        parent.kill()
        await parent.wait()
