"""Stopped in order, the bot leaves what it was at to the next one, and dies of nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

import pytest
from aiogram import Router
from aiohttp import ClientSession
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import load
from bot.run import loops
from bot.settings import Settings
from bot.updates import DEATHS
from sandbox.server import Sandbox
from storage.database import Database
from storage.tables import OwedReply, UpdateAttempt
from tests.bot.running import SOON, TOKEN, running, settings_of
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world
from tests.participants import participant


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        yield world


@pytest.fixture
async def aruzhan(world: World) -> Phone:
    """She has sent something that nobody received yet."""
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    await world.idle()
    await world.stop_bot()
    await phone.write("/help")
    return phone


async def test_stops_in_order_are_no_deaths(world: World, aruzhan: Phone) -> None:
    for _ in range(DEATHS + 1):
        async with _in_the_middle_of_it(world):
            assert await _deaths(world) == [1]
        assert await _deaths(world) == []
    await world.restart_bot()
    await aruzhan.sees("/menu")


async def test_deaths_before_a_stop_in_order_go_on_counting(world: World, aruzhan: Phone) -> None:
    async with _in_the_middle_of_it(world), world.bot.database.transaction() as session:
        await session.execute(update(UpdateAttempt).values(attempts=DEATHS))
    assert await _deaths(world) == [DEATHS - 1]


async def test_what_is_owed_is_sent_after_any_number_of_stops_in_order(data_folder: Path) -> None:
    telegram = Sandbox(TOKEN)
    await telegram.start(0)
    settings = settings_of(data_folder, telegram.url)
    faults, people = f"{telegram.url}/faults", f"{telegram.url}/people"
    try:
        async with ClientSession() as http:
            phones = []
            for name in ("Аружан", "Асқар"):
                async with http.post(people, json={"first_name": name}) as answer:
                    phones.append(Phone(http, telegram.url, await answer.json()))
            async with running(settings):
                for phone in phones:
                    await phone.start()
                    await phone.sees("Қазақша")
            phone, mentor = phones
            await _pair(settings, phone, mentor, telegram.clock.now())
            async with http.post(
                faults, json={"method": "sendMessage", "status": 502, "times": None}
            ) as answer:
                answer.raise_for_status()
            await phone.write("жүгіру 40 мин")
            for _ in range(DEATHS + 2):
                before = await _sends(http, telegram)
                async with running(settings), asyncio.timeout(SOON):
                    while await _sends(http, telegram) == before:  # noqa: ASYNC110 - its calls
                        await asyncio.sleep(0.02)
                assert await _tries(settings) == [0]
            async with http.delete(faults) as answer:
                answer.raise_for_status()
            async with running(settings):
                await phone.sees("40 мин", "✅ Иә")
    finally:
        await telegram.stop()


async def _pair(settings: Settings, phone: Phone, mentor: Phone, now: datetime) -> None:
    """She is a participant, and he her mentor."""
    database = Database(settings.database)
    async with database.transaction() as session:
        await participant(
            session,
            load(settings.programme),
            now,
            telegram_id=phone.id,
            mentor_telegram_id=mentor.id,
        )
    await database.close()


async def _tries(settings: Settings) -> list[int]:
    """How often each reply that is owed was begun by a process that died."""
    database = Database(settings.database)
    async with database.transaction() as session:
        tries = list(await session.scalars(select(OwedReply.attempts)))
    await database.close()
    return tries


async def _sends(http: ClientSession, telegram: Sandbox) -> int:
    async with http.get(f"{telegram.url}/calls") as answer:
        calls = (await answer.json())["calls"]
    return sum(call["method"] == "sendMessage" for call in calls)


@asynccontextmanager
async def _in_the_middle_of_it(world: World) -> AsyncIterator[None]:
    """A bot that has begun what was sent to it, and is then stopped in order."""
    begun, router = asyncio.Event(), Router()

    @router.message()
    async def never_ends(_message: object, session: AsyncSession) -> None:
        await session.commit()  # others need the one connection
        begun.set()
        await asyncio.Event().wait()

    await world.stop_bot()
    await world.start_bot(receiving=False)
    world.bot.dispatcher.sub_routers.insert(0, router)
    running = loops(world.bot)
    try:
        await asyncio.wait_for(begun.wait(), SOON)
        yield
    finally:
        for loop in running:
            loop.cancel()
        await asyncio.gather(*running, return_exceptions=True)


async def _deaths(world: World) -> list[int]:
    """How often the process died in the middle of each update, as far as is known."""
    async with world.bot.database.transaction() as session:
        return list(await session.scalars(select(UpdateAttempt.attempts)))
