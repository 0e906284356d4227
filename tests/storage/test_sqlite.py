"""Statements run in the event loop's thread, and commits beside it; or all as aiosqlite has it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from threading import Event, get_ident
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.sqlite import ANY_THREAD, run_where_asked


@pytest.fixture(params=[False, True], ids=["direct", "plain"])
async def small(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    address = f"sqlite+aiosqlite:///{tmp_path / 'small.db'}"
    database = Database(address, plain=request.param)
    async with database.transaction() as session:
        await session.execute(text("CREATE TABLE thing (name TEXT UNIQUE)"))
    yield database
    await database.close()


@pytest.fixture
def direct(request: pytest.FixtureRequest) -> bool:
    return "direct" in request.node.callspec.id


async def _ran(session: AsyncSession) -> list[tuple[str, int]]:
    """What this session's connection runs from now on, and in which thread."""
    ran: list[tuple[str, int]] = []
    raw = await (await session.connection()).get_raw_connection()
    driver: Any = raw.driver_connection
    await driver.set_trace_callback(lambda sql: ran.append((sql.split()[0], get_ident())))
    return ran


async def test_only_a_commit_leaves_the_thread(small: Database, direct: bool) -> None:
    """An upgrade of aiosqlite or SQLAlchemy that crosses by another way is seen here."""
    async with small.sessions() as session:
        ran = await _ran(session)
        await session.execute(text("INSERT INTO thing VALUES ('a'), ('b')"))
        found = await session.scalars(text("SELECT name FROM thing"))
        assert found.all() == ["a", "b"]
        await session.commit()
        await session.execute(text("INSERT INTO thing VALUES ('c')"))
        await session.rollback()
        await session.execute(text("SELECT 1"))
        await session.commit()
    here = {what for what, thread in ran if thread == get_ident()}
    beside = {what for what, thread in ran if thread != get_ident()}
    every = {"BEGIN", "INSERT", "SELECT", "COMMIT", "ROLLBACK"}
    assert (here, beside) == ((every - {"COMMIT"}, {"COMMIT"}) if direct else (set(), every))


async def test_what_sqlite_refuses_is_told_and_the_connection_goes_on(small: Database) -> None:
    async with small.transaction() as session:
        await session.execute(text("INSERT INTO thing VALUES ('a')"))
    with pytest.raises(IntegrityError):
        async with small.transaction() as session:
            await session.execute(text("INSERT INTO thing VALUES ('b'), ('a')"))
    async with small.sessions() as session:
        assert (await session.scalars(text("SELECT name FROM thing"))).all() == ["a"]


async def test_who_waits_for_a_commit_and_leaves_breaks_nothing(small: Database) -> None:
    for number in range(20):
        async with small.sessions() as session:
            await session.execute(text(f"INSERT INTO thing VALUES ('{number}')"))
            commit = asyncio.create_task(session.commit())
            await asyncio.sleep(0)
            commit.cancel()
            await asyncio.gather(commit, return_exceptions=True)
    async with small.transaction() as session:
        await session.execute(text("INSERT INTO thing VALUES ('last')"))
        assert "last" in (await session.scalars(text("SELECT name FROM thing"))).all()


class HeldUp(sqlite3.Connection):
    """A connection on which one commit ends when it is let."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.begun, self.let = Event(), Event()
        self.done: list[str] = []

    def commit(self) -> None:
        self.begun.set()
        assert self.let.wait(30)
        super().commit()
        self.done.append("commit")

    def rollback(self) -> None:
        self.done.append("rollback")
        super().rollback()

    def close(self) -> None:
        self.done.append("close")
        super().close()


async def test_nothing_overtakes_a_commit_that_nobody_waits_for(tmp_path: Path) -> None:
    """Closing a connection within its commit kills the process."""
    any_thread: Any = ANY_THREAD
    opened = aiosqlite.connect(tmp_path / "held.db", factory=HeldUp, **any_thread)
    async with opened as connection:
        run_where_asked(connection)
        held: Any = connection._conn
        await connection.execute("CREATE TABLE thing (name TEXT)")
        await connection.execute("INSERT INTO thing VALUES ('a')")
        commit = asyncio.create_task(connection.commit())
        await asyncio.to_thread(held.begun.wait, 30)
        commit.cancel()
        await asyncio.gather(commit, return_exceptions=True)
        rollback = asyncio.create_task(connection.rollback())
        close = asyncio.create_task(connection.close())
        await asyncio.sleep(0)
        assert held.done == []
        held.let.set()
        await asyncio.gather(rollback, close)
        assert held.done == ["commit", "rollback", "close"]
    async with aiosqlite.connect(tmp_path / "held.db") as connection:
        cursor = await connection.execute("SELECT name FROM thing")
        assert list(await cursor.fetchall()) == [("a",)]
