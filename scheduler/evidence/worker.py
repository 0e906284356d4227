"""Processes beside the event loop, for work that would hold it up or is not to be trusted."""

import asyncio
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Timer
from typing import Any, ParamSpec, Protocol, TypeVar

import structlog

from evidence.confinement import BUSY, NUMPY, SECONDS, confine
from evidence.wall import Layer, shut_in
from scheduler.evidence.answers import Misanswered, Work

P = ParamSpec("P")
T = TypeVar("T")
Begin = Callable[[], None]
# Gets the descriptor of the pipe, which stays, and says what is lacking.
Wall = Callable[[int], list[Layer]]

log = structlog.get_logger()

BEGINNING = 120.0  # seconds from the start of a process until it can be asked, at the worst
GRACE = 10.0  # seconds after which a process is no longer believed to keep its own limits
_STARTED: Work[[], list[Layer]] = Work(list, list[Layer])
_NOTHING = Work(int, int)
_ANEW = """import sys
sys.path[:] = sys.argv[2:]
from scheduler.evidence.serving import main
main(int(sys.argv[1]))"""


class WorkerDied(Exception):
    """The work took more time or memory than it may, something else killed the process, or what it
    said is no answer, and it was killed."""


class Process(Protocol):
    """What was started."""

    def kill(self) -> None: ...
    def join(self) -> None: ...


class _Interpreter(subprocess.Popen[bytes]):
    def join(self) -> None:
        self.wait()


def anew(pipe: Connection, environment: Mapping[str, str]) -> Process:
    """Start a process that has nothing of the bot's but this pipe and this environment."""
    descriptor = pipe.fileno()
    return _Interpreter(
        [
            sys.executable,
            "-IB" if sys.dont_write_bytecode else "-I",
            "-c",
            _ANEW,
            str(descriptor),
            *(str(Path(each).absolute()) for each in sys.path),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**NUMPY, **environment},
        pass_fds=(descriptor,),
    )


# How processes begin.
start: Callable[[Connection, Mapping[str, str]], Process] = anew


class Beside:
    """One process that does one thing after another; made at its first use, and after a death.

    It is started anew, not forked: what the bot holds in memory is not in it. `begin` is the first
    thing that it does, `wall` the last before it is asked anything; of the bot's environment it has
    what is given. It ends when the bot does, and when it takes longer than `patience`, in seconds.
    """

    def __init__(
        self,
        begin: Begin,
        wall: Wall,
        patience: float,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.begin = begin
        self.wall = wall
        self.patience = patience
        self.environment = environment or {}
        self.lacking: list[Layer] = []
        self._child: _Child | None = None

    async def run(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The work's result; raises WorkerDied, and WorkFailed for whatever the work raises.

        Arguments that are bytes, of whatever size, do not hold up the loop on their way.
        """
        return await self._run(work, None, self.patience, args, kwargs)

    async def lacks(self) -> list[Layer]:
        """Which layers of its wall this machine does not give it; raises WorkerDied."""
        await self.run(_NOTHING)
        return self.lacking

    def close(self) -> None:
        """End the process, whatever it does; the next use makes another."""
        if self._child is not None:
            self._child.end()
            self._child = None

    async def _run(
        self, work: Work[P, T], seconds: float | None, patience: float, args: Any, kwargs: Any
    ) -> T:
        child = self._child = self._child or _Child(self.begin, self.wall, self.environment)
        loop = asyncio.get_running_loop()
        said = (work, seconds, patience, args, kwargs)
        try:
            answer: T = await loop.run_in_executor(child.thread, child.do, *said)
        except WorkerDied:
            if self._child is child:
                self.close()
            raise
        if child.lacking != self.lacking:
            self.lacking = child.lacking
            log.warning("wall_incomplete", lacking=[each.value for each in self.lacking])
        return answer


class Worker(Beside):
    """A process shut in with what people sent: bounded in memory, and in time for each work."""

    def __init__(
        self, begin: Begin = confine, seconds: float = SECONDS, wall: Wall = shut_in
    ) -> None:
        super().__init__(begin, wall, BUSY * seconds + GRACE)
        self.seconds = seconds

    async def run(self, work: Work[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._run(work, self.seconds, self.patience, args, kwargs)


class _Child:
    """The process, and the thread of ours that talks to it: to start it takes time as well."""

    def __init__(self, begin: Begin, wall: Wall, environment: Mapping[str, str]) -> None:
        self.life = (begin, wall)
        self.environment = environment
        self.thread = ThreadPoolExecutor(1)
        self.lacking: list[Layer] = []
        self._process: Process | None = None
        self._pipe: Connection | None = None
        self._ended = False

    def do(
        self, work: Work[P, T], seconds: float | None, patience: float, args: Any, kwargs: Any
    ) -> T:
        """In the thread: the work's result; raises as `Beside.run`."""
        # Copying megabytes into a pickle, under the interpreter's lock, would hold up the loop.
        large = [each for each in args if isinstance(each, bytes)]
        wrapped = [pickle.PickleBuffer(each) if isinstance(each, bytes) else each for each in args]
        whole = (work.do, seconds, wrapped, kwargs)
        # The callback's answer: they go apart from the rest.
        said = pickle.dumps(whole, protocol=5, buffer_callback=lambda _: False)
        try:
            pipe = self._pipe or self._start()
            with self._killed_after(patience):
                pipe.send(1 + len(large))
                for each in (said, *large):
                    pipe.send_bytes(each)
                return work.understood(pipe.recv_bytes(work.most))
        except (EOFError, OSError, Misanswered) as death:
            raise WorkerDied from death

    def end(self) -> None:
        self._ended = True
        if self._process is not None:
            self._process.kill()
            self.thread.submit(self._process.join)
        self.thread.shutdown(wait=False)

    def _start(self) -> Connection:
        if self._ended:
            raise EOFError
        pipe, other = Pipe()
        self._process = start(other, self.environment)
        other.close()
        with self._killed_after(BEGINNING):
            pipe.send(self.life)
            self.lacking = _STARTED.understood(pipe.recv_bytes(_STARTED.most))
        self._pipe = pipe
        return pipe

    @contextmanager
    def _killed_after(self, seconds: float) -> Iterator[None]:
        """It keeps time by itself, unless it was taken over; then nothing else ends it."""
        assert self._process is not None
        alarm = Timer(seconds, self._process.kill)
        alarm.daemon = True
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()
