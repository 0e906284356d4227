"""Those who answer an application: the mentor is told, or a centre's head chooses a mentor."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.scope import mentors, visible
from award.audit import record
from award.centres.offers import choosers, mentors_of
from award.errors import Refusal, TooLate
from award.mentoring.assignment import assign_mentor, unassigned
from award.outbox import NoticeKind
from award.programme import Programme
from handlers.ui.answers import answer
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.sending import change
from handlers.ui.shown import Shown, button
from handlers.ui.taps import AssignMentor, ChooseMentor, GoTap, Newcomer, OpenMenu, Screen
from locales import Texts
from storage.tables import Enrolment, EnrolmentState, Person

MENTORS_A_PAGE = 7

router = Router(name="applications")


@notice(NoticeKind.APPLICATION_NEW)
async def _new(at: Notice) -> Shown | None:
    """To the mentor of a new application."""
    enrolment = await at.session.get_one(Enrolment, at.details["enrolment"])
    if (
        not mentors(at.actor, enrolment)
        or enrolment.state is not EnrolmentState.SUBMITTED
        or enrolment.answer_due is None
    ):
        return None
    return Shown(
        at.say(
            "notice-application-new",
            name=await _name(at.session, enrolment),
            level=_level(enrolment, at.programme, at.say),
            day=enrolment.answer_due,
        ),
        buttons=(
            (button(at.say.plain("button-newcomer"), Newcomer(enrolment=enrolment.id).pack()),),
        ),
    )


async def _unanswered(at: Notice) -> bool:
    enrolment = await at.session.get_one(Enrolment, at.details["enrolment"])
    return enrolment.mentor_id == at.actor.id and enrolment.state is EnrolmentState.SUBMITTED


@together(NoticeKind.APPLICATION_NEW, waits=_unanswered)
async def _several_new(at: Several) -> Shown | None:
    """How many are new, and by when the first of them is to be answered."""
    found = [await at.session.get_one(Enrolment, each["enrolment"]) for each in at.all_details]
    due = [
        each.answer_due
        for each in found
        if each.mentor_id == at.actor.id
        and each.state is EnrolmentState.SUBMITTED
        and each.answer_due is not None
    ]
    if not due:
        return None
    to = button(at.say.plain("notice-button-participants"), GoTap(to=Screen.PARTICIPANTS).pack())
    words = at.say("notice-applications-new", newcomers=len(due), day=min(due))
    return Shown(words, (), [[to]])


@notice(NoticeKind.APPLICATION_UNASSIGNED)
async def _unassigned(at: Notice) -> Shown | None:
    """To the head of a centre, or an operator: an application needs a mentor."""
    enrolment = await at.session.get_one(Enrolment, at.details["enrolment"])
    if (
        enrolment.mentor_id is not None
        or enrolment.state is not EnrolmentState.SUBMITTED
        or at.actor.id not in await choosers(at.session, enrolment, at.now)
    ):
        return None
    return await _choosing(at, enrolment, 0)


@notice(NoticeKind.MENTOR_ASSIGNED)
async def _assigned(at: Notice) -> Shown | None:
    """To the participant: who the mentor is."""
    enrolment = await at.session.get_one(Enrolment, at.details["enrolment"])
    mentor = await at.session.get(Person, enrolment.mentor_id or 0)
    if mentor is None or enrolment.answer_due is None:
        return None
    name = mentor.full_name or at.say.plain("mentor-unnamed", number=mentor.id)
    return Shown(
        at.say("notice-mentor-assigned", name=name, day=enrolment.answer_due),
        buttons=((button(at.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice(NoticeKind.PARTICIPANT_LEFT)
async def _left(at: Notice) -> Shown | None:
    """To the mentor of a participant whose representative took the consent back."""
    enrolment = await at.session.get_one(Enrolment, at.details["enrolment"])
    return Shown(at.say("notice-participant-left", name=await _name(at.session, enrolment)))


@router.callback_query(ChooseMentor.filter())
async def list_mentors(tap: CallbackQuery, callback_data: ChooseMentor, at: RequestContext) -> None:
    try:
        enrolment = await unassigned(at, callback_data.enrolment)
    except TooLate as late:
        await _as_it_stands(tap, late, at, callback_data.enrolment)
        return
    shown = await _choosing(at, enrolment, callback_data.page)
    await record(
        at.session, at.actor.id, "application.looked_at", "enrolment", enrolment.id, at.now
    )
    await _show(tap, shown)
    await tap.answer()


@router.callback_query(AssignMentor.filter())
async def assign(tap: CallbackQuery, callback_data: AssignMentor, at: RequestContext) -> None:
    number = callback_data.enrolment
    try:
        enrolment = await assign_mentor(at, number, callback_data.mentor)
    except TooLate as late:
        await _as_it_stands(tap, late, at, number)
        return
    await _show(tap, await _given(at, enrolment))
    await tap.answer()


async def _as_it_stands(
    tap: CallbackQuery, late: Refusal, at: RequestContext, enrolment_id: int
) -> None:
    """Another has decided meanwhile: say so, and show what."""
    enrolment = await visible(at, enrolment_id)
    await _show(tap, await _given(at, enrolment))
    await answer(tap, at.say.plain(late.key, **late.details))


async def _show(tap: CallbackQuery, shown: Shown) -> None:
    if isinstance(tap.message, Message):
        await change(tap.message, shown)


async def _given(at: RequestContext, enrolment: Enrolment) -> Shown:
    mentor = await at.session.get(Person, enrolment.mentor_id or 0)
    name = (mentor.full_name if mentor else None) or ""
    return Shown(
        at.say("application-has-mentor", name=await _name(at.session, enrolment), mentor=name)
    )


async def _choosing(at: Speaking, enrolment: Enrolment, page: int) -> Shown:
    offers = await mentors_of(
        at.session, enrolment.centre_id, at.now, participant=enrolment.person_id
    )
    pages = max(1, -(-len(offers) // MENTORS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = offers[page * MENTORS_A_PAGE : (page + 1) * MENTORS_A_PAGE]
    rows = [
        [
            button(
                at.say.plain(
                    "button-mentor-with-load",
                    name=offer.name or at.say.plain("mentor-unnamed", number=offer.id),
                    load=offer.load,
                ),
                AssignMentor(enrolment=enrolment.id, mentor=offer.id).pack(),
            )
        ]
        for offer in shown
    ]
    turning = [
        button(sign, ChooseMentor(enrolment=enrolment.id, page=other).pack())
        for sign, other in (("◀️", page - 1), ("▶️", page + 1))
        if 0 <= other < pages
    ]
    if not offers:
        again = ChooseMentor(enrolment=enrolment.id).pack()
        turning = [button(at.say.plain("button-look-again"), again)]
    key = "notice-application-unassigned" if offers else "notice-application-no-mentors"
    return Shown(
        at.say(
            key,
            name=await _name(at.session, enrolment),
            level=_level(enrolment, at.programme, at.say),
            day=enrolment.answer_due,
        ),
        buttons=[*rows, turning],
    )


async def _name(session: AsyncSession, enrolment: Enrolment) -> str:
    return (await session.get_one(Person, enrolment.person_id)).full_name or ""


def _level(enrolment: Enrolment, programme: Programme, say: Texts) -> str:
    known = next((level for level in programme.levels if level.code == enrolment.level), None)
    return f"{known.emoji} {known.name[say.language]}" if known else ""
