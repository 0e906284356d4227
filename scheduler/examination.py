"""Looking into files that were sent with entries: fetched one by one, read in a worker process.

A row without `examined_at` is the queue, so a crash loses none.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from time import monotonic

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest
from aiohttp import ClientError

from award.files import FETCHABLE, Unexamined, keep_examined, next_unexamined
from award.programme import Programme
from evidence.files import Examined, Problem, examine
from scheduler.worker import Worker, WorkerDied
from storage.database import Database

log = structlog.get_logger()

PAUSE = 2.0  # seconds until the queue is looked at again
IDLE = 60.0  # seconds after which a worker without work is ended
FETCH_SECONDS = 120
# After a network fault a file waits, and others go on; after the last wait it is given up.
WAITS = (timedelta(seconds=10), timedelta(minutes=5))
LIVES = 2  # a worker may be killed for another reason than the file


class TooBig(Exception):
    """More bytes than a bot may fetch."""


Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(slots=True)
class _Trouble:
    """A file that could not be fetched: how often, and when it is tried again."""

    tries: int
    again_at: datetime


async def fetch(bot: Bot, file_id: str) -> bytes:
    """A file's bytes from Telegram; raises TooBig, TelegramAPIError, ClientError, TimeoutError."""
    try:
        file = await bot.get_file(file_id)
    except TelegramBadRequest as error:
        if "file is too big" in error.message:
            raise TooBig from error
        raise
    if (file.file_size or 0) > FETCHABLE or file.file_path is None:
        raise TooBig
    into = BytesIO()
    await bot.download_file(file.file_path, into, timeout=FETCH_SECONDS)
    return into.getvalue()


class Examination:
    """Works off the queue, one file at a time."""

    def __init__(
        self, database: Database, fetch: Fetch, programme: Programme, now: Callable[[], datetime]
    ) -> None:
        self.database = database
        self.fetch = fetch
        self.programme = programme
        self.now = now
        self.worker = Worker()
        self._turn = asyncio.Lock()
        self._troubles: dict[int, _Trouble] = {}

    async def run(self) -> None:
        """Examine until cancelled; a worker without work is ended after a while."""
        worked_at = monotonic()
        try:
            while True:
                try:
                    busy = await self.examine_next()
                except Exception:
                    log.exception("examination_failed")
                    busy = False
                if busy:
                    worked_at = monotonic()
                    continue
                if monotonic() - worked_at > IDLE:
                    self.worker.close()
                await asyncio.sleep(PAUSE)
        finally:
            self.worker.close()

    async def examine_next(self) -> bool:
        """Examine the file that waits longest; whether there was one."""
        async with self._turn:
            return await self._examine_next()

    async def _examine_next(self) -> bool:
        waiting = [id_ for id_, each in self._troubles.items() if each.again_at > self.now()]
        async with self.database.transaction() as session:
            file = await next_unexamined(session, waiting)
        if file is None:
            return False
        found = await self._look_into(file)
        if found is not None:
            self._troubles.pop(file.id, None)
            async with self.database.transaction() as session:
                await keep_examined(session, file, found, self.programme, self.now())
            log.info("file_examined", media=file.id, problem=found.problem)
        return True

    async def _look_into(self, file: Unexamined) -> Examined | None:
        """What the file is; None where it could not be fetched now."""
        if not file.may_be_image:
            return Examined()
        if file.too_large:
            return Examined(problem=Problem.TOO_LARGE)
        try:
            data = await self.fetch(file.file_id)
        except TooBig:
            return Examined(problem=Problem.TOO_LARGE)
        except (TelegramAPIError, ClientError, TimeoutError, OSError) as error:
            # The type alone: an address in the error's words holds the token.
            return self._put_off(file, type(error).__name__)
        for _ in range(LIVES):
            try:
                return await self.worker.run(examine, data, self.now())
            except WorkerDied:
                log.warning("worker_died", media=file.id)
        return Examined(problem=Problem.TOO_HEAVY)

    def _put_off(self, file: Unexamined, error: str) -> Examined | None:
        trouble = self._troubles.get(file.id)
        tries = trouble.tries if trouble else 0
        log.warning("file_not_fetched", media=file.id, error=error, tries=tries + 1)
        if tries == len(WAITS):
            return Examined(problem=Problem.NOT_FETCHED)
        self._troubles[file.id] = _Trouble(tries + 1, self.now() + WAITS[tries])
        return None
