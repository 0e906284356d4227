"""Parts of windows that every dialog uses: words by their Fluent key, and the usual buttons."""

from typing import Any, cast

import aiogram_dialog
from aiogram.dispatcher.event.bases import SkipHandler
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, MaybeInaccessibleMessageUnion, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import remove_intent_id
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Back, Button, Cancel
from aiogram_dialog.widgets.text import Text
from sqlalchemy.exc import DBAPIError

from award.errors import NotFound, Refusal
from award.typed import tidied
from handlers.ui.context import context_of
from handlers.ui.filters import is_told
from handlers.ui.shown import Shown
from handlers.ui.states import Menu

LONGEST_SHOWN = 200  # characters of a mistaken answer that are shown again


class Dialog(aiogram_dialog.Dialog):
    """A dialog that leaves to others what is not its own: messages that no input of its window
    takes, commands whatever it asks for, taps on messages that are no window."""

    async def _message_handler(self, message: Message, dialog_manager: DialogManager) -> None:
        if not await is_told(message):
            raise SkipHandler
        if _is_of_taken_album(message, dialog_manager):
            _say_one_is_enough(message, dialog_manager)
            return
        before = dialog_manager.current_context()
        window = await self._current_window(dialog_manager)
        if not await window.process_message(message, self, dialog_manager):
            raise SkipHandler
        if self._need_refresh(True, before, dialog_manager):
            await dialog_manager.show()

    async def _callback_handler(
        self, callback: CallbackQuery, dialog_manager: DialogManager
    ) -> None:
        intent, _ = remove_intent_id(callback.data or "")
        if intent is None:  # a button of a standing card, that no journey knows any more
            raise SkipHandler
        try:
            await super()._callback_handler(callback, dialog_manager)
        except (ValueError, LookupError, OverflowError, DBAPIError):
            if _offers(callback.message, callback.data):
                raise
            raise NotFound from None


def take_album(manager: DialogManager, message: Message) -> None:
    """One piece of an album was an answer: those that come after it are none to other questions."""
    manager.dialog_data["album"] = message.media_group_id
    manager.dialog_data.pop("told_of_album", None)


def _is_of_taken_album(message: Message, manager: DialogManager) -> bool:
    album = message.media_group_id
    return album is not None and album == manager.dialog_data.get("album")


def _say_one_is_enough(message: Message, manager: DialogManager) -> None:
    """Of an album whose first piece was an answer, once."""
    if not manager.dialog_data.get("told_of_album"):
        manager.dialog_data["told_of_album"] = True
        at = context_of(manager)
        at.reply.quote(message.message_id, Shown(at.say("album-one-is-enough")))


def _offers(message: MaybeInaccessibleMessageUnion | None, data: str | None) -> bool:
    """Whether a message has a button with this data: what others carry is made up."""
    if not isinstance(message, Message) or message.reply_markup is None:
        return False
    rows = message.reply_markup.inline_keyboard
    return any(button.callback_data == data for row in rows for button in row)


async def open_anew(
    manager: DialogManager, state: State, data: dict[str, Any], show_mode: ShowMode | None = None
) -> None:
    """Open a form that a standing card asks for; one of its kind that is open makes way.

    `LaunchMode.SINGLE_TOP` would do the same, but forgets the other window before the stack that
    names it. A screen that is not shown then leaves the two at odds, and the next answer nowhere.
    """
    if manager.has_context() and manager.current_context().state.group is state.group:
        await manager.mark_closed()
    await manager.start(state, data=data, show_mode=show_mode)


def is_asked(manager: DialogManager) -> bool:
    """Whether a window is open that waits for something to be sent."""
    if not manager.has_context():
        return False
    dialog = cast(Any, manager).dialog()  # which the protocol leaves out
    state = manager.current_context().state
    window = dialog.windows.get(state) if isinstance(dialog, aiogram_dialog.Dialog) else None
    return isinstance(window, aiogram_dialog.Window) and window.on_message is not None


class Say(Text):
    """A message by its Fluent key, filled from the window's data (HTML)."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return str(context_of(manager).say(self.key, **_values(data)))


class Label(Say):
    """The same for a button, which knows no HTML."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return context_of(manager).say.plain(self.key, **_values(data))


def _values(data: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in data.items() if not isinstance(value, dict | list | tuple)
    }


def mistaken(manager: DialogManager, mistake: Refusal, typed: str | None = None) -> None:
    """Show the same question again with what was mistaken; what was typed is kept in sight."""
    manager.dialog_data["mistake"] = {
        "key": mistake.key,
        "details": mistake.details,
        "typed": tidied(typed)[:LONGEST_SHOWN],
    }


class Mistake(Text):
    """What was mistaken in the answer before, if anything was; shown once."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        mistake = data.get("dialog_data", {}).pop("mistake", None)
        if not mistake:
            return ""
        say = context_of(manager).say
        words = [str(say(mistake["key"], **mistake["details"]))]
        if mistake["typed"]:
            words.insert(0, str(say("mistake-typed", typed=mistake["typed"])))
        return "\n".join(words)


def back(when: WhenCondition = None) -> Back:
    """To the window before."""
    return Back(Label("button-back"), when=when)


def cancel() -> Cancel:
    """Close this dialog and go back to the one that opened it."""
    return Cancel(Label("button-back"))


def menu(when: WhenCondition = None) -> Button:
    """To the menu, from anywhere."""
    return Button(Label("button-menu"), id="menu", on_click=_to_menu, when=when)


async def _to_menu(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await manager.start(Menu.home, mode=StartMode.RESET_STACK)
