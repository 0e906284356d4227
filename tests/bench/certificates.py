"""Certificates: one; 5,000 issued, printed and sealed; their kept bytes joined into one file.

python -m tests.bench.certificates [HOW_MANY]
"""

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from award.certificates.issuing import issue
from award.certificates.making import specimen
from award.certificates.stacks import stacks
from award.programme import load
from bot.certificates import join
from bot.settings import SHIPPED_PROGRAMME
from scheduler.certificates.printing import AT_ONCE, Press, Printing, layout_of
from storage.database import Database
from storage.locking import locked_one
from storage.migrate import upgrade
from storage.tables import Enrolment
from tests.award.certificates.holders import NOW, completed
from tests.scheduler.certificates.test_printing import LINK, a_key

MANY = 5000
MOST_OF_ONE = 100  # ms
MOST_OF_MANY = 300  # s
MOST_OF_JOINING = 60  # s
MOST_MEMORY = 500  # MB
TIMES = 25
PROGRAMME = load(SHIPPED_PROGRAMME)


async def measure(folder: Path, many: int = MANY) -> None:
    """Print how long each takes."""
    url = f"sqlite+aiosqlite:///{folder / 'certificates.db'}"
    await _one()
    database = Database(url)
    await upgrade(database)
    await _many(database, folder, many)
    await database.close()
    command = [
        sys.executable,
        "-m",
        "tests.bench.certificates",
        "join",
        url,
        str(folder / "all.pdf"),
    ]
    print(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())  # noqa: ASYNC221


async def _one() -> None:
    press, data = Press(layout_of(SHIPPED_PROGRAMME)), specimen(PROGRAMME, "gold")
    times = []
    for number in range(TIMES):
        began = time.perf_counter()
        await press.printed(data | {"name": f"Сәрсен Айгерім {number}"}, LINK, {})
        times.append((time.perf_counter() - began) * 1000)
    press.close()
    first, rest = times[0], median(times[1:])
    print(
        f"one certificate: {rest:.0f} ms (< {MOST_OF_ONE} ms), the first of a process {first:.0f}"
    )


async def _many(database: Database, folder: Path, many: int) -> None:
    async with database.transaction() as session:
        ids = [(await completed(session, number)).id for number in range(many)]
    began = time.perf_counter()
    for each in ids:
        async with database.transaction() as session:
            enrolment = await locked_one(session, Enrolment, each)
            await issue(session, PROGRAMME, enrolment, NOW.year, None, NOW)
    decided = time.perf_counter() - began

    async def address(payload: str) -> str:
        return f"https://t.me/elbasy_tosbelgi_bot?start={payload}"

    async def no_picture(_file_id: str) -> bytes | None:
        return None

    press = Press(layout_of(SHIPPED_PROGRAMME), a_key(folder))
    printing = Printing(database, PROGRAMME, press, address, no_picture, lambda: NOW)
    done = 0
    while await printing.print_some():
        done += AT_ONCE
        if done % 1000 == 0 and sys.stdout.isatty():
            print(f"\r{done} of {many}", end="\x1b[K", flush=True)
    press.close()
    took = time.perf_counter() - began
    print(
        f"{many} certificates issued one by one, printed and sealed: {took:.0f} s"
        f" (< {MOST_OF_MANY} s), {decided:.0f} s of it for the decisions"
    )


async def _joined(url: str, into: Path) -> tuple[int, float]:
    database = Database(url)
    async with database.transaction() as session:
        chosen = await stacks(session)
    began = time.perf_counter()
    await join(database, chosen, into)
    took = time.perf_counter() - began
    await database.close()
    return sum(each.count for each in chosen), took


def _join(url: str, into: Path) -> None:
    """In a process of its own, for its memory."""
    count, took = asyncio.run(_joined(url, into))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{count} joined into one file of"
        f" {into.stat().st_size / 1e6:.0f} MB: {took:.0f} s (< {MOST_OF_JOINING} s),"
        f" {memory:.0f} MB (< {MOST_MEMORY} MB)"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["join"]:
        _join(sys.argv[2], Path(sys.argv[3]))
    else:
        with tempfile.TemporaryDirectory() as made:
            asyncio.run(measure(Path(made), int(sys.argv[1]) if sys.argv[1:] else MANY))
