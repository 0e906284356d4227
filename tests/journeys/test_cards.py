"""A mentor's card, seen by whom it is for; a representative's document, seen by the mentor."""

from datetime import date

import pytest
from sqlalchemy import select

from locales import texts
from storage.tables import Audit, RoleKind
from tests.journeys.people import Phone
from tests.journeys.steps import Applicant, a_picture, join, represent, said, title
from tests.journeys.world import World

SAY = texts("kk")
WORDS = SAY.plain
CENTRE, NAME = "Достық мектебі", "Серікова Айгүл"
ABOUT = "Тарих пәнінің мұғалімімін, <b>жорыққа</b> шығамын"


@pytest.fixture
async def head(world: World) -> Phone:
    centre = await world.centre(CENTRE)
    return await world.staff("Болат", RoleKind.CENTRE_HEAD, centre_id=centre)


async def a_mentor(world: World, head: Phone) -> Phone:
    """Joins by the head's link, and fills in the card that is offered, with two scans."""
    await head.write("/menu")
    await head.tap(
        WORDS("menu-button-staff"), on=await head.sees(WORDS("menu-button-staff"), new=True)
    )
    await head.tap(WORDS("staff-button-invite"))
    await head.tap(WORDS("role-mentor"))
    link = title(WORDS("staff-link", role=WORDS("role-mentor"), link="", days=7))
    payload = await head.link(await head.sees(link, new=True))
    mentor = await world.phone("Айгүл", "kk")
    await join(mentor, payload, NAME)
    await mentor.sees(said(SAY, "menu-card-owed"))
    await mentor.tap(WORDS("staff-card-button-fill"))
    await mentor.tap(WORDS("staff-card-photo"))
    await mentor.send(a_picture())
    await mentor.tap(WORDS("staff-card-about"))
    await mentor.write(ABOUT)
    await mentor.tap(WORDS("staff-card-email"))
    await mentor.write("бұл пошта емес")
    await mentor.sees(said(SAY, "mistake-card-email"))
    await mentor.write("aigul@mail.kz")
    await mentor.tap(WORDS("documents-button-own"))
    await gives(mentor, "document-identity", "05.03.2020")
    await gives(mentor, "document-diploma", None)
    return mentor


async def gives(phone: Phone, kind: str, day: str | None) -> None:
    await phone.tap(WORDS("documents-button-new"))
    await phone.tap(WORDS(kind))
    if day is None:
        await phone.tap(WORDS("document-button-no-day"))
    else:
        await phone.sees(said(SAY, "document-ask-day"))
        await phone.write(day)
    await phone.sees(title(WORDS("document-ask-file", kind=WORDS(kind))))
    await phone.send(b"%PDF-1.7", kind="document", name="a.pdf")
    await phone.sees(WORDS("documents-button-new"), WORDS(kind))


async def test_from_a_mentor_s_card_to_a_child_s_document(world: World, head: Phone) -> None:
    mentor = await a_mentor(world, head)
    await mentor.write("/menu")
    await mentor.sees(WORDS("menu-button-staff-card"), new=True)

    girl = await world.phone("Аружан", "kk", phone="+77011234567")
    applicant = Applicant(world, girl, "kk")
    await applicant.begin()
    await applicant.tell_of_oneself(2011)
    await applicant.choose_until_mentor(CENTRE)
    await girl.tap(NAME)
    card = await girl.sees(WORDS("button-choose-mentor"), "Тарих пәнінің мұғалімімін")
    assert card["media"], "the photo is there"
    assert "aigul@mail.kz" not in str(card)
    await girl.tap(WORDS("button-choose-mentor"))
    await applicant.sees("summary")
    await applicant.sign_and_send()
    link = await girl.link(await girl.sees("?start="))
    mother = await world.phone("Гүлнар", "kk", phone="+77017654321")
    await represent(mother, link, "kk", "Сәрсенова Гүлнар")

    await mother.write("/menu")
    await mother.tap(
        WORDS("menu-button-wards"), on=await mother.sees(WORDS("menu-button-wards"), new=True)
    )
    await mother.tap("Сәрсен Аружан")
    await mother.tap(WORDS("button-mentor"))
    await mother.sees("Тарих пәнінің мұғалімімін", NAME)
    await mother.tap(WORDS("documents-button"), on=await mother.sees(WORDS("button-ward-copy")))
    await gives(mother, "document-birth", "15.01.2011")

    told = await mentor.sees(said(SAY, "notice-document-given", "name"), "Сәрсен Аружан")
    await mentor.tap(WORDS("documents-button-open"), on=told)
    line = WORDS("document-line", kind=WORDS("document-birth"), day=date(2011, 1, 15))
    await mentor.tap(line)
    await mentor.sees(said(SAY, "document-by", "by"), "Сәрсенова Гүлнар")
    await mentor.does_not_see(WORDS("document-button-withdraw"))
    await mentor.tap(WORDS("document-button-open"))
    await mentor.sees(WORDS("document-file", kind=line))

    other = await world.staff("Дана", RoleKind.MENTOR, centre_id=None)
    theirs = next(b["data"] for row in told["buttons"] for b in row)
    await other.forge((await other.messages())[-1]["message_id"], theirs)
    await other.does_not_see(WORDS("document-birth"))

    await mother.tap(line)
    await mother.tap(WORDS("document-button-withdraw"))
    await mother.sees(said(SAY, "documents", "name", count=0))
    reader = await world.person_id(mentor)
    async with world.bot.database.sessions() as session:
        seen = await session.scalars(select(Audit.actor_id).where(Audit.action == "document.seen"))
        assert seen.all() == [reader]
