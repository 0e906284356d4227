"""The limits under which a worker process looks into what people send.

Decoders are large C libraries and files may be made to harm: a process of its own, bounded in time
and memory, is all that such a file can take down.
"""

import os
import resource
from collections.abc import Callable
from contextlib import suppress
from ctypes import CDLL
from multiprocessing import parent_process
from pathlib import Path
from signal import (
    ITIMER_PROF,
    ITIMER_REAL,
    SIG_DFL,
    SIG_IGN,
    SIGALRM,
    SIGINT,
    SIGPROF,
    setitimer,
    signal,
)
from threading import Thread
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

MOST_MEMORY = 300 * 1024 * 1024  # bytes of the whole process
SECONDS = 5.0
_MARGIN = 4 * 1024 * 1024  # bytes: stacks, and what Linux counts late
_BUSY = 6  # times that a busy machine may take longer than the computing itself
# Read when numpy is imported. The threads that it would make take more memory than a picture; on
# AMD's processors it sorts five times as fast without AVX-512, and on others hardly more slowly.
NUMPY = {
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "NPY_DISABLE_CPU_FEATURES": "X86_V4",
}
_MMAP_THRESHOLD, _LARGE = -3, 512 * 1024  # glibc's number of this parameter; bytes


def confine() -> None:
    """Bind this process, a worker, to the life of its parent; each work has its limits besides."""
    os.environ.update(NUMPY)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal(SIGINT, SIG_IGN)  # Ctrl-C: the parent ends this one in order
    with suppress(AttributeError):  # another C library than glibc
        # Large pieces go back to the system when they are freed.
        CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    Thread(target=_end_with_parent, daemon=True).start()


def within(seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Do the work in MOST_MEMORY, or it fails, and in `seconds`, or the process is killed.

    Seconds of computing: a good file must not seem a bad one because the machine is busy.
    """
    _bound_memory()
    timers = ((ITIMER_PROF, SIGPROF, seconds), (ITIMER_REAL, SIGALRM, _BUSY * seconds))
    for timer, alarm, most in timers:
        signal(alarm, SIG_DFL)
        setitimer(timer, most)
    try:
        return work(*args, **kwargs)
    finally:
        for timer, _, _ in timers:
            setitimer(timer, 0)


def _bound_memory() -> None:
    """RLIMIT_DATA counts what is used, as RLIMIT_AS does not, but also what was reserved before
    and is hardly ever touched: 32 MB for each OpenBLAS, and the gaps in the heap. That is added."""
    with suppress(AttributeError):
        CDLL(None).malloc_trim(0)
    untouched = 0
    with suppress(OSError):  # no Linux
        _, resident, _, _, _, data, _ = Path("/proc/self/statm").read_text(encoding="ascii").split()
        untouched = (int(data) - int(resident)) * resource.getpagesize()
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY - _MARGIN + untouched, hard))


def _end_with_parent() -> None:
    """A parent that was killed can tell nobody: without this its worker would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
