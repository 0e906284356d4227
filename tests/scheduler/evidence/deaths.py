"""Looking into a file, with the worker killed of it; apart, as the worker imports where it is."""

import os
import signal
from datetime import datetime
from pathlib import Path

from evidence.inspect import Looked, look


def kill(data: bytes, thumbnail: bytes | None, now: datetime) -> Looked:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def kill_once(mark: Path, data: bytes, thumbnail: bytes | None, now: datetime) -> Looked:
    """The process that did this before died of it, and left a mark."""
    try:
        mark.touch(exist_ok=False)
    except FileExistsError:
        return look(data, thumbnail, now)
    return kill(data, thumbnail, now)
