"""A participant is absent: reason and days by taps, words or a paper if they like (§6)."""

from datetime import date
from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Row, SwitchTo
from markupsafe import Markup

from award.absence.absences import (
    AHEAD,
    BACK,
    LONGEST,
    PauseReason,
    check_days,
    check_first,
    fit_words,
    may_report,
    own_absences,
    report,
)
from award.absence.views import Absence, Paper, today_of
from award.calendar import DAY
from award.errors import NotFound
from award.programme import Programme
from award.typed import tidied
from handlers.absence import own
from handlers.absence.words import Absences, an_absence, days_of, paper_of, span
from handlers.ui.context import RequestContext, context_of
from handlers.ui.days_form import DaysAsked, kept_day
from handlers.ui.kinds import PICTURES
from handlers.ui.navigation import asked, back_to, open_above_menu
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example
from handlers.ui.reason_form import ReasonAsked
from handlers.ui.shown import quoted
from handlers.ui.taps import ExcuseDo, ExcuseTap, GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu, take_album
from handlers.wording.names import reason_of
from locales import Texts
from storage.tables import ExcuseState, MediaKind

router = Router(name="absence")


@router.callback_query(GoTap.filter(F.to == Screen.ABSENCE))
async def open_absences(tap: CallbackQuery, dialog_manager: DialogManager) -> None:
    await open_above_menu(dialog_manager, Absences.home)


@router.callback_query(ExcuseTap.filter(F.do.in_({ExcuseDo.OWN, ExcuseDo.ANSWER})))
async def open_own(
    tap: CallbackQuery, callback_data: ExcuseTap, dialog_manager: DialogManager
) -> None:
    seen = await own.check(dialog_manager, callback_data.excuse)
    answers = callback_data.do is ExcuseDo.ANSWER and seen.state is ExcuseState.QUESTIONED
    state = Absences.answer if answers else Absences.one
    await open_above_menu(dialog_manager, state, {"excuse": callback_data.excuse})


# --- the own ones


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    own = await own_absences(at)
    return _shown(own, await may_report(at), at.say)


def _shown(own: tuple[Absence, ...], reports: bool, say: Texts) -> dict[str, Any]:
    return {
        "reports": reports,
        "none": "yes" if not own else "no",
        "items": [(each.id, _label(each, say)) for each in own],
    }


def _label(each: Absence, say: Texts) -> str:
    return say.plain(f"absence-line-{each.state.value}", days=days_of(each, say))


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    manager.dialog_data["excuse"] = int(number)
    await manager.switch_to(Absences.one)


_home_window = Window(
    Say("absence-home"),
    SwitchTo(Label("absence-button-report"), id="report", state=Absences.reason, when="reports"),
    paged("absence", _chosen),
    Row(cancel(), menu()),
    state=Absences.home,
    getter=_home,
    preview_data=example(lambda say, _: _shown((an_absence(say),), True, say) | {"pages": 1}),
)


# --- telling of one


_reason_asked = ReasonAsked(
    before=Absences.home,
    state=Absences.reason,
    after=Absences.first,
    codes=[reason.value for reason in PauseReason],
    name=reason_of,
    fit=fit_words,
)


async def _today(manager: DialogManager) -> date:
    at = context_of(manager)
    return await today_of(at.session, at.programme, at.actor.id, at.now)


_days_asked = DaysAsked(
    before=Absences.reason,
    first=Absences.first,
    last=Absences.last,
    after=Absences.sure,
    today=_today,
    check_first=check_first,
    check_last=check_days,
    back=BACK,
    ahead=AHEAD,
    longest=LONGEST - DAY,
)


async def _one_day(tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    first = kept_day(manager, "first") or await _today(manager)
    await _days_asked.take_last(tap, None, manager, first)


async def _added(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Words, or a photo or document with them: any of it, again as often as they like."""
    paper, words = paper_of(message), tidied(message.text or message.caption)
    before = manager.dialog_data.get("note") if paper is not None else None
    if not _reason_asked.note(manager, "\n".join(filter(None, (before, words)))):
        return
    if paper is not None:
        manager.dialog_data["paper"] = [paper.kind.value, paper.file_id]
        take_album(manager, message)


async def _form(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    data, today = dialog_manager.dialog_data, await _today(dialog_manager)
    first = kept_day(dialog_manager, "first") or today
    return {
        "days": span(first, kept_day(dialog_manager, "last") or first, at.say),
        "reason": reason_of(data.get("reason", "other"), at.say),
        "note": quoted(data["note"]) if data.get("note") else "",
        "paper": "yes" if data.get("paper") else "no",
    }


async def _send(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, data = context_of(manager), manager.dialog_data
    first, last = kept_day(manager, "first"), kept_day(manager, "last")
    if first is None or last is None or data.get("reason") not in set(PauseReason):
        raise NotFound
    kept = data.get("paper")
    excuse = await report(
        at,
        PauseReason(data["reason"]),
        first,
        last,
        note=data.get("note"),
        paper=Paper(MediaKind(kept[0]), kept[1]) if kept else None,
    )
    for key in ("reason", "first", "last", "note", "paper"):
        data.pop(key, None)
    data["excuse"] = excuse.id
    await manager.switch_to(Absences.one)


def _a_form(say: Texts, _programme: Programme) -> dict[str, Any]:
    return {
        "days": span(TODAY, TODAY + DAY, say),
        "reason": reason_of("illness", say),
        "note": Markup(""),
        "paper": "no",
    }


_telling = (
    _reason_asked.window("absence-reason"),
    *_days_asked.windows(
        Say("absence-first"),
        Say("absence-last"),
        Button(Label("absence-button-one-day"), id="one_day", on_click=_one_day),
    ),
    Window(
        asked("absence-sure"),
        MessageInput(
            _added,
            content_types=[ContentType.TEXT, *PICTURES],
        ),
        Button(Label("absence-button-send"), id="send", on_click=_send),
        back_to(Absences.last),
        state=Absences.sure,
        getter=_form,
        preview_data=example(_a_form),
    ),
)

dialog = Dialog(_home_window, *_telling, *own.windows)
