"""The door for raw updates: whatever JSON comes in, the bot gets it as it is."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.clock import Clock
from sandbox.server import Sandbox
from sandbox.snapshot import Snapshot
from sandbox.updates import UpdateQueue
from tests.sandbox.conftest import TOKEN, People
from tests.sandbox.test_updates import WAIT, webhook

NAMELESS_FORWARD = {
    "message": {
        "message_id": 1,
        "date": 1,
        "chat": {"id": 1, "type": "private"},
        "forward_origin": {"type": "hidden_user", "date": 1422450181},
    }
}
STRANGE: list[dict[str, Any]] = [
    NAMELESS_FORWARD,
    {"quantum_message": {"text": "\ud83d", "deep": [[[[{}]]]]}},
    {"message": "not an object"},
    {"message": None, "edited_message": 7},
    {},
]


async def asked(people: People, **query: Any) -> list[dict[str, Any]]:
    """What getUpdates answers, decoded by no model."""
    answer = await people.call("POST", f"/bot{TOKEN}/getUpdates", json=query)
    updates: list[dict[str, Any]] = answer["result"]
    return updates


async def test_what_is_put_in_comes_out_as_it_is(bot: Bot, people: People) -> None:
    person = await people.new()
    ids = (await people.post("/updates", STRANGE))["update_ids"]
    await people.post(f"/people/{person}/messages", {"text": "соңғы"})
    start, *strange, last = await asked(people)
    assert strange == [{"update_id": n} | update for n, update in zip(ids, STRANGE, strict=True)]
    numbers = [start["update_id"], *ids, last["update_id"]]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert await asked(people, offset=ids[2]) == [*strange[2:], last]
    assert await asked(people, offset=last["update_id"] + 1) == []


async def test_what_the_bot_did_not_ask_for_is_kept_back_only_when_told(people: People) -> None:
    await asked(people, allowed_updates=["message"])
    unknown: dict[str, Any] = {"quantum_message": {}}
    assert (await people.post("/updates?only_allowed=1", unknown))["update_ids"] == [None]
    (number,) = (await people.post("/updates?only_allowed=1", {"message": {}}))["update_ids"]
    await people.post("/updates", unknown)
    assert await asked(people) == [
        {"update_id": number, "message": {}},
        {"update_id": number + 1, "quantum_message": {}},
    ]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("{", "the body is not JSON: Expecting property name"),
        ("", "the body is not JSON: Expecting value"),
        ('{"message": NaN}', "the body is not JSON: NaN is no number of JSON"),
        (b"\xff", "the body is not JSON: 'utf-8' codec can't decode"),
        ("[" * 100_000, "the body is not JSON: maximum recursion depth exceeded"),
        ('"text"', "an update is a JSON object; send one, or a list of them"),
        ("[{}, 1]", "an update is a JSON object; send one, or a list of them"),
    ],
)
async def test_what_is_no_update_is_refused(
    people: People, body: str | bytes, complaint: str
) -> None:
    answer = await people.call("POST", "/updates", 400, data=body)
    assert answer["error"].startswith(complaint)
    assert await asked(people) == []


@pytest.mark.parametrize(
    "strange", [None, "abc", "100500", 1.5, True, [], {}, 0, -7, 2**31, 10**30]
)
async def test_what_no_offset_can_confirm_comes_once(people: People, strange: Any) -> None:
    person = await people.new()
    answer = await people.post("/updates", {"update_id": strange, "message": {}})
    assert answer["update_ids"] == [strange]
    await people.post(f"/people/{person}/messages", {"text": "соңғы"})
    start, odd, last = await asked(people)
    assert odd == {"update_id": strange, "message": {}}
    assert last["update_id"] == start["update_id"] + 1
    assert await asked(people) == [start, last]
    assert await asked(people, offset=last["update_id"] + 1) == []


async def test_a_lower_number_comes_first_and_ends_once_it_was_seen(people: People) -> None:
    person = await people.new()
    (start,) = await asked(people)
    after = start["update_id"] + 1
    await people.post("/updates", [{"update_id": 5}, {"update_id": 5}, {"update_id": after + 9}])
    await people.post(f"/people/{person}/messages", {"text": "соңғы"})
    numbers = [update["update_id"] for update in await asked(people, offset=after)]
    assert numbers == [5, 5, after + 9, after + 10]
    assert await asked(people, offset=numbers[-1] + 1) == []


async def test_a_webhook_gets_each_until_it_takes_it(bot: Bot, people: People) -> None:
    got: list[dict[str, Any]] = []
    done = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        got.append(await request.json())
        if "last" in got[-1]:
            done.set()
        return web.Response(status=500 if len(got) == 1 else 200)

    await people.post("/updates", [{"update_id": "abc"}, {"update_id": 3}, {"last": {}}])
    async with webhook(answer) as url:
        await bot.set_webhook(url)
        await asyncio.wait_for(done.wait(), WAIT)
        await bot.delete_webhook()
    assert [each["update_id"] for each in got] == [3, 3, "abc", 100_001]


async def test_raw_updates_survive_a_restart(tmp_path: Path) -> None:
    def queue() -> UpdateQueue:
        return UpdateQueue(Snapshot(tmp_path / "sandbox.sqlite3"), Clock())

    first = queue()
    first.put_raw(STRANGE[1])
    first.put_raw({"update_id": "abc"})
    kept = await queue().get(None, None, 0, None)
    assert kept == [{"update_id": 100_001} | STRANGE[1], {"update_id": "abc"}]
    assert await queue().get(None, None, 0, None) == kept[:1]
    assert await queue().get(100_002, None, 0, None) == []
    assert await queue().get(None, None, 0, None) == []


IDS = st.one_of(st.integers(), st.none(), st.text(), st.floats(allow_nan=False), st.booleans())


@settings(deadline=None, max_examples=50)
@given(st.lists(st.one_of(IDS.map(lambda n: {"update_id": n}), st.just({})), max_size=20))
def test_a_bot_that_asks_for_the_highest_number_gets_each_once(updates: list[Any]) -> None:
    async def play() -> None:
        queue = UpdateQueue(Snapshot(None), Clock())
        for update in updates:
            queue.put_raw(update)
        offset, got = None, []
        for _ in range(len(updates) + 1):
            batch = await queue.get(offset, 3, 0, None)
            got += batch
            seen = [u["update_id"] for u in batch if type(u["update_id"]) is int]
            fit = [number for number in seen if 0 < number < 2**31]
            offset = max([offset or 0, *(number + 1 for number in fit)])
        assert len(got) == len(updates)
        assert await queue.get(None, None, 0, None) == []

    asyncio.run(play())


async def test_the_clock_is_told_in_every_answer(sandbox: Sandbox, people: People) -> None:
    await people.post("/clock", {"now": "2031-11-06T13:49:37+05:00"})
    for path, status in ((f"/bot{TOKEN}/getMe", 200), ("/botwrong/getMe", 401)):
        async with people.http.get(path) as response:
            assert response.status == status
            assert response.headers["Date"].startswith("Thu, 06 Nov 2031 08:49:")
            assert response.headers["Date"].endswith(" GMT")
    async with people.http.get(f"/file/bot{TOKEN}/photos/none.jpg") as response:
        assert "2031" in response.headers["Date"]
    order = {"method": "getMe", "status": 502, "body": "<h1>502</h1>", "content_type": "text/html"}
    await people.post("/faults", order)
    async with people.http.get(f"/bot{TOKEN}/getMe") as response:
        assert "2031" in response.headers["Date"]
    async with people.http.get("/people") as response:
        assert "2031" not in response.headers["Date"]
