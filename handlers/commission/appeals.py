"""Appeals for the operator: the participant's words, and who could hear them (§8.6)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from markupsafe import Markup

from award.commission.appeals import appeal_seen, give_appeal, waiting_appeals
from award.errors import Refusal
from award.paging import PAGE
from handlers.commission.words import commission_name
from handlers.ui.answers import answering
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button, quoted
from handlers.ui.taps import AppealDo, AppealTap

router = Router(name="appeals")


@router.callback_query(AppealTap.filter(F.do == AppealDo.LIST))
async def listed(tap: CallbackQuery, at: RequestContext) -> None:
    """Those that nobody hears yet, the oldest first; one given, the next are there."""
    say = at.say
    waiting = await waiting_appeals(at)
    rows = [
        [
            button(
                say.plain("appeal-button-show", number=str(number)),
                AppealTap(do=AppealDo.SHOW, id=number).pack(),
            )
        ]
        for number in waiting[:PAGE]
    ]
    at.reply.put(Shown(say("appeals-list", count=len(waiting)), (), [*rows, [menu_button(say)]]))


@router.callback_query(AppealTap.filter(F.do == AppealDo.SHOW))
async def show(tap: CallbackQuery, callback_data: AppealTap, at: RequestContext) -> None:
    at.reply.put(await appeal_shown(at, callback_data.id))


async def appeal_shown(at: Speaking, number: int, said: Markup | None = None) -> Shown:
    """By the dossier's number: who is behind it is none of what decides who hears it."""
    seen, say = await appeal_seen(at, number), at.say
    lines = [said] if said else []
    lines.append(say("appeal-head", number=str(seen.dossier.id)))
    if seen.appeal.words:
        lines.append(quoted(seen.appeal.words, 1000))
    if seen.dossier.due is not None:
        lines.append(say("appeal-due", day=seen.dossier.due))
    state = "given" if seen.appeal.candidacy_id else "ask" if seen.commissions else "nobody"
    lines.append(say(f"appeal-{state}", fewest=at.programme.award.least_members))
    rows = [
        [
            button(
                commission_name(each, at.programme, say),
                AppealTap(do=AppealDo.GIVE, id=number, commission=each.id).pack(),
            )
        ]
        for each in seen.commissions[:PAGE]
    ]
    return Shown(Markup("\n").join(lines), (), [*rows, [menu_button(say)]])


@router.callback_query(AppealTap.filter(F.do == AppealDo.GIVE))
async def give(tap: CallbackQuery, callback_data: AppealTap, at: RequestContext) -> None:
    with answering(at, {Refusal: None}):
        await give_appeal(at, callback_data.id, callback_data.commission)
    at.reply.put(await appeal_shown(at, callback_data.id))
