"""A participant's plan as staff read it who do not make it (programme.md §7)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from award.plan.views import plans_of
from handlers.ui.context import RequestContext
from handlers.ui.navigation import card_button, menu_button
from handlers.ui.shown import Shown
from handlers.ui.taps import CardDo, CardTap
from handlers.wording.plan import whole_plan

router = Router(name="plan-read")


@router.callback_query(CardTap.filter(F.do == CardDo.READ_PLAN))
async def read_plan(tap: CallbackQuery, callback_data: CardTap, at: RequestContext) -> None:
    """The plan in force, or else the one under way, in a message of its own."""
    say, number = at.say, callback_data.enrolment
    made = await plans_of(at, number)
    plan = made.agreed or made.under_way
    rows = [[card_button("button-card", CardDo.OPEN, number, say), menu_button(say)]]
    if plan is None:
        at.reply.send(Shown(say("plan-read-none"), (), rows))
        return
    words = say(
        "plan-read",
        name=plan.participant,
        status=say(f"plan-status-{plan.state}"),
        plan=whole_plan(plan, at.programme, say),
    )
    at.reply.send(Shown(words, (), rows))
