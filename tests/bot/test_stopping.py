"""Stopped in order, the bot leaves what it was at to the next one, and dies of nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from aiogram import Router
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.run import loops
from bot.updates import DEATHS
from storage.tables import UpdateAttempt
from tests.bot.running import SOON
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world


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
