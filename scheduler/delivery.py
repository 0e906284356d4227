"""Delivery of everything owed to people: in order for each, within Telegram's limits, over restarts."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from award.notices import WOKEN
from storage.database import Database
from storage.tables import Outbox, Person

log = structlog.get_logger()

BATCH = 100
PER_SECOND = 25  # of Telegram's 30, the rest is for people's own screens
CHAT_PAUSE = 1.0
GIVE_UP = 20
LONGEST_PAUSE = timedelta(minutes=10)


# A worded message, ready to go: awaited, it sends and returns the message's id.
Send = Callable[[], Awaitable[int]]
Word = Callable[[AsyncSession, Outbox, datetime], Awaitable[Send | None]]


class Delivery:
    """Sends the outbox. `word` makes a row ready to send, or None where it is of no use any more."""

    def __init__(
        self,
        database: Database,
        word: Word,
        now: Callable[[], datetime],
    ) -> None:
        self.database = database
        self.word = word
        self.now = now
        self._woken = asyncio.Event()
        self._chat_free_at: dict[int, float] = defaultdict(float)
        self._next_send = 0.0
        database.after_commit(self._heed)

    def _heed(self, session: Session) -> None:
        if session.info.pop(WOKEN, False):
            self._woken.set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        while True:
            self._woken.clear()
            try:
                busy = await self.deliver_due()
            except Exception:
                log.exception("delivery_failed")
                busy = False
            if not busy:
                # A second at most, for what becomes due by time alone or is written elsewhere.
                try:
                    await asyncio.wait_for(self._woken.wait(), timeout=1.0)
                except TimeoutError:
                    continue

    async def deliver_due(self) -> bool:
        """Deliver one batch of what is due; whether there was anything."""
        async with self.database.transaction() as session:
            rows = (
                await session.scalars(
                    select(Outbox)
                    .where(Outbox.settled_at.is_(None), Outbox.due_at <= self.now())
                    .order_by(Outbox.due_at, Outbox.id)
                    .limit(BATCH)
                )
            ).all()
        by_person: dict[int, list[Outbox]] = defaultdict(list)
        for row in rows:
            by_person[row.person_id].append(row)
        await asyncio.gather(*map(self._deliver_in_order, by_person.values()))
        return bool(rows)

    async def _deliver_in_order(self, rows: list[Outbox]) -> None:
        for row in rows:
            if not await self._deliver(row):
                return  # what follows in this chat waits, so that the order holds

    async def _deliver(self, row: Outbox) -> bool:
        try:
            async with self.database.transaction() as session:
                send = await self.word(session, row, self.now())
            if send is None:
                await self._settle(row, "obsolete")
                return True
            await self._pace(row.person_id)
            message_id = await send()
        except TelegramRetryAfter as limit:
            await self._postpone(row, timedelta(seconds=limit.retry_after))
            return False
        except TelegramForbiddenError:
            await self._unreachable(row)
            return True
        except TelegramBadRequest as error:
            log.error("notice_refused", notice=row.id, kind=row.kind, error=error.message)
            await self._settle(row, "refused")
            return True
        except TelegramAPIError as error:
            log.warning("notice_delayed", notice=row.id, error=type(error).__name__)
            await self._postpone(row, min(timedelta(seconds=2**row.attempts), LONGEST_PAUSE))
            return False
        except Exception:
            log.exception("notice_failed", notice=row.id, kind=row.kind)
            if row.attempts >= GIVE_UP:
                await self._settle(row, "failed")
                return True
            await self._postpone(row, min(timedelta(seconds=2**row.attempts), LONGEST_PAUSE))
            return False
        await self._settle(row, "sent", message_id)
        return True

    async def _pace(self, person_id: int) -> None:
        """Wait for this chat's turn and for the overall one."""
        clock = time.monotonic()
        start = max(clock, self._next_send, self._chat_free_at[person_id])
        self._next_send = max(clock, self._next_send) + 1 / PER_SECOND
        self._chat_free_at[person_id] = start + CHAT_PAUSE
        if len(self._chat_free_at) > 10_000:
            self._chat_free_at = defaultdict(
                float, {chat: at for chat, at in self._chat_free_at.items() if at > clock}
            )
        await asyncio.sleep(start - clock)

    async def _settle(self, row: Outbox, outcome: str, message_id: int | None = None) -> None:
        async with self.database.transaction() as session:
            await session.execute(
                update(Outbox)
                .where(Outbox.id == row.id)
                .values(settled_at=self.now(), outcome=outcome, message_id=message_id)
            )

    async def _postpone(self, row: Outbox, pause: timedelta) -> None:
        """Let the whole chat wait, so that what is owed later does not overtake."""
        later = self.now() + pause
        async with self.database.transaction() as session:
            await session.execute(
                update(Outbox)
                .where(
                    Outbox.person_id == row.person_id,
                    Outbox.settled_at.is_(None),
                    Outbox.due_at < later,
                )
                .values(due_at=later)
            )
            await session.execute(
                update(Outbox).where(Outbox.id == row.id).values(attempts=row.attempts + 1)
            )

    async def _unreachable(self, row: Outbox) -> None:
        async with self.database.transaction() as session:
            await session.execute(
                update(Person)
                .where(Person.id == row.person_id, Person.unreachable_since.is_(None))
                .values(unreachable_since=self.now())
            )
        await self._settle(row, "unreachable")
