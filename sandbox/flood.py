"""Telegram's flood limits, in real time whatever the sandbox's clock says."""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.errors import too_many_requests

_FORGET_AFTER_CHATS = 10_000


@dataclass(frozen=True, slots=True)
class Limit:
    """`rate` messages a second on average, `burst` at once."""

    rate: float
    burst: float


OVERALL = Limit(rate=30, burst=30)
PRIVATE_CHAT = Limit(rate=1, burst=5)
GROUP = Limit(rate=20 / 60, burst=20)


class _Bucket:
    def __init__(self, limit: Limit, now: float) -> None:
        self._limit = limit
        self._tokens = limit.burst
        self._at = now

    def wait(self, now: float) -> float:
        """Seconds until the next message may go."""
        self._tokens = min(self._limit.burst, self._tokens + (now - self._at) * self._limit.rate)
        self._at = now
        # An album may take more than there is and leave a debt, but never starts in debt.
        return max(0.0, (1 - self._tokens) / self._limit.rate)

    def take(self, count: int) -> None:
        self._tokens -= count


class FloodGate:
    """Counts what is sent and refuses what is too much."""

    def __init__(self, enabled: bool = True, now: Callable[[], float] = time.monotonic) -> None:
        self.enabled = enabled
        self._now = now
        self._overall = _Bucket(OVERALL, now())
        self._chats: dict[int, _Bucket] = {}

    def send(self, chat_id: int, count: int) -> None:
        """`count` messages to a chat; raises 429 with retry_after."""
        if not self.enabled:
            return
        now = self._now()
        if len(self._chats) > _FORGET_AFTER_CHATS:
            self._chats = {
                key: bucket for key, bucket in self._chats.items() if bucket.wait(now) > 0
            }
        limit = GROUP if chat_id < 0 else PRIVATE_CHAT
        chat = self._chats.setdefault(chat_id, _Bucket(limit, now))
        self._pass(now, [self._overall, chat], count)

    def give_back(self, chat_id: int, count: int) -> None:
        """What was counted for a call that was refused after all."""
        if self.enabled:
            self._overall.take(-count)
            self._chats[chat_id].take(-count)

    def edit(self) -> None:
        """One edit; raises 429 with retry_after."""
        if self.enabled:
            self._pass(self._now(), [self._overall], 1)

    @staticmethod
    def _pass(now: float, buckets: list[_Bucket], count: int) -> None:
        wait = max(bucket.wait(now) for bucket in buckets)
        if wait > 1e-9:
            raise too_many_requests(math.ceil(wait))
        for bucket in buckets:
            bucket.take(count)
