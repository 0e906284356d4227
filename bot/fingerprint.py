"""After an upgrade of the method: fingerprint again what an older version of it fingerprinted.

What waits is in the database, so it can be stopped at any time, and goes on where it was.
"""

import asyncio
import sys
from functools import partial

from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramRetryAfter
from aiohttp import ClientError

from award.evidence.examination import Unexamined, count_outdated, keep_fingerprint, next_outdated
from bot.assemble import make_bot, open_database
from bot.bar import Bar
from bot.clock import Clock
from bot.run import stop_on_signal
from bot.settings import Settings
from scheduler.evidence.examination import METHOD, Reading, fetch
from storage.database import Database
from storage.migrate import upgrade

PER_SECOND = 5.0  # files: the bot, and other bots, want something of Telegram as well
ABREAST = 4  # files on their way from Telegram at once
PAUSES = (1.0, 10.0, 0.0)  # seconds after each fault of the network; then it is given up
STOPPED = "Stopped. The same command goes on from here."


async def fingerprint(settings: Settings, *, everything: bool) -> int:
    """Say how many files wait; with `everything`, fingerprint them all and show how far it is."""
    if settings.bot_token is None:
        print("BOT_TOKEN is not set: the files are with Telegram.", file=sys.stderr)
        return 2
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database, bot = open_database(settings), make_bot(settings)
    reading = Reading(partial(fetch, bot), Clock().now)
    stop_on_signal()
    try:
        await upgrade(database)
        again = Again(database, reading, await reading.worker.run(METHOD))
        total = await again.count()
        print(f"Files fingerprinted by an older method: {total}", flush=True)
        if everything and total:
            await again.run(Tally(total))
    except asyncio.CancelledError:
        print(f"\n{STOPPED}")
    finally:
        reading.worker.close()
        await bot.session.close()
        await database.close()
    return 0


class Tally(Bar):
    """Files done, and those among them that could not be had."""

    def __init__(self, total: int) -> None:
        super().__init__(total)
        self.lost = 0

    def took(self, *, lost: bool) -> None:
        self.lost += lost
        self.add()

    def note(self) -> str:
        return f", {self.lost} not to be had" if self.lost else ""

    def finish(self) -> None:
        self.end(f"Fingerprinted again: {self.done - self.lost}")
        if self.lost:
            print(
                f"Not to be had from Telegram: {self.lost}. They keep their older fingerprints, "
                "which new files are not compared with."
            )


class Again:
    """Goes through what waits, what was sent last first."""

    def __init__(self, database: Database, reading: Reading, method: int) -> None:
        self.database = database
        self.reading = reading
        self.method = method
        self._last: int | None = None
        self._turn = asyncio.Lock()

    async def count(self) -> int:
        async with self.database.transaction() as session:
            return await count_outdated(session, self.method)

    async def run(self, progress: Tally) -> None:
        """Each file once, whether or not it can be had."""
        async with asyncio.TaskGroup() as group:
            for _ in range(ABREAST):
                group.create_task(self._work(progress))
        progress.finish()

    async def _work(self, progress: Tally) -> None:
        while file := await self._next():
            progress.took(lost=not await self._take(file))

    async def _next(self) -> Unexamined | None:
        async with self._turn:
            await asyncio.sleep(1 / PER_SECOND)
            async with self.database.transaction() as session:
                file = await next_outdated(session, self.method, self._last)
            if file is not None:
                self._last = file.id
            return file

    async def _take(self, file: Unexamined) -> bool:
        """Whether its older fingerprint is replaced."""
        for pause in PAUSES:
            try:
                looked = await self.reading.read(file)
                async with self.database.transaction() as session:
                    return await keep_fingerprint(session, file, looked)
            except TelegramRetryAfter as limit:
                await asyncio.sleep(limit.retry_after)
            except TelegramBadRequest:  # Telegram has it no longer
                return False
            except (TelegramAPIError, ClientError, TimeoutError, OSError):
                await asyncio.sleep(pause)
        return False
