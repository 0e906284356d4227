"""An operator withdraws a certificate: why, in words that its holder reads (§8.5)."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row

from award.certificates.issuing import LONGEST_REASON, revoke
from award.errors import Refusal, TooLate
from handlers.ui.context import context_of
from handlers.ui.navigation import asked, menu_button, started_with
from handlers.ui.shown import Shown
from handlers.ui.widgets import Dialog, cancel, menu, mistaken


class Revoking(StatesGroup):
    reason = State()


async def _asked(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST_REASON}


async def _given(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    at = context_of(manager)
    try:
        revoked = await revoke(at, started_with(manager)["certificate"], words)
    except TooLate:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal, words)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    said = at.say("certificate-revoked-now", number=revoked.number)
    at.reply.send(Shown(said, (), [[menu_button(at.say)]]))


dialog = Dialog(
    Window(
        asked("certificate-ask-reason"),
        TextInput("reason", on_success=_given),
        Row(cancel(), menu()),
        state=Revoking.reason,
        getter=_asked,
        preview_data=_asked,
    )
)
