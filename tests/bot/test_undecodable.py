"""Updates that cannot be decoded, answers that are none: who wrote beside them is answered."""

import asyncio
import base64
import gzip
import json
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import URL, select
from structlog.testing import capture_logs

from bot.check import check
from bot.decoding import Undecoded, decode
from bot.set_aside import UNDECODED
from storage.tables import UpdateAttempt
from tests.bot.every_model import BREAKS, WORDS, Json, broken
from tests.conftest import copy_of_database
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world

NEIGHBOUR_WAITS = 5.0  # seconds, at most, for an answer beside broken updates
AT_ONCE = 80
# Whatever way an update came, the same decoding says what is wrong with it: by webhook, which asks
# a call for each, every fifth of them shows that it is set aside there too.
BY_WEBHOOK = 5
SECRET = "құпия сөз"
ASIDE = {"kk": "хабарыңызды өңдей алмадық", "ru": "мы не смогли обработать"}
NAMELESS = {"forward_origin": {"type": "hidden_user", "date": 1422450181}}
_numbers = count(1000)


@pytest.fixture(params=["polling", "webhook"])
async def world(
    request: pytest.FixtureRequest, tmp_path: Path, unused_tcp_port: int
) -> AsyncIterator[World]:
    kind = "postgresql" if request.param == "postgresql" else "sqlite"
    template: URL = request.getfixturevalue(f"migrated_{kind}")
    async with copy_of_database(template, tmp_path) as database:
        url = database.url.render_as_string(hide_password=False)
        async with a_world(tmp_path, database_url=url) as world:
            if request.param == "webhook":
                await world.stop_bot()
                by_webhook = {
                    "webhook_url": f"http://127.0.0.1:{unused_tcp_port}",
                    "webhook_secret": SecretStr("of-a-test" * 4),
                    "webhook_port": unused_tcp_port,
                }
                world.settings = world.settings.model_copy(update=by_webhook)
                await world.start_bot()
            yield world


by_polling = pytest.mark.parametrize("world", ["polling"], indirect=True)


async def somebody(world: World, name: str, language: str = "kk") -> Phone:
    phone = await world.phone(name, language)
    await phone.start()
    await phone.sees("Қазақша")
    return phone


def message(phone: Phone, text: str, **other: Any) -> Json:
    who = {"id": phone.id, "is_bot": False, "first_name": phone.name, "language_code": "ru"}
    chat = {"id": phone.id, "type": "private", "first_name": phone.name}
    sent = {"message_id": next(_numbers), "date": 1, "chat": chat, "from": who, "text": text}
    return {"message": sent | other}


async def put(world: World, updates: list[Json]) -> list[Any]:
    async with world.http.post(f"{world.sandbox.url}/updates", json=updates) as answer:
        answer.raise_for_status()
        numbers: list[Any] = (await answer.json())["update_ids"]
        return numbers


async def spoil(world: World, phone: Phone, body: bytes, times: int = 1, **how: Any) -> None:
    """What the next calls of getUpdates are answered, byte by byte.

    The one that may wait already is ended by a message of the phone's, which is answered.
    """
    fault = {"times": times, "status": 200} | how
    await world.fault("getUpdates", body_base64=base64.b64encode(body).decode(), **fault)
    await phone.write("/language")
    await phone.sees("Қазақша", new=True)


async def spoiled(world: World) -> int:
    """How many calls of getUpdates were answered so."""
    query = {"method": "getUpdates"}
    async with world.http.get(f"{world.sandbox.url}/calls", params=query) as answer:
        return sum(call["fault"] is not None for call in (await answer.json())["calls"])


async def answered_beside(world: World, first: Phone, last: Phone, bad: list[Json]) -> list[Any]:
    """Both neighbours of the broken updates are answered in time; the updates' numbers."""
    for phone in (first, last):
        phone.looked_at = (await phone.messages())[-1]["message_id"]
    around = [message(first, "/language"), *bad, message(last, "/language")]
    numbers = await put(world, around)
    async with asyncio.timeout(NEIGHBOUR_WAITS):
        await first.sees("Қазақша", new=True)
        await last.sees("Қазақша", new=True)
    return numbers[1:-1]


async def set_aside(world: World) -> set[int]:
    async with world.bot.database.transaction() as session:
        aside = UpdateAttempt.set_aside_at.is_not(None)
        return set(await session.scalars(select(UpdateAttempt.update_id).where(aside)))


async def counted(phone: Phone, words: str, number: int) -> None:
    """Wait until so many messages have these words; there are no more of them."""
    async with asyncio.timeout(60):
        while (seen := sum(words in m["text"] for m in await phone.messages())) < number:
            await phone._fetch(wait=5)
    assert seen == number


@pytest.mark.parametrize("world", ["polling", "webhook", "postgresql"], indirect=True)
async def test_whoever_sent_it_is_told_and_it_never_comes_again(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    first, last = await somebody(world, "Аружан"), await somebody(world, "Асқар")
    sender, before = await somebody(world, "Дана"), UNDECODED._value.get()
    bad = [
        message(sender, SECRET, **NAMELESS),
        {"message": "no object"},
        {"quantum_message": {"text": "?"}},
        {},
        message(sender, SECRET) | {"update_id": "abc"},
    ]
    with capture_logs() as lines:
        numbers = await answered_beside(world, first, last, bad)
        await counted(sender, ASIDE["ru"], 2)
        await world.idle()
    fit = [number for number in numbers if number != "abc"]
    assert await set_aside(world) == set(fit)
    assert UNDECODED._value.get() - before == len(bad)
    said = [line for line in lines if line["event"] == "update_undecoded"]
    assert {line["update"] for line in said} == {*fit, None}
    assert said[0]["field"] == "message.forward_origin.hidden_user.sender_user_name"
    assert SECRET not in str(lines)
    await check(world.settings)
    found = f"{len(fit)} updates were set aside because they could not be decoded"
    assert found in capsys.readouterr().out


@by_polling
async def test_one_that_comes_again_is_told_once(world: World) -> None:
    first, last = await somebody(world, "Аружан"), await somebody(world, "Асқар")
    again = message(first, SECRET, **NAMELESS) | {"update_id": 5}
    await answered_beside(world, first, last, [again])
    await answered_beside(world, first, last, [again])
    await counted(first, ASIDE["ru"], 1)
    assert await set_aside(world) == {5}


@pytest.mark.long(1)
@pytest.mark.parametrize("how", BREAKS)
async def test_every_model_broken(world: World, how: str) -> None:
    first, last = await somebody(world, "Аружан"), await somebody(world, "Асқар")
    sender = await somebody(world, "Дана")
    aside, told = set[int](), 0
    updates = list(broken(how, sender.id))[:: BY_WEBHOOK if world.settings.webhook_url else 1]
    with capture_logs() as lines:
        for at in range(0, len(updates), AT_ONCE):
            bad = updates[at : at + AT_ONCE]
            numbers = await answered_beside(world, first, last, bad)
            for number, update in zip(numbers, bad, strict=True):
                text = json.dumps({"update_id": number} | update).encode()
                if isinstance(why := decode(text, world.bot.bot), Undecoded):
                    aside.add(number)
                    told += why.chat_id == sender.id
        await world.idle()
    assert WORDS not in str(lines)
    assert await set_aside(world) == aside
    await counted(sender, ASIDE["kk"], told)


def answer(*updates: Json) -> bytes:
    return json.dumps({"ok": True, "result": updates}, ensure_ascii=False).encode()


def no_answers() -> Iterator[Any]:
    good = answer({"update_id": 999, "message": {}})
    zipped = gzip.compress(good)
    for name, body, how in (
        ("html", b"<h1>502 Bad Gateway</h1>", {"content_type": "text/html"}),
        ("empty", b"", {}),
        ("half", good[:-20], {}),
        ("no UTF-8", good.replace(b"message", b"\xff"), {}),
        ("cp1251", "Доступ ограничен".encode("cp1251"), {"charset": "windows-1251"}),
        ("UTF-16", good.decode().encode("utf-16"), {"charset": "utf-16"}),
        ("no such charset", b"\xff\xfe", {"charset": "quantum"}),
        ("cut gzip", zipped[:-12], {"content_encoding": "gzip"}),
        ("no gzip", good, {"content_encoding": "gzip"}),
        ("no list", b'{"ok": true, "result": {"update_id": 5}}', {}),
        ("null", b"null", {}),
        ("not ok", b'{"ok": false}', {}),
        ("refused in a way that is no JSON", b"Unauthorized", {"status": 401}),
        ("without end", b"[" * 200_000, {}),
    ):
        yield pytest.param(body, how, id=name)


@by_polling
@pytest.mark.parametrize(("body", "how"), no_answers())
async def test_an_answer_that_is_none_is_waited_out(world: World, body: bytes, how: Json) -> None:
    phone = await somebody(world, "Аружан")
    await spoil(world, phone, body, times=2, **how)
    await phone.write("/language")
    await phone.sees("Қазақша", new=True)
    assert await spoiled(world) == 2
    assert await set_aside(world) == set()


@by_polling
async def test_one_that_is_never_text_does_not_keep_the_others_waiting(world: World) -> None:
    phone, sender = await somebody(world, "Аружан"), await somebody(world, "Дана")
    bad = {"update_id": 7} | message(sender, "?" * 7)
    body = answer(bad, {"update_id": 8} | message(phone, "/language"))
    await spoil(world, sender, body.replace(b"?" * 7, b"\xff" * 7), times=4)
    await phone.sees("Қазақша", new=True)
    await sender.sees(ASIDE["ru"])
    assert await set_aside(world) == {7}


@by_polling
async def test_one_nested_without_end_does_not_keep_the_others_waiting(world: World) -> None:
    phone, sender = await somebody(world, "Аружан"), await somebody(world, "Дана")
    bad = {"update_id": 7} | message(sender, "?" * 7)
    body = answer(bad, {"update_id": 8} | message(phone, "/language"))
    deep = b"[" * 100_000 + b"]" * 100_000
    await spoil(world, sender, body.replace(b'"' + b"?" * 7 + b'"', deep))
    async with asyncio.timeout(NEIGHBOUR_WAITS):
        await phone.sees("Қазақша", new=True)
        await sender.sees(ASIDE["ru"])


@by_polling
@pytest.mark.parametrize("number", [None, "abc", 1.5, True, [], 0, -7, 2**31, 10**30])
async def test_a_number_that_is_none_stops_nothing(world: World, number: Any) -> None:
    phone, sender = await somebody(world, "Аружан"), await somebody(world, "Дана")
    bad = answer({"update_id": number} | message(sender, "жүгіру"), message(sender, "жүгіру"))
    await spoil(world, phone, bad)
    await counted(sender, ASIDE["ru"], 2)
    await phone.write("/language")
    await phone.sees("Қазақша", new=True)
