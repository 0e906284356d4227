"""A member of staff is away: telling it, choosing who stands in, coming back (programme.md §6)."""

from datetime import date, timedelta
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.access.actor import STAFF
from award.errors import NotFound
from award.staff.absence_views import Away, absence, absences, own_absences, today_of_staff
from award.staff.absences import (
    FARTHEST,
    LONGEST,
    REASONS,
    absent_kinds,
    check_days,
    check_first,
    end,
    fit_note,
    report,
)
from handlers.staff import substitutes
from handlers.staff.absence_windows import AwayTap, StaffAway, an_absence, span
from handlers.ui.context import RequestContext, context_of
from handlers.ui.days_form import DaysAsked, kept_day
from handlers.ui.navigation import asked, back_to, open_above_menu
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example
from handlers.ui.reason_form import OTHER, ReasonAsked
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from handlers.wording.names import role_name, staff_name
from locales import Texts
from storage.tables import RoleKind

router = Router(name="away")


@router.callback_query(GoTap.filter(F.to == Screen.AWAY))
async def open_away(tap: CallbackQuery, dialog_manager: DialogManager, at: RequestContext) -> None:
    at.actor.require(*STAFF)
    await open_above_menu(dialog_manager, StaffAway.home)


@router.callback_query(AwayTap.filter())
async def arrange(
    tap: CallbackQuery, callback_data: AwayTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    await absence(at, callback_data.absence)
    await open_above_menu(dialog_manager, StaffAway.substitute, {"absence": callback_data.absence})


# --- where it stands


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    own = await own_absences(at)
    above = any(at.actor.has(kind) for kind in STAFF if kind is not RoleKind.MENTOR)
    others = await absences(at) if above else ()
    return _shown(own, others, bool(absent_kinds(at.actor)), at.say)


def _shown(
    own: tuple[Away, ...], others: tuple[Away, ...], may_report: bool, say: Texts
) -> dict[str, Any]:
    lines = [
        say(
            "away-own",
            role=role_name(each.kind, say),
            span=span(each.first_day, each.last_day, say),
            instead=staff_name(each.instead, say),
        )
        for each in own
    ]
    return {
        "lines": Markup("\n").join(lines) or Markup(""),
        "own": bool(own),
        "begun": bool(own) and own[0].begun,
        "planned": bool(own) and not own[0].begun,
        "mine": own[0].id if own else 0,
        "reports": may_report,
        "others": len(others),
        "items": [(each.id, _label(each, say)) for each in others],
    }


def _label(each: Away, say: Texts) -> str:
    key = "away-line-begun" if each.begun else "away-line-planned"
    return say.plain(key, name=staff_name(each.name, say), first=each.first_day)


async def _back(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The person has returned, or will not go after all: the nearest absence ends."""
    at = context_of(manager)
    own = await own_absences(at)
    if own:
        await end(at, own[0].id)


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["absence"] = int(number)
    await manager.switch_to(StaffAway.one)


_home_window = Window(
    Multi(
        Say("away-home"),
        Format("{lines}", when="own"),
        Say("away-others", when="items"),
        sep="\n\n",
    ),
    Button(Label("away-button-back"), id="back_at_work", on_click=_back, when="begun"),
    Button(Label("away-button-cancel"), id="not_going", on_click=_back, when="planned"),
    SwitchTo(Label("away-button-report"), id="report", state=StaffAway.reason, when="reports"),
    paged("away", _chosen),
    Row(cancel(), menu()),
    state=StaffAway.home,
    getter=_home,
    preview_data=example(
        lambda say, _: (
            _shown((an_absence(say),), (an_absence(say, begun=False),), True, say) | {"pages": 1}
        )
    ),
)


# --- telling it


def _reason_name(reason: str, say: Texts) -> str:
    return say.plain(f"away-reason-{reason}")


_reason_asked = ReasonAsked(
    before=StaffAway.home,
    state=StaffAway.reason,
    after=StaffAway.first,
    codes=REASONS,
    name=_reason_name,
    fit=fit_note,
    instead=True,
)


async def _today(manager: DialogManager) -> date:
    at = context_of(manager)
    return await today_of_staff(at)


_days_asked = DaysAsked(
    before=StaffAway.reason,
    first=StaffAway.first,
    last=StaffAway.last,
    after=StaffAway.sure,
    today=_today,
    check_first=check_first,
    check_last=check_days,
    back=timedelta(),
    ahead=FARTHEST,
    longest=LONGEST,
)


async def _until_return(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("last", None)
    await manager.switch_to(StaffAway.sure)


async def _form(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    first, last = kept_day(dialog_manager, "first"), kept_day(dialog_manager, "last")
    data = dialog_manager.dialog_data
    return {
        "span": span(first or await _today(dialog_manager), last, at.say),
        "reason": data.get("note") or _reason_name(data.get("reason", OTHER), at.say),
    }


async def _report(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    first = kept_day(manager, "first")
    if first is None:
        raise NotFound
    await report(at, data["reason"], first, kept_day(manager, "last"), note=data.get("note"))
    for key in ("reason", "note", "first", "last"):
        data.pop(key, None)
    await manager.switch_to(StaffAway.home)


_telling = (
    _reason_asked.window("away-reason"),
    *_days_asked.windows(
        Say("away-first"),
        Say("away-last"),
        Button(Label("away-button-until-return"), id="open", on_click=_until_return),
    ),
    Window(
        asked("away-sure"),
        Button(Label("away-button-sure"), id="sure", on_click=_report),
        back_to(StaffAway.last),
        state=StaffAway.sure,
        getter=_form,
        preview_data=example(
            lambda say, _: {
                "span": span(TODAY, None, say),
                "reason": _reason_name("leave", say),
            }
        ),
    ),
)


dialog = Dialog(_home_window, *_telling, *substitutes.windows)
