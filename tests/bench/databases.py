"""Databases of measures: filled fast, and gone afterwards; what the measured process held."""

import asyncio
import json
import os
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import URL, Connection, make_url, text

POSTGRES = os.environ.get("TEST_POSTGRES_URL") or "postgresql://postgres@127.0.0.1:5432/postgres"


@asynccontextmanager
async def on_sqlite(folder: Path) -> AsyncIterator[URL]:
    file = folder / "measured.db"
    try:
        yield URL.create("sqlite+aiosqlite", database=str(file))
    finally:
        for end in ("", "-wal", "-shm"):
            file.with_name(file.name + end).unlink(missing_ok=True)


@asynccontextmanager
async def on_postgresql() -> AsyncIterator[URL | None]:
    """None if there is no server."""
    server = make_url(POSTGRES)
    name = f"award_bench_{os.getpid()}"
    try:
        connection = await asyncpg.connect(POSTGRES, timeout=5)
    except OSError:
        print("PostgreSQL does not answer: not measured on it")
        yield None
        return
    try:
        await connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield server.set(drivername="postgresql+asyncpg", database=name)
    finally:
        await connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        await connection.close()


async def in_a_process(module: str, address: str) -> dict[str, Any]:
    """What a module measures of a database in a process of its own, printed as JSON."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", module, address, stdout=asyncio.subprocess.PIPE
    )
    answer, _ = await process.communicate()
    found: dict[str, Any] = json.loads(answer)
    return found


def without_checks(connection: Connection) -> None:
    """Nothing is lost if it breaks off, and every row is known to refer to one that is there."""
    on_sqlite = connection.dialect.name == "sqlite"
    fast = ("PRAGMA foreign_keys=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-400000")
    for setting in fast if on_sqlite else ("SET session_replication_role = replica",):
        connection.execute(text(setting))


def peak(*, anew: bool = False) -> float:
    """The most memory that this process held, in MB: ever, or from now on, if asked for anew."""
    if anew:
        Path("/proc/self/clear_refs").write_text("5")
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) / 1024
