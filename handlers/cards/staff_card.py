"""The card of one of the staff: filled in by themselves, and shown to those above (§7.11)."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.api.entities import MediaAttachment, MediaId
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, Start
from aiogram_dialog.widgets.media import DynamicMedia
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.cards.centres import centres_read
from award.cards.staff import (
    CardPart,
    CardSeen,
    Post,
    PublicCard,
    UnfitPart,
    card_is_owed,
    card_of,
    fill_card,
    own_card,
)
from award.errors import NotFound
from award.programme import Programme
from handlers.cards.centre_card import open_centre_cards
from handlers.cards.shown import card_lines, card_shown
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES
from handlers.ui.navigation import back_to, open_above_menu
from handlers.ui.portrait import made_photo, photo_sent
from handlers.ui.previews import example, story
from handlers.ui.states import Card, Documents, StaffCardForm
from handlers.ui.taps import GoTap, Screen, StaffCardTap
from handlers.ui.widgets import Dialog, Label, Mistake, Say, cancel, menu, mistaken, take_album
from handlers.wording.names import staff_name
from locales import Texts
from storage.tables import RoleKind

router = Router(name="staff cards")


def part_name(part: CardPart) -> str:
    """How a part is called in keys of texts."""
    return "photo" if part is CardPart.PHOTO else part.value


@router.callback_query(GoTap.filter(F.to == Screen.STAFF_CARD))
async def open_own(tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext) -> None:
    await own_card(at)
    await open_above_menu(dialog_manager, StaffCardForm.home)


@router.callback_query(StaffCardTap.filter())
async def open_card(tap: CallbackQuery, callback_data: StaffCardTap, at: RequestContext) -> None:
    card = await card_of(at, callback_data.person)
    at.reply.send(card_shown(card, at.programme, at.say))


# --- the own card


async def _own(at: RequestContext, **_: Any) -> dict[str, Any]:
    shown = _shown(await own_card(at), at.programme, at.say)
    return shown | {"owed": await card_is_owed(at), "centres": bool(await centres_read(at))}


def _shown(card: CardSeen, programme: Programme, say: Texts) -> dict[str, Any]:
    photo = card.public.photo
    return {
        "name": staff_name(card.public.name, say),
        "lines": card_lines(card, programme, say) or Markup("–"),
        "photo": MediaAttachment(ContentType.PHOTO, file_id=MediaId(photo)) if photo else None,
        "items": [(part, say.plain(f"staff-card-{part_name(part)}")) for part in CardPart],
        "documents": card.documents or 0,
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    return _shown(_a_card(say), programme, say) | {"owed": True, "centres": True}


def _a_card(say: Texts) -> CardSeen:
    her = story(say)
    public = PublicCard(1, her.mentor, None, her.about)
    post = Post(RoleKind.MENTOR, None, her.centre)
    return CardSeen(public, None, "mentor@example.kz", "+77011234567", (post,), 2)


async def _change(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    if name not in set(CardPart):
        raise NotFound
    manager.dialog_data["part"] = name
    await manager.switch_to(StaffCardForm.photo if name == CardPart.PHOTO else StaffCardForm.part)


async def _centres(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_centre_cards(manager)


home = Window(
    DynamicMedia("photo", when="photo"),
    Multi(Say("staff-card"), Say("staff-card-owed", when="owed"), sep="\n\n"),
    Column(Select(Format("{item[1]}"), "part", lambda i: i[0], "items", on_click=_change)),
    Start(Label("documents-button-own"), id="documents", state=Documents.all),
    Start(Label("staff-card-button-person"), id="person", state=Card.fields),
    Button(Label("centre-card-button"), id="centres", on_click=_centres, when="centres"),
    Row(cancel(), menu()),
    state=StaffCardForm.home,
    getter=_own,
    preview_data=example(_of_story),
)


# --- one part of it


async def _asked(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _question(await own_card(at), _part(dialog_manager), at.say)


async def _asked_of_story(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    photo = dialog_manager.current_context().state == StaffCardForm.photo
    return _question(_a_card(at.say), CardPart.PHOTO if photo else CardPart.ABOUT, at.say)


def _question(card: CardSeen, part: CardPart, say: Texts) -> dict[str, Any]:
    given = {
        CardPart.PHOTO: say.plain("answer-photo") if card.public.photo else "",
        CardPart.ABOUT: card.public.about,
        CardPart.ACHIEVEMENTS: card.achievements,
        CardPart.EMAIL: card.email,
    }
    return {"asked": say(f"ask-card-{part_name(part)}"), "current": given[part] or ""}


def _part(manager: DialogManager) -> CardPart:
    return CardPart(manager.dialog_data.get("part", CardPart.ABOUT))


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _take(manager, message.text or "", message.text)


async def _picture(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at = context_of(manager)
    if made_photo(message, at.reply, at.say("photo-taken")):
        manager.show_mode = ShowMode.NO_UPDATE
        return
    given = photo_sent(message)
    if given is not None:
        take_album(manager, message)
    await _take(manager, given or "")


async def _take(manager: DialogManager, value: str, typed: str | None = None) -> None:
    try:
        await fill_card(context_of(manager), _part(manager), value)
    except UnfitPart as mistake:
        mistaken(manager, mistake, typed)
        return
    await manager.switch_to(StaffCardForm.home)


async def _take_off(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await fill_card(context_of(manager), _part(manager), None)
    await manager.switch_to(StaffCardForm.home)


def _asking(state: Any, *inputs: MessageInput) -> Window:
    return Window(
        Multi(Mistake(), Format("{asked}"), Say("answer-now", when="current"), sep="\n\n"),
        *inputs,
        Button(Label("card-button-take-off"), id="off", on_click=_take_off, when="current"),
        back_to(StaffCardForm.home),
        state=state,
        getter=_asked,
        preview_data=_asked_of_story,
    )


dialog = Dialog(
    home,
    _asking(StaffCardForm.part, MessageInput(_typed, content_types=ContentType.TEXT)),
    _asking(StaffCardForm.photo, MessageInput(_picture, content_types=PICTURES)),
)
