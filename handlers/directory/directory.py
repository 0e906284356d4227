"""Down from the regions to one participant, and whoever is looked for by name, phone or number.

The window goes down and up again: its data hold the way, a step for each place it has been at.
"""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select, StubScroll, SwitchTo
from aiogram_dialog.widgets.text import Format

from award.directory.lists import Listed, Listing, listed
from award.directory.places import Place, PlaceKind, regions_reached, root
from award.directory.seeking import Sought
from award.errors import NotFound, Refusal
from award.programme import Programme
from award.typed import titled
from handlers import understanding
from handlers.directory.words import a_list, head, items, tabs
from handlers.mentoring.participants import send_card
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, open_above_menu
from handlers.ui.paging import turning
from handlers.ui.previews import example
from handlers.ui.states import Directory
from handlers.ui.taps import GoTap, Screen, number
from handlers.ui.widgets import Dialog, Label, menu, mistaken
from handlers.understanding.regions import regions_meant
from locales import Texts

PAGES = "directory_pages"
LONGEST_WAY = 12  # steps that are kept
LONGEST_WORDS = 100  # characters

# A step: a place, which of its lists, its page; what was looked for, and regions of that name.
Step = dict[str, Any]

router = Router(name="directory")


@router.callback_query(GoTap.filter(F.to == Screen.DIRECTORY))
async def open_directory(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    """From its beginning; from a card, where the list stands that is open above it."""
    if dialog_manager.has_context() and (dialog_manager.current_context().state == Directory.lists):
        context_of(dialog_manager).reply.keeps_cards = True
        await dialog_manager.show(ShowMode.SEND)
        return
    await open_above_menu(dialog_manager, Directory.lists)


# --- the way


def _way(manager: DialogManager) -> list[Step]:
    way: list[Step] = manager.dialog_data.setdefault("way", [])
    if not way:
        way.append(_step(root(context_of(manager).actor)))
    return way


def _step(place: Place) -> Step:
    return {"kind": place.kind, "id": place.id, "region": place.region, "page": 0}


def _place(step: Step) -> Place:
    return Place(PlaceKind(step["kind"]), step["id"], step["region"])


def _sought(step: Step) -> Sought | None:
    return Sought(step["words"], step.get("phone")) if "words" in step else None


def _pages(manager: DialogManager) -> ManagedScroll:
    scroll: ManagedScroll | None = manager.find(PAGES)
    assert scroll is not None
    return scroll


async def _down(manager: DialogManager, step: Step) -> None:
    """One step further; the page where one was is kept for the way back."""
    way = _way(manager)
    way[-1]["page"] = await _pages(manager).get_page()
    manager.dialog_data["way"] = [*way, step][-LONGEST_WAY:]
    await _pages(manager).set_page(0)


async def _up(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    way = _way(manager)
    if len(way) == 1:
        await manager.done()
        return
    way.pop()
    await _pages(manager).set_page(way[-1]["page"])


# --- the list


async def _lists(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    step, scroll = _way(dialog_manager)[-1], _pages(dialog_manager)
    chosen = Listing(step["list"]) if "list" in step else None
    found = await listed(at, _place(step), chosen, await scroll.get_page(), _sought(step))
    await scroll.set_page(found.page)
    return _shown(found, step, at.programme, at.say)


def _shown(found: Listed, step: Step, programme: Programme, say: Texts) -> dict[str, Any]:
    return {
        "head": head(found, step.get("words"), programme, say),
        "items": items(found, step.get("regions", ()), programme, say),
        "tabs": tabs(found, say),
        "pages": found.pages,
    }


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, item: str) -> None:
    """A participant's card comes below; whatever else is opened takes the list's place."""
    kind, _, of = item.partition("-")
    match kind:
        case Listing.PARTICIPANTS:
            await send_card(manager, number(of))
        case Listing.REGIONS:
            await _down(manager, _step(Place(PlaceKind.REGION, region=of)))
        case Listing.CENTRES:
            await _down(manager, _step(Place(PlaceKind.CENTRE, number(of))))
        case Listing.EXPERTS:
            await _down(manager, _step(Place(PlaceKind.EXPERT, number(of))))
        case Listing.MENTORS:
            await _down(manager, _step(Place(PlaceKind.MENTOR, number(of))))
        case _:
            raise NotFound


async def _turned(_tap: CallbackQuery, _select: Any, manager: DialogManager, to: str) -> None:
    if to not in set(Listing):
        raise NotFound
    _way(manager)[-1]["list"] = to
    await _pages(manager).set_page(0)


# --- looking for somebody


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, words = context_of(manager), titled(message.text)[:LONGEST_WORDS]
    sought = Sought(words, understanding.phone(words))
    found = await listed(at, Place(), None, 0, sought)
    regions = [code for code in regions_meant(words, at.programme) if code in regions_reached(at)]
    if not any(found.counts.values()) and not regions:
        mistaken(manager, Refusal("mistake-nobody-found"), words)
        return
    manager.dialog_data.pop("mistake", None)
    step = _step(Place()) | {"words": words, "phone": sought.phone, "regions": regions}
    await _down(manager, step)
    await manager.switch_to(Directory.lists)


dialog = Dialog(
    Window(
        Format("{head}"),
        Column(Select(Format("{item[1]}"), "who", lambda item: item[0], "items", on_click=_chosen)),
        StubScroll(id=PAGES, pages="pages"),
        turning(PAGES),
        Group(
            Select(Format("{item[1]}"), "list", lambda item: item[0], "tabs", on_click=_turned),
            width=2,
        ),
        SwitchTo(Label("directory-button-seek"), id="seek", state=Directory.words),
        Row(Button(Label("button-back"), id="up", on_click=_up), menu()),
        state=Directory.lists,
        getter=_lists,
        preview_data=example(
            lambda say, programme: _shown(a_list(say, programme), {}, programme, say)
        ),
    ),
    Window(
        asked("directory-seek"),
        MessageInput(_typed, content_types=ContentType.TEXT),
        Row(SwitchTo(Label("button-back"), id="back", state=Directory.lists), menu()),
        state=Directory.words,
    ),
)
