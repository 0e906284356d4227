"""Buttons of a dialog's window that outlive it: a tap on yesterday's still does what it says."""

from typing import Any

from aiogram.types import InlineKeyboardMarkup
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.utils import add_intent_id
from aiogram_dialog.widgets.kbd import Keyboard
from aiogram_dialog.widgets.markup.inline_keyboard import InlineKeyboardFactory

from handlers.ui.shown import Buttons

LASTING = "lasting"


class Lasting(Keyboard):
    """The rows of buttons under `lasting` in the window's data; the window needs `FACTORY`."""

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        rows: Buttons = data.get(LASTING, ())
        return [list(row) for row in rows if row]


class _Factory(InlineKeyboardFactory):
    """Marks with its window only what is the window's."""

    async def render_markup(
        self, data: dict[str, Any], manager: DialogManager, keyboard: RawKeyboard
    ) -> InlineKeyboardMarkup:
        lasting = {id(button) for row in data.get(LASTING, ()) for button in row}
        own = [[button for button in row if id(button) not in lasting] for row in keyboard]
        add_intent_id(own, manager.current_context().id)
        return InlineKeyboardMarkup.model_validate({"inline_keyboard": keyboard})


FACTORY = _Factory()
