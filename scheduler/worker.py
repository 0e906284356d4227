"""Processes beside the event loop, for work that would hold it up."""

import asyncio
import multiprocessing
import os
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import ParamSpec, TypeVar

from evidence.limits import SECONDS, confine, within

P = ParamSpec("P")
T = TypeVar("T")


class WorkerDied(Exception):
    """The work took more time or memory than it may, or something else killed the process."""


class Beside:
    """One process that does one thing after another; made at its first use, and after a death.

    It is started anew, not forked: what the bot holds in memory is not in it. `begin` is the first
    thing that it does.
    """

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin
        self._pool: ProcessPoolExecutor | None = None
        self._pid: Future[int] | None = None
        self._making = asyncio.Lock()

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result; raises WorkerDied, and whatever the work raises."""
        pool = await self._ready()
        try:
            return await asyncio.wrap_future(pool.submit(partial(work, *args, **kwargs)))
        except BrokenProcessPool as death:
            if self._pool is pool:
                self.close()
            raise WorkerDied from death

    def close(self) -> None:
        """End the process, whatever it does; the next use makes another."""
        if self._pool is None:
            return
        self._pool.shutdown(wait=False, cancel_futures=True)
        for child in multiprocessing.active_children():
            if self._pid is not None and self._pid.done() and child.pid == self._pid.result():
                child.kill()
        self._pool = self._pid = None

    async def _ready(self) -> ProcessPoolExecutor:
        async with self._making:
            if self._pool is None:
                # In a thread: to start a process takes its time.
                self._pool = await asyncio.to_thread(self._make)
            return self._pool

    def _make(self) -> ProcessPoolExecutor:
        pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), self.begin)
        self._pid = pool.submit(os.getpid)
        return pool


class Worker(Beside):
    """A confined process for what people sent: bounded in memory, and in time for each work."""

    def __init__(self, begin: Callable[[], None] = confine, seconds: float = SECONDS) -> None:
        super().__init__(begin)
        self.seconds = seconds

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await super().run(within, self.seconds, partial(work, *args, **kwargs))
