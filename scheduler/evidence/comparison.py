"""Comparing what was sent with all that was sent before, one thing after another.

A row without `compared_at` is the queue, so a crash loses none. An entry is never held back for
it: the mentor has it already, and a finding comes after (programme.md §9).
"""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from award.evidence.comparison import keep_essay_findings, keep_media_findings
from award.evidence.queue import (
    UNREAD,
    keep_essay,
    next_uncompared,
    next_uncompared_essay,
    next_unread_essay,
)
from scheduler.evidence.matching import Matching
from scheduler.evidence.queues import work_off
from storage.database import Database

log = structlog.get_logger()

# After a mistake with one of them, others go on.
AGAIN = timedelta(minutes=5)


class Comparison:
    """Works off the queues: pictures first, then essays, then essays without a fingerprint."""

    def __init__(self, database: Database, now: Callable[[], datetime]) -> None:
        self.database = database
        self.now = now
        self.matching = Matching(database.url.render_as_string(hide_password=False))
        self._method = UNREAD + 1  # of essays; which one is in force the first of them tells
        self._turn = asyncio.Lock()
        self._troubled: dict[tuple[str, int], datetime] = {}

    async def run(self) -> None:
        """Compare until cancelled; the process without work is ended after a while."""
        try:
            await work_off("comparison", self.compare_next, self.matching.rest)
        finally:
            self.matching.close()

    async def compare_next(self) -> bool:
        """Compare what was sent last; whether there was anything."""
        async with self._turn:
            return (
                await self._compare_file()
                or await self._compare_essay()
                or await self._read_essay()
            )

    async def _compare_file(self) -> bool:
        async with self.database.transaction() as session:
            file = await next_uncompared(session, self._waiting("file"))
        if file is None:
            return False
        try:
            # Without a fingerprint only the very same files are found, and not by a search.
            seen = await self.matching.photos(file.media_id) if file.method else []
            async with self.database.transaction() as session:
                found = await keep_media_findings(session, file.media_id, seen, self.now())
        except Exception:
            self._troubled["file", file.media_id] = self.now() + AGAIN
            raise
        log.info("file_compared", media=file.media_id, findings=len(found))
        return True

    async def _compare_essay(self) -> bool:
        async with self.database.transaction() as session:
            entry_id = await next_uncompared_essay(session, self._waiting("essay"))
        if entry_id is None:
            return False
        try:
            seen = await self.matching.essay(entry_id)
            async with self.database.transaction() as session:
                found = await keep_essay_findings(session, entry_id, seen, self.now())
        except Exception:
            self._troubled["essay", entry_id] = self.now() + AGAIN
            raise
        log.info("essay_compared", entry=entry_id, findings=len(found))
        return True

    async def _read_essay(self) -> bool:
        """Fingerprint an essay; after an upgrade, all that were by an older method."""
        async with self.database.transaction() as session:
            essay = await next_unread_essay(session, self._method, self._waiting("essay"))
        if essay is None:
            return False
        try:
            self._method, codes = await self.matching.read_essay(essay.words)
            async with self.database.transaction() as session:
                await keep_essay(session, essay.entry_id, self._method, codes)
        except Exception:
            self._troubled["essay", essay.entry_id] = self.now() + AGAIN
            raise
        return True

    def _waiting(self, kind: str) -> list[int]:
        now = self.now()
        return [
            each
            for (of, each), again_at in self._troubled.items()
            if of == kind and now < again_at <= now + AGAIN  # farther ahead: the clock was put back
        ]
