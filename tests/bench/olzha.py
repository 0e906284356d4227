"""Counting everybody's points anew by the command, beside people's screens (programme.md §8.4)."""

import asyncio
import os
import re
import resource
import sys
import time
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import URL, func, select, text, update

from award.olzha.ledger import AT_ONCE, history_changed
from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.olzha import count_and_tell
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import OlzhaRow, Person
from tests.award.digests.many import END
from tests.bench.crowd import crowd
from tests.bench.databases import on_postgresql, on_sqlite

SIZE = 50_000
LONGEST = 300.0  # seconds
MOST = 500  # MB, of the whole process
SOME = 500  # people whose history changes within an hour


async def measure(folder: Path, size: int = SIZE) -> None:
    """Journals of a year, some 60 entries each on average: from nothing, and once more."""
    for name, made in (("SQLite", on_sqlite(folder)), ("PostgreSQL", on_postgresql())):
        async with made as url:
            if url is not None:
                await _measure(url, name, size)


async def _measure(url: URL, name: str, size: int) -> None:
    programme = load(SHIPPED_PROGRAMME)
    database = Database(url.render_as_string(hide_password=False))
    try:
        await upgrade(database)
        entries = await crowd(database, programme, size)
        print(f"olzha, {size:,} people with {entries:,} entries on {name}:", flush=True)
        for what in ("from nothing", "once more"):
            await _recount(database, what)
        await _an_hour(database)
    finally:
        await database.close()


async def _recount(database: Database, what: str) -> None:
    start, computed = time.perf_counter(), _computed()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "olzha", "--recount"),
        env=os.environ
        | {"DATABASE_URL": database.url.render_as_string(hide_password=False), "BOT_TOKEN": ""},
        stdout=asyncio.subprocess.PIPE,
    )
    turns, largest = await _turns_beside(database, process)
    said, _ = await process.communicate()
    took, computed = time.perf_counter() - start, _computed() - computed
    async with database.transaction() as session:
        rows = await session.scalar(select(func.count()).select_from(OlzhaRow))
    print(
        f"  {what}: {took:.0f} s (< {LONGEST:.0f}), {computed:.0f} s of computing,"
        f" {largest:.0f} MB (< {MOST}), {rows:,} rows;"
        f" {said.decode().splitlines()[-1]}; a screen's transaction beside it"
        f" {median(turns):.1f} ms,"
        f" p95 {quantiles(turns, n=20)[-1]:.0f} ms, slowest of {len(turns)} {max(turns):.0f} ms",
        flush=True,
    )


async def _turns_beside(
    database: Database, process: asyncio.subprocess.Process
) -> tuple[list[float], float]:
    """What a person's small change takes meanwhile, in ms, twenty a second; the process' MB."""
    turns, largest = [], 0.0
    ended = asyncio.create_task(process.wait())
    while not ended.done():
        start = time.perf_counter()
        async with database.transaction() as session:
            await session.execute(update(Person).where(Person.id == 1).values(language="kk"))
        turns.append((time.perf_counter() - start) * 1000)
        largest = max(largest, _megabytes(process.pid))
        await asyncio.sleep(0.05)
    return turns, largest


def _computed() -> float:
    """Seconds that processes started here have computed, as far as they have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:  # it has just ended
        return 0.0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1000 if found else 0.0


async def _an_hour(database: Database) -> None:
    """What the service does in a busy hour: some hundred histories changed, each counted."""
    programme = load(SHIPPED_PROGRAMME)
    async with database.transaction() as session:
        for number in range(1, SOME + 1):
            await history_changed(session, number)
        # As if another was approved: the ledger lacks a row of each.
        await session.execute(
            text("DELETE FROM olzha_row WHERE reward = 'first_entry' AND enrolment_id <= :last"),
            {"last": SOME},
        )
    start = time.perf_counter()
    await count_and_tell(database, programme, END + timedelta(hours=1))
    took = time.perf_counter() - start
    print(
        f"  {SOME} changed histories counted in the service: {took:.1f} s,"
        f" {1000 * took / (SOME / AT_ONCE):.0f} ms for each {AT_ONCE} people"
    )


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as temporary:
        asyncio.run(measure(Path(temporary), int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
