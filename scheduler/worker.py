"""One process beside the event loop for work on what people sent."""

import asyncio
import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import ParamSpec, TypeVar

from evidence.limits import MOST_MEMORY, SECONDS, confine, within

P = ParamSpec("P")
T = TypeVar("T")


class WorkerDied(Exception):
    """The work took more time or memory than it may, or something else killed the process."""


class Worker:
    """A confined process, made at its first use and again after a death.

    It is started anew, not forked: what the bot holds in memory is not in it.
    """

    def __init__(self, seconds: float = SECONDS, memory: int = MOST_MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self._pool: ProcessPoolExecutor | None = None

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result; raises WorkerDied, and whatever the work raises."""
        pool = self._pool = self._pool or ProcessPoolExecutor(
            1, multiprocessing.get_context("spawn"), confine, (self.memory,)
        )
        try:
            limited = partial(within, self.seconds, partial(work, *args, **kwargs))
            return await asyncio.wrap_future(pool.submit(limited))
        except BrokenProcessPool as death:
            if self._pool is pool:
                self.close()
            raise WorkerDied from death

    def close(self) -> None:
        """End the process once it has done what it does; the next use makes another."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None
