"""The limits under which a worker process looks into what people send.

Decoders are large C libraries and files may be made to harm: a process of its own, bounded in time
and memory, is all that such a file can take down. What it can reach is bounded by evidence/wall.py.
"""

from __future__ import annotations

import os
import resource
from collections.abc import Callable
from contextlib import suppress
from ctypes import CDLL, c_ulong
from dataclasses import dataclass
from functools import cache
from signal import (
    ITIMER_PROF,
    ITIMER_REAL,
    SIG_DFL,
    SIG_IGN,
    SIGALRM,
    SIGINT,
    SIGKILL,
    SIGPROF,
    setitimer,
    signal,
)
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MOST_MEMORY = 300 * 1024 * 1024  # bytes of the whole process
SECONDS = 5.0
BUSY = 6  # times that a busy machine may take longer than the computing itself
_MARGIN = 4 * 1024 * 1024  # bytes: stacks, and what Linux counts late
# Read from the environment when numpy is imported. The threads that it would make take more memory
# than a picture; on AMD's processors it sorts five times as fast without AVX-512, and on others
# hardly more slowly.
NUMPY = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4",
}
_MMAP_THRESHOLD, _LARGE = -3, 512 * 1024  # glibc's number of this parameter; bytes
_SIGNAL_OF_DEATH = 1  # linux/prctl.h


def confine() -> None:
    """Bind this process, a worker, to the life of its parent; each work has its limits besides."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal(SIGINT, SIG_IGN)  # Ctrl-C: the parent ends this one in order
    with suppress(AttributeError):  # another C library than glibc
        # Large pieces go back to the system when they are freed.
        CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    with suppress(AttributeError):  # no Linux
        # A parent that was killed can tell nobody, and this one may be busy for long.
        CDLL(None).prctl(_SIGNAL_OF_DEATH, *map(c_ulong, (SIGKILL, 0, 0, 0)))


def within(seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work in MOST_MEMORY, or it fails, and in `seconds`, or the process is killed.

    Seconds of computing: a good file must not seem a bad one because the machine is busy.
    """
    _bound_memory()
    timers = ((ITIMER_PROF, SIGPROF, seconds), (ITIMER_REAL, SIGALRM, BUSY * seconds))
    for timer, alarm, most in timers:
        signal(alarm, SIG_DFL)
        setitimer(timer, most)
    try:
        return work(*args, **kwargs)
    finally:
        for timer, _, _ in timers:
            setitimer(timer, 0)


@dataclass(frozen=True, slots=True)
class Memory:
    """What Linux says of this process's memory, also when it can open nothing any more.

    `descriptor`: of an open file that stays; -1 where there is none.
    """

    descriptor: int

    @staticmethod
    @cache
    def of_this_process() -> Memory:
        with suppress(OSError):
            return Memory(os.open("/proc/self/statm", os.O_RDONLY | os.O_CLOEXEC))
        return Memory(-1)

    def reserved(self) -> int:
        """Bytes of its addresses, which it may hardly use."""
        return self._numbers()[0]

    def untouched(self) -> int:
        """Bytes that were reserved for data and are not in memory."""
        _, resident, _, _, _, data, _ = self._numbers()
        return data - resident

    def _numbers(self) -> list[int]:
        if self.descriptor < 0:
            return [0] * 7
        pages = os.pread(self.descriptor, 200, 0).split()
        return [int(each) * resource.getpagesize() for each in pages]


def _bound_memory() -> None:
    """RLIMIT_DATA counts what is used, as RLIMIT_AS does not, but also what was reserved before
    and is hardly ever touched: 32 MB for each OpenBLAS, and the gaps in the heap. That is added."""
    with suppress(AttributeError):
        CDLL(None).malloc_trim(0)
    most = MOST_MEMORY - _MARGIN + Memory.of_this_process().untouched()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
