"""Who is short of the week's hour, among many with 18 months of entries: time, memory, waiting.

Each is measured in a process of its own, on a database that only it uses.
"""

import asyncio
import datetime as dt
import json
import sys
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, func, insert, select, text

from award.calendar import WEEK
from award.programme import Programme, load
from award.reminders.weekly_hour_of_all import WeekOfAll
from bot.settings import SHIPPED_PROGRAMME
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
    Person,
    Plan,
    PlanItem,
    PlanState,
    Table,
)
from tests.bench.databases import in_a_process, on_postgresql, on_sqlite, peak, without_checks

SIZES = (5_000, 50_000)
MOST_SECONDS = 5
MOST_MB = 300
WEEKS = 78  # 18 months
TODAY = dt.date(2026, 3, 5)  # a Thursday
NOW = dt.datetime(2026, 3, 5, 13, tzinfo=dt.UTC)
START = dt.date(2026, 3, 2) - WEEK * (WEEKS - 1)
# The weeks in which each direction is done, in 3 of 4 of them. All but the last are over then, and
# marked complete by the mentors of all but a twentieth.
DONE = {"sport": (0, 52), "talent": (0, 40), "heritage": (30, 78), "volunteering": (12, 78)}
MARKED = ("sport", "talent", "heritage")

_ENTRIES = """
INSERT INTO entry (enrolment_id, state, version, direction, happened_on, sent_at, received_at,
                   submitted_at, minutes, note, is_final)
SELECT e.id, 'approved', 1, d.code, w.monday, w.moment, w.moment, w.moment, 60,
       'Жаттығу жақсы өтті, келесіде көбірек жасаймын', false
FROM bench_week w CROSS JOIN enrolment e
JOIN bench_direction d ON w.n >= d.first AND w.n < d.last
WHERE (e.id * 19 + w.n * 29 + d.n * 9) % 100 < 75 AND w.n = :week
"""
# One entry in fifty is a corrected one: its later version is approved too.
_CORRECTIONS = """
INSERT INTO entry (enrolment_id, state, version, replaces_id, direction, happened_on, sent_at,
                   received_at, submitted_at, minutes, note, is_final)
SELECT enrolment_id, state, 2, id, direction, happened_on, sent_at, received_at, submitted_at, 60,
       note, false
FROM entry WHERE id % 50 = 0
"""


async def measure(folder: Path) -> None:
    """Both databases at both sizes."""
    for size in SIZES:
        async with on_sqlite(folder) as url:
            await _measured("SQLite", url, size)
        async with on_postgresql() as url:
            if url is not None:
                await _measured("PostgreSQL", url, size)


async def _measured(name: str, url: URL, size: int) -> None:
    address = url.render_as_string(hide_password=False)
    database = Database(address)
    await upgrade(database)
    entries = await _fill(database, size)
    await database.close()
    found = await in_a_process("tests.bench.short", address)
    print(
        f"{size} participants, {entries / 1e6:.1f} million entries, {name}:"
        f" {found['short']} short found in {found['seconds']:.1f} s (≤ {MOST_SECONDS} s,"
        f" {found['cpu']:.1f} s of it this process's CPU), {found['mb']:.0f} MB (≤ {MOST_MB} MB);"
        f" in {found['beside']:.1f} s beside others, who waited {found['waited'] * 1000:.0f} ms"
        " at most"
    )


async def _fill(database: Database, size: int) -> int:
    """Participants with plans, and their entries in the order in which they came."""
    async with database.engine.connect() as connection:
        await connection.run_sync(without_checks)
        await connection.run_sync(_people, size)
        await connection.run_sync(_entries)
        await connection.commit()
        if not database.is_sqlite:  # as its autovacuum does in time
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            await connection.run_sync(lambda it: it.execute(text("VACUUM ANALYZE")))
    async with database.sessions() as session:
        return await session.scalar(select(func.count(Entry.id))) or 0


def _people(connection: Connection, size: int) -> None:
    level = {"longer": "sport", "heritage": "months_6"}
    numbers = range(1, size + 1)
    rows: list[tuple[type[Table], list[dict[str, Any]]]] = [
        (Person, [{"telegram_id": n, "joined_at": NOW, "region": "KZ-75"} for n in numbers]),
        (
            Enrolment,
            [
                {
                    "person_id": n,
                    "state": EnrolmentState.ACTIVE,
                    "level": "gold",
                    "choices": {"answers": level, "extra": []},
                    "begun_at": NOW - WEEK * WEEKS,
                    "started_on": START,
                }
                for n in numbers
            ],
        ),
        (
            Plan,
            [
                {
                    "enrolment_id": n,
                    "version": 1,
                    "state": PlanState.AGREED,
                    "made_by": 1,
                    "made_at": NOW,
                }
                for n in numbers
            ],
        ),
        (
            PlanItem,
            [
                {
                    "plan_id": n,
                    "direction": code,
                    "activity": "",
                    "weekdays": [0],
                    "minutes": 60,
                    "starts_on": START,
                }
                for n in numbers
                for code in (*DONE, "reading", "trips", "work")
            ],
        ),
        (
            Mark,
            [
                {
                    "enrolment_id": n,
                    "direction": code,
                    "kind": MarkKind.COMPLETE,
                    "by": n,
                    "at": NOW,
                }
                for n in numbers
                if n % 20
                for code in MARKED
            ],
        ),
        (
            Excuse,  # one in ten was away for two weeks; one in a hundred is now
            [
                {
                    "enrolment_id": n,
                    "state": ExcuseState.ACCEPTED,
                    "first_day": TODAY if n % 100 == 0 else START + WEEK * 20,
                    "last_day": TODAY if n % 100 == 0 else START + WEEK * 22,
                    "reason": "illness",
                    "made_by": n,
                    "made_at": NOW,
                }
                for n in numbers
                if n % 10 == 0
            ],
        ),
    ]
    for table, values in rows:
        connection.execute(insert(table.__table__), values)


def _entries(connection: Connection) -> None:
    entry = Entry.__table__
    for index in entry.indexes:
        index.drop(connection)
    connection.execute(
        text("CREATE TABLE bench_week (n INTEGER, monday DATE, moment TIMESTAMP WITH TIME ZONE)")
    )
    connection.execute(
        text("CREATE TABLE bench_direction (n INTEGER, code TEXT, first INTEGER, last INTEGER)")
    )
    connection.execute(
        text("INSERT INTO bench_week VALUES (:n, :monday, :moment)"),
        [
            {
                "n": n,
                "monday": _day(connection, START + WEEK * n),
                "moment": _moment(connection, NOW - WEEK * (WEEKS - 1 - n)),
            }
            for n in range(WEEKS)
        ],
    )
    connection.execute(
        text("INSERT INTO bench_direction VALUES (:n, :code, :first, :last)"),
        [
            {"n": n, "code": code, "first": first, "last": last}
            for n, (code, (first, last)) in enumerate(DONE.items())
        ],
    )
    for week in range(WEEKS):
        connection.execute(text(_ENTRIES), {"week": week})
    connection.execute(text(_CORRECTIONS))
    for index in entry.indexes:
        index.create(connection)


def _day(connection: Connection, day: dt.date) -> Any:
    return day.isoformat() if connection.dialect.name == "sqlite" else day


def _moment(connection: Connection, moment: dt.datetime) -> Any:
    return f"{moment:%Y-%m-%d %H:%M:%S.%f}" if connection.dialect.name == "sqlite" else moment


# --- in the process that is measured


async def _look(url: str) -> None:
    """By itself, and while others ask for the event loop and a connection all the time."""
    programme, database = load(SHIPPED_PROGRAMME), Database(url)
    started, cpu = time.perf_counter(), time.process_time()
    short = await _find(database, programme)
    seconds, spent = time.perf_counter() - started, time.process_time() - cpu
    waits: list[float] = []
    waiting = asyncio.create_task(_wait(database, waits))
    await asyncio.sleep(0.1)
    waits.clear()
    started = time.perf_counter()
    await _find(database, programme)
    beside = time.perf_counter() - started
    waiting.cancel()
    await database.close()
    print(
        json.dumps(
            {
                "short": short,
                "seconds": seconds,
                "cpu": spent,
                "beside": beside,
                "mb": peak(),
                "waited": max(waits),
            }
        )
    )


async def _find(database: Database, programme: Programme) -> int:
    week, short = WeekOfAll(programme, TODAY), 0
    async with database.transaction() as session:
        parts = await week.parts(session)
    for first, last in parts:
        async with database.transaction() as session:
            short += len(await week.short(session, first, last))
        await asyncio.sleep(0)
    return short


async def _wait(database: Database, waits: list[float]) -> None:
    """What anybody else's update would wait for: the event loop and a connection."""
    while True:
        asked = time.perf_counter()
        async with database.transaction() as session:
            await session.execute(select(1))
        waits.append(time.perf_counter() - asked)
        await asyncio.sleep(0.005)


if __name__ == "__main__":
    asyncio.run(_look(sys.argv[1]))
