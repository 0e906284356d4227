"""A paged list of a window that is searched by what is typed; the words are its `search`."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button

from award.typed import titled

LONGEST = 60  # characters


class Searched:
    """The search of a list, by the name that `paged` knows it by."""

    def __init__(self, name: str) -> None:
        self.scroll = f"{name}_pages"

    async def typed(self, message: Message, _input: MessageInput, manager: DialogManager) -> None:
        manager.dialog_data["search"] = titled(message.text)[:LONGEST]
        await self._first_page(manager)

    async def no_more(self, _tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data.pop("search", None)
        await self._first_page(manager)

    async def _first_page(self, manager: DialogManager) -> None:
        pages: Any = manager.find(self.scroll)
        assert pages is not None
        await pages.set_page(0)
