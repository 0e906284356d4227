"""Counting a week of the whole programme for everybody's digests, beside people's screens (§10)."""

import asyncio
import time
from pathlib import Path
from statistics import median

from sqlalchemy import URL, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.digests.day_counts import count_today
from award.digests.numbers import Key, Line, Numbers, WeeklyDigest
from award.digests.week_counts import count_weeks
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from handlers.digests.chart import draw
from locales import texts
from storage.database import Database
from storage.migrate import upgrade
from storage.read_only import read_apart
from storage.tables import Person
from tests.award.digests.many import END, MONDAY
from tests.bench.crowd import crowd
from tests.bench.databases import on_postgresql, on_sqlite, peak

SIZES = (5_000, 50_000)
LONGEST = 60.0  # seconds, once a week, while nobody waits for it
MOST = 300  # MB more than before
TIMES = 9


async def measure(folder: Path) -> None:
    """5,000 and 50,000 participants in 20 regions, half a year of entries on average."""
    programme = load(SHIPPED_PROGRAMME)
    _chart(programme)
    for size in SIZES:
        for name, made in (("SQLite", on_sqlite(folder)), ("PostgreSQL", on_postgresql())):
            async with made as url:
                if url is not None:
                    await _measure(url, name, size, programme)


async def _measure(url: URL, name: str, size: int, programme: Programme) -> None:
    database = Database(url.render_as_string(hide_password=False))
    try:
        await upgrade(database)
        entries = await crowd(database, programme, size)
        await _count(database, programme, f"{size:,} on {name} with {entries:,} entries")
    finally:
        await database.close()


async def _count(database: Database, programme: Programme, what: str) -> None:
    async def week(session: AsyncSession) -> object:
        return await count_weeks(session, programme, MONDAY)

    async def today(session: AsyncSession) -> object:
        return await count_today(session, END)

    for name, work in (("week", week), ("day", today)):
        before = peak(anew=True)
        start, computed = time.perf_counter(), time.process_time()
        reading = asyncio.create_task(read_apart(database.url, work))
        turns = await _turns_beside(database, reading)
        await reading
        took, computed = time.perf_counter() - start, time.process_time() - computed
        bound = f" (< {LONGEST:.0f} s)" if name == "week" else ""
        print(
            f"digests, {name} of {what}: {took:.1f} s{bound}, {computed:.1f} s of computing,"
            f" +{peak() - before:.0f} MB (< {MOST}); a screen's query beside it"
            f" {median(turns):.1f} ms, slowest of {len(turns)} {max(turns):.0f} ms"
        )


async def _turns_beside(database: Database, reading: asyncio.Task[object]) -> list[float]:
    """What a person's small transaction takes meanwhile, in ms, fifty a second."""
    turns = []
    while not reading.done():
        start = time.perf_counter()
        async with database.transaction() as session:
            await session.scalar(select(Person.full_name).where(Person.id == 1))
        turns.append((time.perf_counter() - start) * 1000)
        await asyncio.sleep(0.02)
    return turns


def _chart(programme: Programme) -> None:
    of = Numbers(2500, 60, 7100, 330_000, 6800, 12, 240, 900, 100_000, 900_000)
    lines = tuple(Line(region.code, of) for region in programme.regions)
    digest = WeeklyDigest(MONDAY, of, of, "region", lines)
    for language in ("kk", "ru", "en"):
        names: dict[Key, str] = {each.code: each.name[language] for each in programme.regions}
        times = []
        for _ in range(TIMES):
            start = time.perf_counter()
            png = draw(digest, names, texts(language))
            times.append((time.perf_counter() - start) * 1000)
        print(
            f"digests, chart of {len(lines)} regions, {language}: {median(times):.0f} ms,"
            f" {len(png) / 1000:.0f} kB"
        )
