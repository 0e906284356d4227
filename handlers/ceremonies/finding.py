"""Somebody found by name: a guest at the door, or a winner to invite besides."""

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Row

from award.ceremonies.ceremonies import run_by
from award.ceremonies.guests import door
from award.ceremonies.inviting import Winner, found_winners
from handlers.ceremonies.desk import to_card
from handlers.ceremonies.door import find_button, lines
from handlers.ceremonies.taps import AddTap, CeremonyDo, CeremonyTap, WinnersDo, WinnersTap
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import menu_button, started_with
from handlers.ui.shown import Shown, button
from handlers.ui.widgets import Dialog, Say, cancel, menu, open_anew
from handlers.wording.names import level_name, region_name

router = Router(name="ceremony-finding")


class CeremonyFinding(StatesGroup):
    """Started with {"ceremony": id}."""

    guest = State()
    winner = State()


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.FIND))
async def ask_guest(
    tap: CallbackQuery,
    callback_data: CeremonyTap,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    await _ask(dialog_manager, at, CeremonyFinding.guest, callback_data.ceremony)


@router.callback_query(WinnersTap.filter(F.do == WinnersDo.FIND))
async def ask_winner(
    tap: CallbackQuery,
    callback_data: WinnersTap,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    await _ask(dialog_manager, at, CeremonyFinding.winner, callback_data.ceremony)


async def _ask(manager: DialogManager, at: RequestContext, state: State, ceremony_id: int) -> None:
    await run_by(at, ceremony_id)
    await open_anew(manager, state, {"ceremony": ceremony_id}, ShowMode.SEND)


async def _guests(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    """The question stays open: at the door one name is typed after another."""
    at, ceremony = context_of(manager), int(started_with(manager)["ceremony"])
    found = await door(at, ceremony, words=words)
    key = "ceremony-found" if found.lines else "ceremony-found-nobody"
    to_list = CeremonyTap(do=CeremonyDo.DOOR, ceremony=ceremony).pack()
    last = [button(at.say.plain("ceremony-button-list"), to_list), menu_button(at.say)]
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(Shown(at.say(key), (), [*lines(at, found), [find_button(at, ceremony)], last]))


async def _winners(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    at, ceremony = context_of(manager), int(started_with(manager)["ceremony"])
    found = await found_winners(at, ceremony, words)
    rows = [[_add(at, ceremony, each)] for each in found]
    words_ = at.say("ceremony-found-winners" if found else "ceremony-found-no-winner")
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(Shown(words_, (), [*rows, [to_card(at, ceremony), menu_button(at.say)]]))


def _add(at: RequestContext, ceremony: int, each: Winner) -> InlineKeyboardButton:
    label = at.say.plain(
        "ceremony-winner",
        name=each.name,
        level=level_name(at.programme.find_level(each.level), at.say),
        region=region_name(at.programme, each.region, at.say) or "–",
    )
    return button(label, AddTap(ceremony=ceremony, dossier=each.dossier_id).pack())


dialog = Dialog(
    *(
        Window(
            Say(key),
            TextInput(f"{whose}_name", on_success=on_name),
            Row(cancel(), menu()),
            state=state,
        )
        for whose, key, state, on_name in (
            ("guest", "ceremony-ask-guest", CeremonyFinding.guest, _guests),
            ("winner", "ceremony-ask-winner", CeremonyFinding.winner, _winners),
        )
    )
)
