"""A candidate's interview: a day, a time, one tap each; change, calendar, how it stands (§8.9)."""

import datetime as dt

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from award.errors import NotFound, Refusal, TooLate
from award.interviews.choosing import (
    Standing,
    choose,
    free_days,
    free_times,
    give_back,
    own_interview,
)
from award.paging import PAGE
from handlers.interviews.taps import ChooseDo, ChooseTap, day_of
from handlers.interviews.words import (
    calendar_file,
    clock,
    day_label,
    local,
    place_rows,
    place_words,
)
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button
from handlers.wording.names import level_name
from locales import Texts

router = Router(name="interview_choosing")

Rows = list[list[InlineKeyboardButton]]
A_ROW = 4  # times


@router.callback_query(ChooseTap.filter(F.do.in_({ChooseDo.SHOW, ChooseDo.GIVE_BACK})))
async def show(tap: CallbackQuery, callback_data: ChooseTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}):
        if callback_data.do is ChooseDo.GIVE_BACK:
            await give_back(at)
    at.reply.put(await interview_shown(at))


@router.callback_query(ChooseTap.filter(F.do == ChooseDo.DAYS))
async def days(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.put(await _days(at))


@router.callback_query(ChooseTap.filter(F.do == ChooseDo.DAY))
async def times(tap: CallbackQuery, callback_data: ChooseTap, at: RequestContext) -> None:
    at.reply.put(await _times(at, day_of(callback_data.value)))


@router.callback_query(ChooseTap.filter(F.do == ChooseDo.TAKE))
async def take(tap: CallbackQuery, callback_data: ChooseTap, at: RequestContext) -> None:
    """Taken, with a file for the calendar; what another took meanwhile is not shown any more."""
    with answering(at, {Refusal: None}) as answered:
        await choose(at, callback_data.value)
    if isinstance(answered.refusal, TooLate):
        at.reply.put(await _days(at))
        return
    at.reply.put(await interview_shown(at))
    if answered.refusal is None:
        await _send_file(at)


@router.callback_query(ChooseTap.filter(F.do == ChooseDo.FILE))
async def file(tap: CallbackQuery, at: RequestContext) -> None:
    await _send_file(at)


@router.callback_query(ChooseTap.filter(F.do == ChooseDo.ASK_BACK))
async def ask_back(tap: CallbackQuery, at: RequestContext) -> None:
    own = await own_interview(at)
    if own.taken is None or not own.may_change:
        raise Refusal("interview-too-soon")
    say = at.say
    when = local(own.taken.starts_at, own.zone)
    rows = [
        [_to(ChooseDo.GIVE_BACK, say.plain("interview-button-give-back"))],
        [_to(ChooseDo.SHOW, say.plain("button-back"))],
    ]
    at.reply.put(Shown(say("interview-ask-back", when=when), (), rows))


async def interview_shown(at: Speaking) -> Shown:
    """How the own interview stands, and what can be done about it."""
    own, say = await own_interview(at), at.say
    level = level_name(at.programme.find_level(own.level), say)
    if own.came:
        return Shown(say("interview-over-came", level=level), (), [[menu_button(say)]])
    if own.taken is not None:
        return _taken(own, level, say)
    if own.tries <= 0:
        return Shown(say("interview-without", level=level), (), [[menu_button(say)]])
    free = sum((await free_days(at)).values())
    rows: Rows = []
    if free:
        rows.append([_to(ChooseDo.DAYS, say.plain("interview-button-choose"))])
    rows.append([menu_button(say)])
    return Shown(say("interview-none", level=level, free=free), (), rows)


def _taken(own: Standing, level: str, say: Texts) -> Shown:
    time = own.taken
    assert time is not None
    text = say(
        "interview-taken-card",
        level=level,
        when=local(time.starts_at, own.zone),
        minutes=time.minutes,
        place=place_words(time.place, say),
        changes="yes" if own.may_change else "no",
    )
    rows = place_rows(time.place, say)
    rows.append([_to(ChooseDo.FILE, say.plain("interview-button-calendar"))])
    if own.may_change:
        rows += [
            [_to(ChooseDo.DAYS, say.plain("interview-button-change"))],
            [_to(ChooseDo.ASK_BACK, say.plain("interview-button-cannot"))],
        ]
    return Shown(text, (), [*rows, [menu_button(say)]])


async def _days(at: RequestContext) -> Shown:
    say = at.say
    found = list((await free_days(at)).items())
    if not found:
        return await interview_shown(at)
    rows = [
        [
            _to(
                ChooseDo.DAY,
                say.plain("interview-day-free", day=day_label(day, say), free=free),
                day.toordinal(),
            )
        ]
        for day, free in found[:PAGE]
    ]
    rows.append([_to(ChooseDo.SHOW, say.plain("button-back"))])
    return Shown(say("interview-choose-day", more=max(0, len(found) - PAGE)), (), rows)


async def _times(at: RequestContext, day: dt.date) -> Shown:
    say, own = at.say, await own_interview(at)
    free = await free_times(at, day)
    if not free:
        return await _days(at)
    labels = [_to(ChooseDo.TAKE, clock(time.starts_at, own.zone), time.id) for time in free]
    rows = [labels[first : first + A_ROW] for first in range(0, len(labels), A_ROW)]
    rows.append([_to(ChooseDo.DAYS, say.plain("button-back"))])
    return Shown(say("interview-choose-time", day=day_label(day, say)), (), rows)


async def _send_file(at: RequestContext) -> None:
    own = await own_interview(at)
    if own.taken is None:
        raise NotFound
    title = at.say.plain(
        "interview-title", level=level_name(at.programme.find_level(own.level), at.say)
    )
    time = own.taken
    attached = calendar_file(time.id, time.starts_at, time.minutes, time.place, title)
    at.reply.send(Shown(at.say("interview-file"), (attached,)))


def _to(do: ChooseDo, label: str, value: int = 0) -> InlineKeyboardButton:
    return button(label, ChooseTap(do=do, value=value).pack())
