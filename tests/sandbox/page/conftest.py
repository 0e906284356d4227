"""A sandbox with a small real bot, three people, and a browser.

To start a browser takes longer than most of what is looked at: all share one, in one event loop.
"""

from collections.abc import AsyncIterator

import pytest_asyncio
from aiogram import Bot
from playwright.async_api import Browser, Page

from sandbox.server import Sandbox
from tests.browser import chromium
from tests.sandbox.page.phones import new_person, open_page
from tests.sandbox.small_bot import TOKEN, talking


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(token=TOKEN, flood_limits=False)
    await sandbox.start(port=0)
    yield sandbox
    await sandbox.stop()


@pytest_asyncio.fixture(loop_scope="session")
async def bot(sandbox: Sandbox) -> AsyncIterator[Bot]:
    async with talking(sandbox.url) as bot:
        yield bot


@pytest_asyncio.fixture(loop_scope="session")
async def people(sandbox: Sandbox) -> list[int]:
    """Айгерім, her mother and her mentor."""
    return [
        await new_person(sandbox, first_name=name, phone=f"+7701000000{number}")
        for number, name in enumerate(("Айгерім", "Гүлнар", "Ерлан"))
    ]


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shared_browser() -> AsyncIterator[Browser]:
    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def browser(shared_browser: Browser) -> AsyncIterator[Browser]:
    """A browser that remembers nothing of other tests."""
    assert not shared_browser.contexts
    yield shared_browser
    for context in shared_browser.contexts:
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, sandbox: Sandbox, bot: Bot, people: list[int]) -> Page:
    """Айгерім's phone alone, in a window wide enough for three."""
    return await open_page(browser, sandbox, people[:1])
