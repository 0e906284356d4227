"""Broadcasts under way: their rows are written, their progress is shown, their end is reported."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import datetime

import structlog
from aiogram.exceptions import TelegramAPIError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from award.messages.broadcasts import CHANGED, HowFar, end, how_far, under_way, write_part
from storage.database import Database
from storage.tables import Broadcast

log = structlog.get_logger()

LOOK = 3.0  # seconds between two looks: a bar that moves, and few edits

# Makes ready how far a broadcast is; awaited, it shows that, and returns the message's id.
Show = Callable[[], Awaitable[int]]
Bar = Callable[[AsyncSession, Broadcast, HowFar, datetime], Awaitable[Show | None]]


class Broadcasts:
    """Goes on with every broadcast that is not over, from wherever a crash left it."""

    def __init__(self, database: Database, bar: Bar, now: Callable[[], datetime]) -> None:
        self.database = database
        self.bar = bar
        self.now = now
        self._shown: dict[int, HowFar] = {}
        self._woken = asyncio.Event()
        database.after_commit(self._heed)

    def _heed(self, session: Session) -> None:
        if session.info.pop(CHANGED, False):
            self._woken.set()

    async def run(self) -> None:
        """Go on until cancelled."""
        while True:
            self._woken.clear()
            try:
                await self.go_on()
            except Exception:
                log.exception("broadcast_failed")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), timeout=LOOK)

    async def go_on(self) -> None:
        """Write what is to be written, show how far each is, end what is over."""
        writing = True
        while writing:
            async with self.database.transaction() as session:
                writing = await write_part(session, self.now())
        async with self.database.transaction() as session:
            active = await under_way(session)
        for broadcast in active:
            await self._end(broadcast)
            await self._show(broadcast)

    async def _end(self, broadcast: Broadcast) -> None:
        """Settle a stopped one part by part; report one that is over."""
        over = False
        while not over:
            async with self.database.transaction() as session:
                over = await end(session, broadcast.id, self.now())
            if not over and broadcast.stopped_at is None:
                return

    async def _show(self, broadcast: Broadcast) -> None:
        async with self.database.transaction() as session:
            fresh = await session.get_one(Broadcast, broadcast.id)
            far = await how_far(session, fresh)
            if self._shown.get(fresh.id) == far and fresh.reported_at is None:
                return
            show = await self.bar(session, fresh, far, self.now())
        self._shown[fresh.id] = far
        if show is None:
            return
        try:
            message_id = await show()
        except TelegramAPIError as error:
            log.warning("broadcast_not_shown", broadcast=fresh.id, error=type(error).__name__)
            return
        if fresh.message_id is None:
            async with self.database.transaction() as session:
                (await session.get_one(Broadcast, fresh.id)).message_id = message_id
