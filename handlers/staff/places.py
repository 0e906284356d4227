"""Centres and partner organisations: the lists, and adding one (programme.md §1, §7)."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiogram.fsm.state import State
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Select, StubScroll, SwitchTo
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.errors import Refusal
from award.programme import Programme
from award.staff.places import (
    Asked,
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


def _list(
    of: str,
    state: State,
    adding: State,
    lines_of: Callable[[RequestContext], Awaitable[list[Markup]]],
    example_line: Callable[[Texts, Programme], Markup],
) -> Window:
    """All of these organisations, by pages, and the way to add one; `of`: centre or partner."""
    pages = f"{of}_list"

    async def shown(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
        lines = await lines_of(at)
        scroll: Any = dialog_manager.find(pages)
        count = max(1, -(-len(lines) // LINES))
        page = min(await scroll.get_page(), count - 1)
        on_page = lines[page * LINES : (page + 1) * LINES]
        return {"lines": Markup("\n").join(on_page), "total": len(lines), "pages": count}

    return Window(
        Say(f"staff-{of}s"),
        StubScroll(id=pages, pages="pages"),
        turning(pages),
        SwitchTo(Label(f"staff-button-add-{of}"), id="add", state=adding),
        back_to(),
        state=state,
        getter=shown,
        preview_data=example(
            lambda say, programme: {"lines": example_line(say, programme), "total": 1, "pages": 1}
        ),
    )


async def _centres(at: RequestContext) -> list[Markup]:
    return [
        at.say(
            "staff-centre-line",
            name=each.name,
            place=each.place,
            region=region_name(at.programme, each.region, at.say),
        )
        for each in await centres_of(at)
    ]


def _a_centre(say: Texts, programme: Programme) -> Markup:
    her, region = story(say), region_of(programme).name[say.language]
    return say("staff-centre-line", name=her.centre, place=her.place, region=region)


async def _partners(at: RequestContext) -> list[Markup]:
    everywhere = at.say.plain("staff-everywhere")
    return [
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


def _a_partner(say: Texts, programme: Programme) -> Markup:
    return say(
        "staff-partner-line",
        name=story(say).partner,
        region=say.plain("staff-everywhere"),
        directions=", ".join(d.name[say.language] for d in programme.directions if d.needs_partner),
    )


centres = _list("centre", Staff.centres, Staff.centre_name, _centres, _a_centre)
partner_list = _list("partner", Staff.partners, Staff.partner_name, _partners, _a_partner)


# --- what both are asked: name and region


def _name_asked(name: Asked, before: State, state: State, after: State) -> Window:
    async def take(message: Message, _input: MessageInput, manager: DialogManager) -> None:
        if _kept(manager, message, name):
            await manager.switch_to(after)

    return Window(
        asked(f"staff-{name}"),
        MessageInput(take, content_types=ContentType.TEXT),
        back_to(before),
        state=state,
    )


def _region_asked(of: str, before: State, state: State, after: State, *also: Button) -> Window:
    """`also`: buttons above the regions."""

    async def take(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
        manager.dialog_data[f"{of}-region"] = code
        await manager.switch_to(after)

    return Window(
        Say(f"staff-{of}-region"),
        *also,
        paged(f"{of}_region", take),
        back_to(before),
        state=state,
        getter=regions,
        preview_data=regions,
    )


def _kept(manager: DialogManager, message: Message, what: Asked) -> bool:
    """Whether what was typed could be kept as an answer; else it is said what one looks like."""
    try:
        manager.dialog_data[what.value] = fit(message.text or "", what)
    except UnfitText as mistake:
        mistaken(manager, mistake, message.text)
        return False
    return True


# --- a new centre


async def _centre_place(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    if not _kept(manager, message, Asked.CENTRE_PLACE):
        return
    at, data = context_of(manager), manager.dialog_data
    name, place = data[Asked.CENTRE_NAME], data[Asked.CENTRE_PLACE]
    try:
        await add_centre(at, name, data["centre-region"], place)
    except UnfitText:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal, name)
        await manager.switch_to(Staff.centre_name)
        return
    await manager.switch_to(Staff.centres)


centre_name = _name_asked(Asked.CENTRE_NAME, Staff.centres, Staff.centre_name, Staff.centre_region)
centre_region = _region_asked("centre", Staff.centre_name, Staff.centre_region, Staff.centre_place)
centre_place = Window(
    asked("staff-centre-place"),
    MessageInput(_centre_place, content_types=ContentType.TEXT),
    back_to(Staff.centre_region),
    state=Staff.centre_place,
)


# --- a new partner organisation


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
        at, data[Asked.PARTNER_NAME], data.get("partner-region"), data.pop("directions", [])
    )
    await manager.switch_to(Staff.partners)


partner_name = _name_asked(
    Asked.PARTNER_NAME, Staff.partners, Staff.partner_name, Staff.partner_region
)
partner_region = _region_asked(
    "partner",
    Staff.partner_name,
    Staff.partner_region,
    Staff.partner_directions,
    Button(Label("staff-button-everywhere"), id="everywhere", on_click=_everywhere),
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
