"""Faults ordered in advance: answers broken, late, or none, as of bad networks and gateways."""

import asyncio
import base64
import gzip
import time
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramBadRequest,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)

from sandbox.server import Sandbox
from tests.sandbox.conftest import TOKEN, People

GATEWAY = "<html><body><h1>502 Bad Gateway</h1></body></html>"
PACKED = gzip.compress(b'{"ok": true, "result": true}' * 100)


def encoded(content: bytes) -> str:
    return base64.b64encode(content).decode()


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 502, "body": GATEWAY, "content_type": "text/html"},
        {"body": '{"ok": tr'},
        {"body": ""},
        {"body": "[]"},
        {"body": "{}", "charset": "no-such-charset"},
    ],
)
async def test_a_raw_answer_is_no_answer(bot: Bot, people: People, fault: dict[str, Any]) -> None:
    person = await people.new()
    await people.post("/faults", {"method": "sendMessage", **fault})
    with pytest.raises(ClientDecodeError):
        await bot.send_message(person, "жоқ")
    await bot.send_message(person, "өтті")
    assert [m["text"] for m in await people.sees(person)] == ["өтті"]


@pytest.mark.parametrize(
    "fault",
    [
        {"content_encoding": "gzip", "body_base64": encoded(PACKED[: len(PACKED) // 2])},
        {"content_encoding": "gzip", "body": '{"ok": true}'},
        {"content_encoding": "gzip"},
    ],
)
async def test_compression_that_is_cut_or_a_lie(
    bot: Bot, people: People, fault: dict[str, Any]
) -> None:
    person = await people.new()
    await people.post("/faults", {"method": "sendMessage", **fault})
    with pytest.raises((TelegramNetworkError, ClientDecodeError)):
        await bot.send_message(person, "сынақ")
    # An answer that is spoiled, with no body of its own, tells of what was done.
    done = "body" not in fault and "body_base64" not in fault
    assert len(await people.sees(person)) == done


async def test_the_bytes_and_their_type_go_out_as_ordered(people: People) -> None:
    order = {
        "method": "getMe",
        "status": 203,
        "body_base64": encoded(PACKED),
        "content_type": "text/plain",
        "charset": "windows-1251",
        "content_encoding": "gzip",
    }
    await people.post("/faults", order)
    async with people.http.get(f"/bot{TOKEN}/getMe") as response:
        assert response.status == 203
        assert response.headers["Content-Type"] == "text/plain; charset=windows-1251"
        assert response.headers["Content-Encoding"] == "gzip"
        assert await response.read() == gzip.decompress(PACKED)
    (call,) = (await people.get("/calls", method="getMe"))["calls"]
    assert call["status"] == 203
    assert call["fault"] == order


async def test_bytes_that_are_no_text(bot: Bot, people: People) -> None:
    await people.post("/faults", {"method": "getMe", "body_base64": encoded(b'{"ok": "\xff"}')})
    with pytest.raises(UnicodeDecodeError):  # aiogram lets it through
        await bot.get_me()


async def test_late_and_halved_answers_take_effect(sandbox: Sandbox, people: People) -> None:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url), timeout=0.5)
    hasty = Bot(TOKEN, session=session)
    person = await people.new()
    for text, fault in (("кеш", {"delay": 30}), ("жарты", {"pause": 30})):
        await people.post("/faults", {"method": "sendMessage", **fault})
        with pytest.raises(TelegramNetworkError):
            await hasty.send_message(person, text)
    await people.post("/faults", {"method": "sendMessage", "delay": 0.05, "pause": 0.05})
    started = time.monotonic()
    message = await hasty.send_message(person, "бүтін", request_timeout=60)
    assert time.monotonic() - started >= 0.1
    assert message.text == "бүтін"
    assert [m["text"] for m in await people.sees(person)] == ["кеш", "жарты", "бүтін"]
    await hasty.session.close()


async def test_half_of_the_body_comes_before_the_pause(people: People) -> None:
    await people.post("/faults", {"method": "getMe", "pause": 60, "body": '{"ok": true}'})
    async with people.http.get(f"/bot{TOKEN}/getMe") as response:
        assert response.headers["Content-Length"] == "12"
        assert await response.content.readexactly(6) == b'{"ok":'
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(response.content.readany(), 0.2)


async def test_a_connection_that_is_reset(bot: Bot, people: People) -> None:
    person = await people.new()
    await people.post("/faults", {"method": "sendMessage", "reset": True})
    url = f"/bot{TOKEN}/sendMessage"
    with pytest.raises(aiohttp.ClientOSError, match="reset by peer"):
        await people.http.post(url, json={"chat_id": person, "text": "жоқ"})
    assert await people.sees(person) == []
    await people.post("/faults", {"method": "sendMessage", "reset": True, "effect": True})
    with pytest.raises(TelegramNetworkError):
        await bot.send_message(person, "жетті")
    assert [m["text"] for m in await people.sees(person)] == ["жетті"]


async def test_no_answer_at_all(people: People) -> None:
    await people.post("/faults", {"method": "getMe", "silent": True})
    impatient = aiohttp.ClientTimeout(sock_read=0.3)
    with pytest.raises(aiohttp.SocketTimeoutError):
        await people.http.get(f"/bot{TOKEN}/getMe", timeout=impatient)
    assert (await people.call("GET", f"/bot{TOKEN}/getMe"))["ok"]


async def test_refusals_with_and_without_effect(bot: Bot, people: People) -> None:
    person = await people.new()
    for order, error in (
        ({"retry_after": 3}, TelegramRetryAfter),
        ({"status": 502}, TelegramServerError),
        ({"status": 502, "effect": True}, TelegramServerError),
        ({"status": 400, "description": "Bad Request: BUTTON_DATA_INVALID"}, TelegramBadRequest),
    ):
        await people.post("/faults", {"method": "sendMessage", **order})
        with pytest.raises(error):
            await bot.send_message(person, "сынақ")
    assert len(await people.sees(person)) == 1


async def test_a_fault_stays_until_it_is_lifted(bot: Bot, people: People) -> None:
    await people.post("/faults", {"method": "*", "times": None, "status": 500})
    await people.post("/faults", {"method": "getUpdates", "times": 3, "status": 500})
    for _ in range(3):
        with pytest.raises(TelegramServerError):
            await bot.get_me()
    left = await people.call("DELETE", "/faults", params={"method": "*"})
    assert left == {"faults": [{"method": "getUpdates", "times": 3, "status": 500}]}
    assert (await bot.me()).is_bot
    assert await people.call("DELETE", "/faults") == {"faults": []}


async def test_a_method_that_is_not_here_may_be_answered_too(people: People) -> None:
    body = '{"ok": true, "result": {"id": "x"}}'
    await people.post("/faults", {"method": "sendGift", "body": body})
    assert (await people.call("POST", f"/bot{TOKEN}/sendGift"))["result"] == {"id": "x"}
    await people.call("POST", f"/bot{TOKEN}/sendGift", 404)


@pytest.mark.parametrize(
    "senseless",
    [
        {"body": "a", "body_base64": "YQ=="},
        {"body_base64": "%%%"},
        {"drop": True, "silent": True},
        {"times": 0},
        {"delay": -1},
        {"status": 302},
        {"content_type": "a\r\nb"},
        {"unknown": 1},
    ],
)
async def test_what_makes_no_sense_is_refused(people: People, senseless: dict[str, Any]) -> None:
    await people.post("/faults", {"method": "getMe", **senseless}, status=400)
    assert await people.get("/faults") == {"faults": []}
