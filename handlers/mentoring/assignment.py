"""Those who answer an application: the mentor is told, or a centre's head chooses a mentor."""

from datetime import datetime

from aiogram import Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.scope import mentors, visible
from award.audit import record
from award.centres.offers import choosers, mentors_of
from award.errors import Refusal, TooLate
from award.mentoring.assignment import assign_mentor, unassigned
from award.programme import Programme
from handlers.ui.answers import answer
from handlers.ui.notices import Notice, Several, notice, together
from handlers.ui.sending import change
from handlers.ui.shown import Shown, button
from handlers.ui.taps import AssignMentor, ChooseMentor, GoTap, Newcomer, OpenMenu
from locales import Texts
from storage.tables import Enrolment, EnrolmentState, Person

MENTORS_A_PAGE = 7

router = Router(name="applications")


@notice("application-new")
async def _new(n: Notice) -> Shown | None:
    """To the mentor of a new application."""
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    if (
        not mentors(n.receiver, enrolment)
        or enrolment.state is not EnrolmentState.SUBMITTED
        or enrolment.answer_due is None
    ):
        return None
    return Shown(
        n.say(
            "notice-application-new",
            name=await _name(n.session, enrolment),
            level=_level(enrolment, n.programme, n.say),
            day=enrolment.answer_due,
        ),
        buttons=(
            (button(n.say.plain("button-newcomer"), Newcomer(enrolment=enrolment.id).pack()),),
        ),
    )


async def _unanswered(n: Notice) -> bool:
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    return enrolment.mentor_id == n.receiver.id and enrolment.state is EnrolmentState.SUBMITTED


@together("application-new", waits=_unanswered)
async def _several_new(n: Several) -> Shown | None:
    """How many are new, and by when the first of them is to be answered."""
    found = [await n.session.get_one(Enrolment, each["enrolment"]) for each in n.all_details]
    due = [
        each.answer_due
        for each in found
        if each.mentor_id == n.receiver.id
        and each.state is EnrolmentState.SUBMITTED
        and each.answer_due is not None
    ]
    if not due:
        return None
    to = button(n.say.plain("notice-button-participants"), GoTap(to="participants").pack())
    words = n.say("notice-applications-new", newcomers=len(due), day=min(due))
    return Shown(words, (), [[to]])


@notice("application-unassigned")
async def _unassigned(n: Notice) -> Shown | None:
    """To the head of a centre, or an operator: an application needs a mentor."""
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    if (
        enrolment.mentor_id is not None
        or enrolment.state is not EnrolmentState.SUBMITTED
        or n.receiver.id not in await choosers(n.session, enrolment, n.now)
    ):
        return None
    return await _choosing(n.session, enrolment, n.programme, n.say, n.now, 0)


@notice("mentor-assigned")
async def _assigned(n: Notice) -> Shown | None:
    """To the participant: who the mentor is."""
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    mentor = await n.session.get(Person, enrolment.mentor_id or 0)
    if mentor is None or enrolment.answer_due is None:
        return None
    name = mentor.full_name or n.say.plain("mentor-unnamed", number=mentor.id)
    return Shown(
        n.say("notice-mentor-assigned", name=name, day=enrolment.answer_due),
        buttons=((button(n.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice("participant-left")
async def _left(n: Notice) -> Shown | None:
    """To the mentor of a participant whose representative took the consent back."""
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    return Shown(n.say("notice-participant-left", name=await _name(n.session, enrolment)))


@router.callback_query(ChooseMentor.filter())
async def list_mentors(
    tap: CallbackQuery,
    callback_data: ChooseMentor,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    programme: Programme,
    now: datetime,
) -> None:
    try:
        enrolment = await unassigned(session, actor, callback_data.enrolment)
    except TooLate as late:
        await _as_it_stands(tap, late, session, actor, callback_data.enrolment, say)
        return
    shown = await _choosing(session, enrolment, programme, say, now, callback_data.page)
    await record(session, actor.id, "application.looked_at", "enrolment", enrolment.id, now)
    await _show(tap, shown)
    await tap.answer()


@router.callback_query(AssignMentor.filter())
async def assign(
    tap: CallbackQuery,
    callback_data: AssignMentor,
    session: AsyncSession,
    actor: Actor,
    say: Texts,
    now: datetime,
) -> None:
    number = callback_data.enrolment
    try:
        enrolment = await assign_mentor(session, actor, number, callback_data.mentor, now)
    except TooLate as late:
        await _as_it_stands(tap, late, session, actor, number, say)
        return
    await _show(tap, await _given(session, enrolment, say))
    await tap.answer()


async def _as_it_stands(
    tap: CallbackQuery,
    late: Refusal,
    session: AsyncSession,
    actor: Actor,
    enrolment_id: int,
    say: Texts,
) -> None:
    """Another has decided meanwhile: say so, and show what."""
    enrolment = await visible(session, actor, enrolment_id)
    await _show(tap, await _given(session, enrolment, say))
    await answer(tap, say.plain(late.key, **late.details))


async def _show(tap: CallbackQuery, shown: Shown) -> None:
    if isinstance(tap.message, Message):
        await change(tap.message, shown)


async def _given(session: AsyncSession, enrolment: Enrolment, say: Texts) -> Shown:
    mentor = await session.get(Person, enrolment.mentor_id or 0)
    name = (mentor.full_name if mentor else None) or ""
    return Shown(say("application-has-mentor", name=await _name(session, enrolment), mentor=name))


async def _choosing(
    session: AsyncSession,
    enrolment: Enrolment,
    programme: Programme,
    say: Texts,
    now: datetime,
    page: int,
) -> Shown:
    offers = await mentors_of(session, enrolment.centre_id, now, participant=enrolment.person_id)
    pages = max(1, -(-len(offers) // MENTORS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = offers[page * MENTORS_A_PAGE : (page + 1) * MENTORS_A_PAGE]
    rows = [
        [
            button(
                say.plain(
                    "button-mentor-with-load",
                    name=offer.name or say.plain("mentor-unnamed", number=offer.id),
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
        turning = [button(say.plain("button-look-again"), again)]
    key = "notice-application-unassigned" if offers else "notice-application-no-mentors"
    return Shown(
        say(
            key,
            name=await _name(session, enrolment),
            level=_level(enrolment, programme, say),
            day=enrolment.answer_due,
        ),
        buttons=[*rows, turning],
    )


async def _name(session: AsyncSession, enrolment: Enrolment) -> str:
    return (await session.get_one(Person, enrolment.person_id)).full_name or ""


def _level(enrolment: Enrolment, programme: Programme, say: Texts) -> str:
    known = next((level for level in programme.levels if level.code == enrolment.level), None)
    return f"{known.emoji} {known.name[say.language]}" if known else ""
