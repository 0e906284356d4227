"""Times for a day in one go: all by taps, but where they are (§8.9)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from aiogram import Router
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.input import ManagedTextInput, TextInput
from aiogram_dialog.widgets.kbd import Column, Row, Select
from aiogram_dialog.widgets.text import Format

from award.calendar import DAY, local_date
from award.errors import NotAllowed, Refusal
from award.interviews.offering import last_places, offer, zone_here
from award.interviews.series import CLOSES, LENGTHS, OPENS, PAUSES, Series, most, starts
from handlers.interviews.meeting import days_shown
from handlers.interviews.taps import MeetDo, MeetTap, NewTimes
from handlers.interviews.words import brief_day, day_label, local
from handlers.ui.context import RequestContext, context_of
from handlers.ui.navigation import asked, menu_button, started_with
from handlers.ui.shown import Shown, button, shortened
from handlers.ui.widgets import Dialog, cancel, menu, mistaken, open_anew

router = Router(name="interview_offering")

Rows = list[list[InlineKeyboardButton]]
DAYS_SHOWN = 21
STEP = 30  # minutes between the first times that are offered
A_ROW = 4
ASKED = ("day", "first", "minutes", "pause", "count")  # of a series, in this order


class InterviewPlace(StatesGroup):
    """Where they are; started with {"times": what was chosen, packed}."""

    place = State()


@router.callback_query(NewTimes.filter())
async def ask(
    tap: CallbackQuery,
    callback_data: NewTimes,
    at: RequestContext,
    dialog_manager: DialogManager,
) -> None:
    """The next thing that was not chosen yet; with all of it, the place."""
    chosen = callback_data
    zone = await zone_here(at, chosen.commission)
    if not chosen.day:
        at.reply.put(_days(at, chosen, zone))
    elif not chosen.first:
        at.reply.put(_asked(at, chosen, "first", _firsts(chosen, at, zone), A_ROW))
    elif not chosen.minutes:
        at.reply.put(_asked(at, chosen, "minutes", [(str(n), n) for n in LENGTHS], len(LENGTHS)))
    elif chosen.pause < 0:
        at.reply.put(_asked(at, chosen, "pause", [(str(n), n) for n in PAUSES], A_ROW))
    elif not chosen.count:
        room = most(_time(chosen.first), chosen.minutes, chosen.pause)
        counts = [(str(n), n) for n in range(1, room + 1)]
        at.reply.put(_asked(at, chosen, "count", counts, 7))
    else:
        starts(_series(chosen), zone, at.now)
        await open_anew(
            dialog_manager, InterviewPlace.place, {"times": chosen.pack()}, ShowMode.SEND
        )


def _days(at: RequestContext, chosen: NewTimes, zone: str) -> Shown:
    today = local_date(at.now, zone)
    days = [today + DAY * number for number in range(DAYS_SHOWN)]
    working = [(brief_day(day, at.say), day.toordinal()) for day in days if day.weekday() < 6]
    return _asked(at, chosen, "day", working, 2)


def _firsts(chosen: NewTimes, at: RequestContext, zone: str) -> Iterable[tuple[str, int]]:
    """Times from which on a shortest interview fits, and which lie ahead."""
    now = local(at.now, zone)
    today = now.date().toordinal() == chosen.day
    for first in range(_minutes(OPENS), _minutes(CLOSES) - LENGTHS[0] + 1, STEP):
        if not today or first > _minutes(now.time()):
            yield f"{_time(first):%H:%M}", first


def _asked(
    at: RequestContext,
    chosen: NewTimes,
    name: str,
    options: Iterable[tuple[str, int]],
    a_row: int,
) -> Shown:
    buttons = [
        button(label, chosen.model_copy(update={name: value}).pack()) for label, value in options
    ]
    rows: Rows = [buttons[first : first + a_row] for first in range(0, len(buttons), a_row)]
    rows.append([button(at.say.plain("button-back"), _back(chosen)), menu_button(at.say)])
    key = f"interview-ask-{name}" if buttons else "interview-ask-none"
    return Shown(at.say(key), (), rows)


def _back(chosen: NewTimes) -> str:
    """To the question before; from the first to the days that have times already."""
    unchosen = NewTimes(commission=chosen.commission)
    given = [name for name in ASKED if getattr(chosen, name) != getattr(unchosen, name)]
    if not given:
        return MeetTap(do=MeetDo.DAYS, id=chosen.commission).pack()
    last = given[-1]
    return chosen.model_copy(update={last: getattr(unchosen, last)}).pack()


async def _places(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    chosen = _chosen(dialog_manager)
    places = await last_places(at, chosen.commission)
    series = _series(chosen)
    return {
        "day": day_label(series.day, at.say),
        "first": f"{series.first:%H:%M}",
        "minutes": series.minutes,
        "count": series.count,
        "places": [(number, shortened(place, 40)) for number, place in enumerate(places)],
    }


async def _preview(at: RequestContext, **_: Any) -> dict[str, Any]:
    day = day_label(dt.date(2026, 11, 9), at.say)
    places = [(0, "https://meet.example/abc")]
    return {"day": day, "first": "10:00", "minutes": 20, "count": 12, "places": places}


async def _same(_tap: CallbackQuery, _select: Any, manager: DialogManager, number: str) -> None:
    at, chosen = context_of(manager), _chosen(manager)
    places = await last_places(at, chosen.commission)
    if int(number) < len(places):
        await _offered(manager, places[int(number)])


async def _typed(
    _message: Message, _input: ManagedTextInput[str], manager: DialogManager, words: str
) -> None:
    try:
        await _offered(manager, words)
    except NotAllowed:
        raise
    except Refusal as refusal:
        mistaken(manager, refusal, words)


async def _offered(manager: DialogManager, place: str) -> None:
    at, chosen = context_of(manager), _chosen(manager)
    new = await offer(at, chosen.commission, _series(chosen), place)
    await manager.done(show_mode=ShowMode.NO_UPDATE)
    at.reply.say(at.say("interview-offered", times=new))
    at.reply.send(await days_shown(at, chosen.commission))


def _chosen(manager: DialogManager) -> NewTimes:
    return NewTimes.unpack(str(started_with(manager)["times"]))


def _series(chosen: NewTimes) -> Series:
    return Series(
        dt.date.fromordinal(chosen.day),
        _time(chosen.first),
        chosen.minutes,
        chosen.pause,
        chosen.count,
    )


def _time(minutes: int) -> dt.time:
    return dt.time(*divmod(minutes, 60))


def _minutes(time: dt.time) -> int:
    return time.hour * 60 + time.minute


dialog = Dialog(
    Window(
        asked("interview-ask-place"),
        Column(Select(Format("{item[1]}"), "same", lambda item: item[0], "places", on_click=_same)),
        TextInput(id="place_typed", on_success=_typed),
        Row(cancel(), menu()),
        state=InterviewPlace.place,
        getter=_places,
        preview_data=_preview,
    )
)
