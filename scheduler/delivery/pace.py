"""Telegram's limits, kept by one pace for all that a process sends.

What people are shown in answer to their own taps is counted and hardly ever waits; messages owed
to people take what is left, the most urgent first.
"""

import asyncio
import math
import time
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from heapq import heappop, heappush
from itertools import count

# Messages a second to all chats together: Telegram takes 30, and refuses what is over it.
RATE = 29.7
# Seconds of messages that may go ahead of the pace: what is owed makes up for a moment in which
# this process was busy; a crowd of people who tap at once need not queue behind it.
OWED_AHEAD = 0.1
SCREENS_AHEAD = 0.7
OWN_SCREEN = -1  # goes before everything that is owed
MOST_CHATS = 10_000
# Refusals of different chats this near to each other mean that all of them are meant.
TOGETHER = timedelta(seconds=3)


@dataclass(frozen=True, slots=True)
class Every:
    """A message every so many seconds to a chat, of which screens may go some ahead."""

    seconds: float
    ahead: int


PRIVATE = Every(seconds=1, ahead=4)
GROUP = Every(seconds=4, ahead=5)  # five at once and 15 more make Telegram's 20 a minute


@dataclass(slots=True)
class Sending:
    """The owed message that is being sent: how urgent it is, and calls whose turn it had."""

    urgency: int
    paid: int = 0


# Set in the task that sends an owed message; without it a call shows a person their own screen.
sending: ContextVar[Sending | None] = ContextVar("sending", default=None)


@dataclass(slots=True)
class _Chat:
    free_at: float = -math.inf  # when all messages to it have had their time
    owed_at: float = -math.inf  # when the last owed one went


@dataclass(order=True, slots=True)
class _Waiter:
    urgency: int
    number: int
    messages: int = field(compare=False)
    granted: asyncio.Future[None] = field(compare=False)


class Pace:
    """Who may send next, and when.

    The pace is in real time, whatever the bot's clock says. What Telegram asked to wait is kept in
    the bot's time (`now`), as everything that is written down.
    """

    def __init__(
        self, now: Callable[[], datetime], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.shared_by = 1  # processes that share the limit
        self._now = now
        self._clock = clock
        self._free_at = -math.inf
        self._waiting: list[_Waiter] = []
        self._numbers = count()
        self._timer: asyncio.TimerHandle | None = None
        self._chats: dict[int, _Chat] = {}
        self._closed_until: datetime | None = None
        self._refusals: dict[int, tuple[datetime, datetime]] = {}

    # --- the overall limit

    async def turn(self, urgency: int, messages: int = 1) -> None:
        """Wait until so many messages may go; the most urgent first, else who came first."""
        if not self._waiting and self._wait(urgency) <= 0:
            self._take(messages)
            return
        waiter = _Waiter(
            urgency, next(self._numbers), messages, asyncio.get_running_loop().create_future()
        )
        heappush(self._waiting, waiter)
        self._grant()
        await waiter.granted

    def _wait(self, urgency: int) -> float:
        ahead = SCREENS_AHEAD if urgency == OWN_SCREEN else OWED_AHEAD
        return self._free_at - ahead - self._clock()

    def _take(self, messages: int) -> None:
        each = self.shared_by / RATE
        self._free_at = max(self._free_at, self._clock()) + messages * each

    def _grant(self) -> None:
        """Let go whoever may, and look again when the next one may."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        while self._waiting:
            first = self._waiting[0]
            if first.granted.cancelled():
                heappop(self._waiting)
                continue
            wait = self._wait(first.urgency)
            if wait > 0:
                self._timer = asyncio.get_running_loop().call_later(wait, self._grant)
                return
            heappop(self._waiting)
            self._take(first.messages)
            first.granted.set_result(None)

    # --- a chat's own limit

    def rest(self, chat_id: int) -> float:
        """Seconds for which nothing owed may go to a chat."""
        chat = self._chats.get(chat_id)
        if chat is None:
            return 0.0
        every = _of(chat_id)
        # A second after the last owed message, and while people's taps have not used it up.
        at = max(chat.owed_at + every.seconds, chat.free_at - every.seconds * every.ahead / 2)
        return max(0.0, at - self._clock())

    def screen_rest(self, chat_id: int) -> float:
        """Seconds for which not even a screen may go to a chat."""
        chat, every = self._chats.get(chat_id), _of(chat_id)
        if chat is None:
            return 0.0
        return max(0.0, chat.free_at - every.seconds * every.ahead - self._clock())

    def went(self, chat_id: int, messages: int = 1, *, owed: bool) -> None:
        """Count messages to a chat."""
        now = self._clock()
        chat = self._chats.setdefault(chat_id, _Chat())
        chat.free_at = max(chat.free_at, now) + messages * _of(chat_id).seconds
        if owed:
            chat.owed_at = now
        if len(self._chats) > MOST_CHATS:
            self._chats = {
                each: state
                for each, state in self._chats.items()
                if max(state.free_at, state.owed_at + _of(each).seconds) > now
            }

    # --- what Telegram asked to wait

    def refused(self, chat_id: int, seconds: float) -> None:
        """Telegram asked to wait with a chat.

        It does not say whether the chat has too much or all together have. Two chats within
        moments: all of them wait.
        """
        now = self._now()
        self._refusals = {
            chat: (at, until)
            for chat, (at, until) in self._refusals.items()
            if until > now or at > now - TOGETHER
        }
        self._refusals[chat_id] = (now, now + timedelta(seconds=seconds))
        lately = [until for at, until in self._refusals.values() if at > now - TOGETHER]
        if len(lately) > 1:
            self._closed_until = max(lately)

    def closed(self, chat_id: int | None = None) -> float:
        """Seconds that Telegram asked to wait and that are left: with all chats, or with this."""
        now = self._now()
        until = self._closed_until or now
        if chat_id in self._refusals:
            until = max(until, self._refusals[chat_id][1])
        return max(0.0, (until - now).total_seconds())


def _of(chat_id: int) -> Every:
    return GROUP if chat_id < 0 else PRIVATE
