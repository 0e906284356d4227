"""The operator's own holidays: which are to come, adding one, making one a working day again."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import ChatEvent, DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, CalendarUserConfig, SwitchTo
from aiogram_dialog.widgets.text import Multi

from award.calendar.zones import today_in
from award.errors import Refusal, TooLate
from award.staff.days_off import FARTHEST, add_day_off, coming_days_off, remove_day_off
from handlers.ui.calendar import Days
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import back_to
from handlers.ui.paging import paged
from handlers.ui.previews import TODAY, example
from handlers.ui.states import Staff
from handlers.ui.widgets import Label, Mistake, Say, mistaken
from handlers.understanding import day as day_meant
from locales import Texts


async def _days(at: RequestContext, **_: Any) -> dict[str, Any]:
    return _listed(await coming_days_off(at), at.say)


def _listed(days: tuple[date, ...], say: Texts) -> dict[str, Any]:
    items = [(day.isoformat(), say.plain("staff-day-off", day=day)) for day in days]
    return {"items": items, "count": len(items)}


async def _chosen(_tap: CallbackQuery, _select: Any, manager: DialogManager, day: str) -> None:
    manager.dialog_data["day-off"] = date.fromisoformat(day).isoformat()
    await manager.switch_to(Staff.day_off)


days_off = Window(
    Say("staff-days-off"),
    paged("day_off", _chosen),
    SwitchTo(Label("staff-button-add-day-off"), id="add", state=Staff.day_off_new),
    back_to(),
    state=Staff.days_off,
    getter=_days,
    preview_data=example(lambda say, _: _listed((TODAY.replace(day=20),), say)),
)


async def _new(at: RequestContext, **_: Any) -> dict[str, Any]:
    return {"shown": today_in(at.programme, None, at.now)}


async def _added(event: ChatEvent, _widget: Any, manager: DialogManager, day: date) -> None:
    at = context_of(manager)
    try:
        moved = await add_day_off(at, day)
    except Refusal as refusal:
        mistaken(manager, refusal, event.text if isinstance(event, Message) else None)
        return
    await manager.switch_to(Staff.days_off)
    if isinstance(event, CallbackQuery):
        at.reply.alert(at.say.plain("staff-day-off-added", day=day, moved=moved))


async def _typed(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    today = today_in(context_of(manager).programme, None, context_of(manager).now)
    meant = day_meant(message.text or "", today, earliest=today)
    if meant is None:
        mistaken(manager, Refusal("mistake-day-off"), message.text)
        return
    await _added(message, None, manager, meant)


class _DaysAhead(Days):
    """Days that can be made holidays."""

    async def _get_user_config(
        self, data: dict[str, Any], manager: DialogManager
    ) -> CalendarUserConfig:
        return CalendarUserConfig(min_date=data["shown"], max_date=data["shown"] + FARTHEST)


day_off_new = Window(
    Multi(Mistake(), Say("staff-day-off-new"), sep="\n\n"),
    _DaysAhead(id="day_off_day", on_click=_added),
    MessageInput(_typed, content_types=ContentType.TEXT),
    back_to(Staff.days_off),
    state=Staff.day_off_new,
    getter=_new,
    preview_data={"shown": TODAY},
)


def _day(manager: DialogManager) -> date:
    return date.fromisoformat(manager.dialog_data["day-off"])


async def _one(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    return {"day": _day(dialog_manager)}


async def _removed(tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at, day = context_of(manager), _day(manager)
    try:
        await remove_day_off(at, day)
        words = context_of(manager).say.plain("staff-day-off-removed", day=day)
    except TooLate as late:
        words = context_of(manager).say.plain(late.key)
    await manager.switch_to(Staff.days_off)
    at.reply.alert(words)


day_off = Window(
    Say("staff-day-off-one"),
    Button(Label("staff-button-remove-day-off"), id="remove", on_click=_removed),
    back_to(Staff.days_off),
    state=Staff.day_off,
    getter=_one,
    preview_data={"day": TODAY},
)

windows = (days_off, day_off_new, day_off)
