"""Working off a queue that is kept in the database: what was begun and not ended is done again."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

import structlog

log = structlog.get_logger()

PAUSE = 2.0  # seconds until an empty queue is looked at again
IDLE = 60.0  # seconds without work after which what it needs is let go


async def work_off(
    name: str, take: Callable[[], Awaitable[bool]], rest: Callable[[], None]
) -> None:
    """Take one thing after another until cancelled.

    `take` says whether there was one. `rest` is called after a while without any, and at the end.
    """
    worked_at = monotonic()
    try:
        while True:
            try:
                busy = await take()
            except Exception:
                log.exception(f"{name}_failed")
                busy = False
            if busy:
                worked_at = monotonic()
                continue
            if monotonic() - worked_at > IDLE:
                rest()
            await asyncio.sleep(PAUSE)
    finally:
        rest()
