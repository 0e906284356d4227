"""A portfolio is asked for, made beside everything else, and comes into the chat as a PDF."""

import json
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from locales import texts
from storage.tables import (
    Audit,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Media,
    MediaKind,
    Person,
    PortfolioOrder,
    PortfolioOutcome,
    Role,
    RoleKind,
)
from tests.journeys.people import Phone
from tests.journeys.steps import a_picture
from tests.journeys.world import World

SAY = texts("kk")
NAME = "Сейтова Аружан Серікқызы"
WORDS = "Бүгін алғаш рет үш шақырымды тоқтамай жүгіріп шықтым, тынысым ашылды."
NAMING = "Айгерім екеуміз бүгін стадионға бардық та, ұзақ әңгімелестік."


@dataclass
class Story:
    """A participant with approved entries and photos, and her mentor."""

    world: World
    girl: Phone
    mentor: Phone
    enrolment: int

    async def opens(self, phone: Phone | None = None) -> dict[str, Any]:
        who = phone or self.girl
        await who.write("/menu")
        menu = await who.sees(SAY.plain("menu-button-portfolio"), new=True)
        await who.tap(SAY.plain("menu-button-portfolio"), on=menu)
        return await who.sees(SAY.plain("portfolio-button-make"), new=True)

    async def asks(self) -> None:
        await self.girl.tap(SAY.plain("portfolio-button-make"), on=await self.opens())

    async def files(self, phone: Phone, message: dict[str, Any]) -> bytes:
        async with self.world.http.get(phone.url + message["media"][0]["url"]) as answer:
            answer.raise_for_status()
            return await answer.read()

    async def portfolio(self, phone: Phone | None = None) -> PdfReader:
        who = phone or self.girl
        sent = await who.sees(SAY.plain("portfolio-ready"), new=True)
        assert sent["media"][0]["file_name"].endswith(".pdf")
        return PdfReader(BytesIO(await self.files(who, sent)))

    async def outcomes(self) -> list[PortfolioOutcome | None]:
        async with self.world.bot.database.transaction() as session:
            return list(await session.scalars(select(PortfolioOrder.outcome)))


async def _photo(world: World, number: int) -> Media:
    content = a_picture(number=number)
    file_id, unique_id = await world.sandbox.keep_photo(content)
    return Media(
        kind=MediaKind.PHOTO,
        file_id=file_id,
        file_unique_id=unique_id,
        message_id=number,
        size=len(content),
        examined_at=world.clock.now(),
        compared_at=world.clock.now(),
    )


@pytest.fixture
async def story(world: World) -> Story:
    mentor = await world.staff("Дана", RoleKind.MENTOR, full_name="Ахметова Дана")
    girl = await world.phone("Аружан")
    await girl.start()
    await girl.tap(SAY.plain("language-kk"))
    await girl.sees("Өтініш беру")
    now = world.clock.now()
    pictures = [await _photo(world, number) for number in range(3)]
    girl_id, mentor_id = await world.person_id(girl), await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, girl_id)
        person.full_name, person.region = NAME, "KZ-75"
        enrolment = Enrolment(
            person_id=person.id,
            mentor_id=mentor_id,
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices={"answers": {"heritage": "months_3"}, "extra": []},
            begun_at=now,
            started_on=now.date() - timedelta(days=21),
            characterisation="Табанды әрі жинақы.",
        )
        session.add(enrolment)
        await session.flush()
        for number, (words, picture) in enumerate(
            zip((WORDS, NAMING, "жүгіру"), pictures, strict=True)
        ):
            entry = Entry(
                enrolment_id=enrolment.id,
                state=EntryState.APPROVED,
                direction="sport",
                happened_on=now.date() - timedelta(days=14 - number),
                minutes=40,
                note=words,
                sent_at=now,
                received_at=now,
                submitted_at=now,
                decided_at=now,
            )
            session.add(entry)
            await session.flush()
            picture.entry_id = entry.id
            session.add(picture)
        return Story(world, girl, mentor, enrolment.id)


async def test_asked_for_and_read(story: Story) -> None:
    await story.asks()
    pdf = await story.portfolio()
    words = "\n".join(page.extract_text() for page in pdf.pages)
    flat = " ".join(words.split())
    assert NAME in flat
    assert "Спорт және дене шынықтыру" in flat
    assert WORDS.partition(",")[0] in flat
    assert "Айгерім" not in flat  # whoever was with her
    assert "Табанды" in flat
    assert "Ахметова" not in flat
    assert "ә" in words
    assert sum(len(page.images) for page in pdf.pages) == 4  # three photos, and the progress
    root: Any = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "kk"
    shown = await story.girl.sees(SAY.plain("portfolio-below"))
    assert not shown["media"]
    assert await story.outcomes() == [PortfolioOutcome.SENT]
    # Once an hour: it is costly.
    told = await story.girl.tap(
        SAY.plain("portfolio-button-make"), on=await story.girl.sees("PDF жасату")
    )
    assert told is not None
    assert told["text"] == SAY.plain("portfolio-lately")


async def test_telegram_out_of_reach_and_a_file_that_is_gone(story: Story) -> None:
    world = story.world
    await world.fault("getFile", status=502, times=None)
    await story.asks()
    await story.girl.sees(SAY.plain("portfolio-waits"))
    await world.no_faults()
    await world.fault("getFile", status=400, description="Bad Request: wrong file_id", times=1)
    await world.restart_bot()  # the row alone knows of it
    await world.move(minutes=1)
    pdf = await story.portfolio()
    words = " ".join("\n".join(page.extract_text() for page in pdf.pages).split())
    assert SAY.plain("portfolio-missing", pictures=1) in words
    assert sum(len(page.images) for page in pdf.pages) == 3


async def test_photos_are_chosen_by_taps(story: Story) -> None:
    girl = story.girl
    await girl.tap(SAY.plain("portfolio-button-photos"), on=await story.opens())
    await girl.tap("Спорт", on=await girl.sees("Портфолиоға фото таңдау"))
    first = await girl.sees(SAY.plain("portfolio-button-choose"), new=True)
    assert first["media"][0]["kind"] == "photo"
    await girl.tap("▶️", on=first)
    second = await girl.sees(SAY.plain("portfolio-button-choose"), "2 / 3")
    await girl.tap(SAY.plain("portfolio-button-choose"), on=second)
    await girl.sees(SAY.plain("portfolio-button-leave-out"), "1 / 6", "2 / 3")
    await story.asks()
    pdf = await story.portfolio()
    assert sum(len(page.images) for page in pdf.pages) == 2  # hers alone, and the progress


async def test_the_record_of_hours(story: Story) -> None:
    girl = story.girl
    await girl.tap(SAY.plain("portfolio-button-hours"), on=await story.opens())
    await girl.sees(SAY.plain("portfolio-hours-sent"))
    sent = {
        each["media"][0]["file_name"].rpartition(".")[2]: await story.files(girl, each)
        for each in await girl.messages()
        if each["media"] and "hours" in (each["media"][0].get("file_name") or "")
    }
    assert set(sent) == {"json", "xlsx"}
    record = json.loads(sent["json"])
    assert (record["format"], record["version"]) == ("award-hours", 1)
    assert record["totals"] == {"entries": 3, "minutes": 120, "days": 0}
    assert sent["xlsx"].startswith(b"PK")


async def test_the_mentor_has_it_and_a_stranger_learns_nothing(story: Story) -> None:
    card = SAY.plain("portfolio-button")
    mentor = story.mentor
    await mentor.write("/menu")
    await mentor.tap("👥 Қатысушылар", on=await mentor.sees("👥 Қатысушылар", new=True))
    await mentor.tap(NAME[:7], on=await mentor.sees(NAME[:7]))
    await mentor.tap(card, on=await mentor.sees(card, new=True))
    shown = await mentor.sees(NAME, SAY.plain("portfolio-button-make"), new=True)
    await mentor.tap(SAY.plain("portfolio-button-make"), on=shown)
    assert len((await story.portfolio(mentor)).pages) > 2
    mentor_id = await story.world.person_id(mentor)
    async with story.world.bot.database.transaction() as session:
        done = await session.scalars(
            select(Audit.action).where(Audit.actor_id == mentor_id, Audit.subject == "enrolment")
        )
        assert {"portfolio.seen", "portfolio.asked"} <= set(done)
    stranger = await story.world.staff("Бөтен", RoleKind.MENTOR)
    message = (await stranger.messages())[-1]["message_id"]
    for data in (f"pf:make:{story.enrolment}", f"pf:show:{story.enrolment}"):
        told = await stranger.forge(message, data)
        assert told is not None
        assert told["text"] == SAY.plain("refused-not-allowed")


async def test_a_role_that_ended_meanwhile_gets_nothing(story: Story) -> None:
    world, mentor = story.world, story.mentor
    mentor_id = await world.person_id(mentor)
    async with world.bot.database.transaction() as session:
        session.add(
            PortfolioOrder(
                enrolment_id=story.enrolment,
                person_id=mentor_id,
                asked_at=world.clock.now(),
                again_at=world.clock.now() + timedelta(minutes=5),
            )
        )
        role = (await session.scalars(select(Role).where(Role.person_id == mentor_id))).one()
        role.until = world.clock.now()
    await world.move(minutes=6)
    while (await world.bot.portfolios.make_next()) or None in await story.outcomes():
        continue
    assert await story.outcomes() == [PortfolioOutcome.OUT_OF_SCOPE]
    await mentor.does_not_see(SAY.plain("portfolio-ready"))
