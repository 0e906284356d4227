"""The limits under which a worker process looks into what people send.

Decoders are large C libraries and files may be made to harm: a process of its own, bounded in time
and memory, is all that such a file can take down.
"""

import os
import resource
import signal
from collections.abc import Callable
from multiprocessing import parent_process
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

MOST_MEMORY = 300 * 1024 * 1024  # bytes of the whole process
SECONDS = 5.0
# Read when numpy is imported: the threads that it would make take more memory than a picture.
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def confine(memory: int = MOST_MEMORY) -> None:
    """Bind this process, a worker: to `memory` bytes, and to the life of its parent."""
    # RLIMIT_DATA counts what is used; RLIMIT_AS would count what allocators only reserve.
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ.update(ONE_THREAD)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C: the parent ends this one in order
    Thread(target=_end_with_parent, daemon=True).start()


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work; the process is killed, decoders and all, when it takes longer."""
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _end_with_parent() -> None:
    """A parent that was killed can tell nobody: without this its worker would wait for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
