"""Odd things that people send: each is answered by what to do, and nothing else suffers."""

from itertools import permutations
from typing import Any

import pytest
from aiogram.types import Update
from sqlalchemy import func, select

from handlers.menu import menu
from handlers.ui.taps import Screen
from storage.tables import (
    Enrolment,
    EnrolmentState,
    Entry,
    Outbox,
    Person,
    RoleKind,
    SeenUpdate,
)
from tests.journeys.people import Phone
from tests.journeys.steps import reply_lost
from tests.journeys.world import World


@pytest.fixture
async def newcomer(world: World) -> Phone:
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    return phone


@pytest.fixture
async def mentor(world: World) -> Phone:
    return await world.staff("Марат", RoleKind.MENTOR, centre_id=await world.centre("Қазына"))


@pytest.fixture
async def active(world: World, newcomer: Phone, mentor: Phone) -> Phone:
    """A participant whose journal is open."""
    async with world.bot.database.transaction() as session:
        session.add(
            Enrolment(
                person_id=await world.person_id(newcomer),
                state=EnrolmentState.ACTIVE,
                level="bronze",
                choices={"answers": {"heritage": "months_3"}},
                mentor_id=await world.person_id(mentor),
                begun_at=world.clock.now(),
                activated_at=world.clock.now(),
                started_on=world.clock.now().date(),
            )
        )
        person = await session.get_one(Person, await world.person_id(newcomer))
        person.full_name = "Айгерім Сәрсен"
    return newcomer


ODD: dict[str, tuple[dict[str, Any], str]] = {
    "sticker": ({"sticker": "👍"}, "Стикеріңізге рақмет"),
    "animated sticker": ({"sticker": "🔥", "animated": True}, "Стикеріңізге рақмет"),
    "die": ({"dice": "🎲"}, "ойнай алмаймын"),
    "poll": ({"poll": "Қалай?", "options": ["жақсы", "жаман"]}, "Сауалнамаға"),
    "place": ({"location": [43.24, 76.95]}, "Орналасқан жеріңізді"),
    "somebody's contact": (
        {"contact": {"phone_number": "+77010009988", "first_name": "Асқар"}},
        "Контактіні",
    ),
    "unknown command": ({"text": "/qwerty"}, "/help"),
    "command of another bot": ({"text": "/settings@other_bot"}, "/help"),
}


@pytest.mark.parametrize("name", ODD)
async def test_each_odd_thing_is_answered(newcomer: Phone, name: str) -> None:
    body, words = ODD[name]
    await newcomer.send_other(**body)
    answer = await newcomer.sees(words, "Мәзір", new=True)
    assert "бес минут" in answer["text"] or name.endswith(("command", "bot"))
    await newcomer.tap("Мәзір", on=answer)
    await newcomer.sees("Өтініш беру", "Көмек", new=True)


@pytest.mark.parametrize(
    "text", ["😀" * 2048, "\u202e<b>&amp;</b> {x}", "0", "\u200d" * 9, "а\u2060\u00ad\u00ad"]
)
async def test_any_text_of_a_newcomer_is_answered(newcomer: Phone, text: str) -> None:
    before = len(await newcomer.messages())
    await newcomer.write(text)
    await newcomer.sees("Мәзір", new=True)
    assert len(await newcomer.messages()) == before + 1


async def test_an_active_participant_is_told_how_to_log(active: Phone) -> None:
    await active.send_other(sticker="👍")
    await active.sees("Стикеріңізге рақмет", "жүгіру 40 мин", new=True)


async def test_an_entry_keeps_no_sign_that_nobody_sees(world: World, active: Phone) -> None:
    await active.write("\u202eжүгіру\u200b 40 мин 👩‍🚀\u2069")
    await active.sees("жүгіру 40 мин 👩‍🚀", "40 мин, бүгін", new=True)
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(Entry.note)) == "жүгіру 40 мин 👩‍🚀"


@pytest.mark.parametrize("text", ["\u200d" * 9, "\u2800 \u3164", "\u0301", "…", " ?! "])
async def test_what_says_nothing_is_answered_and_is_no_entry(
    world: World, active: Phone, text: str
) -> None:
    await active.write(text)
    await active.sees("сөз көрінбейді", "жүгіру 40 мин", new=True)
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Entry.id))) == 0


async def test_an_odd_thing_in_a_form_leaves_the_form(newcomer: Phone) -> None:
    await newcomer.write("/menu")
    await newcomer.sees("Өтініш беру", "Көмек", new=True)
    await newcomer.tap("Өтініш беру")
    await newcomer.sees("Аты-жөніңіз кім?")
    await newcomer.send_other(sticker="👍")
    await newcomer.write("сәрсен айгерім")
    await newcomer.sees("Туған күніңіз қашан?", new=True)
    await newcomer.write("/cancel")
    await newcomer.sees("Тоқтаттым")
    await newcomer.sees("Өтінішті жалғастыру", new=True)


async def test_an_edit_says_how_to_change(active: Phone, world: World) -> None:
    await active.write("жүгіру 40 мин")
    await active.sees("40 мин", new=True)
    [mine] = [m for m in (await active.chat())["messages"] if m["text"] == "жүгіру 40 мин"]
    edit = {"message_id": mine["message_id"], "text": "жүгіру 50 мин"}
    await active._post("edits", edit)
    told = await active.sees("жазба өзгермейді", "Жазбаны ашу", new=True)
    await active.tap("Жазбаны ашу", on=told)
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Entry.id))) == 1


async def test_a_group_hears_one_sentence_a_day(world: World, newcomer: Phone) -> None:
    for _ in range(3):
        await newcomer.send_other(text="/start", group="9 «Б» сынып")
    other = await world.phone("Асқар", "ru")
    await other.send_other(text="сәлем", group="9 «Б» сынып")
    await newcomer.send_other(sticker="👍")  # what is private still works, and came after
    await newcomer.sees("Стикеріңізге рақмет", new=True)
    assert await _said_in_group(world, newcomer) == 1
    await world.move(days=1, seconds=1)
    await other.send_other(text="сәлем", group="9 «Б» сынып")
    await newcomer.send_other(dice="🎲")
    await newcomer.sees("ойнай алмаймын", new=True)
    assert await _said_in_group(world, newcomer) == 2
    async with world.bot.database.transaction() as session:
        known = select(func.count(Person.id)).where(Person.telegram_id == other.id)
        assert await session.scalar(known) == 0


def _in_group(
    phone: Phone, number: int, kind: str = "supergroup", **content: Any
) -> dict[str, Any]:
    """A message in a group of this id."""
    return {
        "message_id": 1,
        "date": 1_770_102_000,
        "chat": {"id": number, "type": kind, "title": "9 «Б» сынып"},
        "from": {"id": phone.id, "is_bot": False, "first_name": phone.name},
        **content,
    }


@pytest.mark.parametrize("order", [*permutations(["old", "new", "joined"])])
async def test_a_group_turned_supergroup_is_greeted_once(
    world: World, newcomer: Phone, order: tuple[str, ...]
) -> None:
    """In whatever order Telegram tells of it."""
    old, new = -500, -100_500
    await newcomer.raw(message=_in_group(newcomer, old, "group", text="/start"))
    member = {"user": (await world.bot.bot.me()).model_dump(), "status": "member"}
    joined = _in_group(newcomer, new) | {
        "old_chat_member": member | {"status": "left"},
        "new_chat_member": member,
    }
    told = {
        "old": {"message": _in_group(newcomer, old, "group", migrate_to_chat_id=new)},
        "new": {"message": _in_group(newcomer, new, migrate_from_chat_id=old)},
        "joined": {"my_chat_member": joined},
    }
    for what in order:
        await newcomer.raw(**told[what])
    await newcomer.raw(message=_in_group(newcomer, new, text="сәлем"))
    await world.idle()
    assert await _greeted(world, old, new) == [old]


async def test_what_telegram_notes_in_a_group_is_no_word_to_the_bot(
    world: World, newcomer: Phone
) -> None:
    for note in ({"new_chat_title": "10 «Б»"}, {"delete_chat_photo": True}):
        await newcomer.raw(message=_in_group(newcomer, -100_500, **note))
    await world.idle()
    assert await _greeted(world, -100_500) == []


async def _greeted(world: World, *groups: int) -> list[int]:
    """Where the bot wanted to write something, of these groups."""
    async with world.http.get(f"{world.sandbox.url}/calls?method=sendMessage") as answer:
        calls = (await answer.json())["calls"]
    chats = [int(call["parameters"]["chat_id"]) for call in calls]
    return [chat for chat in chats if chat in groups]


async def _said_in_group(world: World, phone: Phone) -> int:
    async with world.http.get(f"{world.sandbox.url}/groups") as answer:
        [group] = await answer.json()
    address = f"{world.sandbox.url}/people/{phone.id}/messages?chat={group['id']}"
    async with world.http.get(address) as answer:
        return sum(m["from_bot"] for m in (await answer.json())["messages"])


async def test_who_blocks_the_bot_is_noted_and_the_mentor_told_once(
    world: World, active: Phone, mentor: Phone
) -> None:
    await active.block()
    await mentor.sees("ботты бұғаттап", "Айгерім Сәрсен")
    assert await _unreachable(world, active)
    await active.block(False)
    await active.start()
    await active.sees("Көмек", new=True)
    assert not await _unreachable(world, active)
    async with world.bot.database.transaction() as session:
        told = select(func.count(Outbox.id)).where(Outbox.kind == "participant-unreachable")
        assert await session.scalar(told) == 1


async def _unreachable(world: World, phone: Phone) -> bool:
    async with world.bot.database.transaction() as session:
        person = await session.get_one(Person, await world.person_id(phone))
        return person.unreachable_since is not None


async def test_a_button_of_nobody_opens_the_menu_with_a_word_why(newcomer: Phone) -> None:
    shown = await newcomer.sees("Өтініш беру")
    for data in ("nothing:1", "go:nowhere", "x" * 64):
        answer = await newcomer.forge(shown["message_id"], data)
        assert answer is not None
        assert "ескі батырма" in answer["text"]
        await newcomer.sees("Өтініш беру", "Көмек", new=True)


async def test_an_answer_to_an_old_window_is_not_lost(active: Phone) -> None:
    old = (await active.messages())[0]
    await active.write("/menu")
    await active.sees("Жазба қосу", new=True)
    await active.write("жүгіру 40 мин", reply_to=old["message_id"])
    await active.sees("40 мин", "Иә", new=True)


def _message(phone: Phone, number: int, text: str, message_id: int, world: World) -> Update:
    user = {"id": phone.id, "is_bot": False, "first_name": phone.name}
    return Update.model_validate(
        {
            "update_id": number,
            "message": {
                "message_id": message_id,
                "date": int(world.clock.now().timestamp()),
                "chat": {"id": phone.id, "type": "private", "first_name": phone.name},
                "from": user,
                "text": text,
            },
        }
    )


async def test_an_update_that_comes_again_only_shows_what_may_be_missing(
    world: World, active: Phone
) -> None:
    update = _message(active, 900_001, "жүгіру 40 мин", 70_001, world)
    await world.bot.updates.handle_all([update])
    first = await active.sees("40 мин", "Иә", new=True)
    await world.idle()
    await reply_lost(world)
    await world.bot.updates.handle_all([update])
    again = await active.sees("40 мин", "Иә", new=True)
    assert again["message_id"] > first["message_id"]
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Entry.id))) == 1


async def test_a_form_s_answer_that_comes_again_shows_the_next_question(
    world: World, newcomer: Phone
) -> None:
    await newcomer.write("/menu")
    await newcomer.sees("Өтініш беру", "Көмек", new=True)
    await newcomer.tap("Өтініш беру")
    await newcomer.sees("Аты-жөніңіз кім?")
    update = _message(newcomer, 900_002, "Сәрсен Айгерім", 70_002, world)
    await world.bot.updates.handle_all([update])
    await newcomer.sees("Туған күніңіз қашан?", new=True)
    await world.idle()
    await reply_lost(world)
    await world.bot.updates.handle_all([update])
    shown = await newcomer.sees("Туған күніңіз қашан?", new=True)
    assert "⚠️" not in shown["text"]


async def test_a_tap_that_comes_again_does_nothing(world: World, newcomer: Phone) -> None:
    shown = await newcomer.sees("Өтініш беру")
    async with world.bot.database.transaction() as session:
        session.add(SeenUpdate(update_id=900_003, at=world.clock.now()))
    user = {"id": newcomer.id, "is_bot": False, "first_name": newcomer.name}
    chat = {"id": newcomer.id, "type": "private", "first_name": newcomer.name}
    tap = {
        "update_id": 900_003,
        "callback_query": {
            "id": "1",
            "from": user,
            "chat_instance": "1",
            "data": menu._go(Screen.APPLY),
            "message": {
                "message_id": shown["message_id"],
                "date": 1,
                "chat": chat,
                "text": shown["text"],
            },
        },
    }
    await world.bot.updates.handle_all([Update.model_validate(tap)])
    await newcomer.does_not_see("Аты-жөніңіз кім?")
    async with world.bot.database.transaction() as session:
        assert await session.scalar(select(func.count(Enrolment.id))) == 0


async def test_odd_things_of_one_keep_their_order_and_hold_nobody_up(
    world: World, newcomer: Phone
) -> None:
    other = await world.phone("Асқар", "kk")
    for emoji in ("🎲", "🎯", "🏀"):
        await newcomer.send_other(dice=emoji)
    await newcomer.send_other(sticker="👍")
    await other.start()
    await other.sees("Қазақша")
    await newcomer.sees("Стикеріңізге рақмет", new=True)
    said = [m["text"] for m in await newcomer.messages()]
    assert [("🎲" in text, "🙂" in text) for text in said[-4:]] == [
        (True, False),
        (True, False),
        (True, False),
        (False, True),
    ]


async def test_a_plan_for_tomorrow_is_not_offered_as_today(active: Phone) -> None:
    await active.write("ертең жүгіремін 40 мин")
    card = await active.sees("Спорт", "40 мин", "4 ақпан", "Бұл күн әлі келген жоқ")
    assert "✅ Иә" not in str(card["buttons"])
    await active.tap("бүгін", on=card)
    await active.sees("Спорт", "40 мин", "бүгін?", "✅ Иә")
