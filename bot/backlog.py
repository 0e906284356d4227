"""What one person sends beyond their share: kept and confirmed, and handled beside the others.

Telegram gives the updates of all in one line, and a batch is confirmed as a whole: without this,
whoever comes after two hundred texts of one person would wait for all of them.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime

import structlog
from aiogram import Bot
from aiogram.types import Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from pydantic import ValidationError
from sqlalchemy import delete, select

from storage.database import Database
from storage.faults import is_passing
from storage.inserting import insert_into
from storage.tables import BacklogUpdate

log = structlog.get_logger()

# Updates of one person that the others of a batch wait for; an album has no more.
SHARE = 10
# As many are read, and struck off, in one transaction.
_AT_ONCE = 20
_BACKOFF = BackoffConfig(min_delay=0.5, max_delay=30, factor=2, jitter=0.1)  # in seconds


class Backlog:
    """Keeps updates, and hands those of each person to `handle` in their order.

    `handle` raises nothing but what passes by itself: it is given the update again.
    """

    def __init__(
        self,
        bot: Bot,
        database: Database,
        now: Callable[[], datetime],
        handle: Callable[[int, Update], Awaitable[None]],
    ) -> None:
        self.bot = bot
        self.database = database
        self.now = now
        self.handle = handle
        self._lines: dict[int, asyncio.Task[None]] = {}
        self._more: set[int] = set()  # people of whom something was kept since the last look

    def has(self, person: int) -> bool:
        """Whether something of a person waits here: what follows it has to wait behind it."""
        return person in self._lines

    async def keep(self, updates: Mapping[int, Sequence[Update]]) -> None:
        """Keep updates by person (Telegram's id). On return they may be confirmed."""
        rows = [
            {
                "update_id": update.update_id,
                "telegram_id": person,
                "at": self.now(),
                "update": update.model_dump(mode="json", by_alias=True, exclude_none=True),
            }
            for person, line in updates.items()
            for update in line
        ]
        async with self.database.transaction() as session:
            insert = insert_into(session, BacklogUpdate)
            await session.execute(insert.on_conflict_do_nothing(), rows)
        log.info("backlog", people=len(updates), updates=len(rows))
        self._begin(updates)

    async def resume(self) -> None:
        """Begin with what a process left behind that died, or was stopped."""
        async with self.database.transaction() as session:
            people = await session.scalars(select(BacklogUpdate.telegram_id).distinct())
            self._begin(people.all())

    async def settled(self) -> None:
        """Wait until all of it is handled."""
        while self._lines:
            await asyncio.wait(self._lines.values())

    async def stop(self) -> None:
        """Handle no more; the rest is kept for the next start."""
        lines = list(self._lines.values())
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)

    def _begin(self, people: Mapping[int, object] | Sequence[int]) -> None:
        self._more.update(people)
        for person in people:
            if person not in self._lines:
                self._lines[person] = asyncio.create_task(self._handle_all_of(person))

    async def _handle_all_of(self, person: int) -> None:
        backoff = Backoff(_BACKOFF)
        try:
            while person in self._more:
                self._more.discard(person)
                try:
                    while await self._handle_some_of(person):
                        backoff.reset()
                except Exception as error:
                    if not is_passing(error):
                        raise
                    log.warning("backlog_put_off", error=type(error).__name__)
                    self._more.add(person)
                    await asyncio.sleep(next(backoff))
        except Exception:
            log.exception("backlog_failed")  # the rest is begun with again at the next start
        finally:
            del self._lines[person]

    async def _handle_some_of(self, person: int) -> bool:
        """Handle the next few; False if there are none."""
        next_few = (
            select(BacklogUpdate.update_id, BacklogUpdate.update)
            .where(BacklogUpdate.telegram_id == person)
            .order_by(BacklogUpdate.update_id)
            .limit(_AT_ONCE)
        )
        async with self.database.transaction() as session:
            rows = (await session.execute(next_few)).all()
        if not rows:
            return False
        for number, raw in rows:
            try:
                update = Update.model_validate(raw, context={"bot": self.bot})
            except ValidationError:  # kept by another version of the library
                log.error("update_unreadable", update=number)  # noqa: TRY400 - it quotes people
                continue
            await self.handle(person, update)
        # Should the process die before this: they are known as handled.
        done = BacklogUpdate.update_id.in_([number for number, _ in rows])
        async with self.database.transaction() as session:
            await session.execute(delete(BacklogUpdate).where(done))
        return True
