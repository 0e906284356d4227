"""Centres and partner organisations: the lists, and adding one (programme.md §1, §7)."""

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, StubScroll, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import Refusal
from award.programme import Programme
from award.staff.places import (
    NAME,
    PLACE,
    UnfitText,
    add_centre,
    add_partner,
    centres_of,
    fit,
    partners,
)
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.paging import paged, turning
from handlers.ui.previews import example, region_of, story
from handlers.ui.states import Staff
from handlers.ui.widgets import Label, Say, mistaken
from handlers.wording.names import region_name, regions
from locales import Texts

LINES = 20  # organisations on a page


# --- lists


def _page(pages: str) -> list[Any]:
    """The list's page at hand, and the buttons that turn it."""
    return [StubScroll(id=pages, pages="pages"), turning(pages)]


async def _shown(manager: DialogManager, pages: str, lines: list[Markup]) -> dict[str, Any]:
    scroll: Any = manager.find(pages)
    count = max(1, -(-len(lines) // LINES))
    at = min(await scroll.get_page(), count - 1)
    shown = lines[at * LINES : (at + 1) * LINES]
    return {"lines": Markup("\n").join(shown), "total": len(lines), "pages": count}


async def _centres(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    lines = [
        at.say(
            "staff-centre-line",
            name=each.name,
            place=each.place,
            region=region_name(at.programme, each.region, at.say),
        )
        for each in await centres_of(at)
    ]
    return await _shown(dialog_manager, "centre_list", lines)


def _a_centre(say: Texts, programme: Programme) -> dict[str, Any]:
    her, region = story(say), region_of(programme).name[say.language]
    line = say("staff-centre-line", name=her.centre, place=her.place, region=region)
    return {"lines": line, "total": 1, "pages": 1}


centres = Window(
    Say("staff-centres"),
    *_page("centre_list"),
    SwitchTo(Label("staff-button-add-centre"), id="add", state=Staff.centre_name),
    back_to(),
    state=Staff.centres,
    getter=_centres,
    preview_data=example(_a_centre),
)


async def _partners(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    everywhere = at.say.plain("staff-everywhere")
    lines = [
        at.say(
            "staff-partner-line",
            name=each.name,
            region=region_name(at.programme, each.region, at.say) or everywhere,
            directions=", ".join(
                at.programme.direction(code).name[at.say.language] for code in each.directions
            ),
        )
        for each in await partners(at)
    ]
    return await _shown(dialog_manager, "partner_list", lines)


def _a_partner(say: Texts, programme: Programme) -> dict[str, Any]:
    line = say(
        "staff-partner-line",
        name=story(say).partner,
        region=say.plain("staff-everywhere"),
        directions=", ".join(d.name[say.language] for d in programme.directions if d.needs_partner),
    )
    return {"lines": line, "total": 1, "pages": 1}


partner_list = Window(
    Say("staff-partners"),
    *_page("partner_list"),
    SwitchTo(Label("staff-button-add-partner"), id="add", state=Staff.partner_name),
    back_to(),
    state=Staff.partners,
    getter=_partners,
    preview_data=example(_a_partner),
)


# --- a new centre


async def _centre_name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if _kept(manager, message, "centre-name", NAME):
        await manager.switch_to(Staff.centre_region)


def _kept(manager: DialogManager, message: Message, kind: str, bounds: tuple[int, int]) -> bool:
    """Whether what was typed could be kept as an answer; else it is said what one looks like."""
    try:
        manager.dialog_data[kind] = fit(message.text or "", kind, bounds)
    except UnfitText as mistake:
        mistaken(manager, mistake, message.text)
        return False
    return True


async def _centre_region(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, code: str
) -> None:
    manager.dialog_data["centre-region"] = code
    await manager.switch_to(Staff.centre_place)


async def _centre_place(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if not _kept(manager, message, "centre-place", PLACE):
        return
    at, data = context_of(manager), manager.dialog_data
    try:
        await add_centre(at, data["centre-name"], data["centre-region"], data["centre-place"])
    except UnfitText:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal, data["centre-name"])
        await manager.switch_to(Staff.centre_name)
        return
    await manager.switch_to(Staff.centres)


centre_name = Window(
    asked("staff-centre-name"),
    MessageInput(_centre_name, content_types=ContentType.TEXT),
    back_to(Staff.centres),
    state=Staff.centre_name,
)
centre_region = Window(
    Say("staff-centre-region"),
    paged("centre_region", _centre_region),
    back_to(Staff.centre_name),
    state=Staff.centre_region,
    getter=regions,
    preview_data=regions,
)
centre_place = Window(
    asked("staff-centre-place"),
    MessageInput(_centre_place, content_types=ContentType.TEXT),
    back_to(Staff.centre_region),
    state=Staff.centre_place,
)


# --- a new partner organisation


async def _partner_name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if _kept(manager, message, "partner-name", NAME):
        await manager.switch_to(Staff.partner_region)


async def _partner_region(
    _tap: CallbackQuery, _select: Any, manager: DialogManager, code: str
) -> None:
    manager.dialog_data["partner-region"] = code
    await manager.switch_to(Staff.partner_directions)


async def _everywhere(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("partner-region", None)
    await manager.switch_to(Staff.partner_directions)


async def _directions(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    return _ticked(dialog_manager.dialog_data.get("directions", []), at.programme, at.say)


def _ticked(chosen: Sequence[str], programme: Programme, say: Texts) -> dict[str, Any]:
    items = [
        (each.code, f"{'✅' if each.code in chosen else '▫️'} {each.name[say.language]}")
        for each in programme.directions
        if each.needs_partner
    ]
    return {"items": items, "chosen": bool(chosen)}


async def _direction(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    chosen = set(manager.dialog_data.get("directions", []))
    manager.dialog_data["directions"] = sorted(chosen ^ {code})


async def _save_partner(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    await add_partner(
        at, data["partner-name"], data.get("partner-region"), data.pop("directions", [])
    )
    await manager.switch_to(Staff.partners)


partner_name = Window(
    asked("staff-partner-name"),
    MessageInput(_partner_name, content_types=ContentType.TEXT),
    back_to(Staff.partners),
    state=Staff.partner_name,
)
partner_region = Window(
    Say("staff-partner-region"),
    Button(Label("staff-button-everywhere"), id="everywhere", on_click=_everywhere),
    paged("partner_region", _partner_region),
    back_to(Staff.partner_name),
    state=Staff.partner_region,
    getter=regions,
    preview_data=regions,
)
partner_directions = Window(
    Say("staff-partner-directions"),
    Column(Select(Format("{item[1]}"), "direction", lambda i: i[0], "items", on_click=_direction)),
    Button(Label("button-save"), id="save", on_click=_save_partner, when="chosen"),
    back_to(Staff.partner_region),
    state=Staff.partner_directions,
    getter=_directions,
    preview_data=example(lambda say, programme: _ticked(["trips"], programme, say)),
)

windows = (
    centres,
    partner_list,
    centre_name,
    centre_region,
    centre_place,
    partner_name,
    partner_region,
    partner_directions,
)
