"""An update that was handled, but whose reply a process that died, or was stopped, did not send.

Nothing is done a second time, so this router stands before all others.
"""

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from aiogram import Router
from aiogram.enums import ChatType
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode
from aiogram_dialog.utils import remove_intent_id

from award.outbox import NoticeKind
from handlers.findings import verdicts
from handlers.findings.card import FindingTap
from handlers.journal import capture
from handlers.review import queue
from handlers.review.card import ReviewTap
from handlers.ui.context import RequestContext
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.states import Menu
from handlers.ui.taps import DraftTap, GoTap, Screen
from handlers.ui.widgets import is_asked


async def handled_before(_event: Any, seen: bool = False) -> bool:
    """Whether what this update asks for is done and committed."""
    return seen


router = Router(name="again")
for _observer in (
    router.message,
    router.edited_message,
    router.callback_query,
    router.my_chat_member,
):
    _observer.filter(handled_before)


@router.message()
async def show_answer(
    message: Message, dialog_manager: DialogManager, at: RequestContext | None = None
) -> None:
    """The card of what was kept, or the open window, which the message answered; else the menu."""
    if at is None or message.chat.type != ChatType.PRIVATE:
        return
    kept = await capture.again(message, at)
    if is_asked(dialog_manager) or (dialog_manager.has_context() and not kept):
        await dialog_manager.show(ShowMode.SEND)
    elif not kept:
        await dialog_manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.callback_query()
async def show_card(
    tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext | None = None
) -> None:
    """The card or window that was tapped, as it stands now."""
    found = _card_of(tap)
    if at is not None and found is not None:
        again, data = found
        await again(tap, data, at, dialog_manager)
    elif _is_of_window(tap) and dialog_manager.has_context():
        await dialog_manager.show()


Again = Callable[[CallbackQuery, Any, RequestContext, DialogManager], Awaitable[None]]

# Cards that stand in the chat and may look as they did before a tap, by their buttons' data.
_CARDS: dict[type[CallbackData], Again] = {
    DraftTap: capture.again_tap,
    ReviewTap: queue.again_tap,
    FindingTap: verdicts.again_tap,
}


def _card_of(tap: CallbackQuery) -> tuple[Again, CallbackData] | None:
    """What shows the tapped card anew, and what the tap asked for."""
    for kind, again in _CARDS.items():
        with suppress(TypeError, ValueError):
            return again, kind.unpack(tap.data or "")
    return None


@notice(NoticeKind.UNANSWERED)
async def _unanswered(at: Notice) -> Shown:
    """Owed by earlier versions: the card of what was sent, if it still waits; else that it came."""
    waiting = await capture.card_of(at, at.details["message"])
    if waiting is not None:
        return waiting
    to_menu = button(at.say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    return Shown(at.say("unanswered"), (), [[to_menu]])


@router.edited_message()
@router.my_chat_member()
async def say_nothing(_event: Message | ChatMemberUpdated) -> None:
    """What these change has no screen."""


def _is_of_window(tap: CallbackQuery) -> bool:
    """A card that stands in the chat is not to turn into a window that is open elsewhere."""
    intent, _ = remove_intent_id(tap.data or "")
    return intent is not None
