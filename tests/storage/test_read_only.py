"""Long reading beside the service: read only, of one moment, and nobody waits for it."""

import asyncio
import threading

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.read_only import read_apart
from storage.tables import Person
from tests.award.journal.diary import NOW


async def _count(session: AsyncSession) -> int:
    return await session.scalar(select(func.count(Person.id))) or 0


async def test_it_cannot_write(database: Database) -> None:
    async def write(session: AsyncSession) -> None:
        session.add(Person(telegram_id=1, joined_at=NOW))
        await session.flush()

    with pytest.raises(DBAPIError):
        await read_apart(database.url, write)
    assert await read_apart(database.url, _count) == 0


async def test_many_begin_at_once(database: Database) -> None:
    """Nobody waits for ever for another's first connection: each has an event loop of its own."""
    async with asyncio.timeout(30):
        found = await asyncio.gather(*(read_apart(database.url, _count) for _ in range(8)))
    assert found == [0] * 8


async def test_it_sees_one_moment(database: Database) -> None:
    async with database.transaction() as session:
        session.add(Person(telegram_id=1, joined_at=NOW))
    begun, go_on = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    async def twice(session: AsyncSession) -> tuple[int, int]:
        first = await _count(session)
        loop.call_soon_threadsafe(begun.set)
        await asyncio.to_thread(go_on.wait, 30)
        return first, await _count(session)

    reading = asyncio.create_task(read_apart(database.url, twice))
    await begun.wait()
    async with database.transaction() as session:  # written meanwhile, without a wait
        session.add(Person(telegram_id=2, joined_at=NOW))
    go_on.set()
    assert await reading == (1, 1)
    assert await read_apart(database.url, _count) == 2


SLOW = {
    "sqlite": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 6000000)"
    " SELECT MAX(x) FROM n",
    "postgresql": "SELECT MAX(x) FROM generate_series(1, 6000000) AS n(x)",
}


async def test_others_work_on_while_a_statement_takes_long(database: Database) -> None:
    """Small transactions of the one connection are done by the dozen within one long statement."""
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    async def long(session: AsyncSession) -> int:
        await _count(session)
        loop.call_soon_threadsafe(begun.set)
        found = await session.scalar(text(SLOW["sqlite" if database.is_sqlite else "postgresql"]))
        return int(found or 0)

    reading = asyncio.create_task(read_apart(database.url, long))
    await begun.wait()
    done = 0
    while not reading.done():
        async with database.transaction() as session:
            session.add(Person(telegram_id=100 + done, joined_at=NOW))
        done += 1
        await asyncio.sleep(0)
    assert await reading == 6_000_000
    assert done > 12


async def test_cancelled_it_ends(database: Database) -> None:
    begun, ended = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    async def endless(session: AsyncSession) -> None:
        loop.call_soon_threadsafe(begun.set)
        try:
            while True:
                await _count(session)
        finally:
            ended.set()

    reading = asyncio.create_task(read_apart(database.url, endless))
    await begun.wait()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert await asyncio.to_thread(ended.wait, 30)


async def test_a_failure_is_the_callers(database: Database) -> None:
    async def fail(_session: AsyncSession) -> None:
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        await read_apart(database.url, fail)
