"""What people do reaches the bot as on Telegram, and they see what the bot does."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BotCommand,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from sandbox.clock_api import BotClock
from sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, People, Received, bot_for

YES = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Иә", callback_data="yes")]])


async def incoming(received: Received) -> Message:
    """The newest message of all that came."""
    updates = await received.all()
    message = updates[-1].message
    assert message
    return message


async def query(received: Received) -> CallbackQuery:
    while not (found := (await received.next()).callback_query):
        continue
    return found


def tapping(people: People, person: int, **tap: Any) -> "asyncio.Task[Any]":
    return asyncio.create_task(people.post(f"/people/{person}/taps", tap))


async def test_a_tap_waits_for_its_answer(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    sent = await bot.send_message(person, "Дайынсыз ба?", reply_markup=YES)
    tap = tapping(people, person, message_id=sent.message_id, text="Иә")
    asked = await query(received)
    assert (asked.data, asked.from_user.id) == ("yes", person)
    assert isinstance(asked.message, Message)
    assert asked.message.text == "Дайынсыз ба?"
    await bot.answer_callback_query(asked.id, text="Сақталды", show_alert=True)
    assert await tap == {"answer": {"text": "Сақталды", "show_alert": True}}
    for query_id in (asked.id, "1"):
        with pytest.raises(TelegramBadRequest, match="query is too old and response timeout"):
            await bot.answer_callback_query(query_id)


async def test_an_answer_after_its_time(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    sent = await bot.send_message(person, "?", reply_markup=YES)
    tap = tapping(people, person, message_id=sent.message_id, text="Иә")
    asked = await query(received)
    await people.post("/clock", {"advance": 16})
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_callback_query(asked.id)
    assert await tap == {"answer": None}


async def test_stale_and_forged_taps(bot: Bot, people: People, received: Received) -> None:
    person, other = await people.new(), await people.new("Асқар")
    sent = await bot.send_message(person, "?", reply_markup=YES)
    path = f"/people/{person}/taps"
    await bot.edit_message_text("!", chat_id=person, message_id=sent.message_id)
    refusal = await people.post(path, {"message_id": sent.message_id, "text": "Иә"}, status=404)
    assert "no button 'Иә'" in refusal["error"]
    await people.post(path, {"message_id": 999, "data": "yes"}, status=404)
    foreign = {"message_id": sent.message_id, "data": "yes"}
    await people.post(f"/people/{other}/taps", foreign, status=404)
    tap = tapping(people, person, message_id=sent.message_id, data="forged")
    asked = await query(received)
    assert asked.data == "forged"
    await bot.answer_callback_query(asked.id)
    assert await tap == {"answer": {"text": "", "show_alert": False}}
    await bot.delete_message(person, sent.message_id)
    tap = tapping(people, person, message_id=sent.message_id, data="yes")
    asked = await query(received)
    assert asked.message
    assert not isinstance(asked.message, Message)
    await bot.answer_callback_query(asked.id)
    await tap


async def test_link_buttons_and_deep_links(bot: Bot, people: People) -> None:
    person = await people.new()
    links = {
        "Бастау": "https://t.me/award_sandbox_bot?start=abc",
        "Басқа бот": "https://t.me/other_bot?start=abc",
        "Сайт": "https://example.org/?start=abc",
    }
    rows = [[InlineKeyboardButton(text=text, url=url)] for text, url in links.items()]
    markup = InlineKeyboardMarkup(inline_keyboard=rows)
    sent = await bot.send_message(person, "?", reply_markup=markup)
    (seen,) = await people.sees(person)
    assert [row[0].get("start") for row in seen["buttons"]] == ["abc", None, None]
    tapped = await people.post(
        f"/people/{person}/taps", {"message_id": sent.message_id, "text": "Бастау"}
    )
    assert tapped == {"answer": None, "url": links["Бастау"], "start": "abc"}


async def test_a_reply_keyboard_comes_is_pressed_and_goes(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new(phone="+77011234567")
    rows = [[KeyboardButton(text="Нөмірім", request_contact=True), KeyboardButton(text="Жоқ")]]
    markup = ReplyKeyboardMarkup(keyboard=rows, input_field_placeholder="Таңдаңыз")
    await bot.send_message(person, "?", reply_markup=markup)
    chat = await people.get(f"/people/{person}/messages")
    assert chat["keyboard"]["placeholder"] == "Таңдаңыз"
    assert chat["messages"][-1]["keyboard"] == [
        [{"text": "Нөмірім", "request_contact": True}, {"text": "Жоқ"}]
    ]
    await people.post(f"/people/{person}/taps", {"text": "Нөмірім"})
    message = await incoming(received)
    assert message.contact
    assert (message.contact.phone_number, message.contact.user_id) == ("+77011234567", person)
    await people.post(f"/people/{person}/taps", {"text": "Жоқ"})
    assert (await incoming(received)).text == "Жоқ"
    await bot.send_message(person, "Рақмет", reply_markup=ReplyKeyboardRemove())
    assert (await people.get(f"/people/{person}/messages"))["keyboard"] is None
    await people.post(f"/people/{person}/taps", {"text": "Жоқ"}, status=404)


async def test_a_reply_keyboard_goes_with_the_message_that_brought_it(
    bot: Bot, people: People
) -> None:
    person = await people.new()
    path = f"/people/{person}/messages"
    markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Нөмірім")]])
    first = await bot.send_message(person, "?", reply_markup=markup)
    again = await bot.send_message(person, "Батырмамен жіберіңіз", reply_markup=markup)
    await bot.delete_message(person, first.message_id)
    assert (await people.get(path))["keyboard"]["rows"] == [[{"text": "Нөмірім"}]]
    await bot.delete_message(person, again.message_id)
    assert (await people.get(path))["keyboard"] is None


async def test_everything_else_a_person_may_send(people: People, received: Received) -> None:
    person = await people.new()
    path = f"/people/{person}/messages"
    kinds = {
        "sticker": {"sticker": "👍", "animated": True},
        "location": {"location": [43.24, 76.95]},
        "poll": {"poll": "Сұрақ?", "options": ["иә", "жоқ"]},
        "contact": {"contact": {"phone_number": "+77010000000", "first_name": "Асқар"}},
        "dice": {"dice": "🎲"},
    }
    for kind, body in kinds.items():
        await people.post(path, body)
        assert (await incoming(received)).content_type == kind
    await people.post(path, {"forward_from": "Әже", "text": "оқы"})
    forwarded = await incoming(received)
    assert forwarded.forward_origin
    assert forwarded.forward_origin.type == "hidden_user"
    await people.post(path, {"group": "Топ", "text": "@award_sandbox_bot сәлем"})
    joined, said = await received.all()
    assert joined.my_chat_member
    assert joined.my_chat_member.chat.title == "Топ"
    assert said.message
    assert said.message.chat.type == "supergroup"
    await people.post(path, {"text": "ә" * 5000})
    pieces = [u.message.text for u in await received.all() if u.message]
    assert [len(piece or "") for piece in pieces] == [4096, 904]
    await people.post(path, {"text": " "}, status=400)
    shown = (await people.get(path))["messages"]
    assert [m["special"]["kind"] for m in shown if m["special"]] == [
        "location",
        "poll",
        "contact",
        "dice",
    ]


async def test_a_reply_and_a_mended_message(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    sent = await bot.send_message(person, "Қанша бет?")
    (reply,) = await people.post(
        f"/people/{person}/messages", {"text": "20", "reply_to": sent.message_id}
    )
    message = await incoming(received)
    assert message.reply_to_message
    assert message.reply_to_message.text == "Қанша бет?"
    await people.post(f"/people/{person}/edits", {**reply, "text": "25"})
    edited = (await received.next()).edited_message
    assert edited
    assert (edited.text, edited.message_id) == ("25", reply["message_id"])
    foreign = {"message_id": sent.message_id, "text": "x"}
    await people.post(f"/people/{person}/edits", foreign, status=404)


async def test_changes_are_shown_after_a_revision(bot: Bot, people: People) -> None:
    person = await people.new()
    first = await bot.send_message(person, "1")
    second = await bot.send_message(person, "2")
    path = f"/people/{person}/messages"
    revision = (await people.get(path))["revision"]
    waiting = asyncio.create_task(people.get(path, after=revision, wait=20))
    await bot.edit_message_text("1!", chat_id=person, message_id=first.message_id)
    changed = await waiting
    assert [(m["text"], m["edited"]) for m in changed["messages"]] == [("1!", True)]
    await bot.delete_message(person, second.message_id)
    changed = await people.get(path, after=changed["revision"])
    assert (changed["messages"], changed["deleted"]) == ([], [second.message_id])


async def test_unread_counts_and_live_events(bot: Bot, people: People) -> None:
    person = await people.new()
    async with people.http.get("/events") as events:
        await events.content.readuntil(b"\n\n")
        await bot.send_message(person, "Сәлем")
        event = json.loads((await events.content.readuntil(b"\n\n")).removeprefix(b"data: "))
    assert (event["person_id"], event["unread"]) == (person, 1)
    (listed,) = await people.get("/people")
    assert (listed["unread"], listed["preview"]) == (1, "Сәлем")
    assert await people.post(f"/people/{person}/read") == {"unread": 0}


async def test_the_menu_of_commands_by_scope_and_language(bot: Bot, people: People) -> None:
    person, other = await people.new(), await people.new("John", language_code="en")

    def menu(word: str) -> list[BotCommand]:
        return [BotCommand(command="help", description=word)]

    await bot.set_my_commands(menu("Help"))
    await bot.set_my_commands(menu("Көмек"), language_code="kk")
    seen = [await people.get(f"/people/{who}/commands") for who in (person, other)]
    assert [commands[0]["description"] for commands in seen] == ["Көмек", "Help"]
    await bot.set_my_commands(menu("Жеке"), scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(menu("Own"), scope=BotCommandScopeChat(chat_id=other))
    seen = [await people.get(f"/people/{who}/commands") for who in (person, other)]
    assert [commands[0]["description"] for commands in seen] == ["Жеке", "Own"]


async def test_the_bots_name_and_description(bot: Bot, people: People) -> None:
    await bot.set_my_name("Award")
    await bot.set_my_name("Марапат", language_code="kk")
    await bot.set_my_description("Сипаттама", language_code="kk")
    about = await people.get("/bot", language_code="kk")
    assert (about["first_name"], about["description"]) == ("Марапат", "Сипаттама")
    assert (await people.get("/bot"))["first_name"] == "Award"
    assert (await bot.get_my_name(language_code="kk")).name == "Марапат"
    person = await people.new()
    chat = await bot.get_chat(person)
    assert (chat.type, chat.first_name) == ("private", "Айгерім")
    assert (await bot.get_user_profile_photos(person)).total_count == 0


async def test_people_are_told_apart(people: People) -> None:
    await people.new(id=5, username="aigerim")
    await people.post("/people", {"first_name": "X", "id": 5}, status=409)
    await people.post("/people", {"first_name": "X", "username": "@aigerim"}, status=409)
    await people.post("/people", {"first_name": " "}, status=400)
    await people.call("GET", "/people/6/messages", 404)


async def test_moving_the_clock_tells_the_bot_first() -> None:
    told: list[datetime] = []

    async def on_clock(now: datetime) -> None:
        told.append(now)

    sandbox = Sandbox(TOKEN, clock=BotClock(on_clock))
    await sandbox.start(port=0)
    async with aiohttp.ClientSession(sandbox.url) as http:
        people = People(http)
        await people.post("/clock", {"now": "2026-02-03T09:00:00+05:00"})
        assert abs(told[0] - datetime(2026, 2, 3, 4, tzinfo=UTC)) < timedelta(seconds=60)
        assert abs(sandbox.clock.now() - told[0]) < timedelta(seconds=60)
        person = await people.new()
        shown = (await people.get(f"/people/{person}/messages"))["messages"][0]["date"]
        assert shown.startswith("2026-02-03T04:0")
        await people.post("/clock", {"now": "2026-02-03T09:00:00"}, status=400)
        await people.post("/clock", {"advance": "x"}, status=400)
        assert len(told) == 1
    await sandbox.stop()


async def test_a_restart_loses_nothing(tmp_path: Path) -> None:
    before = Sandbox(TOKEN, data=tmp_path)
    await before.start(port=0)
    bot = bot_for(before)
    async with aiohttp.ClientSession(before.url) as http:
        people = People(http)
        person = await people.new()
        await people.send(person, ("document", "a.txt", b"bytes"), text="бірінші")
        sent = await bot.send_message(person, "?", reply_markup=YES)
        await people.post("/clock", {"advance": 86_400})
        (update, *_) = await bot.get_updates()
        await bot.get_updates(offset=update.update_id + 1)
        shown = (await people.get(f"/people/{person}/messages"))["messages"]
    await bot.session.close()
    await before.stop()

    after = Sandbox(TOKEN, data=tmp_path)
    await after.start(port=0)
    bot = bot_for(after)
    async with aiohttp.ClientSession(after.url) as http:
        people = People(http)
        assert (await people.get(f"/people/{person}/messages"))["messages"] == shown
        assert await people.bytes_of(shown[1]["media"][0]["url"]) == b"bytes"
        assert after.clock.now() - before.clock.now() < timedelta(seconds=60)
        (waiting,) = await bot.get_updates()
        assert waiting.update_id == update.update_id + 1
        await bot.edit_message_text("!", chat_id=person, message_id=sent.message_id)
        (new,) = await people.post(f"/people/{person}/messages", {"text": "екінші"})
        assert new["message_id"] > sent.message_id
        assert (await bot.get_updates())[-1].update_id == update.update_id + 2
    await bot.session.close()
    await after.stop()
