"""What passes by itself is waited out: nothing lost, nothing doubled, nothing untrue told."""

import asyncio
import base64
import gzip
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from sqlalchemy import URL, func, select, text

from locales import texts
from storage.tables import Entry, SeenUpdate
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant
from tests.journeys.world import World, a_world_on

SAY = texts("kk")
YES = SAY.plain("journal-button-ok")
APOLOGY = "қате шықты"
# Seconds for which a fault lasts: longer than the tries in place, so that updates come again.
LASTS = 3.0


@pytest.fixture
async def world(migrated: URL, tmp_path: Path) -> AsyncIterator[World]:
    async with a_world_on(migrated, tmp_path) as world:
        yield world


async def _kept_once(world: World, aru: Phone, minutes: int) -> None:
    """One entry, one card, one update seen, no apology."""
    await aru.sees(f"{minutes} мин", YES)
    await world.idle()
    async with world.bot.database.transaction() as session:
        notes = list(await session.scalars(select(Entry.note)))
        seen = await session.scalar(select(func.max(SeenUpdate.update_id)))
    assert [note[:13] for note in notes] == [f"жүгіру {minutes} мин"]
    assert seen is not None
    messages = await aru.messages()
    assert len([m for m in messages if YES in str(m["buttons"])]) == 1
    assert APOLOGY not in str(messages)


# --- the database

Fault = Callable[[World], AbstractAsyncContextManager[None]]


@asynccontextmanager
async def _locked(world: World) -> AsyncIterator[None]:
    """Another process writes: SQLite's only lock is taken."""
    other = sqlite3.connect(str(world.bot.database.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@asynccontextmanager
async def _full(world: World) -> AsyncIterator[None]:
    """There is no room for another page."""
    async with world.bot.database.engine.connect() as connection:
        await connection.execute(text("CREATE TABLE filling (words)"))
        await connection.commit()
        pages = (await connection.execute(text("PRAGMA page_count"))).scalar_one()
        await connection.execute(text(f"PRAGMA max_page_count = {pages}"))
        room = True
        while room:
            try:
                await connection.execute(text("INSERT INTO filling VALUES (zeroblob(900))"))
                await connection.commit()
            except Exception:
                await connection.rollback()
                room = False
    try:
        yield
    finally:
        async with world.bot.database.engine.connect() as connection:
            await connection.execute(text("PRAGMA max_page_count = 1073741823"))
            await connection.execute(text("DROP TABLE filling"))
            await connection.commit()


async def _keep_cutting(world: World) -> None:
    """Cut each connection to the database as soon as it is there."""
    url = world.bot.database.url.set(drivername="postgresql", database="postgres")
    other = await asyncpg.connect(url.render_as_string(hide_password=False))
    try:
        while True:
            await other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
                world.bot.database.url.database,
            )
            await asyncio.sleep(0.002)
    finally:
        await other.close()


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
@pytest.mark.parametrize("fault", [_locked, _full])
async def test_sqlite_that_cannot_write_is_waited_for(world: World, fault: Fault) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    async with fault(world):
        # Long, so that it needs pages of its own.
        await aru.write("жүгіру 40 мин. " + "Жақсы болды. " * 250)
        begun, latest = asyncio.get_running_loop().time(), 0.0
        while asyncio.get_running_loop().time() - begun < LASTS:
            before = asyncio.get_running_loop().time()
            await asyncio.sleep(0.01)
            latest = max(latest, asyncio.get_running_loop().time() - before)
        assert await world.unconfirmed() == 1
    assert latest < 2, "the event loop stood still"
    await _kept_once(world, aru, 40)


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
async def test_postgresql_that_cuts_every_connection_is_waited_for(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    cutting = asyncio.create_task(_keep_cutting(world))
    try:
        await aru.write("жүгіру 40 мин")
        await asyncio.sleep(LASTS)
    finally:
        cutting.cancel()
        await asyncio.gather(cutting, return_exceptions=True)
    await _kept_once(world, aru, 40)


# --- Telegram

HALF_JSON = {"body": '{"ok": true, "resu'}
UNREADABLE: dict[str, dict[str, Any]] = {
    "HTML of a proxy": {
        "status": 502,
        "body": "<h1>502 Bad Gateway</h1>",
        "content_type": "text/html",
    },
    "HTML with 200": {"body": "<h1>Blocked</h1>", "content_type": "text/html"},
    "bytes that are no UTF-8": {
        "body_base64": base64.b64encode(b'{"ok": true, "x": "\xff\xfe"}').decode()
    },
    "a page in another encoding": {
        "body_base64": base64.b64encode("Доступ ограничен".encode("cp1251")).decode(),
        "content_type": "text/html",
        "charset": "windows-1251",
    },
    "an encoding that nobody knows": {"body": "{}", "charset": "klingon"},
    "gzip that breaks off": {
        "body_base64": base64.b64encode(gzip.compress(b'{"ok": true}')[:12]).decode(),
        "content_encoding": "gzip",
    },
    "half a JSON": HALF_JSON,
    "a reset": {"reset": True},
    "503 in JSON": {"status": 503},
}


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
@pytest.mark.parametrize("method", ["sendMessage", "getUpdates"])
@pytest.mark.parametrize("how", UNREADABLE.values(), ids=UNREADABLE.keys())
async def test_whatever_telegram_answers_is_waited_out(
    world: World, method: str, how: dict[str, Any]
) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    await world.fault(method, **({"times": 3} | how))
    await aru.write("жүгіру 40 мин")
    await _kept_once(world, aru, 40)
