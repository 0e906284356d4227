"""Delivery of all that is owed to people: in order for each, within Telegram's limits.

What is due is taken a few rows at a time, put into words, and sent as the pace allows. One
transaction notes what became of the last few and takes the next, another puts those into words.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramEntityTooLarge,
    TelegramForbiddenError,
    TelegramRetryAfter,
)
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

from award.outbox import UNREACHABLE, WOKEN
from scheduler.delivery.gathering import Gathers, gather
from scheduler.delivery.outbox import (
    LEASE,
    Besides,
    Result,
    claim,
    first_for_each,
    note,
    pointless,
    put_right,
    release,
)
from scheduler.delivery.pace import Pace, Sending, sending
from scheduler.delivery.share import Couriers
from scheduler.skew import SKEW
from storage.database import Database
from storage.tables import Outbox

log = structlog.get_logger()

BATCH = 10  # chats at a time: what becomes urgent meanwhile waits for a third of a second at most
FEW = 3  # messages that still wait for their turn when the next are taken
# Messages sent and not yet noted: a process that is killed has the next one send them again.
UNNOTED = 3
MOST = 100  # messages on their way at once, as when Telegram is slow to answer
# What a process had on its way when it died may have been sent. It goes again, after its LEASE,
# from one that has lived for a while: one that soon dies does not send it again and again.
CALM = timedelta(seconds=5)
GIVE_UP = 20
# Failures of the network one after another by which it is down, and not one message's matter.
DOWN = 5
LONGEST_PAUSE = timedelta(minutes=10)
ASKED_AT_MOST = timedelta(days=1)  # for so long Telegram asks to wait
LONGEST_DOWN = timedelta(minutes=1)
STOP_WITHIN = 5.0  # seconds in which an orderly stop waits for what is on its way


PutOff = Callable[[AsyncSession, datetime], Awaitable[int]]


@dataclass(frozen=True, slots=True)
class Letter:
    """A worded message, ready to go: `send` returns the id of the message that it became, None
    where it changed others only.
    """

    chat_id: int
    send: Callable[[], Awaitable[int | None]]


# What Telegram says, as 400, of an account that is gone or that the bot never met.
_NOBODY_THERE = ("chat not found", "PEER_ID_INVALID", "user not found")


class Word(Protocol):
    """Words the rows of one message; None where it is of no more use."""

    async def __call__(
        self, session: AsyncSession, rows: Sequence[Outbox], now: datetime, /
    ) -> Letter | None: ...


@dataclass(eq=False, slots=True)
class _Parcel:
    """Rows that go as one message, and how far it is."""

    rows: tuple[Outbox, ...]
    taken_at: datetime
    goes: bool = False
    task: asyncio.Task[None] | None = field(default=None, repr=False)

    @property
    def first(self) -> Outbox:
        return self.rows[0]


class Delivery:
    """Sends the outbox. `gathers`: which notices may go several in one message.

    `put_off` is asked first each time, to move what may not be sent at this hour.
    """

    def __init__(
        self,
        database: Database,
        word: Word,
        now: Callable[[], datetime],
        pace: Pace | None = None,
        gathers: Gathers | None = None,
        put_off: PutOff | None = None,
    ) -> None:
        self.database = database
        self.word = word
        self.now = now
        self.pace = pace or Pace(now)
        self.gathers = gathers or Gathers()
        self.put_off = put_off
        self._since = now()
        self._looked_at: datetime | None = None
        self._woken = asyncio.Event()
        self._moved = asyncio.Event()  # something went, or came to its end
        self._turn = asyncio.Lock()
        # By person, one at a time to each, until it is noted what became of it.
        self._on_way: dict[int, _Parcel] = {}
        self._queued: set[_Parcel] = set()
        self._turning: asyncio.Task[list[_Parcel]] | None = None
        self._results: list[Result] = []
        self._gathering: dict[int, datetime] = {}
        self._failures = 0
        self._downs = 0
        self._down_until: datetime | None = None
        self._couriers = Couriers(database)
        database.after_commit(self._heed)

    def _heed(self, session: Session) -> None:
        if session.info.pop(WOKEN, False):
            self._woken.set()
            self._moved.set()

    async def run(self) -> None:
        """Deliver until cancelled; then what is on its way comes to its end first."""
        try:
            while True:
                await self.deliver_due()
                # A second at most, for what becomes due by time alone or is written elsewhere.
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._woken.wait(), timeout=1.0)
        finally:
            await self._stop()

    async def deliver_due(self) -> bool:
        """Deliver until nothing is due; whether there was anything."""
        async with self._turn:  # the clock's mover calls this beside `run`
            delivered = False
            try:
                while True:
                    # Not broken off: what is claimed is also known to be on its way.
                    self._turning = asyncio.create_task(self._turn_over())
                    parcels = await asyncio.shield(self._turning)
                    if parcels:
                        delivered = True
                        await self._hand_out(parcels)
                    elif not self._on_way:
                        return delivered
                    await self._room(more=bool(parcels))
            except Exception:
                log.exception("delivery_failed")
                return False

    def next_end(self) -> datetime | None:
        """When the first of what is gathered goes, for whoever moves the clock."""
        return min(self._gathering.values(), default=None)

    async def _room(self, *, more: bool) -> None:
        """Wait until it is of use to look again; `more`: more may be due than was taken."""
        while True:
            if len(self._results) >= UNNOTED:
                return
            if more and len(self._queued) < FEW and (len(self._on_way) < MOST or self._results):
                return
            if not more and (self._results or self._woken.is_set()):
                return
            self._moved.clear()
            await self._moved.wait()

    # --- what goes next

    async def _turn_over(self) -> list[_Parcel]:
        """Note what became of what went, and take what goes next, in one transaction."""
        self._woken.clear()
        results, now = self._results[:], self.now()
        noted = {result.person_id for result in results}
        async with self.database.transaction() as session:
            await note(session, results, now)
            self.pace.shared_by = await self._couriers.beat(session, now)
            await self._heed_clock(session, now)
            await self._keep_claims(session, now)
            busy = self._on_way.keys() - noted
            parcels, pointless_ones = await self._next(session, busy, now)
        self._results = self._results[len(results) :]
        for person in noted:
            del self._on_way[person]
        for parcel in parcels:
            self._on_way[parcel.first.person_id] = parcel
        for parcel, outcome in pointless_ones:
            self._on_way[parcel.first.person_id] = parcel
            self._end(parcel, outcome)
        return parcels

    async def _next(
        self, session: AsyncSession, busy: Collection[int], now: datetime
    ) -> tuple[list[_Parcel], list[tuple[_Parcel, str]]]:
        """What goes now, and what need not go any more, with its outcome."""
        limit = min(BATCH - len(self._queued), MOST - len(busy))
        if limit <= 0 or self.pace.closed() or (self._down_until or now) > now:
            return [], []
        if self.put_off is not None:
            await self.put_off(session, now)
        self._gathering = {who: end for who, end in self._gathering.items() if end > now}
        besides = Besides(busy, self._gathering.keys(), self.gathers.kinds)
        takes_over = now - self._since >= CALM
        firsts = await first_for_each(session, now, besides, limit, takes_over=takes_over)
        dropped = await pointless(session, firsts, now)
        go = [row for row in firsts if row.id not in dropped]
        gathered = await gather(session, go, self.gathers, now)
        self._gathering |= gathered.until
        if gathered.until:
            await release(session, [row for row in go if row.person_id in gathered.until])
        return (
            [_Parcel(rows, now) for rows in gathered.parcels],
            [(_Parcel((row,), now), dropped[row.id]) for row in firsts if row.id in dropped],
        )

    async def _heed_clock(self, session: AsyncSession, now: datetime) -> None:
        """Wait for nothing that is later only by a clock that has been put back, then or before."""
        last, self._looked_at = self._looked_at, now
        if last is None:
            await put_right(session, now, ASKED_AT_MOST)
        if last is None or now >= last - SKEW:
            return
        # What Telegram asked to wait before that is asked for anew.
        await put_right(session, now, LONGEST_PAUSE * 1.25)
        self._since = min(self._since, now)
        self._gathering, self._down_until = {}, None
        for parcel in self._on_way.values():
            parcel.taken_at = min(parcel.taken_at, now)

    async def _keep_claims(self, session: AsyncSession, now: datetime) -> None:
        """Ask for more time for what has been on its way for long."""
        old = [each for each in self._on_way.values() if each.taken_at < now - LEASE / 3]
        if old:
            await claim(session, [row for parcel in old for row in parcel.rows], now)
        for parcel in old:
            parcel.taken_at = now

    # --- on its way

    async def _hand_out(self, parcels: Sequence[_Parcel]) -> None:
        """Put into words, and send each as its turn comes."""
        for parcel, letter in zip(parcels, await self._worded(parcels), strict=True):
            if letter is not None:
                self._queued.add(parcel)
                parcel.task = asyncio.create_task(self._send(parcel, letter))

    async def _worded(self, parcels: Sequence[_Parcel]) -> list[Letter | None]:
        """All in one transaction; where one fails, each in its own, so that it is the only one."""
        try:
            async with self.database.transaction() as session:
                letters = [await self.word(session, each.rows, self.now()) for each in parcels]
        except Exception:
            return [await self._worded_alone(parcel) for parcel in parcels]
        for parcel, letter in zip(parcels, letters, strict=True):
            if letter is None:
                self._end(parcel, "obsolete")
        return letters

    async def _worded_alone(self, parcel: _Parcel) -> Letter | None:
        try:
            async with self.database.transaction() as session:
                letter = await self.word(session, parcel.rows, self.now())
        except Exception:
            self._failed(parcel)
            return None
        if letter is None:
            self._end(parcel, "obsolete")
        return letter

    async def _send(self, parcel: _Parcel, letter: Letter) -> None:
        try:
            await self._wait_for_turn(parcel, letter.chat_id)
            message_id = await letter.send()
        except TelegramRetryAfter as limit:
            self._end(parcel, again=timedelta(seconds=limit.retry_after))
        except TelegramForbiddenError:
            self._end(parcel, UNREACHABLE, refused_by_person=True)
        except (TelegramBadRequest, TelegramEntityTooLarge) as error:
            if any(words in error.message for words in _NOBODY_THERE):
                self._end(parcel, UNREACHABLE, refused_by_person=True)
                return
            row = parcel.first
            log.error("notice_refused", notice=row.id, kind=row.kind, error=error.message)  # noqa: TRY400
            self._end(parcel, "refused")
        except TelegramAPIError as error:
            row = parcel.first
            log.warning("notice_delayed", notice=row.id, error=type(error).__name__)
            if row.attempts >= GIVE_UP and not self._failures:
                self._end(parcel, "failed")  # others go: it is this message's matter
            else:
                self._end(parcel, again=_pause(row.attempts, LONGEST_PAUSE))
                self._count_failure()
        except asyncio.CancelledError:
            self._end(parcel)
            raise
        except Exception:
            self._failed(parcel)
        else:
            self._failures = self._downs = 0
            # A message of several is nobody's card: later it must not be changed into one.
            self._end(parcel, "sent", message_id if len(parcel.rows) == 1 else None)

    async def _wait_for_turn(self, parcel: _Parcel, chat_id: int) -> None:
        """First the chat's own, which holds up nobody else, then the overall one."""
        while rest := self.pace.rest(chat_id):
            self._queued.discard(parcel)
            self._moved.set()
            await asyncio.sleep(rest)
        self._queued.add(parcel)
        await self.pace.turn(parcel.first.urgency)
        self.pace.went(chat_id, owed=True)
        sending.set(Sending(parcel.first.urgency, paid=1))
        parcel.goes = True
        self._queued.discard(parcel)
        self._moved.set()

    # --- what became of it

    def _end(
        self,
        parcel: _Parcel,
        outcome: str | None = None,
        message_id: int | None = None,
        *,
        again: timedelta | None = None,
        refused_by_person: bool = False,
    ) -> None:
        again_at = None if again is None else self.now() + again
        self._results.append(Result(parcel.rows, outcome, message_id, again_at, refused_by_person))
        self._queued.discard(parcel)
        self._moved.set()

    def _failed(self, parcel: _Parcel) -> None:
        """A fault of ours, in what is being handled: tried some times more, then given up."""
        row = parcel.first
        log.exception("notice_failed", notice=row.id, kind=row.kind)
        if row.attempts >= GIVE_UP:
            self._end(parcel, "failed")
        else:
            self._end(parcel, again=_pause(row.attempts, LONGEST_PAUSE))

    def _count_failure(self) -> None:
        """The network failed; when it does so again and again, everything waits a while."""
        self._failures += 1
        now = self.now()
        if self._failures >= DOWN and (self._down_until or now) <= now:
            self._down_until = now + _pause(self._downs, LONGEST_DOWN)
            self._downs += 1
            log.warning("telegram_is_down", until=self._down_until.isoformat())

    async def _stop(self) -> None:
        """Let what is being sent end, let go of the rest, and note what became of it."""
        if self._turning is not None:
            await asyncio.wait((self._turning,))
        tasks = [parcel.task for parcel in self._on_way.values() if parcel.task is not None]
        for parcel in self._on_way.values():
            if parcel.task is not None and not parcel.goes:
                parcel.task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=STOP_WITHIN)
        ended = {result.person_id for result in self._results}
        for person, parcel in self._on_way.items():
            if person not in ended and (parcel.task is None or parcel.task.done()):
                self._end(parcel)
        try:
            async with self.database.transaction() as session:
                await note(session, self._results, self.now())
                await self._couriers.leave(session)
        except Exception:
            log.exception("delivery_failed")
        else:
            self._results = []


def _pause(attempts: int, longest: timedelta) -> timedelta:
    """After a failure of nobody's saying: twice as long each time, and never all at once."""
    seconds = min(2.0 ** min(attempts, 20), longest.total_seconds())
    return timedelta(seconds=seconds * random.uniform(0.75, 1.25))
