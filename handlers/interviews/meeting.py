"""A commission's interviews: its days, who took which time, who came (§8.9)."""

import datetime as dt

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from award.errors import NotFound, Refusal
from award.interviews.coming import note_came
from award.interviews.offering import (
    Planned,
    days_with_times,
    planned,
    planned_one,
    take_back,
    zone_here,
)
from award.paging import PAGE
from handlers.interviews.taps import MeetDo, MeetTap, NewTimes, day_of
from handlers.interviews.words import (
    calendar_file,
    clock,
    day_label,
    local,
    place_rows,
    place_words,
)
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button
from handlers.ui.taps import CandidateDo, CandidateTap, CommissionDo, CommissionTap

router = Router(name="interview_meeting")

Rows = list[list[InlineKeyboardButton]]


@router.callback_query(MeetTap.filter(F.do == MeetDo.DAYS))
async def days(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    at.reply.put(await days_shown(at, callback_data.id))


async def days_shown(at: RequestContext, commission: int) -> Shown:
    say = at.say
    found = list((await days_with_times(at, commission)).items())
    rows: Rows = [
        [
            _to(
                MeetDo.DAY,
                commission,
                say.plain("interview-day-taken", day=day_label(day, say), taken=taken, all=all_),
                day.toordinal(),
            )
        ]
        for day, (taken, all_) in found[:PAGE]
    ]
    new = NewTimes(commission=commission).pack()
    rows.append([button(say.plain("interview-button-offer"), new)])
    desk = CommissionTap(do=CommissionDo.DESK, id=commission).pack()
    rows.append([button(say.plain("button-back"), desk), menu_button(say)])
    return Shown(say("interview-days", days=len(found)), (), rows)


@router.callback_query(MeetTap.filter(F.do == MeetDo.DAY))
async def day(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    at.reply.put(await _day(at, callback_data.id, day_of(callback_data.day)))


async def _day(at: RequestContext, commission: int, on: dt.date) -> Shown:
    say, zone = at.say, await zone_here(at, commission)
    rows: Rows = [
        [_to(MeetDo.SHOW, each.id, _label(each, zone, at))]
        for each in await planned(at, commission, on)
    ]
    rows.append([_to(MeetDo.DAYS, commission, say.plain("button-back")), menu_button(say)])
    return Shown(say("interview-day", day=day_label(on, say)), (), rows)


def _label(each: Planned, zone: str, at: RequestContext) -> str:
    if each.hidden:
        state = "conflict"
    elif each.came is not None:
        state = "came" if each.came else "missed"
    else:
        state = "free" if each.name is None else "taken"
    when = clock(each.starts_at, zone)
    return at.say.plain(f"interview-line-{state}", when=when, name=each.name or "")


@router.callback_query(MeetTap.filter(F.do.in_({MeetDo.SHOW, MeetDo.CAME, MeetDo.NOT_COME})))
async def one(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    """A time; who took it, and once it has begun whether they came."""
    number = callback_data.id
    with answering(at, {Refusal: None}):
        if callback_data.do is not MeetDo.SHOW:
            await note_came(at, number, came=callback_data.do is MeetDo.CAME)
    at.reply.put(await _one(at, number))


async def _one(at: RequestContext, number: int) -> Shown:
    commission, seen = await planned_one(at, number)
    say, zone = at.say, await zone_here(at, commission)
    begun, taken = seen.starts_at <= at.now, seen.name is not None
    text = say(
        "interview-one",
        when=local(seen.starts_at, zone),
        minutes=seen.minutes,
        place=place_words(seen.place, say),
        state="hidden" if seen.hidden else "taken" if taken else "free",
        name=seen.name or "",
        came={True: "yes", False: "no", None: "open"}[seen.came],
    )
    rows: Rows = []
    if seen.candidacy_id is not None:
        dossier = CandidateTap(do=CandidateDo.SHOW, id=seen.candidacy_id).pack()
        rows.append([button(say.plain("interview-button-dossier"), dossier)])
    if taken and seen.came is None:
        rows += place_rows(seen.place, say)
    if taken and not begun:
        rows.append([_to(MeetDo.FILE, number, say.plain("interview-button-calendar"))])
    if taken and begun and not seen.came:
        rows.append([_to(MeetDo.CAME, number, say.plain("interview-button-came"))])
        if seen.came is None:
            rows.append([_to(MeetDo.NOT_COME, number, say.plain("interview-button-not-come"))])
    if not begun:
        rows.append([_to(MeetDo.ASK_BACK, number, say.plain("interview-button-take-back"))])
    day_of = local(seen.starts_at, zone).date().toordinal()
    rows.append([_to(MeetDo.DAY, commission, say.plain("button-back"), day_of), menu_button(say)])
    return Shown(text, (), rows)


@router.callback_query(MeetTap.filter(F.do == MeetDo.ASK_BACK))
async def ask_back(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    commission, seen = await planned_one(at, callback_data.id)
    say, zone = at.say, await zone_here(at, commission)
    rows = [
        [_to(MeetDo.TAKE_BACK, seen.id, say.plain("interview-button-take-back"))],
        [_to(MeetDo.SHOW, seen.id, say.plain("button-back"))],
    ]
    taken = "yes" if seen.name is not None or seen.hidden else "no"
    when = local(seen.starts_at, zone)
    at.reply.put(Shown(say("interview-ask-take-back", when=when, taken=taken), (), rows))


@router.callback_query(MeetTap.filter(F.do == MeetDo.TAKE_BACK))
async def withdraw(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    commission, _ = await planned_one(at, callback_data.id)
    with answering(at, {Refusal: None}) as answered:
        await take_back(at, callback_data.id)
    if answered.refusal is None:
        at.reply.note(at.say.plain("interview-took-back"))
    at.reply.put(await days_shown(at, commission))


@router.callback_query(MeetTap.filter(F.do == MeetDo.FILE))
async def file(tap: CallbackQuery, callback_data: MeetTap, at: RequestContext) -> None:
    _, seen = await planned_one(at, callback_data.id)
    if seen.name is None:
        raise NotFound
    title = at.say.plain("interview-title-of", name=seen.name)
    attached = calendar_file(seen.id, seen.starts_at, seen.minutes, seen.place, title)
    at.reply.send(Shown(at.say("interview-file"), (attached,)))


def _to(do: MeetDo, number: int, label: str, day_: int = 0) -> InlineKeyboardButton:
    return button(label, MeetTap(do=do, id=number, day=day_).pack())
