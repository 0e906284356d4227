"""Bots that are to die, forked from a process that has read all that a bot reads when it starts.

Each is a process of its own that runs `python -m bot run`, only without the two seconds of reading.
"""

import asyncio
import multiprocessing
import os
import sys
from multiprocessing.process import BaseProcess
from pathlib import Path

from bot.__main__ import main
from sandbox.server import Sandbox

TOKEN = "42:TEST-token-of-a-test"
_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(["tests.journeys.all_read"])


def settings_of(sandbox: Sandbox, folder: Path) -> dict[str, str]:
    """Environment variables of a bot on this sandbox."""
    return {
        "BOT_TOKEN": TOKEN,
        "BOT_API_URL": sandbox.url,
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "ERROR",
    }


async def fork_bot(sandbox: Sandbox, folder: Path) -> BaseProcess:
    """A running bot; returns when it asks for updates."""
    asked = asyncio.create_task(sandbox.asked())
    process = _forks.Process(target=_run, args=(settings_of(sandbox, folder),))
    process.start()
    await asyncio.wait_for(asked, timeout=60)
    assert process.is_alive(), "the bot died by itself"
    return process


def _run(environment: dict[str, str]) -> None:
    os.environ |= environment
    sys.argv[1:] = ["run"]
    sys.exit(main())
