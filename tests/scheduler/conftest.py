"""The world of the journeys, with faults, for what runs beside conversations."""

from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from award.programme.requirements import Choices
from award.progress.asked import store_choices
from storage.tables import Enrolment, EnrolmentState, Person, RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        yield world


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Дана", RoleKind.MENTOR, "en", "Дана Ахметова")


@pytest.fixture
async def aruzhan(world: World, mentor: Phone) -> Phone:
    """An active participant in Uralsk, who reads English."""
    phone = await world.phone("Аружан")
    await phone.start()
    await phone.sees("Қазақша")
    now = world.clock.now()
    person_id, mentor_id = await world.person_id(phone), await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, person_id)
        person.language, person.full_name, person.region = "en", "Сейтова Аружан", "KZ-27"
        session.add(
            Enrolment(
                person_id=person.id,
                mentor_id=mentor_id,
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices=store_choices(Choices({"heritage": "months_3"}, frozenset())),
                begun_at=now,
                submitted_at=now,
                started_on=date(2026, 2, 3) - timedelta(days=21),
            )
        )
    return phone


async def calls(world: World, method: str) -> int:
    """How often the bot called a method."""
    async with world.http.get(f"{world.sandbox.url}/calls") as answer:
        made = (await answer.json())["calls"]
    return sum(call["method"].lower() == method.lower() for call in made)
