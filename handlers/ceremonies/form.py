"""Making or changing a ceremony: the day and hour by taps, place and address typed, guests."""

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from aiogram import F, Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button, Group, Row, Select
from aiogram_dialog.widgets.text import Format

from award.calendar import DAY, local_date
from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import LONGEST, MAKERS, MOST_GUESTS, Plan, change, make, run_by
from award.errors import Refusal
from award.typed import fitting
from handlers.ceremonies import desk, invitation
from handlers.ceremonies.desk import card_of
from handlers.ceremonies.taps import CeremonyDo, CeremonyTap
from handlers.ui.calendar import Between
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, started_with
from handlers.ui.widgets import (
    Dialog,
    Label,
    Say,
    back,
    cancel,
    menu,
    mistaken,
    open_anew,
)
from storage.tables import RoleKind

HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(10, 20) for minute in (0, 30))
AHEAD = 365 * DAY  # a ceremony is at most a year ahead

router = Router(name="ceremony-form")
# All of the subject is asked as one.
router.include_routers(desk.router, invitation.router)


class CeremonyForm(StatesGroup):
    """Started with {"ceremony": id} to change one, {"ceremony": 0} to make one."""

    day = State()
    hour = State()
    place = State()
    address = State()
    guests = State()
    bring = State()


@router.callback_query(CeremonyTap.filter(F.do.in_({CeremonyDo.NEW, CeremonyDo.CHANGE})))
async def begin(
    tap: CallbackQuery, callback_data: CeremonyTap, dialog_manager: DialogManager
) -> None:
    at = context_of(dialog_manager)
    at.actor.require(*MAKERS)
    if callback_data.do is CeremonyDo.CHANGE:
        await run_by(at, callback_data.ceremony, change=True)
    await open_anew(dialog_manager, CeremonyForm.day, {"ceremony": callback_data.ceremony})


async def _days(at: RequestContext, **_: Any) -> dict[str, Any]:
    today = local_date(at.now, at.programme.zone)
    return {"earliest": today + DAY, "latest": today + AHEAD}


async def _day(_tap: Any, _days: Any, manager: DialogManager, day: dt.date) -> None:
    manager.dialog_data["day"] = day.isoformat()
    await manager.next()


async def _hours(**_: Any) -> dict[str, Any]:
    return {"items": [(hour, hour) for hour in HOURS]}


async def _hour(_tap: CallbackQuery, _select: Any, manager: DialogManager, hour: str) -> None:
    manager.dialog_data["hour"] = hour if hour in HOURS else HOURS[0]
    await manager.next()


async def _place(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _typed(message, manager, "place", LONGEST[0])


async def _address(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _typed(message, manager, "address", LONGEST[1])


async def _typed(message: Message, manager: DialogManager, name: str, most: int) -> None:
    words = fitting(message.text, (2, most))
    if words is None:
        mistaken(manager, Refusal("ceremony-unfit"), message.text)
        return
    manager.dialog_data[name] = words
    await manager.next()


async def _counts(**_: Any) -> dict[str, Any]:
    return {"items": [(str(count), str(count)) for count in range(MOST_GUESTS + 1)]}


async def _guests(_tap: CallbackQuery, _select: Any, manager: DialogManager, count: str) -> None:
    manager.dialog_data["guests"] = int(count)
    await manager.next()


async def _bring(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    await _kept(manager, message.text or "")


async def _nothing(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await _kept(manager, "")


async def _kept(manager: DialogManager, bring: str) -> None:
    """All is told: the ceremony stands, or is another one; whoever is invited is told at once."""
    at, told = context_of(manager), manager.dialog_data
    number = int(started_with(manager)["ceremony"])
    region = None
    if number:
        region = (await run_by(at, number, change=True)).region
    elif not at.actor.has(RoleKind.OPERATOR):
        region = next((role.region for role in at.actor.roles if role.region), None)
    moment = dt.datetime.fromisoformat(f"{told['day']}T{told['hour']}")
    plan = Plan(
        starts_at=moment.replace(tzinfo=ZoneInfo(zone_in(at.programme, region))),
        place=told["place"],
        address=told["address"],
        guests=told["guests"],
        bring=bring,
    )
    ceremony = await (change(at, number, plan) if number else make(at, plan))
    await manager.done()
    at.reply.send(await card_of(at, ceremony.id))


def _chosen(name: str, on_click: Any, width: int) -> Group:
    return Group(
        Select(Format("{item[1]}"), name, lambda item: item[0], "items", on_click=on_click),
        width=width,
    )


dialog = Dialog(
    Window(
        Say("ceremony-ask-day"),
        Between(id="day", on_click=_day),
        Row(cancel(), menu()),
        state=CeremonyForm.day,
        getter=_days,
        preview_data=_days,
    ),
    Window(
        Say("ceremony-ask-hour"),
        _chosen("hour", _hour, 4),
        Row(back(), menu()),
        state=CeremonyForm.hour,
        getter=_hours,
        preview_data=_hours,
    ),
    Window(
        asked("ceremony-ask-place"),
        MessageInput(_place, content_types=ContentType.TEXT),
        Row(back(), menu()),
        state=CeremonyForm.place,
    ),
    Window(
        asked("ceremony-ask-address"),
        MessageInput(_address, content_types=ContentType.TEXT),
        Row(back(), menu()),
        state=CeremonyForm.address,
    ),
    Window(
        Say("ceremony-ask-guests"),
        _chosen("guests", _guests, 6),
        Row(back(), menu()),
        state=CeremonyForm.guests,
        getter=_counts,
        preview_data=_counts,
    ),
    Window(
        asked("ceremony-ask-bring"),
        MessageInput(_bring, content_types=ContentType.TEXT),
        Button(Label("ceremony-button-nothing"), id="nothing", on_click=_nothing),
        Row(back(), menu()),
        state=CeremonyForm.bring,
    ),
)
