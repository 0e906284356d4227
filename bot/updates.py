"""The way of an update (docs/architecture.md): handled once, answered always, confirmed after."""

import asyncio
import secrets
from collections import defaultdict
from collections.abc import Iterable
from itertools import starmap
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot, Dispatcher
from aiogram.enums import ChatType
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.types import Update
from sqlalchemy import bindparam, delete, select

from award.audit import UPDATE_ID, note_update
from award.outbox import NoticeKind, tell
from bot.clock import Clock
from handlers.fallback.errors import apologise
from scheduler.delivery.pace import hurried
from storage.database import Database
from storage.tables import Person, SeenUpdate, UpdateAttempt, Urgency

log = structlog.get_logger()

# A poisonous update is among the first that a new process gets: those are counted before handling.
PROBATION = 100
DEATHS = 3
# As many as Telegram gives at once; few while on probation, as all of a batch come again to whoever
# follows a process that died in the middle of it.
BATCH = 100
SMALL_BATCH = 10
# Failures after which a person may still be reached, a little later.
_PASSING = (TelegramRetryAfter, TelegramNetworkError, TelegramServerError)
# Built once: building a statement takes longer than to run it.
_seen_update = SeenUpdate.__table__
_seen = select(_seen_update.c.update_id).where(_seen_update.c.update_id == bindparam("of"))


class Updates:
    """Handles updates: of one person in their order, of different people at once."""

    def __init__(self, bot: Bot, dispatcher: Dispatcher, database: Database, clock: Clock) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.database = database
        self.clock = clock
        self._on_probation = PROBATION
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    @property
    def batch(self) -> int:
        """How many updates to ask for at once."""
        return SMALL_BATCH if self._on_probation > 0 else BATCH

    async def handle_all(self, updates: Iterable[Update]) -> None:
        """Handle a batch. On return all of it is committed and may be confirmed to Telegram."""
        by_person: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            by_person[_person_of(update)].append(update)
        if self._on_probation > 0:
            # One at a time, so that a death tells which one it was. A chat that has had its share
            # of messages is owed the next screen: all others would wait for it.
            hurry = hurried.set(True)
            for person, line in by_person.items():
                await self._handle_in_order(person, line)
            hurried.reset(hurry)
        else:
            await asyncio.gather(*starmap(self._handle_in_order, by_person.items()))

    async def _handle_in_order(self, person: int, updates: list[Update]) -> None:
        # A webhook's updates come one by one and at once: a person's still wait for their turn,
        # and wait before they hold a connection.
        turn = self._turns.setdefault(person, asyncio.Lock())
        async with turn:
            for update in updates:
                await self._handle_once(update)

    async def _handle_once(self, update: Update) -> None:
        """Handle one update to its end; never raises for what handling it did."""
        suspect = self._on_probation > 0
        self._on_probation -= suspect
        if suspect and not await self._begin(update):
            return
        number = secrets.token_hex(4)
        try:
            await self._handle(update)
        except asyncio.CancelledError:
            if suspect:
                await self._let_go(update.update_id)
            raise
        except TelegramAPIError as error:
            # The change is committed; only the screen is lost.
            log.warning("screen_lost", update=update.update_id, error=type(error).__name__)
            await self._finish(update.update_id, update if isinstance(error, _PASSING) else None)
        except Exception:
            log.exception("update_failed", update=update.update_id, number=number)
            await self._finish(update.update_id)
            await self._apologise(update, "failure", number=number)
        if suspect:
            await self._end(update.update_id)

    async def _handle(self, update: Update) -> None:
        async with self.database.work() as session:
            seen = await session.scalar(_seen, {"of": update.update_id}) is not None
            if not seen:
                session.info[UPDATE_ID] = update.update_id
            await self.dispatcher.feed_update(self.bot, update, session=session, seen=seen)
            await note_update(session, self.clock.now())
            if session.in_transaction():
                await session.commit()

    async def _finish(self, update_id: int, unanswered: Update | None = None) -> None:
        """Note it as handled; a message that was not answered is answered by a notice."""
        async with self.database.transaction() as session:
            if await session.get(SeenUpdate, update_id) is None:
                session.add(SeenUpdate(update_id=update_id, at=self.clock.now()))
            message = unanswered.message if unanswered is not None else None
            if message is None or message.chat.type != ChatType.PRIVATE:
                return
            of_chat = select(Person.id).where(Person.telegram_id == message.chat.id)
            person_id = await session.scalar(of_chat)
            if person_id is not None:
                now, sent = self.clock.now(), message.message_id
                tell(
                    session,
                    person_id,
                    NoticeKind.UNANSWERED,
                    now,
                    urgency=Urgency.NOW,
                    message=sent,
                )

    async def _apologise(self, update: Update, key: str, **details: str) -> None:
        async with self.database.work() as session:
            try:
                await apologise(self.bot, session, update, key, **details)
            except TelegramAPIError as error:
                log.warning("apology_lost", update=update.update_id, error=type(error).__name__)

    async def _begin(self, update: Update) -> bool:
        """Count that it is begun; False if it is one that is not handled any more."""
        async with self.database.transaction() as session:
            attempt = await session.get(UpdateAttempt, update.update_id)
            if attempt is None:
                attempt = UpdateAttempt(update_id=update.update_id, attempts=0)
                session.add(attempt)
            if attempt.set_aside_at is not None:
                return False
            if attempt.attempts < DEATHS:
                attempt.attempts += 1
                attempt.last_at = self.clock.now()
                return True
            attempt.set_aside_at = self.clock.now()
        await self._set_aside(update)
        return False

    async def _let_go(self, update_id: int) -> None:
        """Count it as not begun: who stops in order did not die of it."""
        async with self.database.transaction() as session:
            attempt = await session.get(UpdateAttempt, update_id)
            if attempt is None or attempt.set_aside_at is not None:
                return
            attempt.attempts -= 1
            if not attempt.attempts:
                await session.delete(attempt)

    async def _end(self, update_id: int) -> None:
        async with self.database.transaction() as session:
            await session.execute(delete(UpdateAttempt).where(UpdateAttempt.update_id == update_id))

    async def _set_aside(self, update: Update) -> None:
        log.error("update_set_aside", update=update.update_id)
        await self._finish(update.update_id)
        await self._apologise(update, "set-aside")


def _person_of(update: Update) -> int:
    event = update.event
    person = getattr(event, "from_user", None)
    return person.id if person else 0
