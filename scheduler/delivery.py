"""Delivery of all that is owed to people: in order for each, within Telegram's limits."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import structlog
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from sqlalchemy import Select, exists, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session, aliased

from award.acting import find_actor
from award.notices import UNREACHABLE, WOKEN
from award.reaching import lost
from scheduler.metrics import SENDS
from storage.database import Database
from storage.tables import Outbox

log = structlog.get_logger()

BATCH = 100
PER_SECOND = 25  # of Telegram's 30, the rest is for people's own screens
CHAT_PAUSE = 1.0
GIVE_UP = 20
LONGEST_PAUSE = timedelta(minutes=10)


# A worded message, ready to go: awaited, it sends and returns the message's id.
Send = Callable[[], Awaitable[int]]
Word = Callable[[AsyncSession, Outbox, datetime], Awaitable[Send | None]]
# Moves what may not be sent at this hour to a later one.
PutOff = Callable[[AsyncSession, datetime], Awaitable[int]]


class Delivery:
    """Sends the outbox. `word` makes a row ready to send, or None where it is of no more use.

    `put_off` is asked first, each time, to move what may not be sent at this hour.
    """

    def __init__(
        self,
        database: Database,
        word: Word,
        now: Callable[[], datetime],
        put_off: PutOff | None = None,
    ) -> None:
        self.database = database
        self.word = word
        self.now = now
        self.put_off = put_off
        self._woken = asyncio.Event()
        self._turn = asyncio.Lock()
        self._chat_free_at: dict[int, float] = defaultdict(float)
        self._next_send = 0.0
        # Sent, but not yet written down as such: never sent again while this process lives.
        self._sent: dict[int, int] = {}
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
        """Deliver what is first for each person who is owed something; whether there was any.

        One row a person, so that a chat that is owed much keeps no other one waiting.
        """
        async with self._turn:  # the clock's mover calls this beside `run`
            async with self.database.transaction() as session:
                if self.put_off is not None:
                    await self.put_off(session, self.now())
                rows = (await session.scalars(_first_for_each(self.now()))).all()
            done = await asyncio.gather(*map(self._deliver, rows), return_exceptions=True)
            failures = [each for each in done if each is not None]
            for failure in failures:
                log.error("delivery_failed", exc_info=failure)
            return len(done) > len(failures)

    async def _deliver(self, row: Outbox) -> None:
        if row.id in self._sent:
            await self._note_sent(row)
            return
        try:
            async with self.database.transaction() as session:
                send = await self.word(session, row, self.now())
            if send is None:
                await self._settle(row, "obsolete")
                return
            await self._pace(row.person_id)
            message_id = await send()
        except TelegramRetryAfter as limit:
            await self._postpone(row, timedelta(seconds=limit.retry_after))
        except TelegramForbiddenError:
            await self._settle(row, UNREACHABLE)
        except (TelegramBadRequest, TelegramEntityTooLarge) as error:
            log.error("notice_refused", notice=row.id, kind=row.kind, error=error.message)  # noqa: TRY400
            await self._settle(row, "refused")
        except TelegramAPIError as error:
            log.warning("notice_delayed", notice=row.id, error=type(error).__name__)
            await self._postpone(row, _pause(row))
        except Exception:
            log.exception("notice_failed", notice=row.id, kind=row.kind)
            if row.attempts >= GIVE_UP:
                await self._settle(row, "failed")
            else:
                await self._postpone(row, _pause(row))
        else:
            self._sent[row.id] = message_id
            await self._note_sent(row)

    async def _note_sent(self, row: Outbox) -> None:
        await self._settle(row, "sent", self._sent[row.id])
        del self._sent[row.id]

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
        now = self.now()
        SENDS.labels(outcome).inc()
        async with self.database.transaction() as session:
            await session.execute(
                update(Outbox)
                .where(Outbox.id == row.id)
                .values(settled_at=now, outcome=outcome, message_id=message_id)
            )
            if outcome == UNREACHABLE:
                person = await find_actor(session, now, person_id=row.person_id)
                if person is not None:
                    await lost(session, person, now)

    async def _postpone(self, row: Outbox, pause: timedelta) -> None:
        """Try it again later; what else is owed in this chat waits, so that the order holds."""
        async with self.database.transaction() as session:
            await session.execute(
                update(Outbox)
                .where(Outbox.id == row.id)
                .values(again_at=self.now() + pause, attempts=Outbox.attempts + 1)
            )


def _pause(row: Outbox) -> timedelta:
    """After a failure of nobody's saying: twice as long each time."""
    return min(timedelta(seconds=2 ** min(row.attempts, 20)), LONGEST_PAUSE)


def _first_for_each(now: datetime) -> Select[Outbox]:
    """What is due, of each person the first row alone; of none whose chat has to wait."""
    other = aliased(Outbox)
    sooner = tuple_(other.due_at, other.id) < tuple_(Outbox.due_at, Outbox.id)
    holds_up = exists().where(
        other.person_id == Outbox.person_id,
        other.settled_at.is_(None),
        or_(other.again_at > now, sooner),
    )
    return (
        select(Outbox)
        .where(Outbox.settled_at.is_(None), Outbox.due_at <= now, ~holds_up)
        .order_by(Outbox.due_at, Outbox.id)
        .limit(BATCH)
    )
