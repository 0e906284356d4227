"""The menu and the help: by what a person is here, in place, in their language."""

from datetime import date
from typing import Any

import pytest

from storage.tables import Enrolment, EnrolmentState, Entry, EntryState, Person, Role, RoleKind
from tests.journeys.people import Phone
from tests.journeys.world import World
from tests.participants import represented

APPLY = {"kk": "Өтініш беру", "ru": "Подать заявку", "en": "Apply"}
LANGUAGE = {"kk": "Қазақша", "ru": "Русский", "en": "English"}


def _labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


async def _menu(phone: Phone, part: str = "🌐") -> dict[str, Any]:
    await phone.write("/menu")
    return await phone.sees("🏠", part, new=True)


@pytest.mark.parametrize("code", ["kk", "ru", "en"])
async def test_a_newcomer_goes_about_in_one_message(world: World, code: str) -> None:
    phone = await world.phone("Айгерім", code)
    await phone.start()
    await phone.tap(LANGUAGE[code])
    await phone.sees("1 / 5")
    menu = await _menu(phone, APPLY[code])
    await phone.tap("ℹ️", on=menu)
    card = await phone.sees("1 / 5")
    assert card["message_id"] == menu["message_id"]
    await phone.tap("🏠", on=card)
    again = await phone.sees("🏠", APPLY[code], "🌐")
    assert again["message_id"] == menu["message_id"]
    await phone.tap("🌐", on=again)
    other = "ru" if code == "kk" else "kk"
    await phone.tap(LANGUAGE[other])
    changed = await phone.sees(APPLY[other], "🌐")
    assert changed["message_id"] == menu["message_id"]
    await phone.write("/help")
    await phone.sees("/mydata", "/cancel", "📝", new=True)


async def test_yesterday_s_menu_still_does_what_it_says(world: World) -> None:
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    old = await _menu(phone)
    await _menu(phone)
    await world.restart_bot()
    await phone.forge(old["message_id"], "go:help")
    await phone.sees("/mydata", new=True)
    await phone.forge(old["message_id"], "go:apply")
    await phone.sees("Аты-жөніңіз кім?")


async def test_each_sees_what_waits_for_them(world: World) -> None:
    """A participant, the mother, the mentor, the head of the centre, who is a mentor as well."""
    centre = await world.centre("Қазына")
    mentor = await world.staff("Марат", RoleKind.MENTOR, centre_id=centre)
    head = await world.staff("Айгүл", RoleKind.CENTRE_HEAD, centre_id=centre)
    child = await world.phone("Айгерім", "kk")
    mother = await world.phone("Гүлнар", "kk")
    for phone in (child, mother):
        await phone.start()
        await phone.tap("Қазақша")
        await phone.sees("1 / 5")
    await _enrol(world, child, mentor, mother, centre)
    async with world.bot.database.transaction() as session:
        also = await world.person_id(head)
        since = world.clock.now()
        session.add(Role(person_id=also, kind=RoleKind.MENTOR, centre_id=centre, since=since))

    labels = _labels(await _menu(child))
    for label in ("➕ Жазба қосу", "📖 Күнделік", "📊 Жетістік", "🗓 Жеке кесте"):
        assert label in labels
    menu = await _menu(mother, "👪")
    assert "📊 Айгерім Сәрсен" in _labels(menu)
    assert "➕ Жазба қосу" not in _labels(menu)
    await mother.tap("Айгерім Сәрсен", on=menu)
    assert (await mother.sees("Айгерім Сәрсен", "Қола", new=True))["media"]
    menu = await _menu(mentor, "Тексеруіңізді 1 жазба")
    assert {"🔎 Тексеру: 1", "👥 Қатысушылар: 1"} <= set(_labels(menu))
    assert "📥" not in str(_labels(menu))
    labels = _labels(await _menu(head))
    assert {"🔎 Тексеру: 0", "📥 Тәлімгерсіз өтініштер: 0"} <= set(labels)
    for phone, word in ((mother, "👪"), (mentor, "/review"), (head, "✉️")):
        await phone.write("/help")
        await phone.sees("/mydata", word, new=True)


async def _enrol(world: World, child: Phone, mentor: Phone, mother: Phone, centre: int) -> None:
    now = world.clock.now()
    ids = [await world.person_id(phone) for phone in (child, mentor, mother)]
    async with world.bot.database.transaction() as session:
        girl = await session.get_one(Person, ids[0])
        girl.full_name, girl.birth_date = "Айгерім Сәрсен", date(2010, 1, 15)
        enrolment = Enrolment(
            person_id=ids[0],
            state=EnrolmentState.ACTIVE,
            level="bronze",
            choices={"answers": {"heritage": "months_3"}},
            centre_id=centre,
            mentor_id=ids[1],
            begun_at=now,
            activated_at=now,
            started_on=now.date(),
        )
        session.add(enrolment)
        await session.flush()
        session.add(
            Entry(
                enrolment_id=enrolment.id,
                state=EntryState.SUBMITTED,
                direction="sport",
                minutes=40,
                happened_on=now.date(),
                sent_at=now,
                received_at=now,
                submitted_at=now,
            )
        )
        await represented(session, enrolment, ids[2], now)


async def test_cancel_closes_a_form(world: World) -> None:
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("1 / 5")
    menu = await _menu(phone)
    await phone.write("/cancel")
    await phone.sees("Тоқтататын ештеңе жоқ", new=True)
    menu = await phone.sees("Өтініш беру", "🌐", new=True)
    await phone.tap("Өтініш беру", on=menu)
    await phone.sees("Аты-жөніңіз кім?")
    await phone.write("/cancel")
    await phone.sees("Тоқтаттым", new=True)
    await phone.sees("Өтінішті жалғастыру", new=True)
    await phone.write("Сәрсен Айгерім")  # no form takes it any more
    await phone.sees("Күнделік әлі жабық", new=True)
