"""Ratings as people see them: one's own place, the name in tables, the mentor's table as a file."""

import io
import zipfile
from typing import Any

import pytest

from locales import texts
from storage.tables import Enrolment, EnrolmentState, Person, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import said, title
from tests.journeys.world import World

SAY = texts("kk")
NAME = "Сәрсен Айгерім Болатқызы"


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Марат", RoleKind.MENTOR, centre_id=await world.centre("Қазына"))


@pytest.fixture
async def active(world: World, mentor: Phone) -> Phone:
    """A grown-up who takes part, at the menu."""
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    now = world.clock.now()
    async with world.bot.database.transaction() as session:
        who = await world.person_id(phone)
        session.add(
            Enrolment(
                person_id=who,
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices={"answers": {"heritage": "months_3"}},
                mentor_id=await world.person_id(mentor),
                begun_at=now,
                submitted_at=now,
                activated_at=now,
                started_on=now.date(),
            )
        )
        person = await session.get_one(Person, who)
        person.full_name, person.region = NAME, "KZ-75"
        person.birth_date = now.date().replace(year=now.year - 20)
    await phone.write("/menu")
    await phone.sees(SAY.plain("menu-button-rating"), new=True)
    return phone


async def test_a_place_and_a_name_given_and_taken_back(active: Phone) -> None:
    await active.tap(SAY.plain("menu-button-rating"))
    shown = await active.sees(NAME, "1-орын", said(SAY, "rating-few"), new=True)
    await active.tap(SAY.plain("rating-button-name"), on=shown)
    asked = await active.sees(title(SAY("public-name-asked-own", of=NAME)), new=True)
    await active.tap(SAY.plain("public-name-button-give", name="Айгерім С."), on=asked)
    given = await active.sees(said(SAY, "public-name-given-own", "name"), "Айгерім С.")
    await active.tap(SAY.plain("public-name-button-take-back"), on=given)
    await active.sees(title(SAY("public-name-asked-own", of=NAME)))


async def contents(world: World, message: dict[str, Any]) -> bytes:
    async with world.http.get(world.sandbox.url + message["media"][0]["url"]) as answer:
        return await answer.read()


async def test_a_mentor_has_the_table_in_words_as_a_picture_and_to_keep(
    world: World, active: Phone, mentor: Phone
) -> None:
    await mentor.write("/menu")
    await mentor.sees(SAY.plain("menu-button-ratings"), new=True)
    await mentor.tap(SAY.plain("menu-button-ratings"))
    shown = await mentor.sees(NAME, said(SAY, "ratings-counts-participants", "participants"))
    await mentor.tap(SAY.plain("ratings-button-picture"), on=shown)
    picture = await mentor.sees(SAY.plain("button-menu"), new=True)
    assert picture["media"]
    await mentor.tap(SAY.plain("ratings-button-file"), on=shown)
    sent = await mentor.sees(said(SAY, "ratings-file", "level"), new=True)
    content = await contents(world, sent)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert NAME in book.read("xl/sharedStrings.xml").decode()
