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
from aiogram_dialog.widgets.text import Format, Multi

from award.calendar import DAY, local_date
from award.calendar.zones import zone_in
from award.ceremonies.ceremonies import (
    LONGEST,
    MAKERS,
    MOST_GUESTS,
    Plan,
    card,
    change,
    make,
    run_by,
)
from award.errors import Refusal
from award.typed import fitting, tidied
from handlers.ceremonies import desk, door, finding, invitation, winners
from handlers.ceremonies.desk import card_of
from handlers.ceremonies.taps import CeremonyDo, CeremonyTap
from handlers.ui.calendar import Between
from handlers.ui.context import RequestContext, Speaking, context_of
from handlers.ui.navigation import asked, started_with
from handlers.ui.previews import TODAY, story
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
from storage.tables import Ceremony, RoleKind

HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(10, 20) for minute in (0, 30))
AHEAD = 365 * DAY  # a ceremony is at most a year ahead

router = Router(name="ceremony-form")
# All of the subject is asked as one.
router.include_routers(desk.router, winners.router, door.router, finding.router, invitation.router)


class CeremonyForm(StatesGroup):
    """Started with {"ceremony": id} to change one, {"ceremony": 0} to make one."""

    day = State()
    hour = State()
    place = State()
    address = State()
    guests = State()
    bring = State()
    check = State()


@router.callback_query(CeremonyTap.filter(F.do.in_({CeremonyDo.NEW, CeremonyDo.CHANGE})))
async def begin(
    tap: CallbackQuery, callback_data: CeremonyTap, dialog_manager: DialogManager
) -> None:
    at = context_of(dialog_manager)
    at.actor.require(*MAKERS)
    data: dict[str, Any] = {"ceremony": callback_data.ceremony}
    if callback_data.do is CeremonyDo.CHANGE:
        data["was"] = _was(at, await run_by(at, callback_data.ceremony, change=True))
    await open_anew(dialog_manager, CeremonyForm.day, data)


def _was(at: RequestContext, ceremony: Ceremony) -> dict[str, Any]:
    """A ceremony's answers as the form keeps them."""
    starts = ceremony.starts_at.astimezone(ZoneInfo(zone_in(at.programme, ceremony.region)))
    return {
        "day": starts.date().isoformat(),
        "hour": f"{starts:%H:%M}",
        **{"place": ceremony.place, "address": ceremony.address},
        **{"guests": ceremony.guests, "bring": ceremony.bring},
    }


def _now(name: str) -> Any:
    """A window's getter: how the answer stands, of a ceremony that is changed."""

    async def getter(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
        was = started_with(dialog_manager).get("was")
        if was is None:
            return {"changes": False}
        shown = at.say.plain("ceremony-day", day=dt.date.fromisoformat(was["day"]))
        words = shown if name == "day" else str(was[name]) or at.say.plain("ceremony-nothing")
        return {"changes": True, "was": words}

    return getter


def _kept(name: str) -> Button:
    """One tap lets the answer stay as it is."""

    async def keep(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        manager.dialog_data[name] = started_with(manager)["was"][name]
        await manager.next()

    return Button(Label("ceremony-button-keep"), id=f"keep_{name}", on_click=keep, when="changes")


async def _days(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    """Opens on the month of the day that it was, or on this one."""
    was = started_with(dialog_manager).get("was")
    days = _from_tomorrow(at)
    return days | ({"shown": dt.date.fromisoformat(was["day"])} if was else {})


async def _days_preview(at: Speaking, **_: Any) -> dict[str, Any]:
    return _from_tomorrow(at) | {"changes": False}


def _from_tomorrow(at: Speaking) -> dict[str, Any]:
    today = local_date(at.now, at.programme.zone)
    return {"earliest": today + DAY, "latest": today + AHEAD, "shown": today + DAY}


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
    manager.dialog_data["bring"] = tidied(message.text)[: LONGEST[2]]
    await manager.next()


async def _nothing(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    manager.dialog_data["bring"] = ""
    await manager.next()


async def _check(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    """All that was answered, and how many are told of a change."""
    number, told = int(started_with(dialog_manager)["ceremony"]), dialog_manager.dialog_data
    invited = (await card(at, number)).counts.invited if number else 0
    plan = await _plan(at, number, told)
    return _shown(at, plan, number, invited)


def _shown(at: Speaking, plan: Plan, number: int, invited: int) -> dict[str, Any]:
    return {
        "starts": plan.starts_at,
        "place": plan.place,
        "address": plan.address,
        "guests": plan.guests,
        "bring": plan.bring or at.say.plain("ceremony-nothing"),
        "changes": bool(number),
        "new": not number,
        "invited": invited,
    }


async def _example(at: Speaking, **_: Any) -> dict[str, Any]:
    starts = dt.datetime(TODAY.year, 12, 16, 15, tzinfo=ZoneInfo(at.programme.zone))
    return _shown(at, Plan(starts, story(at.say).centre, story(at.say).place, 2), 1, 40)


async def _plan(at: RequestContext, number: int, told: dict[str, Any]) -> Plan:
    region = None
    if number:
        region = (await run_by(at, number, change=True)).region
    elif not at.actor.has(RoleKind.OPERATOR):
        region = next((role.region for role in at.actor.roles if role.region), None)
    moment = dt.datetime.fromisoformat(f"{told['day']}T{told['hour']}")
    return Plan(
        starts_at=moment.replace(tzinfo=ZoneInfo(zone_in(at.programme, region))),
        place=told["place"],
        address=told["address"],
        guests=told["guests"],
        bring=told["bring"],
    )


async def _surely(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """The ceremony stands, or is another one; whoever is invited is told at once."""
    at, number = context_of(manager), int(started_with(manager)["ceremony"])
    plan = await _plan(at, number, manager.dialog_data)
    ceremony = await (change(at, number, plan) if number else make(at, plan))
    await manager.done()
    at.reply.send(await card_of(at, ceremony.id))


def _chosen(name: str, on_click: Any, width: int) -> Group:
    return Group(
        Select(Format("{item[1]}"), name, lambda item: item[0], "items", on_click=on_click),
        width=width,
    )


def _question(key: str, name: str, *parts: Any, **getters: Any) -> Window:
    """A question of the form; of a change with how it stands, and a button that leaves it so."""
    getter = getters.get("getter")
    first = Row(cancel(), menu()) if name == "day" else Row(back(), menu())
    return Window(
        Multi(asked(key), Say("ceremony-now", when="changes"), sep="\n\n"),
        *parts,
        _kept(name),
        first,
        state=getattr(CeremonyForm, name),
        getter=[_now(name), *([getter] if getter else [])],
        preview_data=getters.get("preview_data") or getter or _preview,
    )


async def _preview(**_: Any) -> dict[str, Any]:
    return {"changes": False}


dialog = Dialog(
    _question(
        "ceremony-ask-day",
        "day",
        Between(id="day", on_click=_day),
        getter=_days,
        preview_data=_days_preview,
    ),
    _question("ceremony-ask-hour", "hour", _chosen("hour", _hour, 4), getter=_hours),
    _question("ceremony-ask-place", "place", MessageInput(_place, content_types=ContentType.TEXT)),
    _question(
        "ceremony-ask-address", "address", MessageInput(_address, content_types=ContentType.TEXT)
    ),
    _question("ceremony-ask-guests", "guests", _chosen("guests", _guests, 6), getter=_counts),
    _question(
        "ceremony-ask-bring",
        "bring",
        MessageInput(_bring, content_types=ContentType.TEXT),
        Button(Label("ceremony-button-nothing"), id="nothing", on_click=_nothing),
    ),
    Window(
        Multi(asked("ceremony-check"), Say("ceremony-check-change", when="changes"), sep="\n\n"),
        Button(Label("ceremony-button-make"), id="make", on_click=_surely, when="new"),
        Button(Label("ceremony-button-change"), id="change", on_click=_surely, when="changes"),
        Row(back(), menu()),
        state=CeremonyForm.check,
        getter=_check,
        preview_data=_example,
    ),
)

dialogs = (dialog, finding.dialog)
