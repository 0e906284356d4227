"""What a process beside has taken of memory and time, as Linux tells it."""

import os
from pathlib import Path

import pytest

from scheduler.evidence.answers import Work
from scheduler.evidence.worker import Beside

_PROC = Path("/proc")
_NUMBER = Work(os.getpid, int)

needs_proc = pytest.mark.skipif(not _PROC.exists(), reason="needs Linux's /proc")


async def most_memory(process: Beside) -> int:
    """The most bytes that a process beside ever had in memory; it cannot see that itself."""
    return await _status(process, "VmHWM") * 1024


async def threads(process: Beside) -> int:
    """How many threads it has."""
    return await _status(process, "Threads")


async def forget_most_memory(process: Beside) -> None:
    """Count the most from here on."""
    (await _folder(process) / "clear_refs").write_text("5", encoding="ascii")


async def computed(process: Beside) -> float:
    """Seconds of computing that it took until now."""
    stat = (await _folder(process) / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


async def _status(process: Beside, name: str) -> int:
    lines = (await _folder(process) / "status").read_text(encoding="ascii").splitlines()
    (value,) = (line.split()[1] for line in lines if line.startswith(f"{name}:"))
    return int(value)


async def _folder(process: Beside) -> Path:
    return _PROC / str(await process.run(_NUMBER))
