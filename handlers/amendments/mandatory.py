"""The directions that are mandatory in a year, this one and the next (§1.2)."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Column, Select
from aiogram_dialog.widgets.text import Format

from award.calendar.zones import today_in
from award.programme import Programme
from award.programme.pieces import PieceKind, part
from handlers.amendments.setting import propose
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, back_to
from handlers.ui.previews import TODAY, example
from handlers.ui.states import Amendments
from handlers.ui.widgets import Label, Say
from locales import Texts


def _years(first: int, say: Texts) -> dict[str, Any]:
    years = (first, first + 1)
    return {"items": [(y, say.plain("amendments-name-mandatory", year=str(y))) for y in years]}


async def _listed(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _years(today_in(at.programme, None, at.now).year, at.say)


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, year: str) -> None:
    at = context_of(manager)
    if int(year) - today_in(at.programme, None, at.now).year in (0, 1):
        manager.dialog_data["year"] = int(year)
        manager.dialog_data["ticked"] = sorted(at.programme.mandatory_in(int(year)))
        await manager.switch_to(Amendments.year)


def _ticked(year: int, ticked: list[str], programme: Programme, say: Texts) -> dict[str, Any]:
    items = [
        (each.code, f"{'✅' if each.code in ticked else '▫️'} {each.name[say.language]}")
        for each in programme.directions
    ]
    return {"items": items, "year": str(year), "any": bool(ticked)}


async def _year(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    data = dialog_manager.dialog_data
    return _ticked(data["year"], data["ticked"], at.programme, at.say)


async def _tick(_tap: CallbackQuery, _select: Any, manager: DialogManager, code: str) -> None:
    manager.dialog_data["ticked"] = sorted({*manager.dialog_data["ticked"]} ^ {code})


async def _on(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    data, programme = manager.dialog_data, context_of(manager).programme
    directions = [d.code for d in programme.directions if d.code in data["ticked"]]
    year = data["year"]
    named = part(PieceKind.MANDATORY, year)
    await propose(manager, named, {"year": year, "directions": directions})


windows = (
    Window(
        Say("amendments-years"),
        Column(Select(Format("{item[1]}"), "year", lambda i: i[0], "items", on_click=_chosen)),
        back_to(Amendments.home),
        state=Amendments.years,
        getter=_listed,
        preview_data=example(lambda say, _: _years(TODAY.year, say)),
    ),
    Window(
        asked("amendments-year"),
        Column(Select(Format("{item[1]}"), "tick", lambda i: i[0], "items", on_click=_tick)),
        Button(Label("amendments-button-look"), id="look", on_click=_on, when="any"),
        back_to(Amendments.years),
        state=Amendments.year,
        getter=_year,
        preview_data=example(lambda say, p: _ticked(TODAY.year, ["sport"], p, say)),
    ),
)
