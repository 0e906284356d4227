"""An absence of staff as whoever decides on it sees it: who stands in, and when it is over."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, SwitchTo

from award.programme import Programme
from award.staff.absence_views import Away, Candidate, absence, candidates
from award.staff.absences import appoint, end
from handlers.staff.absence_windows import StaffAway, an_absence, span
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to, started_with
from handlers.ui.paging import paged
from handlers.ui.previews import example, story
from handlers.ui.shown import quoted
from handlers.ui.widgets import Label, Say
from handlers.wording.names import role_name, staff_name
from locales import Texts


def _absence_id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("absence") or started_with(manager).get("absence", 0))


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    seen = await absence(at, _absence_id(dialog_manager))
    return _of_one(seen, at.say)


def _of_one(seen: Away, say: Texts) -> dict[str, Any]:
    return {
        "name": staff_name(seen.name, say),
        "role": role_name(seen.kind, say),
        "span": span(seen.first_day, seen.last_day, say),
        "reason": quoted(seen.note) if seen.note else say(f"away-reason-{seen.reason}"),
        "instead": staff_name(seen.instead, say),
        "appointed": "yes" if seen.appointed else "no",
    }


_ONE_SHOWN = example(lambda say, _: _of_one(an_absence(say), say))


async def _ended(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await end(at, _absence_id(manager))
    await manager.switch_to(StaffAway.home)


async def _candidates(
    dialog_manager: DialogManager, at: RequestContext, **_: Any
) -> dict[str, Any]:
    found = await candidates(at, _absence_id(dialog_manager))
    return {"items": [(one.id, _candidate(one, at.say)) for one in found]}


def _candidate(one: Candidate, say: Texts) -> str:
    if one.me:
        return say.plain("away-button-me")
    return say.plain("button-mentor-with-load", name=staff_name(one.name, say), load=one.load)


async def _appoint(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    at = context_of(manager)
    await appoint(at, _absence_id(manager), int(number))
    await manager.switch_to(StaffAway.one)


def _some_candidates(say: Texts, _programme: Programme) -> dict[str, Any]:
    listed = (Candidate(1, None, 0, me=True), Candidate(2, story(say).mentor, 4))
    return {"items": [(one.id, _candidate(one, say)) for one in listed], "pages": 1}


windows = (
    Window(
        Say("away-one"),
        SwitchTo(Label("away-button-arrange"), id="arrange", state=StaffAway.substitute),
        Button(Label("away-button-ended"), id="ended", on_click=_ended),
        back_to(StaffAway.home),
        state=StaffAway.one,
        getter=_one,
        preview_data=_ONE_SHOWN,
    ),
    Window(
        Say("away-substitute"),
        paged("substitute", _appoint),
        back_to(StaffAway.one),
        state=StaffAway.substitute,
        getter=_candidates,
        preview_data=example(_some_candidates),
    ),
)
