"""Who waits for a recommendation, several recommended at once, and the notes of a region (§8)."""

from enum import StrEnum
from typing import Annotated, Any

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import (
    Button,
    ManagedMultiselect,
    Multiselect,
    Row,
    ScrollingGroup,
    SwitchTo,
)
from aiogram_dialog.widgets.text import Format
from markupsafe import Markup
from pydantic import Field

from award.paging import PAGE
from award.programme import Programme
from award.recommendation.recommendations import RECOMMENDERS, recommend_several
from award.recommendation.views import (
    Noted,
    NotedPage,
    notes_read,
    ready_to_recommend,
    to_recommend,
)
from handlers.recommendation.words import level_words, missing_words
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import forget_question, menu_button, open_above_menu
from handlers.ui.paging import arrows, turning
from handlers.ui.previews import example, story
from handlers.ui.shown import Shown, button
from handlers.ui.taps import DossierDo, DossierTap, GoTap, Screen, number
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from locales import Texts

router = Router(name="dossier-lists")


class Which(StrEnum):
    """Those that wait for the reader's recommendation, or all notes within their scope."""

    WAITING = "waiting"
    READ = "read"


class ListTap(CallbackData, prefix="dz"):
    """Turn to a page of a list of dossiers; `page` begins with 0."""

    which: Which
    page: Annotated[int, Field(ge=0, le=10_000)] = 0


class SeveralTap(CallbackData, prefix="dv"):
    """Choose several to recommend together."""


class Several(StatesGroup):
    choose = State()
    sure = State()


# --- the lists


@router.callback_query(GoTap.filter(F.to.in_({Screen.RECOMMENDATIONS, Screen.NOTES_READ})))
async def open_list(tap: CallbackQuery, callback_data: GoTap, at: RequestContext) -> None:
    waiting = callback_data.to is Screen.RECOMMENDATIONS
    at.reply.send(await _page(at, Which.WAITING if waiting else Which.READ, 0))


@router.callback_query(ListTap.filter())
async def turn(tap: CallbackQuery, callback_data: ListTap, at: RequestContext) -> None:
    at.reply.put(await _page(at, callback_data.which, callback_data.page))


async def _page(at: RequestContext, which: Which, page: int) -> Shown:
    """A line and a button each."""
    say = at.say
    found = await (to_recommend if which is Which.WAITING else notes_read)(at, page)
    lines = [_line(row, at) for row in found.rows]
    rows = [
        [button(row.name, DossierTap(do=DossierDo.SHOW, dossier=row.dossier_id).pack())]
        for row in found.rows
    ]
    rows.append(arrows(found.number, found.pages, lambda to: ListTap(which=which, page=to)))
    if which is Which.WAITING and _several(found):
        rows.append([button(say.plain("dossiers-button-several"), SeveralTap().pack())])
    head = say(f"dossiers-{which.value}", count=found.total)
    return Shown(Markup("\n\n").join([head, *lines]), (), [*rows, [menu_button(say)]])


def _several(found: NotedPage) -> bool:
    return sum(row.can_be for row in found.rows) > 1


def _line(row: Noted, at: RequestContext) -> Markup:
    say = at.say
    line = say(
        "dossiers-line",
        name=row.name,
        level=level_words(row.level, at.programme, say),
        mentor="yes" if row.recommends else "not-yet",
    )
    if row.missing:
        missing = missing_words(row.missing, at.programme, say)
        return Markup("\n").join([line, say("dossier-missing"), missing])
    state = say(f"dossier-state-{row.state.value.replace('_', '-')}")
    due = [say("way-until", day=row.due)] if row.due is not None else []
    return Markup("\n").join([line, state, *due])


# --- several at once


@router.callback_query(SeveralTap.filter())
async def open_several(
    tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext
) -> None:
    at.actor.require(*RECOMMENDERS)
    await open_above_menu(dialog_manager, Several.choose)


async def _ready(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    rows = await ready_to_recommend(at)
    chosen = _chosen(dialog_manager)
    return {
        "items": [
            (row.dossier_id, f"{row.name} · {level_words(row.level, at.programme, at.say)}")
            for row in rows
        ],
        "names": Markup("\n").join(
            at.say("dossiers-name", name=row.name) for row in rows if row.dossier_id in chosen
        ),
        "count": sum(row.dossier_id in chosen for row in rows),
        "pages": -(-len(rows) // PAGE),
    }


def _chosen(manager: DialogManager) -> set[int]:
    widget: ManagedMultiselect[int] | None = manager.find("chosen")
    return set(widget.get_checked()) if widget is not None else set()


async def _all(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    widget: ManagedMultiselect[int] | None = manager.find("chosen")
    assert widget is not None
    for row in await ready_to_recommend(context_of(manager)):
        await widget.set_checked(row.dossier_id, True)


async def _recommend(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    became = await recommend_several(at, _chosen(manager))
    forget_question(manager)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    said = at.say("dossiers-recommended", count=became.done, left=became.left)
    to_list = GoTap(to=Screen.RECOMMENDATIONS).pack()
    rows = [[button(at.say.plain("dossier-button-list"), to_list)], [menu_button(at.say)]]
    at.reply.put(Shown(said, (), rows))


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    name = story(say).participant
    level = programme.levels[0].name[say.language]
    items = [(each, f"{name} · {level}") for each in range(1, 4)]
    names = Markup("\n").join(say("dossiers-name", name=name) for _ in items)
    return {"items": items, "names": names, "count": 3, "pages": 1}


dialog = Dialog(
    Window(
        Say("dossiers-choose"),
        ScrollingGroup(
            Multiselect(
                Format("☑️ {item[1]}"),
                Format("⬜️ {item[1]}"),
                "chosen",
                lambda item: item[0],
                "items",
                type_factory=number,
            ),
            id="several_pages",
            width=1,
            height=PAGE,
            hide_pager=True,
        ),
        turning("several_pages"),
        Button(Label("dossiers-button-all"), id="all", on_click=_all),
        SwitchTo(Label("dossiers-button-go-on"), id="on", state=Several.sure, when="count"),
        Row(cancel(), menu()),
        state=Several.choose,
        getter=_ready,
        preview_data=example(_of_story),
    ),
    Window(
        Say("dossiers-sure"),
        Button(Label("dossiers-button-sure"), id="sure", on_click=_recommend),
        Row(SwitchTo(Label("button-back"), id="back", state=Several.choose), menu()),
        state=Several.sure,
        getter=_ready,
        preview_data=example(_of_story),
    ),
)
