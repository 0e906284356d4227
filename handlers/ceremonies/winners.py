"""Whom a ceremony's invitations go to: a choice of winners by taps, or one by name."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from award.ceremonies.inviting import AT_ONCE, Waiting, Which, invite, invite_one, waiting_winners
from award.errors import Refusal
from handlers.ceremonies.desk import to_card
from handlers.ceremonies.taps import (
    AddTap,
    CeremonyDo,
    CeremonyTap,
    WinnersDo,
    WinnersTap,
)
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button
from handlers.wording.names import level_name, region_name

Rows = list[list[InlineKeyboardButton]]

router = Router(name="ceremony-winners")

PARTS = (WinnersDo.LEVEL, WinnersDo.SEASON, WinnersDo.REGION)


@router.callback_query(CeremonyTap.filter(F.do == CeremonyDo.INVITE))
async def open_choice(tap: CallbackQuery, callback_data: CeremonyTap, at: RequestContext) -> None:
    at.reply.put(await _choice(at, WinnersTap(do=WinnersDo.SHOW, ceremony=callback_data.ceremony)))


@router.callback_query(WinnersTap.filter(F.do == WinnersDo.SHOW))
async def show(tap: CallbackQuery, callback_data: WinnersTap, at: RequestContext) -> None:
    at.reply.put(await _choice(at, callback_data))


@router.callback_query(WinnersTap.filter(F.do.in_(PARTS)))
async def choose(tap: CallbackQuery, callback_data: WinnersTap, at: RequestContext) -> None:
    """The values that a part of the choice may have, each with how many winners."""
    waiting = await waiting_winners(at, callback_data.ceremony)
    part, which = callback_data.do.value, _which(callback_data)
    rows: Rows = [
        [_to(callback_data, WinnersDo.SHOW, _named(at, part, value, count), **{part: value})]
        for value, count in waiting.offered(part, which)
    ]
    free = type(getattr(which, part))()
    everybody = at.say.plain(f"ceremony-any-{part}")
    rows.append([_to(callback_data, WinnersDo.SHOW, everybody, **{part: free})])
    back = _to(callback_data, WinnersDo.SHOW, at.say.plain("button-back"))
    at.reply.put(Shown(at.say(f"ceremony-which-{part}"), (), [*rows, [back, menu_button(at.say)]]))


@router.callback_query(WinnersTap.filter(F.do == WinnersDo.INVITE))
async def invite_some(tap: CallbackQuery, callback_data: WinnersTap, at: RequestContext) -> None:
    """The next winners of the choice, as many as one tap takes."""
    with answering(at, {Refusal: None}) as done:
        count = await invite(at, callback_data.ceremony, _which(callback_data))
    if done.refusal is None:
        at.reply.note(at.say.plain("ceremony-invited", count=count))
    at.reply.put(await _choice(at, callback_data))


@router.callback_query(AddTap.filter())
async def add(tap: CallbackQuery, callback_data: AddTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}) as done:
        await invite_one(at, callback_data.ceremony, callback_data.dossier)
    if done.refusal is None:
        at.reply.note(at.say.plain("ceremony-invited", count=1))
    at.reply.put(await _choice(at, WinnersTap(do=WinnersDo.SHOW, ceremony=callback_data.ceremony)))


async def _choice(at: RequestContext, chosen: WinnersTap) -> Shown:
    waiting, which, say = await waiting_winners(at, chosen.ceremony), _which(chosen), at.say
    count = waiting.count(which)
    parts = [part for part in PARTS if part is not WinnersDo.REGION or waiting.region is None]
    rows: Rows = []
    if count:
        label = say.plain("ceremony-button-invite", count=min(count, AT_ONCE))
        rows.append([_to(chosen, WinnersDo.INVITE, label)])
    rows += [[_to(chosen, part, _chosen(at, part.value, which))] for part in parts]
    rows += _of_missed(at, chosen, waiting)
    rows.append([_to(chosen, WinnersDo.FIND, say.plain("ceremony-button-add"))])
    rows.append([to_card(at, chosen.ceremony), menu_button(say)])
    key = "ceremony-which-missed" if which.missed else "ceremony-which"
    words = say(key, count=count)
    if count > AT_ONCE:
        words += " " + say("ceremony-which-most", most=AT_ONCE)
    return Shown(words, (), rows)


def _of_missed(at: RequestContext, chosen: WinnersTap, waiting: Waiting) -> Rows:
    """To those who could not come to an earlier one, where there are any, and back."""
    others = waiting.count(Which(missed=not chosen.missed))
    if not others:
        return []
    label = at.say.plain("ceremony-button-new-ones" if chosen.missed else "ceremony-button-missed")
    return [[_to(chosen, WinnersDo.SHOW, label, missed=not chosen.missed)]]


def _which(tap: WinnersTap) -> Which:
    return Which(tap.level, tap.season, tap.region, tap.missed)


def _chosen(at: RequestContext, part: str, which: Which) -> str:
    value = getattr(which, part)
    any_ = at.say.plain(f"ceremony-any-{part}")
    return at.say.plain(f"ceremony-part-{part}", value=_value(at, part, value) if value else any_)


def _named(at: RequestContext, part: str, value: str | int, count: int) -> str:
    name = _value(at, part, value) if value else at.say.plain("ceremony-unknown")
    return at.say.plain("ceremony-part-count", value=name, count=count)


def _value(at: RequestContext, part: str, value: str | int) -> str:
    if part == WinnersDo.LEVEL:
        return level_name(at.programme.find_level(str(value)), at.say)
    if part == WinnersDo.REGION:
        return region_name(at.programme, str(value), at.say) or str(value)
    return str(value)


def _to(tap: WinnersTap, do: WinnersDo, label: str, **changed: object) -> InlineKeyboardButton:
    return button(label, tap.model_copy(update={"do": do, **changed}).pack())
