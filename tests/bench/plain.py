"""What the bot's own ways with aiogram and SQLite bring, beside the libraries as they come.

Alone: python -m tests.bench.plain
"""

# ruff: noqa: I001 - the libraries first, as the bot has them
import tests.libraries  # noqa: F401

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from statistics import median, quantiles

from pydantic import SecretStr

from bot.assemble import Service, service
from bot.clock import Clock
from bot.settings import Settings
from tests.bench.entries import BATCH, PEOPLE, WORDS, participants
from tests.bench.null_telegram import TOKEN, NullTelegram, text
from tests.bench.service import READY, memory, process
from tests.no_pace import NoPace

STARTS = 3
ROUNDS = 12
TICK = 0.001  # seconds
WAYS = (False, True)  # the bot's own, and plain


async def measure(folder: Path) -> None:
    """Both ways by turns, so that a busy machine slows both."""
    await _starts(folder)
    await _texts(folder)


async def _starts(folder: Path) -> None:
    """The whole sandbox, each start a process of its own; the first makes its data."""
    found: dict[bool, list[tuple[float, float]]] = {plain: [] for plain in WAYS}
    for number in range(STARTS + 1):
        for plain in WAYS:
            started = await _start(folder / f"start-{plain}", plain)
            if number:
                found[plain].append(started)
    own, more = _middle(found, 0)
    held, rather = _middle(found, 1)
    print(
        f"start of the sandbox: {own:.2f} s of computing, plain {more:.2f} s, ratio"
        f" {own / more:.2f}; {held:.0f} MB, plain {rather:.0f} MB, {rather - held:.0f} MB less"
    )


async def _start(data: Path, plain: bool) -> tuple[float, float]:
    """Seconds that it computed until it is ready, and the MB that it holds then."""
    arguments = ("-m", "bot", "sandbox", "--port", "0", "--data", str(data), "--seed", "empty")
    async with process(*arguments, PLAIN_LIBRARIES=str(plain)) as started:
        assert started.stdout is not None
        while READY not in (line := await started.stdout.readline()):
            assert line, "it ended"
        return _computed(started.pid), memory(started.pid)


def _computed(pid: int) -> float:
    """Seconds that a process has computed so far."""
    user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


async def _texts(folder: Path) -> None:
    """Journal texts of many at once; meanwhile, how late a tick of the event loop is."""
    found: dict[bool, list[tuple[float, float]]] = {plain: [] for plain in WAYS}
    late: dict[bool, list[float]] = {plain: [] for plain in WAYS}
    async with (
        _service(folder / "texts-direct", plain=False) as direct,
        _service(folder / "texts-plain", plain=True) as plain,
    ):
        people = {False: await participants(direct), True: await participants(plain)}
        for number in range(ROUNDS + 1):
            for way, bot in ((False, direct), (True, plain)):
                ticks: list[float] = []
                took = await _handled(bot, people[way], ticks)
                if number:  # the first warms up, and passes the probation of a new process
                    found[way].append(took)
                    late[way].extend(ticks)
    soon, later = _middle(found, 0)
    own, more = _middle(found, 1)
    last = [quantiles(late[way], n=100)[-1] * 1000 for way in WAYS]
    print(
        f"a journal text on SQLite: {soon:.1f} ms, plain {later:.1f} ms, ratio {soon / later:.2f};"
        f" {own:.1f} ms of computing, plain {more:.1f} ms, ratio {own / more:.2f};"
        f" a tick of the event loop meanwhile late by {last[0]:.0f} ms,"
        f" plain {last[1]:.0f} ms (p99)"
    )


async def _handled(bot: Service, people: list[int], ticks: list[float]) -> tuple[float, float]:
    """Milliseconds that a batch took for each text, and how many of computing."""
    batch = [text(bot.bot, people[n % PEOPLE], WORDS) for n in range(BATCH)]
    ticking = asyncio.create_task(_tick(ticks))
    start, computed = time.perf_counter(), time.process_time()
    await bot.updates.handle_all(batch)
    await bot.updates.settled()
    took, computed = time.perf_counter() - start, time.process_time() - computed
    ticking.cancel()
    return took * 1000 / BATCH, computed * 1000 / BATCH


async def _tick(ticks: list[float]) -> None:
    while True:
        start = time.perf_counter()
        await asyncio.sleep(TICK)
        ticks.append(time.perf_counter() - start - TICK)


@asynccontextmanager
async def _service(folder: Path, *, plain: bool) -> AsyncIterator[Service]:
    settings = Settings(
        bot_token=SecretStr(TOKEN), data_dir=folder, plain_libraries=plain, _env_file=None
    )
    clock = Clock()
    async with service(settings, clock, session=NullTelegram(), pace=NoPace(clock.now)) as bot:
        yield bot


def _middle(found: dict[bool, list[tuple[float, float]]], which: int) -> list[float]:
    """The medians of one of the two measures, in the bot's own way and plain."""
    return [median(measured[which] for measured in found[way]) for way in WAYS]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        sys.exit(asyncio.run(measure(Path(folder))))
