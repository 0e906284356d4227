"""What mentor and participant are told about each other's steps, and the cards to act on."""

from enum import StrEnum

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from award.errors import NotFound
from award.mentoring.participants import DECLINE_REASONS
from award.mentoring.views import own_mentor, participant_in, reason_of_refusal
from award.outbox import NoticeKind
from award.plan.views import PlanView, is_activated, plan_of
from award.programme import Programme
from handlers.ui.navigation import card_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import CardDo, GoTap, Id, OpenMenu, Screen
from handlers.wording.names import mentor_name
from handlers.wording.plan import whole_plan, wished
from locales import Texts
from storage.tables import EnrolmentState, PlanState


class PlanDo(StrEnum):
    """What a participant answers to a plan proposed: to agree, or to wish for another."""

    AGREE = "agree"
    WISH = "wish"


class PlanTap(CallbackData, prefix="pl"):
    """The participant's answer to a plan proposed."""

    do: PlanDo
    plan: Id


def proposal_shown(plan: PlanView, programme: Programme, say: Texts) -> Shown:
    """A plan to be agreed to, whole, in one message."""
    return Shown(
        say("plan-proposal", plan=whole_plan(plan, programme, say)),
        buttons=[
            [button(say.plain(f"button-plan-{do}"), PlanTap(do=do, plan=plan.id).pack())]
            for do in PlanDo
        ],
    )


def agreed_shown(plan: PlanView, programme: Programme, say: Texts) -> Shown:
    """The same card once it is answered: agreed to, or replaced by another version."""
    return Shown(
        say(f"plan-answered-{plan.state}", plan=whole_plan(plan, programme, say)),
        buttons=[
            [
                button(say.plain("button-my-plan"), GoTap(to=Screen.PLAN).pack()),
                button(say.plain("button-menu"), OpenMenu().pack()),
            ]
        ],
    )


# --- to the participant


@notice(NoticeKind.APPLICATION_ACCEPTED)
async def _accepted(at: Notice) -> Shown | None:
    mentor = await own_mentor(at, at.details["enrolment"], EnrolmentState.PLANNING)
    if mentor is None:
        return None
    name = mentor_name(mentor.name, mentor.id, at.say)
    return Shown(at.say("notice-application-accepted", mentor=name))


@notice(NoticeKind.APPLICATION_REFUSED)
async def _refused(at: Notice) -> Shown | None:
    kept = await reason_of_refusal(at, at.details["enrolment"])
    if kept is None:
        return None
    usual = kept in DECLINE_REASONS
    reason = at.say(f"decline-{kept}") if usual else quoted(kept)
    return Shown(
        at.say("notice-application-refused", reason=reason),
        buttons=[[button(at.say.plain("button-menu"), OpenMenu().pack())]],
    )


@notice(NoticeKind.PLAN_PROPOSED)
async def _proposed(at: Notice) -> Shown | None:
    plan = await _plan(at)
    if plan is None or plan.state is not PlanState.PROPOSED:
        return None
    return proposal_shown(plan, at.programme, at.say)


@notice(NoticeKind.ACTIVATED)
async def _activated(at: Notice) -> Shown | None:
    if not await is_activated(at, at.details["enrolment"]):
        return None
    return Shown(
        at.say("notice-activated"),
        buttons=[
            [
                button(at.say.plain("button-my-plan"), GoTap(to=Screen.PLAN).pack()),
                button(at.say.plain("button-menu"), OpenMenu().pack()),
            ]
        ],
    )


# --- to the mentor


@notice(NoticeKind.PLAN_AGREED)
async def _agreed(at: Notice) -> Shown | None:
    plan = await _plan(at)
    if plan is None or plan.state is not PlanState.AGREED:
        return None
    number = plan.enrolment_id
    if plan.activates:
        words = at.say("notice-plan-agreed", name=plan.participant)
        act = [card_button("button-activate", CardDo.ACTIVATE, number, at.say)]
    else:
        words, act = at.say("notice-plan-changed", name=plan.participant), []
    return Shown(words, buttons=[act, [card_button("button-card", CardDo.OPEN, number, at.say)]])


@notice(NoticeKind.PLAN_WISH)
async def _wish(at: Notice) -> Shown | None:
    plan = await _plan(at)
    if plan is None or plan.wish is None:
        return None
    return Shown(
        Markup("\n").join(
            [at.say("notice-plan-wish", name=plan.participant), wished(plan, at.say)]
        ),
        buttons=[
            [card_button("button-plan", CardDo.PLAN, plan.enrolment_id, at.say)],
            [card_button("button-card", CardDo.OPEN, plan.enrolment_id, at.say)],
        ],
    )


@notice(NoticeKind.PARTICIPANT_PAUSED)
async def _paused(at: Notice) -> Shown | None:
    return await _moved(at, "notice-participant-paused", EnrolmentState.PAUSED)


@notice(NoticeKind.PARTICIPANT_RESUMED)
async def _resumed(at: Notice) -> Shown | None:
    return await _moved(at, "notice-participant-resumed", EnrolmentState.ACTIVE)


@notice(NoticeKind.PARTICIPANT_WITHDREW)
async def _withdrew(at: Notice) -> Shown | None:
    return await _moved(at, "notice-participant-withdrew", EnrolmentState.WITHDRAWN)


async def _moved(at: Notice, key: str, state: EnrolmentState) -> Shown | None:
    """What a participant did with their own way, to a mentor who still is theirs."""
    number = at.details["enrolment"]
    name = await participant_in(at, number, state)
    if name is None:
        return None
    open_card = [card_button("button-card", CardDo.OPEN, number, at.say)]
    return Shown(
        at.say(key, name=name),
        buttons=[] if state is EnrolmentState.WITHDRAWN else [open_card],
    )


async def _plan(at: Notice) -> PlanView | None:
    """The plan as the receiver may see it; None for one who no longer may."""
    try:
        return await plan_of(at, at.details["plan"])
    except NotFound:
        return None
