"""Updates reach the bot in order, again and again until confirmed, by polling or webhook."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramConflictError, TelegramNetworkError
from aiogram.methods import SendMessage
from aiogram.types import KeyboardButton, Message, ReplyKeyboardMarkup, Update
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web
from aiohttp.test_utils import TestServer

from sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, People, Received, bot_for

WAIT = 20

Answer = Callable[[web.Request], Awaitable[web.Response]]


def texts(updates: list[Update]) -> list[str | None]:
    return [update.message.text for update in updates if update.message]


@asynccontextmanager
async def webhook(answer: Answer) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/hook", answer)
    server = TestServer(app, host="127.0.0.1")
    await server.start_server()
    yield str(server.make_url("/hook"))
    await server.close()


async def test_what_is_not_confirmed_comes_again_and_what_is_never(
    bot: Bot, people: People
) -> None:
    person = await people.new()
    for number in range(3):
        await people.post(f"/people/{person}/messages", {"text": str(number)})
    first = await bot.get_updates()
    again = await bot.get_updates()
    assert texts(first) == ["/start", "0", "1", "2"]
    assert again == first
    numbers = [update.update_id for update in first]
    assert numbers == list(range(numbers[0], numbers[0] + 4))
    rest = await bot.get_updates(offset=numbers[1] + 1)
    assert texts(rest) == ["1", "2"]
    assert texts(await bot.get_updates(offset=numbers[0])) == ["1", "2"]
    assert texts(await bot.get_updates(limit=1)) == ["1"]
    assert texts(await bot.get_updates(offset=-1)) == ["2"]
    assert await bot.get_updates(offset=numbers[-1] + 1) == []
    assert await bot.get_updates() == []


async def test_a_long_poll_answers_as_soon_as_something_happens(bot: Bot, people: People) -> None:
    person = await people.new(start=False)
    poll = asyncio.create_task(bot.get_updates(timeout=WAIT))
    await people.post(f"/people/{person}/start", {"payload": "abc"})
    (update,) = await asyncio.wait_for(poll, WAIT)
    assert update.message
    assert update.message.text == "/start abc"
    assert update.message.entities
    assert update.message.entities[0].type == "bot_command"


async def test_a_second_get_updates_ends_the_first(
    sandbox: Sandbox, bot: Bot, people: People
) -> None:
    person = await people.new(start=False)
    second = bot_for(sandbox)
    poll = asyncio.create_task(bot.get_updates(timeout=WAIT))
    await asyncio.wait_for(sandbox.polled(), WAIT)
    other = asyncio.create_task(second.get_updates(timeout=WAIT))
    with pytest.raises(
        TelegramConflictError,
        match="Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    ):
        await poll
    await people.post(f"/people/{person}/start")
    assert texts(await other) == ["/start"]
    await second.session.close()


async def test_only_what_is_allowed_comes(bot: Bot, people: People) -> None:
    person = await people.new()
    await bot.get_updates(allowed_updates=["my_chat_member"])
    await people.post(f"/people/{person}/messages", {"text": "жоқ"})
    await people.post(f"/people/{person}/blocked", {"blocked": True})
    await people.post(f"/people/{person}/blocked", {"blocked": False})
    start, block, unblock = await bot.get_updates()
    assert texts([start]) == ["/start"]
    assert block.my_chat_member
    assert unblock.my_chat_member
    assert block.my_chat_member.new_chat_member.status == "kicked"
    assert unblock.my_chat_member.new_chat_member.status == "member"


async def test_a_webhook_is_posted_to_with_its_secret_until_200(bot: Bot, people: People) -> None:
    person = await people.new()
    got: list[tuple[str | None, str]] = []
    done = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        update = Update.model_validate(await request.json())
        assert update.message
        secret = request.headers.get("X-Telegram-Bot-Api-Secret-Token")
        got.append((secret, update.message.text or ""))
        if got[-1][1] == "соңғы":
            done.set()
        return web.Response(status=500 if len(got) in {1, 2, 4} else 200)

    await people.post(f"/people/{person}/messages", {"text": "бір"})
    async with webhook(answer) as url:
        await bot.set_webhook(url, secret_token="s3-cret")
        await people.post(f"/people/{person}/messages", {"text": "соңғы"})
        await asyncio.wait_for(done.wait(), WAIT)
        assert [text for _, text in got] == ["/start", "/start", "/start", "бір", "бір", "соңғы"]
        assert {secret for secret, _ in got} == {"s3-cret"}
        info = await bot.get_webhook_info()
        assert info.url == url
        assert info.last_error_message == (
            "Wrong response from the webhook: 500 Internal Server Error"
        )
        with pytest.raises(TelegramConflictError, match="webhook is active"):
            await bot.get_updates()
        await bot.delete_webhook()
    await people.post(f"/people/{person}/messages", {"text": "енді осылай"})
    assert texts(await bot.get_updates())[-1] == "енді осылай"


async def test_a_method_in_a_webhooks_answer_is_carried_out(bot: Bot, people: People) -> None:
    person = await people.new()

    async def answer(request: web.Request) -> web.Response:
        body = {"method": "sendMessage", "chat_id": person, "text": "Сәлем!"}
        return web.json_response(body)

    async with webhook(answer) as url:
        await bot.set_webhook(url)
        chat = await people.get(f"/people/{person}/messages")
        while not any(m["from_bot"] for m in chat["messages"]):
            chat = await people.get(f"/people/{person}/messages", after=chat["revision"], wait=WAIT)
    assert [m["text"] for m in await people.sees(person)] == ["Сәлем!"]


async def test_aiograms_own_webhook_answers(bot: Bot, people: People) -> None:
    person = await people.new()
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def greet(message: Message) -> SendMessage:
        markup = ReplyKeyboardMarkup(keyboard=[[KeyboardButton(text="Иә")]])
        return SendMessage(chat_id=message.chat.id, text="Сәлем!", reply_markup=markup)

    handler = SimpleRequestHandler(dispatcher, bot, handle_in_background=False)
    async with webhook(handler.handle) as url:
        await bot.set_webhook(url)
        chat = await people.get(f"/people/{person}/messages")
        while not any(m["from_bot"] for m in chat["messages"]):
            chat = await people.get(f"/people/{person}/messages", after=chat["revision"], wait=WAIT)
    assert chat["keyboard"]["rows"] == [[{"text": "Иә"}]]


async def test_pending_updates_can_be_dropped(bot: Bot, people: People) -> None:
    await people.new()
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []


async def test_a_person_offline_for_a_day(bot: Bot, people: People, received: Received) -> None:
    person = await people.new()
    await received.all()
    await people.post(f"/people/{person}/online", {"online": False})
    before = await people.get("/clock")
    held = await people.post(f"/people/{person}/messages", {"text": "1 бет"}, status=202)
    assert held == [{"message_id": None, "held": True}]
    await people.send(person, ("document", "a.txt", b"x"), text="2 бет", status=202)
    chat = await people.get(f"/people/{person}/messages")
    assert [item["text"] for item in chat["held"]] == ["1 бет", "2 бет"]
    assert await received.all() == []
    await people.post("/clock", {"advance": 86_400})
    await people.post(f"/people/{person}/online", {"online": True})
    late = await received.all()
    assert [u.message and (u.message.text or u.message.caption) for u in late] == ["1 бет", "2 бет"]
    assert late[0].message
    sent = datetime.fromisoformat(before["now"])
    assert late[0].message.date - sent > timedelta(seconds=86_398)
    assert (await people.get(f"/people/{person}/messages"))["held"] == []


async def test_faults_come_as_often_as_they_were_ordered(bot: Bot, people: People) -> None:
    person = await people.new()
    order = {"method": "sendMessage", "status": 502, "description": "Bad Gateway", "times": 2}
    await people.post("/faults", order)
    for _ in range(2):
        answer = await people.call(
            "POST", f"/bot{TOKEN}/sendMessage", 502, json={"chat_id": person, "text": "x"}
        )
        assert answer == {"ok": False, "error_code": 502, "description": "Bad Gateway"}
    assert (await people.get("/faults")) == {"faults": []}
    await bot.send_message(person, "өтті")
    assert [m["text"] for m in await people.sees(person)] == ["өтті"]
    await people.post("/faults", {"method": "*", "retry_after": 7})
    answer = await people.call("POST", f"/bot{TOKEN}/getMe", 429)
    assert answer["parameters"] == {"retry_after": 7}
    assert answer["description"] == "Too Many Requests: retry after 7"
    await people.post("/faults", {"method": "getMe", "status": 200}, status=400)
    await people.post("/faults", {"status": 500}, status=400)


async def test_a_connection_cut_after_the_effect(
    bot: Bot, people: People, received: Received
) -> None:
    person = await people.new()
    await people.post("/faults", {"method": "sendMessage", "drop": True})
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(person, "жетті")
    assert [m["text"] for m in await people.sees(person)] == ["жетті"]
    await people.post("/faults", {"method": "getUpdates", "drop": True})
    with pytest.raises(TelegramNetworkError):
        await bot.get_updates()
    assert texts(await received.all()) == ["/start"]


async def test_every_call_is_noted(bot: Bot, people: People) -> None:
    person = await people.new()
    await bot.send_message(person, "Сәлем")
    last = (await people.get("/calls"))["last"]
    await people.call("POST", f"/bot{TOKEN}/sendMessage", 400, json={"chat_id": person})
    calls = (await people.get("/calls", after=last))["calls"]
    assert [(c["method"], c["status"], c["description"]) for c in calls] == [
        ("sendMessage", 400, "Bad Request: message text is empty")
    ]
    assert calls[0]["parameters"] == {"chat_id": person}
