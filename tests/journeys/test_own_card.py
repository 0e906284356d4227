"""The own card: seen, corrected, paused, left; the copy of one's data, and its erasure."""

import io
import json
from typing import Any

import pytest
from PIL import Image
from sqlalchemy import select

from storage.tables import Conversation, Enrolment, EnrolmentState, Person, RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import World


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Марат", RoleKind.MENTOR, centre_id=await world.centre("Қазына"))


@pytest.fixture
async def active(world: World, mentor: Phone) -> Phone:
    """An active participant at the menu."""
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    async with world.bot.database.transaction() as session:
        session.add(
            Enrolment(
                person_id=await world.person_id(phone),
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices={"answers": {"heritage": "months_3"}},
                mentor_id=await world.person_id(mentor),
                begun_at=world.clock.now(),
                activated_at=world.clock.now(),
                started_on=world.clock.now().date(),
                characterisation="Табанды әрі жинақы",
            )
        )
        person = await session.get_one(Person, await world.person_id(phone))
        person.full_name, person.hobbies = "Айгерім Сәрсен", "<b>домбыра</b>"
    await phone.write("/menu")
    await phone.sees("👤 Карточкам", new=True)
    return phone


async def _open_card(phone: Phone) -> dict[str, Any]:
    await phone.tap("👤 Карточкам")
    return await phone.sees("Түзету", "Деректерім")


async def _state(world: World, phone: Phone) -> EnrolmentState:
    async with world.bot.database.transaction() as session:
        own = select(Enrolment.state).where(Enrolment.person_id == await world.person_id(phone))
        return (await session.scalars(own)).one()


async def test_the_card_shows_and_corrects(active: Phone) -> None:
    card = await _open_card(active)
    assert "Айгерім Сәрсен" in card["text"]
    assert "<b>домбыра</b>" in card["text"]  # her own words, not markup
    await active.tap("Түзету")
    await active.tap("Аты-жөні")
    await active.sees("Қазіргі жауап: Айгерім Сәрсен")
    await active.write("A1")
    await active.sees("⚠️", "«A1»", new=True)
    await active.write("сәрсен айгерім болатқызы")
    await active.sees("Менің карточкам", "Сәрсен Айгерім Болатқызы", new=True)
    await active.tap("Түзету")
    await active.tap("Өңір")
    await active.tap("Астана")
    await active.sees("Менің карточкам", "Астана")
    await active.tap("Мәзір" if await _has(active, "Мәзір") else "Артқа")
    await active.sees("Сәрсен Айгерім Болатқызы", "Жазба қосу")


async def _has(phone: Phone, label: str) -> bool:
    newest = (await phone.messages())[-1]
    return any(label in b["text"] for row in newest["buttons"] for b in row)


@pytest.mark.parametrize("name", ["photo.png", "photo.pdf", "photo"])
async def test_a_picture_sent_as_a_file_becomes_the_photo(active: Phone, name: str) -> None:
    await _open_card(active)
    await active.tap("Түзету")
    await active.tap("Фото")
    await active.send(b"not a picture at all", kind="document", name="photo.jpg")
    await active.sees("⚠️", new=True)
    drawn = io.BytesIO()
    Image.new("RGB", (300, 400), "green").save(drawn, "PNG")
    await active.send(drawn.getvalue(), kind="document", name=name)
    card = await active.sees("Менің карточкам", "Түзету", new=True)
    assert card["media"][0]["kind"] == "photo"
    await active.tap("Артқа", on=card)
    await active.sees("Жазба қосу", new=True)


async def test_a_photo_of_training_is_no_answer_to_a_form(active: Phone) -> None:
    await _open_card(active)
    await active.tap("Түзету")
    await active.tap("Хобби")
    await active.sees("Хоббиіңіз қандай?")
    drawn = io.BytesIO()
    Image.new("RGB", (300, 400), "blue").save(drawn, "JPEG")
    await active.send(drawn.getvalue(), text="жүгіру 40 мин")
    await active.sees("Спорт", "40 мин", new=True)


async def test_a_pause_and_going_on(world: World, active: Phone, mentor: Phone) -> None:
    await _open_card(active)
    await active.tap("Бағыттар, кесте, үзіліс")
    way = await active.sees("Жеке рейтинг", "Спорт")
    assert "Табанды әрі жинақы" in way["text"]
    await active.tap("Үзіліс жасау")
    await active.tap("Басқа себеп")
    await active.write("Олимпиадаға дайындық")
    await active.sees("тоқтатылған", "Қайта жалғастыру", new=True)
    assert await _state(world, active) is EnrolmentState.PAUSED
    await mentor.sees("Айгерім Сәрсен")
    await active.write("/menu")
    await active.sees("Қайта жалғастыру", "Жетістік", new=True)
    await active.tap("👤 Карточкам")
    await active.tap("Бағыттар, кесте, үзіліс")
    await active.tap("Қайта жалғастыру")
    await active.sees("Үзіліс жасау")
    assert await _state(world, active) is EnrolmentState.ACTIVE


async def test_leaving_asks_first(world: World, active: Phone, mentor: Phone) -> None:
    await _open_card(active)
    await active.tap("Бағыттар, кесте, үзіліс")
    await active.tap("Бағдарламадан шығу")
    await active.tap("Жоқ, қаламын")
    assert await _state(world, active) is EnrolmentState.ACTIVE
    await active.tap("Бағдарламадан шығу")
    await active.tap("Иә, шығамын")
    await active.sees("Сіз бағдарламадан шықтыңыз")
    assert await _state(world, active) is EnrolmentState.WITHDRAWN
    await mentor.sees("Айгерім Сәрсен")


async def _file(world: World, message: dict[str, Any]) -> str:
    async with world.http.get(world.sandbox.url + message["media"][0]["url"]) as answer:
        return (await answer.read()).decode()


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_the_copy_comes_as_two_files(world: World, active: Phone, code: str) -> None:
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(active))
        person.language = code
    await active.write("/mydata")
    await active.sees("🗂", new=True)
    await active.tap("📥")
    await active.sees("🗂", "📥", new=True)
    sent = [m for m in await active.messages() if m["media"]]
    names = [m["media"][0]["file_name"] for m in sent]
    assert [name.rpartition(".")[2] for name in names] == ["txt", "json"]
    words, whole = await _file(world, sent[0]), json.loads(await _file(world, sent[1]))
    assert "Айгерім Сәрсен" in words
    assert "Марат Сынақ" in words
    assert whole["person"]["telegram_id"] == active.id
    assert whole["enrolments"][0]["characterisation"] == "Табанды әрі жинақы"


async def test_erasure_needs_a_tap_and_a_word(world: World, active: Phone, mentor: Phone) -> None:
    old = await world.person_id(active)
    await active.write("жүгіру 40 мин құпия")
    await active.sees("40 мин", new=True)
    await active.write("/mydata")
    await active.sees("Бәрін өшіру", new=True)
    await active.tap("Бәрін өшіру")
    await active.tap("Иә, өшірілсін")
    await active.sees("Соңғы қадам")
    await active.write("иә")
    await active.sees("Бұл ол сөз емес", new=True)
    await active.write("«Өшіру».")
    await active.sees("Бәрі өшірілді", new=True)
    told = await mentor.sees("деректерін өшірді")
    assert "Айгерім" not in told["text"]
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, old)
        assert (person.telegram_id, person.full_name) == (-old, None)
        talk = await session.scalars(select(Conversation))
        assert not [row for row in talk if str(active.id) in row.key]
    await active.start()
    await active.sees("Қазақша", new=True)
