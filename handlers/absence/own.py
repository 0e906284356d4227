"""One absence as its participant sees it: how it stands, shortening, taking back, answering."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import ChatEvent, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, SwitchTo
from aiogram_dialog.widgets.text import Multi

from award.absence.absences import answer, own_absence, shorten, withdraw
from award.absence.views import LIVE_STATES, Absence
from award.calendar import DAY
from award.errors import Refusal
from handlers.absence.words import Absences, an_absence, conversation, days_of, paper_of
from handlers.ui.calendar import Between, day_typed
from handlers.ui.context import RequestContext, context_of
from handlers.ui.kinds import PICTURES
from handlers.ui.navigation import back_to, started_with
from handlers.ui.previews import TODAY, example
from handlers.ui.widgets import Label, Mistake, Say, mistaken, take_album
from handlers.wording.names import reason_of
from locales import Texts
from storage.tables import ExcuseState


def _excuse_id(manager: DialogManager) -> int:
    return int(manager.dialog_data.get("excuse") or started_with(manager).get("excuse", 0))


async def check(manager: DialogManager, excuse_id: int) -> Absence:
    """The own absence of this id; raises NotFound for another's."""
    at = context_of(manager)
    return await own_absence(at, excuse_id)


async def _own(manager: DialogManager) -> Absence:
    return await check(manager, _excuse_id(manager))


async def _one(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _shown(await _own(dialog_manager), at.say)


def _shown(seen: Absence, say: Texts) -> dict[str, Any]:
    whole = seen.last_day is not None
    return {
        "days": days_of(seen, say),
        "reason": reason_of(seen.reason, say),
        "weeks": seen.weeks,
        "state": say.plain(f"absence-state-{seen.state.value}", weeks=seen.weeks),
        "said": conversation(seen, say),
        "asked": seen.state is ExcuseState.QUESTIONED,
        "shortens": seen.may_shorten,
        "stands": whole and seen.state in LIVE_STATES,
    }


async def _withdraw(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    await withdraw(at, _excuse_id(manager))


async def _days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    seen = await _own(dialog_manager)
    last = seen.last_day or seen.today
    return {
        "earliest": seen.first_day,
        "latest": max(seen.first_day, last - DAY),
        "shown": min(max(seen.today, seen.first_day), last),
    }


async def _shorter(_event: ChatEvent, _widget: Any, manager: DialogManager, last: date) -> None:
    at = context_of(manager)
    await shorten(at, _excuse_id(manager), last)
    await manager.switch_to(Absences.one)


async def _shorter_typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    seen = await _own(manager)
    await day_typed(message, manager, _shorter, seen.today, earliest=seen.first_day)


async def _answered(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, words = context_of(manager), message.text or message.caption or ""
    try:
        await answer(at, _excuse_id(manager), words, paper=paper_of(message))
    except Refusal as refusal:
        mistaken(manager, refusal, words)
        return
    take_album(manager, message)
    await manager.switch_to(Absences.one)


_ONE_SHOWN = example(lambda say, _: _shown(an_absence(say), say))

windows = (
    Window(
        Say("absence-one"),
        SwitchTo(Label("absence-button-answer"), id="answer", state=Absences.answer, when="asked"),
        SwitchTo(
            Label("absence-button-shorten"), id="shorten", state=Absences.shorter, when="shortens"
        ),
        Button(Label("absence-button-withdraw"), id="withdraw", on_click=_withdraw, when="stands"),
        back_to(Absences.home),
        state=Absences.one,
        getter=_one,
        preview_data=_ONE_SHOWN,
    ),
    Window(
        Say("absence-shorter"),
        Between(id="shorter", on_click=_shorter),
        MessageInput(_shorter_typed, content_types=ContentType.TEXT),
        back_to(Absences.one),
        state=Absences.shorter,
        getter=_days,
        preview_data=example(
            lambda _say, _programme: {"earliest": TODAY, "latest": TODAY + 5 * DAY, "shown": TODAY}
        ),
    ),
    Window(
        Multi(Mistake(), Say("absence-ask-answer"), sep="\n\n"),
        MessageInput(
            _answered,
            content_types=[ContentType.TEXT, *PICTURES],
        ),
        back_to(Absences.one),
        state=Absences.answer,
        getter=_one,
        preview_data=_ONE_SHOWN,
    ),
)
