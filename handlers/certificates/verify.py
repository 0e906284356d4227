"""Whether a certificate holds, for anyone: by its QR code, or by its number and surname (§8.5)."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from markupsafe import Markup

from award.certificates.numbers import is_meant
from award.certificates.verifying import (
    PREFIX,
    Verified,
    leave_no_trace,
    parted,
    verified_by_number,
    verified_by_token,
)
from award.errors import Refusal
from award.programme import Programme
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import asked, menu_button, open_above_menu
from handlers.ui.shown import Shown
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, menu, mistaken
from handlers.wording.names import level_name

router = Router(name="verify")
# Behind all windows, before the journal.
unasked = Router(name="verify-unasked")

LONGEST = 100  # characters: what is longer tells something
VERIFY = "verify"  # the payload of a link that asks for number and surname


class Verify(StatesGroup):
    number = State()


async def show_verified(at: RequestContext, payload: str) -> None:
    """What a QR code's link tells; a stranger reads it in Telegram's language, and is forgotten."""
    token = payload.removeprefix(PREFIX)
    found = await verified_by_token(at.session, at.programme, token, at.now)
    at.reply.send(Shown(_words(at, found), (), [[menu_button(at.say)]]))
    await leave_no_trace(at)


def _words(at: Speaking, found: Verified | None) -> Markup:
    if found is None:
        return at.say("verify-unknown")
    level = level_name(at.programme.find_level(found.level), at.say)
    facts = at.say("verify-facts", level=level or found.level, year=str(found.year))
    name = at.say("verify-name", name=found.name) if found.name else at.say("verify-no-name")
    return Markup("\n").join([at.say(f"verify-{found.state.value}"), Markup(""), name, facts])


@router.message(Command("verify"))
async def ask(_message: Message, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Verify.number, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


@router.callback_query(GoTap.filter(F.to == Screen.VERIFY))
async def go(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Verify.number)


@opens(VERIFY)
async def asked_by_link(manager: DialogManager, payload: str) -> None:
    """A holder gave the number, and where it is verified."""
    await manager.start(Verify.number, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _typed(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    pair = parted(words)
    if pair is None:
        mistaken(manager, Refusal("mistake-verify"), words)
        return
    await _verify(context_of(manager), pair)
    manager.show_mode = ShowMode.NO_UPDATE


async def _verify(at: RequestContext, pair: tuple[str, str]) -> None:
    asker = f"telegram:{at.actor.telegram_id}"
    found = await verified_by_number(at.session, at.programme, *pair, asker, at.now)
    at.reply.send(Shown(_words(at, found), (), [[menu_button(at.say)]]))


async def is_number(message: Message, programme: Programme) -> bool:
    """Words that are a certificate's number, alone or with a surname, and little more."""
    words = message.text or ""
    return len(words) <= LONGEST and is_meant(words, programme)


@unasked.message(is_number)
async def verify_unasked(
    message: Message, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """Whoever holds a certificate in their hands writes what it says, and opens nothing before."""
    pair = parted(message.text or "")
    if pair is None:
        await ask(message, dialog_manager)
    else:
        await _verify(at, pair)


dialog = Dialog(
    Window(
        asked("verify-ask"),
        TextInput("pair", on_success=_typed),
        menu(),
        state=Verify.number,
    )
)
