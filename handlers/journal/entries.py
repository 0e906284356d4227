"""Own entries: the list with its states, one entry in full, mending, taking back; /add."""

from typing import Any

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.common import ManagedScroll
from aiogram_dialog.widgets.kbd import Button, Column, Row, Select, StubScroll
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup

from award.calendar import DAY
from award.errors import NotAllowed, TooLate
from award.journal.drafts import Change, draft, start_draft
from award.journal.entries import mend, own_entries, own_entry_seen, versions, withdraw
from award.programme import Measure, Programme
from award.progress.participation import JournalClosed, open_journal
from handlers.journal.capture import closed_shown
from handlers.journal.draft_card import card
from handlers.journal.entry_view import MARKS, as_it_stands, entry_label, entry_line
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, started_with
from handlers.ui.paging import turning
from handlers.ui.previews import TODAY, example
from handlers.ui.shown import Attached, Shown, button
from handlers.ui.taps import DraftDo, DraftTap, EntryDo, EntryTap, GoTap, JournalTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, menu, open_anew
from handlers.wording.amounts import when
from handlers.wording.names import direction_name
from locales import Texts
from storage.tables import EntryState


class Entries(StatesGroup):
    list = State()


taps = Router(name="entries-taps")

PAGES = "entries_pages"

FILTERS: dict[str, tuple[EntryState, ...]] = {
    "all": (),
    "draft": (EntryState.DRAFT,),
    "waiting": (EntryState.SUBMITTED,),
    "approved": (EntryState.APPROVED,),
    "returned": (EntryState.RETURNED, EntryState.REJECTED),
}


# --- /add: how to add, and beginning with a direction


@taps.message(Command("add"))
async def add(message: Message, at: RequestContext) -> None:
    """How to add an entry, and the directions to begin with."""
    at.reply.send(await _add_shown(at))


@taps.callback_query(GoTap.filter(F.to == Screen.ADD))
async def add_tapped(tap: CallbackQuery, at: RequestContext) -> None:
    """The same from a button, as a message of its own: the card above stays."""
    at.reply.send(await _add_shown(at))


async def _add_shown(at: RequestContext) -> Shown:
    say = at.say
    try:
        journal = await open_journal(at)
    except JournalClosed as closed:
        return closed_shown(closed, say)
    rows = [
        [
            button(
                direction_name(at.programme.direction(code), say),
                DraftTap(do=DraftDo.NEW, entry=0, value=code).pack(),
            )
        ]
        for code in journal.directions
    ]
    rows.append([button(say.plain("entries-button-list"), GoTap(to=Screen.ENTRIES).pack())])
    return Shown(say("entries-add"), (), rows)


@taps.callback_query(DraftTap.filter(F.do == DraftDo.NEW))
async def begun(tap: CallbackQuery, callback_data: DraftTap, at: RequestContext) -> None:
    """A draft in the direction tapped."""
    change_ = Change(direction=callback_data.value)
    entry = await start_draft(at, change_)
    made = await draft(at, entry.id)
    at.reply.put(card(made, at.say))


# --- one entry


@taps.callback_query(EntryTap.filter(F.do.in_({EntryDo.SHOW, EntryDo.WITHDRAW, EntryDo.MEND})))
async def entry_tapped(tap: CallbackQuery, callback_data: EntryTap, at: RequestContext) -> None:
    """Look at an entry, take it back, or begin its next version."""
    entry_id = callback_data.entry
    alert = None
    try:
        if callback_data.do is EntryDo.WITHDRAW:
            await withdraw(at, entry_id)
        elif callback_data.do is EntryDo.MEND:
            entry_id = (await mend(at, entry_id)).id
    except TooLate as late:
        await at.session.rollback()
        alert = at.say.plain(late.key)
    at.reply.put(await _as_it_stands(at, entry_id), alert)


@taps.callback_query(EntryTap.filter(F.do == EntryDo.MEDIA))
async def media_tapped(tap: CallbackQuery, callback_data: EntryTap, at: RequestContext) -> None:
    """All files of an entry, below its view."""
    say = at.say
    seen = await own_entry_seen(at, callback_data.entry)
    media = tuple(Attached(each.kind, each.file_id) for each in seen.media)
    text = Markup("<b>{}</b>").format(entry_line(seen.entry, seen.journal, say))
    at.reply.send(Shown(text, media, _to_entry(seen.entry.id, say)))


@taps.callback_query(EntryTap.filter(F.do == EntryDo.VERSIONS))
async def versions_tapped(tap: CallbackQuery, callback_data: EntryTap, at: RequestContext) -> None:
    """Every version of an entry, to be opened."""
    say = at.say
    line = await versions(at, callback_data.entry)
    seen = await own_entry_seen(at, callback_data.entry)
    rows = [
        [
            button(
                say.plain(
                    "entries-version",
                    version=each.version,
                    line=entry_label(each, seen.journal, say),
                ),
                EntryTap(do=EntryDo.SHOW, entry=each.id).pack(),
            )
        ]
        for each in line
    ]
    at.reply.put(Shown(say("entries-versions"), (), [*rows, *_to_entry(seen.entry.id, say)]))


async def _as_it_stands(at: RequestContext, entry_id: int) -> Shown:
    return await as_it_stands(at, entry_id)


def _to_entry(entry_id: int, say: Texts) -> list[list[Any]]:
    return [[button(say.plain("button-back"), EntryTap(do=EntryDo.SHOW, entry=entry_id).pack())]]


# --- the list


@taps.callback_query(GoTap.filter(F.to == Screen.ENTRIES))
async def list_tapped(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await dialog_manager.start(Entries.list, show_mode=ShowMode.EDIT)


@taps.callback_query(JournalTap.filter())
async def past_list_tapped(
    tap: CallbackQuery, callback_data: JournalTap, dialog_manager: DialogManager
) -> None:
    """The journal of an earlier level, to be read."""
    await open_anew(
        dialog_manager, Entries.list, {"enrolment": callback_data.enrolment}, ShowMode.SEND
    )


async def _of_list(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    say = at.say
    chosen = dialog_manager.dialog_data.get("filter", "all")
    scroll: ManagedScroll | None = dialog_manager.find(PAGES)
    assert scroll is not None
    past = started_with(dialog_manager).get("enrolment")
    page = await own_entries(
        at, page=await scroll.get_page(), states=FILTERS[chosen], enrolment_id=past
    )
    await scroll.set_page(page.number)
    return {
        "entries": [(each.id, entry_label(each, page.journal, say)) for each in page.entries],
        "filters": _filters(chosen, say),
        "total": page.total,
        "pages": page.pages,
        "present": past is None,
    }


def _filters(chosen: str, say: Texts) -> list[tuple[str, str]]:
    return [
        (code, ("• " if code == chosen else "") + say.plain(f"entries-filter-{code}"))
        for code in FILTERS
    ]


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    much = say.plain("minutes", minutes=programme.quick_minutes[0])
    lines = [
        f"{mark} {when(TODAY - DAY * ago, TODAY, say)}, {much}, {direction_name(direction, say)}"
        for ago, (mark, direction) in enumerate(
            zip(
                MARKS.values(),
                [each for each in programme.directions if each.measure is Measure.weeks],
                strict=False,
            )
        )
    ]
    entries = list(enumerate(lines))
    return {
        "entries": entries,
        "filters": _filters("all", say),
        "total": 9,
        "pages": 2,
        "present": True,
    }


async def _filter_tapped(
    _tap: CallbackQuery, _widget: Any, manager: DialogManager, chosen: str
) -> None:
    if chosen not in FILTERS:
        raise NotAllowed
    manager.dialog_data["filter"] = chosen
    scroll: ManagedScroll | None = manager.find(PAGES)
    assert scroll is not None
    await scroll.set_page(0)


async def _entry_tapped(
    tap: CallbackQuery, _widget: Any, manager: DialogManager, entry_id: str
) -> None:
    """The entry takes the place of the list, which its button brings back."""
    at = context_of(manager)
    shown = await _as_it_stands(at, int(entry_id))
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.put(shown)


async def _add_tapped(tap: CallbackQuery, _widget: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    at.reply.send(await _add_shown(at))


dialog = Dialog(
    Window(
        Say("entries-title"),
        Column(
            Select(
                Format("{item[1]}"),
                id="entry",
                item_id_getter=lambda item: item[0],
                items="entries",
                on_click=_entry_tapped,
            )
        ),
        StubScroll(id=PAGES, pages="pages"),
        turning(PAGES),
        Row(
            Select(
                Format("{item[1]}"),
                id="filter",
                item_id_getter=lambda item: item[0],
                items="filters",
                on_click=_filter_tapped,
            )
        ),
        Button(Label("menu-button-add"), id="add", on_click=_add_tapped, when="present"),
        menu(),
        state=Entries.list,
        getter=_of_list,
        preview_data=example(_of_story),
    )
)
