"""Asking a participant who sends nothing how they are, and what they answer (programme.md §10)."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup

from award.calendar.zones import today_in
from award.errors import NotAllowed
from award.mentoring.views import participant_in
from award.outbox import NoticeKind
from award.paging import PAGE
from award.reminders.silence import ASKED_AFTER, SNOOZES, all_is_well, silence_of, still_silent
from handlers.ui.context import RequestContext
from handlers.ui.navigation import card_button, menu_button
from handlers.ui.notice_lists import left_out, told
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import CardDo, CardTap, GoTap, Id, Screen
from storage.tables import EnrolmentState

router = Router(name="silence")


class SilenceDo(StrEnum):
    """What a participant answers who was asked: all is well, or ask later."""

    WELL = "well"
    LATER = "later"


class SilenceTap(CallbackData, prefix="si"):
    """The participant's answer."""

    do: SilenceDo
    enrolment: Id


_DAYS = {SilenceDo.LATER: SNOOZES[0], SilenceDo.WELL: ASKED_AFTER}


@notice(NoticeKind.SILENT)
async def _silent(at: Notice) -> Shown | None:
    """To the participant, kindly; nothing once they have sent something."""
    silent = await silence_of(at, at.details["enrolment"])
    if silent is None:
        return None
    say = at.say

    def answer(do: SilenceDo) -> str:
        return SilenceTap(do=do, enrolment=silent.enrolment_id).pack()

    rows = [
        [button(say.plain("menu-button-add"), GoTap(to=Screen.ADD).pack())],
        [button(say.plain("silence-button-absence"), GoTap(to=Screen.ABSENCE).pack())],
        [
            button(say.plain("silence-button-well"), answer(SilenceDo.WELL)),
            button(say.plain("silence-button-later"), answer(SilenceDo.LATER)),
        ],
    ]
    return Shown(say("silence-asked", days=silent.days), (), rows)


@notice(NoticeKind.PARTICIPANTS_SILENT)
async def _participants(at: Notice) -> Shown | None:
    """To the mentor: who was asked, and since when nothing came."""
    try:
        silent = await still_silent(at, at.details["enrolments"])
    except NotAllowed:
        return None
    lines = [
        at.say("silence-line", name=each.name, day=today_in(at.programme, None, each.since))
        for each in silent
    ]
    rows = [
        [button(f"👤 {each.name}", CardTap(do=CardDo.OPEN, enrolment=each.enrolment_id).pack())]
        for each in silent[:PAGE]
    ]
    return told(at.say("silence-participants"), lines, left_out(at, lines), rows)


@notice(NoticeKind.ALL_IS_WELL)
async def _well(at: Notice) -> Shown | None:
    """To the mentor: one who was asked is well and goes on."""
    number = at.details["enrolment"]
    name = await participant_in(at, number, EnrolmentState.ACTIVE)
    if name is None:
        return None
    rows = [[card_button("button-card", CardDo.OPEN, number, at.say)]]
    return Shown(at.say("silence-told-well", name=name), (), rows)


@router.callback_query(SilenceTap.filter(F.do.in_(set(_DAYS))))
async def answered(tap: CallbackQuery, callback_data: SilenceTap, at: RequestContext) -> None:
    """Not asked for a while; the message says so, and how to log all the same."""
    do = callback_data.do
    await all_is_well(at, callback_data.enrolment, _DAYS[do])
    rows = [
        [button(at.say.plain("menu-button-add"), GoTap(to=Screen.ADD).pack()), menu_button(at.say)]
    ]
    at.reply.put(Shown(Markup(at.say(f"silence-answered-{do}")), (), rows))
