"""Those who answer an application: the mentor is told, or a centre's head chooses a mentor."""

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery
from markupsafe import Markup

from award.errors import Refusal, TooLate
from award.mentoring.assignment import assign_mentor
from award.mentoring.views import (
    Applied,
    Choosing,
    application_to_give,
    choose_mentor,
    days_to_answer,
    mentor_given,
    new_application,
    own_mentor,
    participant_in,
)
from award.outbox import NoticeKind
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.paging import on_page
from handlers.ui.shown import Shown, button
from handlers.ui.taps import ChooseMentor, GoTap, Id, Newcomer, OpenMenu, Screen
from handlers.wording.names import level_name, mentor_name
from storage.tables import EnrolmentState


class AssignMentor(CallbackData, prefix="assign"):
    """Give an application to this mentor."""

    enrolment: Id
    mentor: Id


router = Router(name="applications")


@notice(NoticeKind.APPLICATION_NEW)
async def _new(at: Notice) -> Shown | None:
    """To the mentor of a new application."""
    new = await new_application(at, at.details["enrolment"])
    if new is None:
        return None
    to = Newcomer(enrolment=new.enrolment_id).pack()
    return Shown(
        _words("notice-application-new", new, at),
        buttons=((button(at.say.plain("button-newcomer"), to),),),
    )


async def _unanswered(at: Notice) -> bool:
    return bool(await days_to_answer(at, [at.details["enrolment"]]))


@together(NoticeKind.APPLICATION_NEW, waits=_unanswered)
async def _several_new(at: Several) -> Shown | None:
    """How many are new, and by when the first of them is to be answered."""
    due = await days_to_answer(at, [each["enrolment"] for each in at.all_details])
    if not due:
        return None
    to = button(at.say.plain("notice-button-participants"), GoTap(to=Screen.PARTICIPANTS).pack())
    words = at.say("notice-applications-new", newcomers=len(due), day=min(due))
    return Shown(words, (), [[to]])


@notice(NoticeKind.APPLICATION_UNASSIGNED)
async def _unassigned(at: Notice) -> Shown | None:
    """To the head of a centre, or an operator: an application needs a mentor."""
    found = await application_to_give(at, at.details["enrolment"])
    return None if found is None else _choosing(at, found, 0)


@notice(NoticeKind.MENTOR_ASSIGNED)
async def _assigned(at: Notice) -> Shown | None:
    """To the participant: who the mentor is."""
    mentor = await own_mentor(at, at.details["enrolment"])
    if mentor is None or mentor.answer_due is None:
        return None
    name = mentor_name(mentor.name, mentor.id, at.say)
    return Shown(
        at.say("notice-mentor-assigned", name=name, day=mentor.answer_due),
        buttons=((button(at.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice(NoticeKind.PARTICIPANT_LEFT)
async def _left(at: Notice) -> Shown | None:
    """To the mentor of a participant whose representative took the consent back."""
    name = await participant_in(at, at.details["enrolment"], EnrolmentState.WITHDRAWN)
    return None if name is None else Shown(at.say("notice-participant-left", name=name))


@router.callback_query(ChooseMentor.filter())
async def list_mentors(tap: CallbackQuery, callback_data: ChooseMentor, at: RequestContext) -> None:
    try:
        found = await choose_mentor(at, callback_data.enrolment)
    except TooLate as late:
        await _as_it_stands(tap, late, at, callback_data.enrolment)
        return
    at.reply.put(_choosing(at, found, callback_data.page))


@router.callback_query(AssignMentor.filter())
async def assign(tap: CallbackQuery, callback_data: AssignMentor, at: RequestContext) -> None:
    number = callback_data.enrolment
    try:
        await assign_mentor(at, number, callback_data.mentor)
    except TooLate as late:
        await _as_it_stands(tap, late, at, number)
        return
    at.reply.put(await _given(at, number))


async def _as_it_stands(
    tap: CallbackQuery, late: Refusal, at: RequestContext, enrolment_id: int
) -> None:
    """Another has decided meanwhile: say so, and show what."""
    at.reply.put(await _given(at, enrolment_id), at.say.plain(late.key, **late.details))


async def _given(at: RequestContext, enrolment_id: int) -> Shown:
    given = await mentor_given(at, enrolment_id)
    return Shown(at.say("application-has-mentor", name=given.name, mentor=given.mentor))


def _choosing(at: Speaking, found: Choosing, page: int) -> Shown:
    number = found.application.enrolment_id
    shown, page, pages = on_page(found.offers, page)
    rows = [
        [
            button(
                at.say.plain(
                    "button-mentor-with-load",
                    name=mentor_name(offer.name, offer.id, at.say),
                    load=offer.load,
                ),
                AssignMentor(enrolment=number, mentor=offer.id).pack(),
            )
        ]
        for offer in shown
    ]
    turning = [
        button(sign, ChooseMentor(enrolment=number, page=other).pack())
        for sign, other in (("◀️", page - 1), ("▶️", page + 1))
        if 0 <= other < pages
    ]
    if not found.offers:
        again = ChooseMentor(enrolment=number).pack()
        turning = [button(at.say.plain("button-look-again"), again)]
    key = "notice-application-unassigned" if found.offers else "notice-application-no-mentors"
    return Shown(_words(key, found.application, at), buttons=[*rows, turning])


def _words(key: str, applied: Applied, at: Speaking) -> Markup:
    level = level_name(at.programme.find_level(applied.level), at.say)
    return at.say(key, name=applied.name, level=level, day=applied.answer_due)
