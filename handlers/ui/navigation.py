"""Ways between screens: buttons to the menu and to cards, a window opened above the menu."""

from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.widgets.kbd import Row, SwitchTo
from aiogram_dialog.widgets.text import Multi

from handlers.ui.context import context_of
from handlers.ui.shown import button
from handlers.ui.states import Menu, Staff
from handlers.ui.taps import CardDo, CardTap, OpenMenu
from handlers.ui.widgets import Label, Mistake, Say, menu
from locales import Texts


async def open_above_menu(
    manager: DialogManager, state: State, data: dict[str, Any] | None = None
) -> None:
    """Open a window from which "back" leads to the menu.

    It takes the place of the menu that was tapped; any other message stays as it is.
    """
    in_place = (
        isinstance(manager.event, CallbackQuery)
        and manager.has_context()
        and manager.current_context().state == Menu.home
    )
    context_of(manager).reply.keeps_cards = True
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE)
    await manager.start(state, data, show_mode=ShowMode.EDIT if in_place else ShowMode.SEND)


def started_with(manager: DialogManager) -> dict[str, Any]:
    """What the window was opened with; empty for nothing."""
    return manager.start_data if isinstance(manager.start_data, dict) else {}


def enrolment_of(manager: DialogManager) -> int:
    """The id of the enrolment that the window was opened for."""
    return int(started_with(manager)["enrolment"])


def forget_question(manager: DialogManager) -> int | None:
    """Let the window's message stay in the chat when the window closes; the message's id."""
    stack = manager.current_stack()
    question, stack.last_message_id = stack.last_message_id, None
    return question


def card_button(key: str, do: CardDo, enrolment_id: int, say: Texts) -> InlineKeyboardButton:
    """A button that asks something of a participant's card."""
    return button(say.plain(key), CardTap(do=do, enrolment=enrolment_id).pack())


def menu_button(say: Texts) -> InlineKeyboardButton:
    """To the menu."""
    return button(say.plain("button-menu"), OpenMenu().pack())


def back_to(state: State = Staff.home) -> Row:
    return Row(SwitchTo(Label("button-back"), id="back", state=state), menu())


def asked(key: str) -> Multi:
    """A question, below what was mistaken in the answer before."""
    return Multi(Mistake(), Say(key), sep="\n\n")
