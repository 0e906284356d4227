"""The process beside the bot: bounded, made again after a death, gone with its parent."""

import asyncio
import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from evidence.confinement import confine
from evidence.wall import Layer
from scheduler.evidence.answers import Work, WorkFailed
from scheduler.evidence.worker import Beside, Worker, WorkerDied

pytestmark = pytest.mark.usefixtures("anew")


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker(begin_here, seconds=1)
    yield worker
    worker.close()


def begin_here() -> None:
    """A process that has imported this module, too."""
    confine()


def no_wall(_pipe: int) -> list[Layer]:
    return []


def for_ever() -> None:
    """Busy, and deaf to Python's own signal handlers while it counts."""
    sum(range(10**12))


def until_told(begun: Path, go_on: Path) -> None:
    begun.touch()
    while not go_on.exists():
        time.sleep(0.01)


def greedy() -> int:
    return len(bytearray(b"x") * 400_000_000)


def failing() -> None:
    raise Unusual("words of whoever made the file")


class Unusual(ValueError):
    pass


def digest_of(*parts: bytes, end: None) -> bytes:
    assert all(type(each) is bytes for each in parts)
    return hashlib.sha256(b"".join(parts)).digest()


def own_modules() -> list[str]:
    return list({name.partition(".")[0] for name in sys.modules})


NUMBER = Work(os.getpid, int)
MODULES = Work(own_modules, list[str])
ABS: Work[[int], int] = Work(abs, int)
SLEEP = Work(time.sleep, None)


async def test_the_same_process_does_one_thing_after_another(worker: Worker) -> None:
    first, second = await worker.run(NUMBER), await worker.run(NUMBER)
    assert first == second != os.getpid()


async def test_it_holds_nothing_of_the_bot(worker: Worker) -> None:
    import award.programme  # noqa: F401  what the bot has, whichever test runs first

    assert not set(await worker.run(MODULES)) & {"aiogram", "sqlalchemy", "award", "bot"}


async def test_what_takes_too_long_is_ended(worker: Worker) -> None:
    with pytest.raises(WorkerDied):
        await worker.run(Work(for_ever, None))
    assert await worker.run(ABS, -1) == 1


async def test_what_takes_too_much_memory_fails(worker: Worker) -> None:
    with pytest.raises(WorkFailed, match="MemoryError"):
        await worker.run(Work(greedy, int))
    assert await worker.run(ABS, -1) == 1


async def test_a_killed_one_is_made_again(worker: Worker) -> None:
    os.kill(await worker.run(NUMBER), signal.SIGKILL)
    with suppress(WorkerDied):  # known of already, or not yet
        await worker.run(ABS, -1)
    assert await worker.run(ABS, -1) == 1


@pytest.mark.parametrize("size", [0, 1, 20_000_000])
async def test_bytes_arrive_as_they_were_sent(worker: Worker, size: int) -> None:
    data = os.urandom(size)
    digest = hashlib.sha256(b"before" + data).digest()
    assert await worker.run(Work(digest_of, bytes), b"before", data, end=None) == digest


async def test_closing_ends_what_is_being_done() -> None:
    worker = Beside(confine, no_wall, 600)
    child = await worker.run(NUMBER)
    work = asyncio.ensure_future(worker.run(SLEEP, 60))
    await asyncio.sleep(0)  # so that it is given to the process
    worker.close()
    with pytest.raises(WorkerDied):
        await work
    await has_ended(child)
    assert await worker.run(NUMBER) != child
    worker.close()


async def test_of_an_error_of_the_work_itself_only_the_kind_is_told(worker: Worker) -> None:
    with pytest.raises(WorkFailed, match=r"^ValueError$"):
        await worker.run(Work(failing, None))


async def test_the_loop_goes_on_meanwhile(tmp_path: Path) -> None:
    worker = Worker(begin_here, wall=no_wall)
    begun, go_on = tmp_path / "begun", tmp_path / "go on"
    work = asyncio.ensure_future(worker.run(Work(until_told, None), begun, go_on))
    while not begun.exists() and not work.done():  # noqa: ASYNC110 - its only sign
        await asyncio.sleep(0.01)
    go_on.touch()
    await work
    worker.close()


async def test_patience_ends_with_what_does_not_end_by_itself() -> None:
    beside = Beside(confine, no_wall, patience=0.2)
    with pytest.raises(WorkerDied):
        await beside.run(SLEEP, 60)
    beside.close()


PARENT = """
import asyncio, os
from scheduler.evidence.answers import Work
from scheduler.evidence.worker import Worker
async def main():
    print(await Worker().run(Work(os.getpid, int)), flush=True)
    await asyncio.sleep(60)
asyncio.run(main())
"""


async def test_it_does_not_outlive_a_killed_parent() -> None:
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, stdout=subprocess.PIPE
    )
    assert parent.stdout is not None
    child = int(await parent.stdout.readline())
    parent.kill()
    await parent.wait()
    await has_ended(child)


async def has_ended(process: int) -> None:
    """Waits for it."""
    async with asyncio.timeout(60):
        while _lives(process):  # noqa: ASYNC110 - not ours, so it tells nobody
            await asyncio.sleep(0.02)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
