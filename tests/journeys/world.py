"""A small world for a story: the sandbox, the bot, a clock, people with phones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
from pydantic import SecretStr
from sqlalchemy import URL, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.assemble import Service, service
from bot.clock import Clock
from bot.passing_time import next_owed, pass_time
from bot.run import loops
from bot.settings import SHIPPED_PROGRAMME, Settings
from handlers.fallback.flooding import Flooding
from sandbox.clock_api import BotClock
from sandbox.server import Sandbox
from scheduler.delivery.pace import Pace
from storage.tables import Centre, Partner, Person, Role, RoleKind
from tests.conftest import copy_of_database
from tests.journeys.people import Phone
from tests.no_pace import NoPace

TOKEN = "42:TEST-token-of-a-test"
# A Tuesday noon in Almaty: stories begin then, whatever the day of the test is.
BEGINNING = datetime.fromisoformat("2026-02-03T12:00:00+05:00")


class World:
    """What a story needs besides its people."""

    def __init__(
        self, sandbox: Sandbox, settings: Settings, http: aiohttp.ClientSession, *, paced: bool
    ) -> None:
        self.sandbox = sandbox
        self.settings = settings
        self.http = http
        self.paced = paced
        self.clock = Clock()
        self.bot: Service
        self._running: AsyncExitStack | None = None
        self._step_by_step = True

    async def start_bot(self, *, receiving: bool = True) -> None:
        self.clock.move_to(self.sandbox.clock.now())
        self._running = AsyncExitStack()
        pace = (Pace if self.paced else NoPace)(self.clock.now)
        flooding = Flooding() if self.paced else Flooding(most=1_000_000)
        running = service(self.settings, self.clock, pace=pace, flooding=flooding)
        self.bot = await self._running.enter_async_context(running)
        if receiving:
            self._running.push_async_callback(_stop, loops(self.bot))

    async def stop_bot(self) -> None:
        if self._running is not None:
            await self._running.aclose()
            self._running = None

    async def restart_bot(self) -> None:
        await self.stop_bot()
        await self.start_bot()

    async def unconfirmed(self) -> int:
        """How many updates Telegram keeps for the bot, running or not."""
        async with self.http.get(f"{self.sandbox.url}/bot{TOKEN}/getWebhookInfo") as answer:
            return int((await answer.json())["result"]["pending_update_count"])

    async def received(self) -> None:
        """Wait until all that people sent is handled and confirmed, answered or not."""
        while await self.unconfirmed():  # noqa: ASYNC110 - the sandbox's state
            await asyncio.sleep(0.01)
        await self.bot.updates.backlog.settled()

    async def idle(self) -> None:
        """Wait until all that people sent is handled, confirmed and answered."""
        await self.received()
        await self.bot.updates.settled()

    async def fault(self, method: str, **how: Any) -> None:
        """Order a fault of a method's next calls: sandbox/README.md."""
        body = {"method": method, **how}
        async with self.http.post(f"{self.sandbox.url}/faults", json=body) as answer:
            answer.raise_for_status()

    async def no_faults(self) -> None:
        """Take back all that was ordered."""
        async with self.http.delete(f"{self.sandbox.url}/faults") as answer:
            answer.raise_for_status()

    async def caught_up(self, now: datetime) -> None:
        """The sandbox's clock was moved: the bot's follows and does what it owes by then."""
        self.clock.move_to(now)
        if self._running is not None:
            await pass_time(self.bot, now)

    async def next_owed(self, after: datetime) -> datetime | None:
        """When the bot will next have something to do; None while it does not run."""
        steps = self._running is not None and self._step_by_step
        return await next_owed(self.bot, after) if steps else None

    async def move(self, **span: float) -> None:
        """Let time pass, through the sandbox's clock: `move(days=7)`."""
        body = {"advance": timedelta(**span).total_seconds()}
        async with self.http.post(f"{self.sandbox.url}/clock", json=body) as answer:
            answer.raise_for_status()

    async def jump(self, **span: float) -> None:
        """Let it pass at once: what was missed is done in the end, as far as it is still of use."""
        self._step_by_step = False
        try:
            await self.move(**span)
        finally:
            self._step_by_step = True

    async def phone(
        self, first_name: str, language: str = "kk", phone: str | None = None, **other: Any
    ) -> Phone:
        """A new Telegram user."""
        body = {"first_name": first_name, "language_code": language, **other}
        if phone:
            body["phone"] = phone
        async with self.http.post(f"{self.sandbox.url}/people", json=body) as answer:
            answer.raise_for_status()
            return Phone(self.http, self.sandbox.url, await answer.json())

    async def staff(
        self,
        first_name: str,
        kind: RoleKind,
        language: str = "kk",
        full_name: str | None = None,
        **scope: Any,
    ) -> Phone:
        """A Telegram user who has started the bot and holds a role: where most stories begin."""
        phone = await self.phone(first_name, language)
        await phone.start()
        await phone.sees("Қазақша")
        async with self.bot.database.transaction() as session:
            person = await person_of(session, phone.id)
            person.language = language
            person.full_name = full_name or f"{first_name} Сынақ"
            session.add(Role(person_id=person.id, kind=kind, since=self.clock.now(), **scope))
        return phone

    async def person_id(self, phone: Phone) -> int:
        async with self.bot.database.transaction() as session:
            return (await person_of(session, phone.id)).id

    async def centre(self, name: str, region: str = "KZ-75", place: str = "Алматы") -> int:
        async with self.bot.database.transaction() as session:
            centre = Centre(name=name, region=region, place=place)
            session.add(centre)
            await session.flush()
            return centre.id

    async def partner(self, name: str, *directions: str) -> int:
        async with self.bot.database.transaction() as session:
            partner = Partner(name=name, directions=list(directions))
            session.add(partner)
            await session.flush()
            return partner.id


async def person_of(session: AsyncSession, telegram_id: int) -> Person:
    return (await session.scalars(select(Person).where(Person.telegram_id == telegram_id))).one()


async def _stop(tasks: list[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@asynccontextmanager
async def a_world(
    folder: Path,
    *,
    database_url: str | None = None,
    programme: Path = SHIPPED_PROGRAMME,
    beginning: datetime = BEGINNING,
    telegram: Path | None = None,
    paced: bool = False,
) -> AsyncIterator[World]:
    """A world with a running bot, gone at the end; `telegram`: the folder of people and chats.

    `paced`: chats have to wait for Telegram's pace, and who sends too much is told so, which would
    make most stories only slower.

    To begin later costs nothing, to let time pass does: the bot does all that it owes meanwhile.
    """
    worlds: list[World] = []

    async def moved(now: datetime) -> None:
        for world in worlds:
            await world.caught_up(now)

    async def owed(after: datetime) -> datetime | None:
        return await worlds[0].next_owed(after) if worlds else None

    sandbox = Sandbox(TOKEN, telegram, clock=BotClock(moved, owed), flood_limits=False)
    await sandbox.start(0)
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        bot_api_url=sandbox.url,
        data_dir=folder,
        database_url=database_url,
        programme=programme,
        webhook_url=None,
        redis_url=None,
        _env_file=None,
    )
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=300)) as http:
        world = World(sandbox, settings, http, paced=paced)
        worlds.append(world)
        body = {"now": beginning.isoformat()}
        async with http.post(f"{sandbox.url}/clock", json=body) as answer:
            answer.raise_for_status()
        await world.start_bot()
        try:
            yield world
        finally:
            await world.stop_bot()
            await sandbox.stop()


@asynccontextmanager
async def a_world_on(template: URL, folder: Path) -> AsyncIterator[World]:
    """The same on a copy of a migrated database of either kind."""
    async with copy_of_database(template, folder) as database:
        url = database.url.render_as_string(hide_password=False)
        async with a_world(folder, database_url=url) as world:
            yield world
