"""An installation as the version of November 2026 left it, started by the code of today."""

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text

from sandbox.snapshot import Snapshot
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world

HERE = Path(__file__).parent
# A Wednesday afternoon in Almaty, an hour after what is recorded was stopped.
UPGRADED = datetime.fromisoformat("2026-03-18T15:10:00+05:00")


def recorded(name: str) -> Any:
    """What a JSON file beside this one holds."""
    return json.loads((HERE / name).read_text("utf-8"))


class Installation:
    """The world of an upgraded bot and its people, by the names that `telegram.json` gives them."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._phones: dict[str, Phone] = {}

    def phone(self, name: str) -> Phone:
        """The phone of somebody, with the messages of before the upgrade on it."""
        if name not in self._phones:
            people = self.world.sandbox.telegram.people.values()
            number = next(each.id for each in people if each.first_name == name)
            person = {"id": number, "first_name": name}
            self._phones[name] = Phone(self.world.http, self.world.sandbox.url, person)
        return self._phones[name]

    async def rows(self, statement: str, **values: Any) -> list[dict[str, Any]]:
        """What SQL finds: tables and columns keep their names, wherever their classes move."""
        async with self.world.bot.database.transaction() as session:
            found = await session.execute(text(statement), values)
            return [dict(row) for row in found.mappings()]

    async def windows(self, phone: Phone) -> list[str]:
        """The states of the windows that are open on a phone, the lowest first."""
        of = f"%:{phone.id}:{phone.id}:::aiogd:"
        stacks = await self._data(f"{of}stack:")
        open_ = stacks[0]["intents"] if stacks else []
        contexts = {each["_intent_id"]: each for each in await self._data(f"{of}context:%") if each}
        return [contexts[intent]["state"] for intent in open_]

    async def _data(self, key: str) -> list[dict[str, Any]]:
        rows = await self.rows("SELECT data FROM conversation WHERE key LIKE :key", key=key)
        return [json.loads(row["data"]) for row in rows]


@asynccontextmanager
async def upgraded(folder: Path) -> AsyncIterator[Installation]:
    """The recorded installation in a folder, with today's bot running on it."""
    lay_out(folder)
    async with started(folder) as installation:
        yield installation


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[Installation]:
    """Today's bot on what is laid out in a folder."""
    async with a_world(folder, beginning=UPGRADED, telegram=folder / "telegram") as world:
        yield Installation(world)


def lay_out(folder: Path) -> None:
    """The database, and what Telegram holds of its people's chats."""
    with closing(sqlite3.connect(folder / "award.db")) as database:
        database.executescript((HERE / "award.sql").read_text("utf-8"))
    (folder / "telegram").mkdir()
    with closing(Snapshot(folder / "telegram" / "sandbox.sqlite3")) as telegram:
        for kind, key, content in recorded("telegram.json"):
            telegram.put(kind, key, content)
