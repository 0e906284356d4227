"""What a process has taken of memory, as Linux tells it."""

from pathlib import Path

import pytest

_STATUS = Path("/proc/self/status")

needs_proc = pytest.mark.skipif(not _STATUS.exists(), reason="needs Linux's /proc")


def most_memory() -> int:
    """The most bytes that this process ever had in memory."""
    lines = _STATUS.read_text(encoding="ascii").splitlines()
    (peak,) = (line.split()[1] for line in lines if line.startswith("VmHWM"))
    return int(peak) * 1024
