"""Start-up time and memory of the real processes, beside importing aiogram alone."""

import asyncio
import os
import re
import sys
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from sandbox.server import Sandbox
from tests.bench.null_telegram import TOKEN

SLOWEST = 2.0  # seconds
MOST = 200  # MB
READY = b"Sandbox ready"


async def measure(folder: Path) -> None:
    """Each start is a process of its own, as an operator starts it."""
    alone = await _start("-c", "import aiogram; print(1); input()", until=b"1")
    print(f"import aiogram alone: {alone[0]:.1f} s, {alone[1]:.0f} MB")
    await _of_sandbox("empty, first start", folder / "empty", "empty")
    await _of_sandbox("demo, first start", folder / "demo", "demo", bound=False)
    await _of_sandbox("demo, second start", folder / "demo", "demo")
    seconds = await _until_it_polls(folder / "real")
    print(f"python -m bot run, until it polls: {seconds:.1f} s (< {SLOWEST:.0f} s)")


async def _of_sandbox(name: str, data: Path, seed: str, *, bound: bool = True) -> None:
    arguments = ("-m", "bot", "sandbox", "--port", "0", "--data", str(data), "--seed", seed)
    seconds, memory = await _start(*arguments, until=READY)
    fast = f" (< {SLOWEST:.0f} s)" if bound else ""
    print(f"sandbox, {name}: {seconds:.1f} s{fast}, {memory:.0f} MB (< {MOST} MB)")


async def _start(*arguments: str, until: bytes) -> tuple[float, float]:
    """Seconds until a process says that line, and the MB that it holds then."""
    start = time.perf_counter()
    async with process(*arguments) as started:
        assert started.stdout is not None
        while until not in (line := await started.stdout.readline()):
            assert line, f"{arguments} ended"
        return time.perf_counter() - start, memory(started.pid)


async def _until_it_polls(data: Path) -> float:
    """On a Telegram in this process, which shares the core."""
    sandbox = Sandbox(TOKEN)
    await sandbox.start(0)
    settings = {"BOT_TOKEN": TOKEN, "BOT_API_URL": sandbox.url, "DATA_DIR": str(data)}
    try:
        start = time.perf_counter()
        async with process("-m", "bot", "run", **settings):
            await sandbox.polled()
            return time.perf_counter() - start
    finally:
        await sandbox.stop()


@asynccontextmanager
async def process(*arguments: str, **settings: str) -> AsyncIterator[Process]:
    started = await asyncio.create_subprocess_exec(
        sys.executable,
        *arguments,
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={**os.environ, "LOG_LEVEL": "WARNING", **settings},
    )
    try:
        yield started
    finally:
        started.terminate()
        await started.wait()


def memory(pid: int) -> float:
    """Resident memory in MB, pages shared with other processes included."""
    found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    assert found is not None
    return int(found[1]) / 1024
