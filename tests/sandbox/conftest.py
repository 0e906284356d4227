"""A sandbox, a real aiogram bot that talks to it, and people who use its API."""

import io
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import Update
from PIL import Image

from sandbox.server import Sandbox

TOKEN = "42:TEST"


class People:
    """Calls the people's API."""

    def __init__(self, http: aiohttp.ClientSession) -> None:
        self.http = http

    async def call(self, verb: str, path: str, status: int | None = None, **request: Any) -> Any:
        """The answer's JSON; fails when the status is another than the awaited one."""
        async with self.http.request(verb, path, **request) as response:
            body = await response.json()
            fine = response.status == status if status else response.status < 300
            assert fine, (response.status, body)
            return body

    async def get(self, path: str, **query: str | int) -> Any:
        return await self.call("GET", path, params=query)

    async def post(self, path: str, body: Any = None, status: int | None = None) -> Any:
        return await self.call("POST", path, status, json=body or {})

    async def new(self, name: str = "Айгерім", start: bool = True, **more: Any) -> int:
        """A person who has started the bot; their id."""
        person = await self.post("/people", {"first_name": name, **more})
        number = int(person["id"])
        if start:
            await self.post(f"/people/{number}/start")
        return number

    async def send(
        self,
        person: int,
        *files: tuple[str, str, bytes],
        status: int | None = None,
        **fields: str,
    ) -> Any:
        """Files as (kind, name, bytes), with fields such as text."""
        form = aiohttp.FormData(quote_fields=False)
        for kind, name, content in files:
            form.add_field(kind, content, filename=name)
        for name, value in fields.items():
            form.add_field(name, value)
        return await self.call("POST", f"/people/{person}/messages", status, data=form)

    async def sees(self, person: int) -> list[dict[str, Any]]:
        """The bot's messages as the person sees them."""
        chat = await self.get(f"/people/{person}/messages")
        return [message for message in chat["messages"] if message["from_bot"]]

    async def bytes_of(self, url: str) -> bytes:
        async with self.http.get(url) as response:
            assert response.status == 200
            return await response.read()


class Received:
    """What a bot gets by long polling, each update confirmed by asking for the next."""

    def __init__(self, bot: Bot) -> None:
        self.bot = bot
        self.offset: int | None = None

    async def all(self) -> list[Update]:
        """Everything that is waiting."""
        updates = await self.bot.get_updates(offset=self.offset, timeout=0)
        if updates:
            self.offset = updates[-1].update_id + 1
        return updates

    async def next(self) -> Update:
        """The next one, waited for."""
        updates = await self.bot.get_updates(offset=self.offset, timeout=20, limit=1)
        self.offset = updates[0].update_id + 1
        return updates[0]


def bot_for(sandbox: Sandbox, token: str = TOKEN) -> Bot:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.url))
    return Bot(token, session=session)


def picture(
    width: int = 640, height: int = 480, form: str = "JPEG", exif: Image.Exif | None = None
) -> bytes:
    """A picture with a red left half and a blue right half."""
    image = Image.new("RGB", (width, height), "blue")
    image.paste("red", (0, 0, width // 2, height))
    out = io.BytesIO()
    image.save(out, form, **({"exif": exif} if exif else {}))
    return out.getvalue()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    started = Sandbox(TOKEN)
    await started.start(port=0)
    yield started
    await started.stop()


@pytest.fixture
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    made = bot_for(sandbox)
    yield made
    await made.session.close()


@pytest.fixture
async def people(sandbox: Sandbox) -> AsyncIterator[People]:
    async with aiohttp.ClientSession(sandbox.url) as http:
        yield People(http)


@pytest.fixture
def received(bot: Bot) -> Received:
    return Received(bot)
