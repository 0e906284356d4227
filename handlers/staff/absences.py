"""A member of staff is away: telling it, choosing who stands in, coming back (programme.md §6)."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import ChatEvent, DialogManager, Window
from aiogram_dialog.widgets.input import ManagedTextInput, MessageInput, TextInput
from aiogram_dialog.widgets.kbd import Button, CalendarUserConfig, Column, Row, Select, SwitchTo
from aiogram_dialog.widgets.text import Format, Multi
from markupsafe import Markup

from award.access.actor import STAFF
from award.errors import NotFound, Refusal
from award.staff.absence_views import Away, absence, absences, own_absences, today_of_staff
from award.staff.absences import FARTHEST, LONGEST, LONGEST_NOTE, REASONS, absent_kinds, end, report
from award.typed import tidied
from handlers.staff import substitutes
from handlers.staff.absence_windows import AwayTap, StaffAway, an_absence, name_of, span, to
from handlers.ui.calendar import Days, day_typed
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import open_above_menu
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Mistake, Say, cancel, menu
from handlers.wording.names import role_name
from locales import Texts
from storage.tables import RoleKind

router = Router(name="away")


@router.callback_query(GoTap.filter(F.to == Screen.AWAY))
async def open_away(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    context_of(dialog_manager).actor.require(*STAFF)
    await open_above_menu(dialog_manager, StaffAway.home)
    await tap.answer()


@router.callback_query(AwayTap.filter())
async def arrange(
    tap: CallbackQuery, callback_data: AwayTap, dialog_manager: DialogManager
) -> None:
    at = context_of(dialog_manager)
    await absence(at, callback_data.absence)
    await open_above_menu(dialog_manager, StaffAway.substitute, {"absence": callback_data.absence})
    await tap.answer()


# --- where it stands


async def _home(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    at = context_of(dialog_manager)
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
            instead=name_of(each.instead, say),
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
    return say.plain(key, name=name_of(each.name, say), first=each.first_day)


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


async def _reasons(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"items": [(reason, at.say.plain(f"away-reason-{reason}")) for reason in REASONS]}


async def _reason(_tap: CallbackQuery, _select: Any, manager: DialogManager, reason: str) -> None:
    if reason not in REASONS:
        raise NotFound
    manager.dialog_data["reason"] = reason
    manager.dialog_data.pop("note", None)
    await manager.switch_to(StaffAway.first)


async def _note(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    note = tidied(message.text)
    if len(note) > LONGEST_NOTE:
        raise Refusal("away-words-long", most=LONGEST_NOTE, length=len(note))
    manager.dialog_data.update(reason="other", note=note)
    await manager.switch_to(StaffAway.first)


async def _today(manager: DialogManager) -> date:
    at = context_of(manager)
    return await today_of_staff(at)


async def _days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    first = dialog_manager.dialog_data.get("first")
    today = await _today(dialog_manager)
    return {"shown": date.fromisoformat(first) if first else today, "today": today}


async def _first(_event: ChatEvent, _widget: Any, manager: DialogManager, first: date) -> None:
    today = await _today(manager)
    if not today <= first <= today + FARTHEST:
        raise Refusal("away-first-wrong", today=today, latest=today + FARTHEST)
    manager.dialog_data["first"] = first.isoformat()
    await manager.switch_to(StaffAway.last)


async def _last(_event: ChatEvent, _widget: Any, manager: DialogManager, last: date) -> None:
    first = _kept_day(manager, "first")
    assert first is not None
    if not first <= last <= first + LONGEST:
        raise Refusal("away-last-wrong", first=first, latest=first + LONGEST)
    manager.dialog_data["last"] = last.isoformat()
    await manager.switch_to(StaffAway.sure)


async def _first_typed(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, _words: str
) -> None:
    today = await _today(manager)
    await day_typed(message, manager, _first, today, earliest=today)


async def _last_typed(
    message: Message, _input: ManagedTextInput[str], manager: DialogManager, _words: str
) -> None:
    today = await _today(manager)
    await day_typed(message, manager, _last, today, earliest=_kept_day(manager, "first") or today)


async def _until_return(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data.pop("last", None)
    await manager.switch_to(StaffAway.sure)


def _kept_day(manager: DialogManager, key: str) -> date | None:
    kept = manager.dialog_data.get(key)
    return date.fromisoformat(kept) if kept else None


async def _form(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    first, last = _kept_day(dialog_manager, "first"), _kept_day(dialog_manager, "last")
    data = dialog_manager.dialog_data
    return {
        "span": span(first or await _today(dialog_manager), last, at.say),
        "reason": data.get("note") or at.say.plain(f"away-reason-{data.get('reason', 'other')}"),
    }


async def _report(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    first = _kept_day(manager, "first")
    if first is None:
        raise NotFound
    await report(at, data["reason"], first, _kept_day(manager, "last"), note=data.get("note"))
    for key in ("reason", "note", "first", "last"):
        data.pop(key, None)
    await manager.switch_to(StaffAway.home)


class _FirstDays(Days):
    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["today"], max_date=data["today"] + FARTHEST)


class _LastDays(Days):
    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["shown"], max_date=data["shown"] + LONGEST)


_DAYS_SHOWN = example(lambda _say, _programme: {"shown": TODAY, "today": TODAY})

_telling = (
    Window(
        Say("away-reason"),
        Column(Select(Format("{item[1]}"), "why", lambda i: i[0], "items", on_click=_reason)),
        MessageInput(_note, content_types=ContentType.TEXT),
        to(StaffAway.home),
        state=StaffAway.reason,
        getter=_reasons,
        preview_data=_reasons,
    ),
    Window(
        Say("away-first"),
        _FirstDays(id="first", on_click=_first),
        TextInput(id="first_typed", on_success=_first_typed),
        to(StaffAway.reason),
        state=StaffAway.first,
        getter=_days,
        preview_data=_DAYS_SHOWN,
    ),
    Window(
        Say("away-last"),
        Button(Label("away-button-until-return"), id="open", on_click=_until_return),
        _LastDays(id="last", on_click=_last),
        TextInput(id="last_typed", on_success=_last_typed),
        to(StaffAway.first),
        state=StaffAway.last,
        getter=_days,
        preview_data=_DAYS_SHOWN,
    ),
    Window(
        Multi(Mistake(), Say("away-sure"), sep="\n\n"),
        Button(Label("away-button-sure"), id="sure", on_click=_report),
        to(StaffAway.last),
        state=StaffAway.sure,
        getter=_form,
        preview_data=example(
            lambda say, _: {
                "span": span(TODAY, None, say),
                "reason": say.plain("away-reason-leave"),
            }
        ),
    ),
)


dialog = Dialog(_home_window, *_telling, *substitutes.windows)
