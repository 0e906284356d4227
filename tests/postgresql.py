"""PostgreSQL's databases of tests: copies of a migrated one, lent to one test after another.

To make a database and to remove it each keep the disk busy for up to seconds, since PostgreSQL
writes all it has in memory first. To empty one takes milliseconds.
"""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_hex

import asyncpg
from sqlalchemy import URL, make_url

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


class Lender:
    """Copies of one migrated database without a row.

    What comes back is emptied and lent again, with ids that begin at 1 again. What comes back with
    other tables, or cannot be emptied, is removed.
    """

    def __init__(self, template: str) -> None:
        self.template = template
        self._free: list[str] = []
        self._shape: str | None = None

    @asynccontextmanager
    async def lent(self) -> AsyncIterator[URL]:
        """A database that nobody else has, for as long as this lasts."""
        name = self._free.pop() if self._free else await self._another()
        try:
            yield named(name)
        finally:
            if await self._empty(name):
                self._free.append(name)
            else:
                await remove(name)

    async def close(self) -> None:
        """Remove those that are not lent."""
        await remove(*self._free)
        self._free.clear()

    async def _another(self) -> str:
        name = await make(self.template)
        if self._shape is None:
            connection = await _connect(name)
            self._shape = await connection.fetchval(_SHAPE)
            await connection.close()
        return name

    async def _empty(self, name: str) -> bool:
        try:
            connection = await _connect(name, _UNGUARDED)
        except asyncpg.PostgresError:  # only a superuser may
            return False
        try:
            await connection.execute(_END_OTHERS)
            size = await connection.fetchval("SELECT pg_database_size(current_database())")
            if size > _LARGEST or await connection.fetchval(_SHAPE) != self._shape:
                return False
            await connection.execute(_EMPTY)
        except asyncpg.PostgresError:
            return False
        finally:
            await connection.close()
        return True


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
