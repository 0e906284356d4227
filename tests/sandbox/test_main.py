"""`python -m sandbox` serves any bot, and the page."""

import asyncio
import sys
from asyncio.subprocess import PIPE

from sandbox.server import Sandbox
from tests.sandbox.conftest import People


async def test_the_command_says_where_it_is_and_ends_when_told() -> None:
    command = ("-m", "sandbox", "--port", "0", "--token", "42:TEST")
    process = await asyncio.create_subprocess_exec(sys.executable, *command, stdout=PIPE)
    assert process.stdout
    line = await asyncio.wait_for(process.stdout.readline(), 60)
    assert line.startswith(b"Sandbox ready: http://127.0.0.1:")
    process.terminate()
    assert await asyncio.wait_for(process.wait(), 60) == 0


async def test_the_page_is_served(sandbox: Sandbox, people: People) -> None:
    async with people.http.get("/") as response:
        assert response.status == 200
        assert response.content_type == "text/html"
    async with people.http.get("/nothing.js") as response:
        assert response.status == 404


async def test_people_who_send_nonsense_are_told(people: People) -> None:
    person = await people.new()
    for path, body in (
        ("messages", {"location": "x"}),
        ("messages", {"contact": 5}),
        ("messages", {"text": 5}),
        ("messages", {"text": "x", "reply_to": "y"}),
        ("taps", {"message_id": "x"}),
        ("edits", {}),
        ("blocked", {"blocked": "yes"}),
    ):
        answer = await people.post(f"/people/{person}/{path}", body, status=400)
        assert answer["error"]
