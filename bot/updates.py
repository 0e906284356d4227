"""The way of an update (docs/architecture.md): handled once, confirmed, answered always."""

import asyncio
import math
import secrets
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence
from itertools import starmap
from typing import Any
from weakref import WeakValueDictionary

import structlog
from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update
from aiogram.utils.backoff import Backoff, BackoffConfig
from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.audit import UPDATE_ID, note_update
from bot.backlog import SHARE, Backlog
from bot.clock import Clock
from bot.replies import Replies
from handlers.fallback.errors import apology
from handlers.ui.reply import Reply, replies_to, reply_at_hand
from handlers.ui.shown import Made
from scheduler.delivery.pace import Pace
from storage.database import Database
from storage.faults import is_passing
from storage.tables import OwedReply, SeenUpdate, UpdateAttempt

log = structlog.get_logger()

# A poisonous update is among the first that a new process gets: those are counted before handling.
PROBATION = 100
DEATHS = 3
# As many as Telegram gives at once; few while on probation, as all of a batch come again to whoever
# follows a process that died in the middle of it.
BATCH = 100
SMALL_BATCH = 10
# Seconds between tries while the database cannot just now; then the update has to come again.
PAUSES = (0.05, 0.2, 0.5, 1.0)
# Seconds after which handling an update is taken for stuck, as on a lock that nobody lets go.
LONGEST = 30.0
BACKOFF = BackoffConfig(min_delay=0.5, max_delay=30, factor=2, jitter=0.1)  # in seconds
# Built once: building a statement takes longer than to run it.
_seen_update = SeenUpdate.__table__
_seen = select(_seen_update.c.update_id).where(_seen_update.c.update_id == bindparam("of"))
_owe = insert(OwedReply.__table__)


class Updates:
    """Handles updates: of one person in their order, of different people at once.

    What an update changes is one transaction. Its reply is sent afterwards, by `replies`, and
    nobody waits for that.
    """

    def __init__(
        self,
        bot: Bot,
        dispatcher: Dispatcher,
        database: Database,
        clock: Clock,
        pace: Pace,
        made: Made,
    ) -> None:
        self.bot = bot
        self.dispatcher = dispatcher
        self.database = database
        self.clock = clock
        self.replies = Replies(bot, database, pace, made, self._again)
        self.backlog = Backlog(bot, database, clock.now, self._handle_kept)
        self._on_probation = PROBATION
        self._begun: set[int] = set()
        self._begun_anew: set[int] = set()
        self._turns: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()
        self._alone = asyncio.Lock()  # of suspects, so that a death tells which one it was

    @property
    def batch(self) -> int:
        """How many updates to ask for at once."""
        return SMALL_BATCH if self._on_probation > 0 else BATCH

    async def handle_all(self, updates: Iterable[Update]) -> None:
        """Handle a batch. On return all of it is committed and may be confirmed to Telegram.

        Raises what passes by itself, such as a database that is away: what was not handled is to
        come again, and none of the batch may be confirmed.
        """
        by_person: dict[int, list[Update]] = defaultdict(list)
        for update in updates:
            by_person[_person_of(update)].append(update)
        too_many = {
            person: line
            for person, line in by_person.items()
            if len(line) > SHARE or self.backlog.has(person)
        }
        if too_many:
            await self.backlog.keep(too_many)
        lines = [line for line in by_person.items() if line[0] not in too_many]
        if self._on_probation > 0:
            for person, line in lines:
                await self._handle_in_order(person, line)
            return
        handled = starmap(self._handle_in_order, lines)
        for fault in await asyncio.gather(*handled, return_exceptions=True):
            if isinstance(fault, BaseException):
                raise fault

    async def settled(self) -> None:
        """Wait until nothing waits to be handled, sent or written down."""
        await self.backlog.settled()
        await self.replies.settled()

    async def stop(self) -> None:
        """Handle and send no more; the rest is kept for the next start."""
        await self.backlog.stop()
        await self.replies.stop()

    async def _handle_in_order(self, person: int, updates: list[Update]) -> None:
        # A webhook's updates come one by one and at once: a person's still wait for their turn,
        # and wait before they hold a connection.
        async with self._turn(person):
            for update in updates:
                suspect = self._on_probation > 0
                await self._handle_once(update, suspect=suspect)
                self._on_probation -= suspect

    async def _handle_kept(self, person: int, update: Update) -> None:
        # The next process begins with it whatever its number: a poisonous one is a suspect always.
        async with self._turn(person):
            await self._handle_once(update, suspect=True)

    def _turn(self, person: int) -> asyncio.Lock:
        return self._turns.setdefault(person, asyncio.Lock())

    async def _handle_once(self, update: Update, *, suspect: bool) -> None:
        """Handle one update to its end; raises nothing but what passes by itself.

        A suspect is counted before, and handled while no other suspect is.
        """
        if not suspect:
            await self._handle_to_its_end(update)
            return
        async with self._alone:
            if not await self._begin(update):
                return
            try:
                await self._handle_to_its_end(update)
            except asyncio.CancelledError:
                await self._let_go(update.update_id)
                raise
            await self._end(update.update_id)

    async def _handle_to_its_end(self, update: Update) -> None:
        try:
            await self._handle_patiently(update)
        except Exception as error:
            if is_passing(error):
                raise
            number = secrets.token_hex(4)
            log.exception("update_failed", update=update.update_id, number=number)
            await self._finish(update.update_id)
            await self._apologise(update, "failure", number=number)

    async def _handle_patiently(self, update: Update) -> None:
        """Try again in place while a fault passes that lasts for moments."""
        for pause in PAUSES:
            try:
                async with asyncio.timeout(LONGEST):
                    await self._handle(update)
            except Exception as error:
                if not is_passing(error):
                    raise
                log.warning("update_put_off", update=update.update_id, error=type(error).__name__)
                await asyncio.sleep(pause)
            else:
                return
        async with asyncio.timeout(LONGEST):
            await self._handle(update)

    async def resume(self) -> None:
        """Take up what a process left behind that died, or was stopped."""
        await self._until_it_passes(self._answer_owed)
        await self._until_it_passes(self.backlog.resume)

    async def answer_postponed(self) -> None:
        """Make replies anew for which there was no room, whenever there is; until cancelled."""
        while True:
            await self.replies.room()
            await self._until_it_passes(self._answer_owed)

    async def _until_it_passes(self, do: Callable[[], Awaitable[None]]) -> None:
        backoff = Backoff(BACKOFF)
        while True:
            try:
                await do()
            except Exception as error:
                if not is_passing(error):
                    raise
                log.warning("put_off", error=type(error).__name__)
                await asyncio.sleep(next(backoff))
            else:
                return

    async def _answer_owed(self) -> None:
        after = -math.inf
        while rows := await self._owed_after(after):
            for row in rows:
                if not self.replies.has_room:
                    self.replies.postpone()
                    return
                await self._answer_anew(row)
            after = rows[-1].update_id

    async def _owed_after(self, update_id: float) -> Sequence[OwedReply]:
        """The next few, each counted as begun by this process: it may die of it."""
        some = select(OwedReply).order_by(OwedReply.update_id).limit(BATCH)
        if update_id > -math.inf:
            some = some.where(OwedReply.update_id > update_id)
        async with self.database.transaction() as session:
            rows = (await session.scalars(some)).all()
            for row in rows:
                if row.update_id not in self._begun_anew:
                    row.attempts += 1
        self._begun_anew.update(row.update_id for row in rows)
        return rows

    async def _answer_anew(self, owed: OwedReply) -> None:
        if owed.attempts > DEATHS:
            log.error("reply_given_up", update=owed.update_id)
            self.replies.give_up(owed.update_id)
            return
        try:
            update = Update.model_validate(owed.update, context={"bot": self.bot})
            async with self._turn(_person_of(update)):
                await self._handle(update)
        except Exception as error:
            if is_passing(error):
                raise
            log.exception("reply_failed", update=owed.update_id)
            self.replies.give_up(owed.update_id)

    async def _handle(self, update: Update) -> None:
        reply = replies_to(update)
        async with self.database.work() as session:
            seen = await session.scalar(_seen, {"of": update.update_id}) is not None
            if seen and not await self._is_owed(session, update.update_id):
                return
            if not seen:
                session.info[UPDATE_ID] = update.update_id
            token = reply_at_hand.set(reply)
            try:
                await self.dispatcher.feed_update(
                    self.bot, update, session=session, seen=seen, reply=reply
                )
            finally:
                reply_at_hand.reset(token)
            await note_update(session, self.clock.now())
            if reply.parts and not seen:
                await session.execute(_owe, self._owed(update))
            await session.commit()
        self.replies.add(reply, update.update_id)

    async def _is_owed(self, session: AsyncSession, update_id: int) -> bool:
        """Whether an update that is handled has a reply that nobody is sending."""
        if self.replies.has(update_id):
            return False
        return await session.get(OwedReply, update_id) is not None

    def _owed(self, update: Update) -> dict[str, Any]:
        raw = update.model_dump(mode="json", by_alias=True, exclude_none=True)
        return {
            "update_id": update.update_id,
            "at": self.clock.now(),
            "update": raw,
            "attempts": 0,
        }

    async def _again(self, message: Message) -> None:
        """Handle a message in another form: a file that has become a photo meanwhile."""
        update = Update(update_id=-secrets.randbits(62), message=message)
        await self._handle_in_order(_person_of(update), [update])

    async def _finish(self, update_id: int) -> None:
        """Note it as handled."""
        async with self.database.transaction() as session:
            if await session.get(SeenUpdate, update_id) is None:
                session.add(SeenUpdate(update_id=update_id, at=self.clock.now()))

    async def _apologise(self, update: Update, key: str, **details: str) -> None:
        user = getattr(update.event, "from_user", None)
        if user is None:
            return
        try:
            async with self.database.transaction() as session:
                words = await apology(session, user, key, **details)
        except Exception as error:
            log.warning("apology_lost", update=update.update_id, error=type(error).__name__)
            return
        reply = Reply(user.id, update.callback_query)
        reply.say(words)
        self.replies.add(reply, update.update_id)

    async def _begin(self, update: Update) -> bool:
        """Count that it is begun; False if it is one that is not handled any more."""
        number = update.update_id
        if number in self._begun:  # what came again to the process that began it did not kill it
            return True
        async with self.database.transaction() as session:
            attempt = await session.get(UpdateAttempt, number)
            if attempt is None:
                attempt = UpdateAttempt(update_id=number, attempts=0)
                session.add(attempt)
            if attempt.set_aside_at is not None:
                return False
            poisonous = attempt.attempts >= DEATHS
            if poisonous:
                attempt.set_aside_at = self.clock.now()
            else:
                attempt.attempts += 1
                attempt.last_at = self.clock.now()
        if poisonous:
            await self._set_aside(update)
            return False
        self._begun.add(number)
        return True

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
