"""A command is an answer to no window, however it is typed; known ones work in any case."""

from collections.abc import Iterator
from typing import Any, cast

import aiogram_dialog
import pytest
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import StorageKey
from aiogram_dialog import Window
from aiogram_dialog.setup import collect_dialogs

from handlers.ui.widgets import Dialog
from locales import texts
from tests.journeys.people import Phone
from tests.journeys.steps import said
from tests.journeys.world import World

SAY = texts("kk")


@pytest.fixture
async def phone(world: World) -> Phone:
    phone = await world.phone("Айгерім", "kk")
    await phone.start()
    await phone.tap("Қазақша")
    await phone.sees("Өтініш беру")
    return phone


def asking(world: World) -> Iterator[str]:
    """The states of all windows that take what is sent."""
    for dialog in collect_dialogs(world.bot.dispatcher):
        for state, window in cast(aiogram_dialog.Dialog, dialog).windows.items():
            if isinstance(window, Window) and window.on_message is not None:
                assert isinstance(dialog, Dialog), f"{state} takes commands for answers"
                assert isinstance(state, State)
                yield str(state.state)


def declared(world: World) -> set[str]:
    """All commands that some conversation handles."""
    return {
        str(name)
        for router in world.bot.dispatcher.chain_tail
        for handler in router.message.handlers
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for name in each.callback.commands
    }


class Windows:
    """The one window that is open on a phone, as the bot has it stored."""

    def __init__(self, world: World, phone: Phone) -> None:
        self._storage = world.bot.dispatcher.storage
        self._bot, self._chat = world.bot.bot.id, phone.id

    async def open(self, state: str) -> None:
        kept: dict[str, Any] = {"_intent_id": "window", "_stack_id": "", "state": state}
        kept |= {"start_data": None, "dialog_data": {}, "widget_data": {}, "access_settings": None}
        await self._storage.set_data(self._key("context:window"), kept)
        await self._storage.set_data(self._key("stack:"), {"_id": "", "intents": ["window"]})

    async def now(self) -> dict[str, Any]:
        return await self._storage.get_data(self._key("context:window"))

    def _key(self, destiny: str) -> StorageKey:
        return StorageKey(self._bot, self._chat, self._chat, destiny=f"aiogd:{destiny}")


async def test_no_window_takes_a_command(world: World, phone: Phone) -> None:
    windows, states = Windows(world, phone), list(asking(world))
    assert len(states) > 50
    for state in states:
        for command in ("/Qwerty", "/қате", "\u200b/MENU_2 жүгіру 40 мин"):
            await windows.open(state)
            before = await windows.now()
            await phone.raw_message(text=command)
            await phone.sees(said(SAY, "anything-command"), said(SAY, "anything-in-form"), new=True)
            assert await windows.now() == before, state


async def test_no_window_takes_what_says_nothing(world: World, phone: Phone) -> None:
    """Neither signs without a width nor Telegram's own note."""
    windows = Windows(world, phone)
    for state in asking(world):
        await windows.open(state)
        before = await windows.now()
        await phone.raw_message(message_id=9, delete_chat_photo=True)
        await phone.raw_message(text="\u2800\u3164")
        await phone.sees(SAY.plain("anything-empty"), new=True)
        assert await windows.now() == before, state


async def test_from_each_window_the_menu_is_a_command_away(world: World, phone: Phone) -> None:
    windows = Windows(world, phone)
    for state in asking(world):
        await windows.open(state)
        await phone.raw_message(text="/Menu")
        await phone.sees("Өтініш беру", "Көмек", new=True)


async def test_each_command_works_in_any_case(world: World, phone: Phone) -> None:
    unknown = said(SAY, "anything-command")
    assert len(declared(world)) > 10
    for name in sorted(declared(world)):
        for typed in (name.upper(), name.capitalize(), f"{name.upper()}@Award_Sandbox_BOT"):
            before = len(await phone.messages())
            await phone.raw_message(text=f"/{typed}")
            await world.idle()
            came = (await phone.messages())[before:]
            assert came, typed
            assert not any(unknown in message["text"] for message in came), typed
