"""A centre's card: read by its staff and those above, filled in by its head (§7.11)."""

from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Cancel, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi

from award.cards.centres import (
    CentrePart,
    CentreSeen,
    UnfitCentrePart,
    centre_card,
    centres_read,
    fill_centre,
)
from award.errors import NotFound
from award.programme import Programme
from handlers.cards.shown import centre_words
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to, started_with
from handlers.ui.paging import paged
from handlers.ui.previews import example, region_of, story
from handlers.ui.states import CentreCardForm
from handlers.ui.taps import number
from handlers.ui.widgets import Dialog, Label, Mistake, Say, cancel, menu, mistaken
from locales import Texts


async def open_centre_cards(manager: DialogManager) -> None:
    """The centres in scope, or at once the only one; raises NotFound where there is none."""
    centres = await centres_read(context_of(manager))
    if not centres:
        raise NotFound
    if len(centres) == 1:
        await manager.start(CentreCardForm.one, {"centre": centres[0][0]})
    else:
        await manager.start(CentreCardForm.all)


async def _all(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"items": await centres_read(at)}


async def _open(_tap: CallbackQuery, _select: Any, manager: DialogManager, chosen: int) -> None:
    manager.dialog_data["centre"] = chosen
    await manager.switch_to(CentreCardForm.one)


all_ = Window(
    Say("centre-cards"),
    paged("centre", _open, type_factory=number),
    Row(cancel(), menu()),
    state=CentreCardForm.all,
    getter=_all,
    preview_data=example(lambda say, _: {"items": [(1, story(say).centre)]}),
)


def _centre(manager: DialogManager) -> int:
    chosen = manager.dialog_data.get("centre") or started_with(manager).get("centre", 0)
    return int(chosen)


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    alone = "centre" in started_with(dialog_manager)
    return _shown(await centre_card(at, _centre(dialog_manager)), at.programme, at.say) | {
        "alone": alone,
        "several": not alone,
    }


def _shown(centre: CentreSeen, programme: Programme, say: Texts) -> dict[str, Any]:
    told = centre.about or centre.achievements or centre.contact
    return {
        "words": centre_words(centre, programme, say),
        "mine": centre.mine,
        "empty": not told,
        "items": [(part, say.plain(f"centre-card-part-{part}")) for part in CentrePart]
        if centre.mine
        else [],
    }


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    return _shown(_a_centre(say, programme), programme, say) | {"alone": True, "several": False}


def _a_centre(say: Texts, programme: Programme) -> CentreSeen:
    her, region = story(say), region_of(programme).code
    return CentreSeen(1, her.centre, region, her.place, None, None, "+77011234567", mine=True)


async def _change(_tap: CallbackQuery, _select: Any, manager: DialogManager, name: str) -> None:
    if name not in set(CentrePart):
        raise NotFound
    manager.dialog_data["part"] = name
    await manager.switch_to(CentreCardForm.part)


one = Window(
    Multi(Format("{words}"), Say("centre-card-empty", when="empty"), sep="\n\n"),
    Column(Select(Format("{item[1]}"), "part", lambda i: i[0], "items", on_click=_change)),
    Row(
        SwitchTo(Label("button-back"), id="back", state=CentreCardForm.all, when="several"),
        Cancel(Label("button-back"), when="alone"),
        menu(),
    ),
    state=CentreCardForm.one,
    getter=_one,
    preview_data=example(_of_story),
)


def _part(manager: DialogManager) -> CentrePart:
    return CentrePart(manager.dialog_data.get("part", CentrePart.ABOUT))


async def _asked(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _question(await centre_card(at, _centre(dialog_manager)), _part(dialog_manager), at.say)


def _question(centre: CentreSeen, part: CentrePart, say: Texts) -> dict[str, Any]:
    return {"asked": say(f"ask-centre-{part}"), "current": getattr(centre, part) or ""}


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    try:
        await fill_centre(context_of(manager), _centre(manager), _part(manager), message.text or "")
    except UnfitCentrePart as mistake:
        mistaken(manager, mistake, message.text)
        return
    await manager.switch_to(CentreCardForm.one)


async def _take_off(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await fill_centre(context_of(manager), _centre(manager), _part(manager), None)
    await manager.switch_to(CentreCardForm.one)


part = Window(
    Multi(Mistake(), Format("{asked}"), Say("answer-now", when="current"), sep="\n\n"),
    MessageInput(_typed, content_types=ContentType.TEXT),
    Button(Label("card-button-take-off"), id="off", on_click=_take_off, when="current"),
    back_to(CentreCardForm.one),
    state=CentreCardForm.part,
    getter=_asked,
    preview_data=example(
        lambda say, programme: _question(_a_centre(say, programme), CentrePart.CONTACT, say)
    ),
)

dialog = Dialog(all_, one, part)
