"""The bot as it runs for real, but for one word that kills it: what a poisonous update does."""

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

POISON = "уу"
router = Router()


@router.message(F.text == POISON)
async def die(_message: Message) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def main() -> None:
    async with service(Settings()) as running:
        # Before all conversations.
        running.dispatcher.sub_routers.insert(0, router)
        await run_until_stopped(*loops(running))


if __name__ == "__main__":
    asyncio.run(main())
