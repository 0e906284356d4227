"""/help: what to send and what to tap, for what the person is here."""

from collections.abc import Iterable

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from markupsafe import Markup

from award.profile.next_step import Step
from award.staff.invitations import may_invite
from handlers.menu.menu import Standing, standing_of
from handlers.ui.context import RequestContext
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from locales import Texts
from storage.tables import RoleKind

router = Router(name="help")

_OF_STEP = {
    Step.APPLY: "help-newcomer",
    Step.REFUSED: "help-newcomer",
    Step.WITHDRAWN: "help-newcomer",
    Step.JOURNAL: "help-participant",
    Step.PAUSED: "help-paused",
    Step.COMPLETE: "help-complete",
}


@router.message(Command("help"))
async def ask_help(message: Message, at: RequestContext) -> None:
    at.reply.send(_shown(await standing_of(at), at.say))


@router.callback_query(GoTap.filter(F.to == Screen.HELP))
async def tap_help(tap: CallbackQuery, at: RequestContext) -> None:
    at.reply.send(_shown(await standing_of(at), at.say))


def _shown(standing: Standing, say: Texts) -> Shown:
    menu = button(say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    centre = button(say.plain("help-button-centre"), GoTap(to=Screen.CENTRE).pack())
    return Shown(Markup("\n\n").join(_lines(standing, say)), (), [[centre], [menu]])


def _lines(standing: Standing, say: Texts) -> Iterable[Markup]:
    if standing.is_participant:
        yield say(_OF_STEP.get(standing.where.step, "help-applicant"))
    if standing.wards:
        yield say("help-representative")
    if standing.actor.has(RoleKind.MENTOR):
        yield say("help-mentor")
    if may_invite(standing.actor):
        yield say("help-head")
    if standing.oversees:
        yield say("help-honesty")
    if standing.arbitrates:
        yield say("help-disputes")
    yield say("help-everyone")
