"""What follows an erasure: journals are emptied, and the list of erasures is kept in step.

Both at the start and right after each erasure, in transactions of their own: a full journal is much
for one, and whoever taps meanwhile would wait for all of it.
"""

import asyncio
from collections.abc import Callable
from datetime import datetime

import structlog
from sqlalchemy.orm import Session

from award.retention.enrolments import erased_with_words, forget_journals_of
from award.retention.record import ERASED_NOW
from award.retention.replay import come_back, erase_again, unlisted
from storage.database import Database
from storage.erasures import Erasures

log = structlog.get_logger()

TASK = "erasures"  # what follows an erasure, beside the update that asked for it


class ListOfErasures:
    """What was erased loses its words and is put on the list right after it; what came back is
    erased again.

    Each process has the list of its own `DATA_DIR`, or shares it: all that is on record comes to be
    on every list.
    """

    def __init__(self, database: Database, erasures: Erasures, now: Callable[[], datetime]) -> None:
        self._database, self._erasures, self._now = database, erasures, now
        self._due = False
        self._at_work: asyncio.Task[None] | None = None
        database.after_commit(self._heed)

    async def replay(self) -> int:
        """Erase again who a restored back-up brought back, before anything else; how many."""
        async with self._database.transaction() as session:
            found = await come_back(session, self._erasures)
        for row in found:
            async with self._database.transaction() as session:
                await erase_again(session, row, self._now())
                session.info.pop(ERASED_NOW)  # of all of them together, at the end
        await self._follow()
        owed = await self._forget_words()  # by a process that died
        if found:
            log.warning("erased_again", count=len(found))
        if found or owed:
            await self._database.empty_wal()
        return len(found)

    async def stop(self) -> None:
        """Wait for what is being written."""
        if self._at_work is not None:
            await self._at_work

    def _heed(self, session: Session) -> None:
        if session.in_nested_transaction() or not session.info.pop(ERASED_NOW, False):
            return
        self._due = True
        if self._at_work is None or self._at_work.done():
            self._at_work = asyncio.get_running_loop().create_task(self._keep_up(), name=TASK)

    async def _keep_up(self) -> None:
        while self._due:
            self._due = False
            try:
                await self._follow()
                await self._forget_words()
                await self._database.empty_wal()
            except Exception:  # the next erasure, or the next start, does it as well
                log.exception("erasure_not_followed")

    async def _forget_words(self) -> bool:
        """Empty the journals of whoever is erased; whether there was any."""
        forgot = False
        while True:
            async with self._database.transaction() as session:
                if not await forget_journals_of(session, erased_with_words(), self._now()):
                    return forgot
            forgot = True

    async def _follow(self) -> None:
        """Put on the list what is on record and not yet there."""
        async with self._database.transaction() as session:
            marks = await unlisted(session, self._erasures)
        if marks:
            await asyncio.to_thread(self._erasures.add, marks)
