"""The only place that asks what time it is, and whether it is that."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NoReturn

import structlog
from aiogram.utils.backoff import Backoff, BackoffConfig

log = structlog.get_logger()

# Farther from Telegram's, a clock is wrong. What is held for a while is held for minutes.
TOLERANCE = timedelta(minutes=2)
LOOK = 1.0  # seconds between looks at the machine's clock, which may be set at any moment
ASK = 600.0  # seconds after which Telegram is asked again though nothing seems wrong


class Clock:
    """Real time, moved by an offset; the sandbox and tests move it."""

    def __init__(self) -> None:
        self._offset = timedelta(0)

    def now(self) -> datetime:
        """Aware, in UTC."""
        return datetime.now(UTC) + self._offset

    def move_to(self, moment: datetime) -> None:
        self._offset = moment - datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Said:
    """Telegram's time, aware, and when that was by `elapsed`."""

    time: datetime
    at: float

    def now(self) -> datetime:
        """What it is by now."""
        return self.time + timedelta(seconds=elapsed() - self.at)


class TelegramAway(Exception):
    """Telegram does not answer; the text is the kind of failure, never an address."""


class ClockWrong(Exception):
    """The machine's clock was found wrong."""


class CheckedClock(Clock):
    """The machine's time as long as Telegram agrees with it.

    One that is known to be wrong is never told: what is still at hand ends by the time that goes on
    from Telegram's.
    """

    def __init__(self, ask: Callable[[], Awaitable[Said]]) -> None:
        """`ask` asks Telegram; it raises TelegramAway."""
        super().__init__()
        self._ask = ask
        self._said: Said | None = None

    def now(self) -> datetime:
        """Aware, in UTC."""
        ahead = self.ahead
        return super().now() - (ahead if _is_wrong(ahead) else timedelta(0))

    @property
    def ahead(self) -> timedelta:
        """By how much the machine's clock is ahead of Telegram's, as far as that is known."""
        return timedelta(0) if self._said is None else super().now() - self._said.now()

    async def right(self) -> None:
        """Wait until Telegram has been asked and agrees."""
        waits = Backoff(BackoffConfig(min_delay=0.5, max_delay=30, factor=2, jitter=0.1))
        while True:
            try:
                self._said = await self._ask()
            except TelegramAway as why:
                log.warning("telegram_away", error=str(why), wait=round(waits.next_delay, 1))
            else:
                if not _is_wrong(self.ahead):
                    break
                self._warn(waits.next_delay)
            await asyncio.sleep(next(waits))
        if waits.counter:
            log.info("clock_right")

    async def watch(self) -> NoReturn:
        """Raise ClockWrong as soon as the machine's clock is found wrong.

        Where it seems to be, Telegram decides: a machine that stood still has set its clock right.
        While Telegram is away, its time goes on by a clock that nobody sets.
        """
        asked_at = elapsed()
        while True:
            await asyncio.sleep(LOOK)
            if not _is_wrong(self.ahead) and elapsed() - asked_at < ASK:
                continue
            asked_at = elapsed()
            try:
                self._said = await self._ask()
            except TelegramAway as why:
                log.info("telegram_away", error=str(why))
            if _is_wrong(self.ahead):
                raise ClockWrong

    def _warn(self, wait: float) -> None:
        ahead = round(self.ahead.total_seconds())
        log.warning("clock_wrong", ahead=ahead, wait=round(wait, 1))


def elapsed() -> float:
    """Seconds by a clock that nobody sets; where it can, it counts while the machine sleeps."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


def _is_wrong(ahead: timedelta) -> bool:
    return abs(ahead) > TOLERANCE
