"""Faults at any statement and any call, over a journey: kept once, or asked to send it again.

`CHAOS_FAULTS=1000 pytest --timeout 3600 tests/bot/test_chaos.py` looks longer.
"""

import asyncio
import os
import re
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import URL, event, select

from locales import texts
from storage.tables import Entry
from tests.bot.test_passing_faults import UNREADABLE
from tests.conftest import copy_of_database
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant
from tests.journeys.world import World, a_world

# Statements that fail, and twice as many calls: how many, not for how long, so that a slow machine
# shows as much as a quick one.
ENOUGH = int(os.environ.get("CHAOS_FAULTS", "30"))
LOCKED = 0.3  # seconds for which another process has SQLite's lock
SAY = texts("kk")
YES = SAY.plain("journal-button-ok")
APOLOGY = "қате шықты"

# What a person does, and what fails: a statement by its number from then on, or a call.
DEEDS = st.sampled_from(("write", "confirm", "menu", "entries"))
FAULTS = st.one_of(
    st.none(),
    st.integers(1, 60),
    st.tuples(
        st.sampled_from(("sendMessage", "editMessageText", "answerCallbackQuery", "getUpdates")),
        st.sampled_from(sorted(UNREADABLE)),
    ),
)


@dataclass
class Chaos:
    """A participant at their phone, and what makes the database fail."""

    world: World
    girl: Phone
    sent: list[int] = field(default_factory=list)
    taps: list[asyncio.Task[None]] = field(default_factory=list)
    failing: int = 0  # the statement from now on that fails; 0 for none
    failed: Counter[str] = field(default_factory=Counter)

    @property
    def enough(self) -> bool:
        return self.failed["database"] >= ENOUGH and self.failed["telegram"] >= 2 * ENOUGH

    def statement(self, connection: Any, *_: Any) -> None:
        """Before a statement: the connection is lost, or the database locked by another."""
        if not self.failing:
            return
        self.failing -= 1
        if self.failing:
            return
        self.failed["database"] += 1
        if self.world.bot.database.is_sqlite:
            self._lock()
        else:
            connection.connection.driver_connection.terminate()

    def _lock(self) -> None:
        other = sqlite3.connect(
            str(self.world.bot.database.url.database), isolation_level=None, timeout=0
        )
        with suppress(sqlite3.OperationalError):  # the bot itself is writing
            other.execute("BEGIN IMMEDIATE")
        asyncio.get_running_loop().call_later(LOCKED, other.close)

    async def do(self, deed: str) -> None:
        """Nobody waits for an answer."""
        if deed == "write":
            self.sent.append(len(self.sent) + 1)
            await self.girl.write(f"жүгіру 20 мин №{self.sent[-1]}.")
        elif deed == "menu":
            await self.girl.write("/menu")
        else:
            label = YES if deed == "confirm" else SAY.plain("menu-button-entries")
            cards = [m for m in await self.girl.messages() if label in str(m["buttons"])]
            if cards:
                with suppress(AssertionError):  # it went away meanwhile
                    data = next(b["data"] for row in cards[-1]["buttons"] for b in row)
                    self.taps.append(asyncio.create_task(self._tap(cards[-1]["message_id"], data)))

    async def _tap(self, message: int, data: str) -> None:
        with suppress(AssertionError):
            await self.girl.forge(message, data)

    async def calm(self) -> None:
        """All that was sent is handled, and all faults are over."""
        await self.world.no_faults()
        await self.world.received()  # a statement that is to fail may come only now
        self.failing = 0
        await self.world.idle()

    async def check(self) -> None:
        """Each text is kept once, or its sender was asked to send it again."""
        async with self.world.bot.database.transaction() as session:
            # A corrected version says the same again.
            first = select(Entry.note).where(Entry.replaces_id.is_(None))
            notes = list(await session.scalars(first))
        kept = Counter(number for note in notes for number in _numbers(note))
        twice = [note for note in notes if any(kept[n] > 1 for n in _numbers(note))]
        assert twice == []
        asked = sum(APOLOGY in str(m["text"]) for m in await self.girl.messages())
        assert len(kept) + asked == len(self.sent), (kept, asked)


def _numbers(note: str) -> list[int]:
    return [int(found) for found in re.findall(r"№(\d+)\.", note)]


@pytest.fixture
async def chaos(migrated: URL, tmp_path: Path) -> AsyncIterator[Chaos]:
    async with copy_of_database(migrated, tmp_path) as database:
        url = database.url.render_as_string(hide_password=False)
        async with a_world(tmp_path, database_url=url) as world:
            girl = await a_participant(world, "Аружан")
            made = Chaos(world, girl)
            engine = world.bot.database.engine.sync_engine
            event.listen(engine, "before_cursor_execute", made.statement)
            yield made
            await made.calm()
            assert made.enough


@pytest.mark.long(2)
@settings(
    max_examples=40 * ENOUGH,  # more than it takes
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(steps=st.lists(st.tuples(DEEDS, FAULTS), min_size=2, max_size=8))
async def test_whatever_fails_each_thing_is_kept_once_or_asked_for_again(
    chaos: Chaos, steps: list[tuple[str, Any]]
) -> None:
    if chaos.enough:
        return
    for deed, fault in steps:
        if isinstance(fault, int):
            chaos.failing = fault
        elif fault is not None:
            method, how = fault
            chaos.failed["telegram"] += 1
            await chaos.world.fault(method, **UNREADABLE[how])
        await chaos.do(deed)
    await chaos.calm()
    await chaos.check()
