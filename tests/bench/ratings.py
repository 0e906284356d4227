"""Counting all ratings of a country and keeping them, beside people who use the bot (§8)."""

import asyncio
import time
from collections.abc import Awaitable
from functools import partial
from pathlib import Path
from statistics import quantiles

from sqlalchemy import URL, Connection, func, select, text

from award.amendments.in_force import InForce
from award.programme import Programme, load
from award.ratings.keeping import difference
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.ratings import Recounting
from storage.database import Database
from storage.migrate import upgrade
from storage.read_only import read_apart
from storage.tables import Entry, Person
from tests.award.digests.many import END
from tests.bench.crowd import people
from tests.bench.databases import on_postgresql, on_sqlite, peak, without_checks

SIZE = 50_000
EACH = 40  # entries: 35 of weekly directions, three books, two days
LONGEST = 5.0  # seconds
BESIDE = 300  # ms, the p95 of others
WEEKLY = ("sport", "talent", "heritage", "volunteering")
BOOKS = 30

_ENTRIES = """
INSERT INTO entry (enrolment_id, state, version, direction, happened_on, sent_at, received_at,
                   submitted_at, minutes, days, book, note, is_final, decided_at)
SELECT id, CASE WHEN (id * 7 + {number}) % 12 = 0 THEN 'returned' ELSE 'approved' END, 1,
       '{direction}', {day}, :sent, :sent, :sent, {minutes}, {days}, {book}, 'жүгірдім', false,
       :sent
FROM enrolment
"""
_CORRECTED = """
UPDATE entry SET replaces_id = older.id FROM
    (SELECT enrolment_id, min(id) AS id, max(id) AS newest FROM entry
     WHERE enrolment_id % 50 = 0 AND direction = 'trips' GROUP BY enrolment_id) AS older
WHERE entry.id = older.newest
"""
_APPROVED = """
UPDATE entry SET state = 'approved' WHERE state = 'returned' AND enrolment_id % 100 = 7
"""


async def measure(folder: Path) -> None:
    """50,000 participants in 20 regions with 40 entries each."""
    programme = load(SHIPPED_PROGRAMME)
    for name, made in (("SQLite", on_sqlite(folder)), ("PostgreSQL", on_postgresql())):
        async with made as url:
            if url is not None:
                await _measure(url, name, programme)


async def _measure(url: URL, name: str, programme: Programme) -> None:
    database = Database(url.render_as_string(hide_password=False))
    try:
        await upgrade(database)
        entries = await _crowd(database, programme)
        what = f"{SIZE:,} on {name} with {entries:,} entries"

        count = partial(difference, programme=programme, now=END)
        halves = (read_apart(database.url, partial(count, half=n)) for n in range(2))
        await _beside(database, asyncio.gather(*halves), f"counted, {what}", LONGEST)
        recounting = Recounting(database, InForce(programme))
        await _beside(database, recounting.recount(END), f"counted and first kept, {what}")
        await _change(database)
        await _beside(database, recounting.recount(END), f"counted and kept again, {what}", LONGEST)
    finally:
        await database.close()


async def _crowd(database: Database, programme: Programme) -> int:
    async with database.engine.connect() as connection:
        await connection.run_sync(without_checks)
        await connection.run_sync(people, programme, SIZE)
        await connection.run_sync(_entries, programme)
        await connection.commit()
    async with database.transaction() as session:
        await session.execute(text("ANALYZE"))
        return await session.scalar(select(func.count(Entry.id))) or 0


def _entries(connection: Connection, programme: Programme) -> None:
    """Each journal's from its beginning on; one in fifty corrected an entry."""
    sqlite = connection.dialect.name == "sqlite"
    sent = END.replace(tzinfo=None) if sqlite else END
    books = [book.code for section in (1, 2, 3) for book in programme.books_of(section)[:10]]
    listed = " ".join(f"WHEN {n} THEN '{code}'" for n, code in enumerate(books))
    for number in range(EACH):
        after = f"{number} * 3 + id % 5"
        measured = {"minutes": f"40 + (id + {number}) % 40", "days": "NULL", "book": "NULL"}
        direction = WEEKLY[number % len(WEEKLY)]
        if number >= EACH - 2:
            direction, measured = "trips", measured | {"minutes": "NULL", "days": "1"}
        elif number >= EACH - 5:
            book = f"CASE (id + {number} * 11) % {len(books)} {listed} END"
            direction, measured = "reading", measured | {"minutes": "NULL", "book": book}
        day = f"started_on + ({after})"
        if sqlite:
            day = f"date(started_on, '+' || ({after}) || ' days')"
        statement = _ENTRIES.format(number=number, direction=direction, day=day, **measured)
        connection.execute(text(statement), {"sent": sent})
    connection.execute(text(_CORRECTED))


async def _change(database: Database) -> None:
    """What an hour changes: some hundreds are approved something."""
    async with database.transaction() as session:
        await session.execute(text(_APPROVED))


async def _beside(
    database: Database, work: Awaitable[object], what: str, longest: float | None = None
) -> None:
    """Print how long it takes, and what a person's small transaction takes meanwhile."""
    before = peak(anew=True)
    start, computed = time.perf_counter(), time.process_time()
    counting = asyncio.ensure_future(work)
    turns = []
    while not counting.done():
        began = time.perf_counter()
        async with database.transaction() as session:
            await session.scalar(select(Person.full_name).where(Person.id == 1))
        turns.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.02)
    await counting
    took, computed = time.perf_counter() - start, time.process_time() - computed
    bound = f" (≤ {longest:.0f} s)" if longest else ""
    cuts = quantiles(turns, n=100, method="inclusive")
    print(
        f"ratings, {what}: {took:.1f} s{bound}, {computed:.1f} s of computing,"
        f" +{peak() - before:.0f} MB; a screen's query beside it p50 {cuts[49]:.1f} ms,"
        f" p95 {cuts[94]:.1f} ms (≤ {BESIDE} ms)",
        flush=True,
    )
