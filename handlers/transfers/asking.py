"""Asking for a transfer: where to, to whom, and why (§7.8)."""

from typing import Any

from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo

from award.errors import NotAllowed, Refusal, TooLate
from award.programme import Programme
from award.transfers.transfers import LONGEST_WORDS, ask_transfer
from award.transfers.views import begin_transfer, centres_for, mentors_for
from handlers.transfers.card import card_of
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, enrolment_of
from handlers.ui.paging import paged
from handlers.ui.previews import example, story
from handlers.ui.searching import Searched
from handlers.ui.taps import number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, mistaken, open_anew
from handlers.wording.names import centre_label, mentor_name
from locales import Texts

SEARCH = Searched("centre")


class Transferring(StatesGroup):
    """Started with {"enrolment": id}."""

    centre = State()
    mentor = State()
    words = State()


async def open_transfer(manager: DialogManager, enrolment_id: int) -> None:
    """Ask where to; or show the transfer that is open already. Raises as `begin_transfer`."""
    at = context_of(manager)
    already = await begin_transfer(at, enrolment_id)
    if already is None:
        await open_anew(manager, Transferring.centre, {"enrolment": enrolment_id}, ShowMode.SEND)
        if at.reply.card is not None:  # it keeps its buttons: one may go back
            at.reply.buttons(at.reply.card.message_id, at.reply.card.reply_markup)
        return
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(await card_of(at, already))


# --- where to


async def _centres(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    search = dialog_manager.dialog_data.get("search", "")
    offers = await centres_for(at, enrolment_of(dialog_manager), search)
    items = [(offer.id, centre_label(offer, at.programme, at.say)) for offer in offers]
    return {"items": items, "found": len(items), "search": search}


def _a_centre(say: Texts, _programme: Programme) -> dict[str, Any]:
    label = say.plain("centre-near", name=story(say).centre, place=story(say).place)
    return {"items": [(1, label)], "found": 1, "search": ""}


async def _centre(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: str) -> None:
    manager.dialog_data["centre"] = number(chosen)
    await manager.switch_to(Transferring.mentor)


# --- to whom


async def _mentors(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    centre = dialog_manager.dialog_data["centre"]
    offers = await mentors_for(at, enrolment_of(dialog_manager), centre)
    items = [(offer.id, mentor_name(offer.name, offer.id, at.say)) for offer in offers]
    return {"items": items, "found": len(items)}


def _a_mentor(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {"items": [(1, story(say).mentor)], "found": 1}


async def _mentor(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: str) -> None:
    manager.dialog_data["mentor"] = number(chosen)
    await manager.switch_to(Transferring.words)


async def _let_choose(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["mentor"] = None
    await manager.switch_to(Transferring.words)


# --- why


async def _limits(**_: Any) -> dict[str, Any]:
    return {"most": LONGEST_WORDS}


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    try:
        transfer = await ask_transfer(
            at, enrolment_of(manager), data["centre"], data["mentor"], message.text or ""
        )
    except (NotAllowed, TooLate):
        raise
    except Refusal as mistake:
        mistaken(manager, mistake, message.text)
        return
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    said = at.say(f"transfer-said-{transfer.state.value}")
    at.reply.send(await card_of(at, transfer.id, said))


dialog = Dialog(
    Window(
        Say("transfer-ask-centre"),
        paged("centre", _centre),
        Button(Label("button-all-centres"), id="all", on_click=SEARCH.no_more, when="search"),
        MessageInput(SEARCH.typed, content_types=ContentType.TEXT),
        Row(cancel(), menu()),
        state=Transferring.centre,
        getter=_centres,
        preview_data=example(_a_centre),
    ),
    Window(
        Say("transfer-ask-mentor"),
        paged("mentor", _mentor),
        Button(Label("transfer-button-any"), id="any", on_click=_let_choose),
        Row(SwitchTo(Label("button-back"), id="back", state=Transferring.centre), menu()),
        state=Transferring.mentor,
        getter=_mentors,
        preview_data=example(_a_mentor),
    ),
    Window(
        asked("transfer-ask-words"),
        MessageInput(_typed, content_types=ContentType.TEXT),
        Row(SwitchTo(Label("button-back"), id="back", state=Transferring.mentor), menu()),
        state=Transferring.words,
        getter=_limits,
        preview_data=_limits,
    ),
)
