"""Pictures that are made of what people sent, when they go out: fetched, made in a process that is
shut in, and that ends with each of them: what one file does to it can be seen on no other's."""

import asyncio
from collections.abc import Sequence
from typing import Annotated, ParamSpec

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramNetworkError
from aiogram.methods import GetFile
from aiohttp import ClientError
from pydantic import AfterValidator

from evidence import portrait, side_by_side, stamp
from evidence.confinement import SECONDS
from evidence.side_by_side import Half
from scheduler.evidence.answers import Work, WorkFailed
from scheduler.evidence.examination import Fetch, TooBig, is_out_of_reach
from scheduler.evidence.worker import Begin, Worker, WorkerDied

P = ParamSpec("P")

log = structlog.get_logger()

PATIENCE = 10.0  # seconds for a file: somebody waits, and the words go without it
AT_ONCE = 4  # that are fetched or wait for their turn in memory, with files of up to 20 MB
MOST = 6_000_000  # bytes of an answer: a picture of 1280 by 1280 that is all noise takes 4 million


def _jpeg(made: bytes | None) -> bytes | None:
    if made is not None and not made.startswith(b"\xff\xd8\xff"):
        raise ValueError
    return made


def _png(made: bytes | None) -> bytes | None:
    if made is not None and not made.startswith(b"\x89PNG\r\n\x1a\n"):
        raise ValueError
    return made


_Made = Annotated[bytes | None, AfterValidator(_jpeg)]
SHEET = Work(side_by_side.side_by_side, _Made, MOST)
STAMP = Work(stamp.stamp, Annotated[bytes | None, AfterValidator(_png)], MOST)
PORTRAIT = Work(portrait.portrait, _Made, MOST)


class MadePictures:
    """Makes one after another."""

    def __init__(self, fetch: Fetch, seconds: float = SECONDS) -> None:
        self.fetch = fetch
        self.seconds = seconds
        self._room = asyncio.Semaphore(AT_ONCE)
        self._turn = asyncio.Lock()

    async def compared(
        self, new: Sequence[str], stored: Sequence[str], of_new: Half, of_stored: Half
    ) -> bytes | None:
        """Both files on one JPEG, also where only one can be had; None where neither can.

        `new`, `stored`: Telegram's ids of each file, and of what may stand for it, the best first.
        """
        async with self._room:
            one, other = await asyncio.gather(self._fetched(new), self._fetched(stored))
            for pair in ((one, other), (one, None), (None, other)):
                try:
                    return await self._made(side_by_side.prepare, SHEET, *pair, of_new, of_stored)
                except (WorkerDied, WorkFailed):  # of one of the two
                    log.warning("sheet_too_heavy")
            return None

    async def portrait(self, file_id: str) -> bytes | None:
        """A JPEG of a picture that was sent as a file; None where it is none, or cannot be opened.

        Raises TelegramAPIError; TelegramNetworkError where it is out of reach and may come again.
        """
        return await self._of_one(portrait.prepare, PORTRAIT, file_id)

    async def stamp(self, file_id: str) -> bytes | None:
        """A PNG of the ink in a picture of a signature or a seal; None and raises as `portrait`."""
        return await self._of_one(stamp.prepare, STAMP, file_id)

    async def _of_one(
        self, begin: Begin, work: Work[[bytes], bytes | None], file_id: str
    ) -> bytes | None:
        async with self._room:
            return await self._made_of(begin, work, file_id)

    async def _made_of(
        self, begin: Begin, work: Work[[bytes], bytes | None], file_id: str
    ) -> bytes | None:
        try:
            data = await self.fetch(file_id)
        except TooBig:
            return None
        except (ClientError, TimeoutError, OSError) as error:
            if is_out_of_reach(error):
                # The type alone: an address in the error's words holds the token.
                raise TelegramNetworkError(GetFile(file_id=file_id), type(error).__name__) from None
            return None
        try:
            return await self._made(begin, work, data)
        except (WorkerDied, WorkFailed):
            log.warning("picture_too_heavy")
            return None

    async def _made(
        self, begin: Begin, work: Work[P, bytes | None], *args: P.args, **kwargs: P.kwargs
    ) -> bytes | None:
        async with self._turn:
            worker = Worker(begin, self.seconds)
            try:
                return await worker.run(work, *args, **kwargs)
            finally:
                worker.close()

    async def _fetched(self, file_ids: Sequence[str]) -> bytes | None:
        """The first of these files that Telegram gives."""
        for file_id in file_ids:
            try:
                async with asyncio.timeout(PATIENCE):
                    return await self.fetch(file_id)
            except TooBig:
                continue
            except (TelegramAPIError, ClientError, TimeoutError, OSError) as error:
                # The type alone: an address in the error's words holds the token.
                log.warning("sheet_not_fetched", error=type(error).__name__)
        return None
