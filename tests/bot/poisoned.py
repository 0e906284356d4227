"""The bot as it runs for real, but for one word that kills it: what a poisonous update does.

Bots of it are forked: `forks("tests.bot.poisoned")` of tests/journeys/forked_bot.py.
"""

# ruff: noqa: I001 - the libraries first
import tests.libraries  # noqa: F401

import asyncio
import os
import signal

from aiogram import F, Router
from aiogram.types import Message

from bot.assemble import run_until_stopped, service
from bot.run import loops
from bot.settings import Settings
from tests.journeys.forking import serve

POISON = "уу"
router = Router()


@router.message(F.text == POISON)
async def die(_message: Message) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def _run() -> None:
    async with service(Settings()) as running:
        # Before all conversations.
        running.dispatcher.sub_routers.insert(0, router)
        await run_until_stopped(*loops(running))


def run() -> int:
    asyncio.run(_run())
    return 0


if __name__ == "__main__":
    serve(run)
