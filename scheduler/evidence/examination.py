"""Looking into files that were sent with entries: fetched one by one, read in a worker process.

A row without `examined_at` is the queue, so a crash loses none.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO

import structlog
from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiohttp import ClientError, ClientResponseError

from award.evidence.examination import FETCHABLE, Unexamined, keep_examined, next_unexamined
from award.programme import Programme
from evidence.files import Examined, Problem
from evidence.inspect import Looked, look, method, prepare
from scheduler.evidence.answers import Work, WorkFailed
from scheduler.evidence.looked import LONGEST_ANSWER, Likely
from scheduler.evidence.queues import work_off
from scheduler.evidence.worker import Worker, WorkerDied
from storage.database import Database

log = structlog.get_logger()

FETCH_SECONDS = 120
# A file that could not be fetched waits, and others go on; after the last wait it is given up.
WAITS = (timedelta(seconds=10), timedelta(minutes=5))
PATIENCE = timedelta(days=1)  # with Telegram out of reach, which says nothing of the file
TRIES = 3  # at reading it: a worker may be killed for another reason than the file


class TooBig(Exception):
    """More bytes than a bot may fetch."""


# What the worker is asked for, and how its answers must look.
LOOK = Work(look, Likely, LONGEST_ANSWER)
METHOD = Work(method, int)
Fetch = Callable[[str], Awaitable[bytes]]


@dataclass(slots=True)
class _Trouble:
    """A file that could not be fetched: how often, since when, and when it is tried again."""

    tries: int
    since: datetime
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


class Reading:
    """Fetches files and looks at them, in a worker process."""

    def __init__(self, fetch: Fetch, now: Callable[[], datetime]) -> None:
        self.fetch = fetch
        self.now = now
        self.worker = Worker(prepare)

    async def read(self, file: Unexamined) -> Looked:
        """What a file is and looks like; raises as `fetch`, but TooBig."""
        try:
            data = None if file.too_large else await self.fetch(file.file_id)
        except TooBig:
            data = None
        thumbnail = await self._thumbnail(file)
        for _ in range(TRIES):
            try:
                return await self.worker.run(LOOK, data, thumbnail, self.now())
            except WorkerDied:
                log.warning("worker_died", media=file.id)
            except WorkFailed as error:
                log.error("reading_failed", media=file.id, error=error.failure)  # noqa: TRY400
        return Looked(Examined(problem=Problem.TOO_HEAVY))

    async def _thumbnail(self, file: Unexamined) -> bytes | None:
        """None where Telegram has none: a file can be looked at without. One of a text says no more
        than that its first page looks like others."""
        if file.thumbnail is None or file.is_called_otherwise:
            return None
        try:
            return await self.fetch(file.thumbnail)
        except (TooBig, TelegramBadRequest) as error:
            log.warning("thumbnail_not_fetched", media=file.id, error=type(error).__name__)
            return None


class Examination:
    """Works off the queue, one file at a time."""

    def __init__(
        self, database: Database, fetch: Fetch, programme: Programme, now: Callable[[], datetime]
    ) -> None:
        self.database = database
        self.programme = programme
        self.now = now
        self.reading = Reading(fetch, now)
        self._turn = asyncio.Lock()
        self._troubles: dict[int, _Trouble] = {}

    async def run(self) -> None:
        """Examine until cancelled; a worker without work is ended after a while."""
        await work_off("examination", self.examine_next, self.reading.worker.close)

    async def examine_next(self) -> bool:
        """Examine the file that was sent last; whether there was one."""
        async with self._turn:
            return await self._examine_next()

    async def _examine_next(self) -> bool:
        now = self.now()
        waiting = [
            id_
            for id_, each in self._troubles.items()
            if now < each.again_at <= now + WAITS[-1]  # farther ahead: the clock was put back
        ]
        async with self.database.transaction() as session:
            file = await next_unexamined(session, waiting)
        if file is None:
            return False
        try:
            looked = await self._look_into(file)
            if looked is not None:
                await self._keep(file, looked)
        except Exception:
            # A mistake of ours with this file must not keep others waiting.
            self._troubles[file.id] = _Trouble(0, self.now(), self.now() + WAITS[-1])
            raise
        return True

    async def _keep(self, file: Unexamined, looked: Looked) -> None:
        async with self.database.transaction() as session:
            await keep_examined(session, file, looked, self.programme, self.now())
        self._troubles.pop(file.id, None)
        log.info("file_examined", media=file.id, problem=looked.examined.problem)

    async def _look_into(self, file: Unexamined) -> Looked | None:
        """What the file is; None where it could not be fetched now."""
        if not file.may_be_seen:
            return Looked(Examined())
        try:
            return await self.reading.read(file)
        except (TelegramAPIError, ClientError, TimeoutError, OSError) as error:
            return self._put_off(file, error)

    def _put_off(self, file: Unexamined, error: Exception) -> Looked | None:
        now = self.now()
        trouble = self._troubles.get(file.id) or _Trouble(0, now, now)
        # The type alone: an address in the error's words holds the token.
        name = type(error).__name__
        log.warning("file_not_fetched", media=file.id, error=name, tries=trouble.tries + 1)
        last = trouble.tries >= len(WAITS)
        if now - trouble.since >= PATIENCE if is_out_of_reach(error) else last:
            return Looked(Examined(problem=Problem.NOT_FETCHED))
        again_at = now + WAITS[min(trouble.tries, len(WAITS) - 1)]
        self._troubles[file.id] = _Trouble(trouble.tries + 1, trouble.since, again_at)
        return None


def is_out_of_reach(error: Exception) -> bool:
    """Whether Telegram did not answer, or not about the file."""
    if isinstance(error, ClientResponseError):
        return error.status >= 500
    return isinstance(
        error,
        (
            TelegramNetworkError,
            TelegramServerError,
            TelegramRetryAfter,
            ClientError,
            TimeoutError,
            OSError,
        ),
    )
