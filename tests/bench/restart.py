"""How long the matching process reads all fingerprints when it starts, on both databases.

It is measured as a process of its own, up to the end of its first search, and so is its memory.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, insert, text

from evidence.photos import METHOD, fingerprint
from scheduler.evidence import matching
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Fingerprint
from tests.bench.databases import in_a_process, on_postgresql, on_sqlite, peak, without_checks
from tests.bench.photos import made_up
from tests.evidence.scenes import as_sent, scene

STORED = 1_000_000
MOST_SECONDS, MOST_MB = 10, 2000
PHOTOS = 7
BATCH = 10_000
SMALL = (60, 45)  # pixels of the picture whose details all have: true ones take 18 GB to write


async def measure(folder: Path) -> None:
    async with on_sqlite(folder) as url:
        await _measured("SQLite", url)
    async with on_postgresql() as url:
        if url is not None:
            await _measured("PostgreSQL", url)


async def _measured(name: str, url: URL) -> None:
    address = url.render_as_string(hide_password=False)
    await fill(address, STORED)
    found = await in_a_process("tests.bench.restart", address)
    print(
        f"{found['known']:,} fingerprints read from {name} and searched once in"
        f" {found['seconds']:.1f} s (≤ {MOST_SECONDS} s, {found['cpu']:.1f} s of it this process's"
        f" CPU), {found['mb']:.0f} MB at most (≤ {MOST_MB} MB), {found['later']:.0f} MB after it;"
        f" a later search {found['search'] * 1000:.0f} ms"
    )


async def fill(address: str, count: int) -> None:
    """A database with so many made-up fingerprints."""
    database = Database(address)
    await upgrade(database)
    async with database.engine.connect() as connection:
        await connection.run_sync(without_checks)
        await connection.run_sync(_photos, count)
        await connection.commit()
        if not database.is_sqlite:  # as its autovacuum does in time
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.run_sync(lambda it: it.execute(text("VACUUM ANALYZE fingerprint")))
    await database.close()


def _photos(connection: Connection, count: int) -> None:
    table = Fingerprint.__table__
    rows = _rows(count)
    while batch := list(islice(rows, BATCH)):
        connection.execute(insert(table), batch)


def _rows(count: int) -> Iterator[dict[str, Any]]:
    sought, *prints = (fingerprint(as_sent(scene(number))) for number in range(PHOTOS))
    small = fingerprint(as_sent(scene(0).resize(SMALL))).details
    yield _row(1, sought.codes, sought.details)
    for number, codes in enumerate(islice(made_up(prints), count - 1), 2):
        yield _row(number, codes, small)


def _row(number: int, codes: bytes, details: bytes) -> dict[str, Any]:
    return {"media_id": number, "part": 0, "method": METHOD, "codes": codes, "details": details}


# --- in the process that is measured


def _look(address: str) -> None:
    started, cpu = time.perf_counter(), time.process_time()
    matching._begin(address)
    _, known = matching._search_photos(1)
    seconds, spent = time.perf_counter() - started, time.process_time() - cpu
    again = time.perf_counter()
    matching._search_photos(1)
    search = time.perf_counter() - again
    status = Path("/proc/self/status").read_text().split("VmRSS:")[1].split()[0]
    print(
        json.dumps(
            {
                "known": known,
                "seconds": seconds,
                "cpu": spent,
                "mb": peak(),
                "later": int(status) / 1024,
                "search": search,
            }
        )
    )


if __name__ == "__main__":
    _look(sys.argv[1])
