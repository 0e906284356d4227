"""Processes beside the event loop, for work that would hold it up."""

import asyncio
import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from traceback import format_exc
from typing import Any, ParamSpec, TypeVar

from evidence.confinement import SECONDS, confine, within

P = ParamSpec("P")
T = TypeVar("T")
# How processes begin: anew.
start: SpawnContext | ForkServerContext = get_context("spawn")


class WorkerDied(Exception):
    """The work took more time or memory than it may, or something else killed the process."""


class Beside:
    """One process that does one thing after another; made at its first use, and after a death.

    It is started anew, not forked: what the bot holds in memory is not in it. `begin` is the first
    thing that it does. It ends when the bot does.
    """

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin
        self._child: _Child | None = None

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result; raises WorkerDied, and whatever the work raises.

        Arguments that are bytes, of whatever size, do not hold up the loop on their way.
        """
        child = self._child = self._child or _Child(self.begin)
        loop = asyncio.get_running_loop()
        try:
            done, result = await loop.run_in_executor(child.thread, child.do, work, args, kwargs)
        except WorkerDied:
            if self._child is child:
                self.close()
            raise
        if not done:
            raise result
        return result  # type: ignore[no-any-return]  # it came through a pipe

    def close(self) -> None:
        """End the process, whatever it does; the next use makes another."""
        if self._child is not None:
            self._child.end()
            self._child = None


class Worker(Beside):
    """A confined process for what people sent: bounded in memory, and in time for each work."""

    def __init__(self, begin: Callable[[], None] = confine, seconds: float = SECONDS) -> None:
        super().__init__(begin)
        self.seconds = seconds

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        limited: Callable[..., T] = within
        return await super().run(limited, self.seconds, work, *args, **kwargs)


class _Child:
    """The process, and the thread of ours that talks to it: to start it takes time as well."""

    def __init__(self, begin: Callable[[], None]) -> None:
        self.begin = begin
        self.thread = ThreadPoolExecutor(1)
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._ended = False

    def do(self, work: Callable[..., Any], args: Any, kwargs: Any) -> tuple[bool, Any]:
        """In the thread: whether the work was done, and its result or what it raised."""
        # Copying megabytes into a pickle, under the interpreter's lock, would hold up the loop.
        large = [each for each in args if isinstance(each, bytes)]
        wrapped = [pickle.PickleBuffer(each) if isinstance(each, bytes) else each for each in args]
        # The callback's answer: they go apart from the rest.
        said = pickle.dumps((work, wrapped, kwargs), protocol=5, buffer_callback=lambda _: False)
        try:
            pipe = self._pipe or self._start()
            pipe.send(len(large))
            for each in (said, *large):
                pipe.send_bytes(each)
            answer: tuple[bool, Any] = pipe.recv()
        except (EOFError, OSError) as death:
            raise WorkerDied from death
        return answer

    def end(self) -> None:
        self._ended = True
        if self._process is not None:
            self._process.kill()
            self.thread.submit(self._process.join)
        self.thread.shutdown(wait=False)

    def _start(self) -> Connection:
        if self._ended:
            raise EOFError
        self._pipe, other = start.Pipe()
        self._process = start.Process(target=_serve, args=(other, self.begin), daemon=True)
        self._process.start()
        other.close()
        return self._pipe


def _serve(pipe: Connection, begin: Callable[[], None]) -> None:
    """The process's life: one thing after another, until the bot is gone."""
    begin()
    with suppress(EOFError):
        while True:
            count = pipe.recv()
            said, *large = [pipe.recv_bytes() for _ in range(1 + count)]
            pipe.send(_done(partial(pickle.loads, said, buffers=large)))


def _done(understand: Callable[[], tuple[Callable[..., Any], Any, Any]]) -> tuple[bool, Any]:
    try:
        work, args, kwargs = understand()
        return True, work(*args, **kwargs)
    except Exception as error:
        error.add_note(format_exc())  # the other process sees no more of where it happened
        return False, error
