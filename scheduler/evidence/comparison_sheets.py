"""Two files on one sheet for a mentor: fetched when it goes out, composed in a confined process."""

import asyncio
from collections.abc import Sequence

import structlog
from aiogram.exceptions import TelegramAPIError
from aiohttp import ClientError

from evidence.side_by_side import Half, side_by_side
from scheduler.evidence.examination import Fetch, TooBig
from scheduler.evidence.worker import Worker, WorkerDied

log = structlog.get_logger()

PATIENCE = 10.0  # seconds for a file: somebody waits, and the words go without it


class Sheets:
    """Composes one sheet after another; the process is there while any is wanted."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.worker = Worker()
        self._turn = asyncio.Lock()
        self._wanted = 0

    async def compose(
        self, new: Sequence[str], stored: Sequence[str], of_new: Half, of_stored: Half
    ) -> bytes | None:
        """Both files as a JPEG, also where only one can be had; None where neither can.

        `new`, `stored`: Telegram's ids of each file, and of what may stand for it, the best first.
        """
        files = await asyncio.gather(self._fetched(new), self._fetched(stored))
        self._wanted += 1
        try:
            async with self._turn:
                return await self._composed(*files, of_new, of_stored)
        finally:
            self._wanted -= 1
            if not self._wanted:
                self.worker.close()

    async def _composed(
        self, new: bytes | None, stored: bytes | None, of_new: Half, of_stored: Half
    ) -> bytes | None:
        for pair in ((new, stored), (new, None), (None, stored)):
            try:
                return await self.worker.run(side_by_side, *pair, of_new, of_stored)
            except WorkerDied:  # of one of the two
                log.warning("sheet_too_heavy")
        return None

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
