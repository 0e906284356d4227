"""PostgreSQL's databases of tests: copies of a migrated one, lent to one test after another.

To make a database and to remove it each keep the disk busy for up to seconds, since PostgreSQL
writes all it has in memory first. To empty one takes milliseconds.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from secrets import token_hex
from threading import Thread
from typing import Any, TypeVar

import asyncpg
from sqlalchemy import URL, make_url

_T = TypeVar("_T")
SERVER = make_url(
    os.environ.get("TEST_POSTGRES_URL") or "postgresql://postgres@127.0.0.1:5432/postgres"
)
HOW_TO_GET_POSTGRES = (
    "PostgreSQL does not answer. Get one: docker run --rm -d -p 5432:5432 "
    "-e POSTGRES_HOST_AUTH_METHOD=trust postgres:15; or name yours in TEST_POSTGRES_URL"
)
NO_ANSWER = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InvalidAuthorizationSpecificationError,
)
# Rows that were deleted stay in the files: bytes of a database from which it is not given on.
_LARGEST = 40_000_000
# Foreign keys and the protection of the audit table, all of them triggers, do not hold for it.
_UNGUARDED = {"session_replication_role": "replica", "synchronous_commit": "off"}
# Each definition by where its row lies and who wrote it: any change of a table changes it, and so
# does any change of the revision, which emptying leaves alone.
_SHAPE = "SELECT " + " || ' ' || ".join(
    f"(SELECT sum(hashtext(concat(ctid, xmin))) FROM {catalogue})"
    for catalogue in (
        *("pg_class", "pg_attribute", "pg_constraint", "pg_trigger", "pg_proc"),
        "alembic_version",
    )
)
_END_OTHERS = """
SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_EMPTY = """
DO $$
DECLARE known regclass;
BEGIN
    FOR known IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace
        AND relkind = 'r' AND relname <> 'alembic_version'
    LOOP
        EXECUTE format('DELETE FROM %s', known);
    END LOOP;
    PERFORM setval(seqrelid::regclass, seqstart, false) FROM pg_sequence;
END $$
"""


def named(name: str) -> URL:
    """Where the database of this name is."""
    return SERVER.set(drivername="postgresql+asyncpg", database=name)


@asynccontextmanager
async def made(template: str) -> AsyncIterator[URL]:
    """A database of one test alone."""
    name = await make(template)
    try:
        yield named(name)
    finally:
        await remove(name)


async def make(template: str) -> str:
    """A new database's name; what is committed to it need not survive a power cut."""
    name = f"award_test_{token_hex(6)}"
    await _administer(
        f"CREATE DATABASE {name} TEMPLATE {template}",
        f"ALTER DATABASE {name} SET synchronous_commit = off",
    )
    return name


async def remove(*names: str) -> None:
    """Databases of tests go, whoever is still connected to them."""
    await _administer(*(f"DROP DATABASE {name} WITH (FORCE)" for name in names))


@dataclass
class _Copy:
    """A database and the connection by which it is emptied; None where nobody may."""

    name: str
    connection: asyncpg.Connection | None


class Lender:
    """Copies of one migrated database without a row.

    What comes back is emptied and lent again, with ids that begin at 1 again. What comes back with
    other tables, or cannot be emptied, is removed.

    A connection to each stays open: what a new one has to learn of all tables, to empty them, takes
    as long as most tests. It lives in an event loop of its own, as those of tests come and go.
    """

    def __init__(self, template: str) -> None:
        self.template = template
        self._free: list[_Copy] = []
        self._shape: str | None = None

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[URL]:
        """A database that nobody else has, for as long as this lasts."""
        copy = self._free.pop() if self._free else await _beside(self._another())
        try:
            yield named(copy.name)
        finally:
            if await _beside(self._empty(copy)):
                self._free.append(copy)
            else:
                await _beside(_give_up(copy))

    async def close(self) -> None:
        """Remove those that are not lent."""
        while self._free:
            await _beside(_give_up(self._free.pop()))

    async def _another(self) -> _Copy:
        copy = _Copy(await make(self.template), None)
        with suppress(asyncpg.PostgresError):  # only a superuser may
            copy.connection = await _connect(copy.name, _UNGUARDED)
            if self._shape is None:
                self._shape = await copy.connection.fetchval(_SHAPE)
        return copy

    async def _empty(self, copy: _Copy) -> bool:
        if copy.connection is None:
            return False
        try:
            if copy.connection.is_closed():  # a test has cut it
                copy.connection = await _connect(copy.name, _UNGUARDED)
            await copy.connection.execute(_END_OTHERS)
            size = await copy.connection.fetchval("SELECT pg_database_size(current_database())")
            shape = await copy.connection.fetchval(_SHAPE)
            if size > _LARGEST or shape != self._shape:
                return False
            await copy.connection.execute(_EMPTY)
        except asyncpg.PostgresError:
            return False
        return True


async def _give_up(copy: _Copy) -> None:
    if copy.connection is not None:
        await copy.connection.close()
    await remove(copy.name)


async def _beside(work: Coroutine[Any, Any, _T]) -> _T:
    """What becomes of it in the event loop of these connections."""
    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, _loop()))


@cache
def _loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    Thread(target=loop.run_forever, name="lending", daemon=True).start()
    return loop


async def _administer(*statements: str) -> None:
    connection = await _connect(SERVER.database)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


async def _connect(name: str | None, settings: dict[str, str] | None = None) -> asyncpg.Connection:
    url = SERVER.set(drivername="postgresql", database=name)
    return await asyncpg.connect(
        url.render_as_string(hide_password=False), timeout=5, server_settings=settings
    )
