"""The desk of an operator or a centre head: inviting, staff, places, waiting applications (§7)."""

from typing import Any

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, Window
from aiogram_dialog.widgets.kbd import Button, Row, Start, SwitchTo

from award.paging import PAGE
from award.programme import Programme
from award.staff.invitations import may_invite
from award.staff.roles import waiting_applications
from handlers.amendments import desk as amendments
from handlers.cards.centre_card import open_centre_cards
from handlers.centres.applications import waiting_shown
from handlers.staff import days_off, invitations, links, people, places
from handlers.ui.context import RequestContext, context_of
from handlers.ui.lasting_buttons import FACTORY, LASTING, Lasting
from handlers.ui.navigation import open_above_menu
from handlers.ui.previews import TODAY, example, story
from handlers.ui.shown import button
from handlers.ui.states import Amendments, Representation, Staff
from handlers.ui.taps import ChooseMentor, GoTap, Screen
from handlers.ui.widgets import Dialog, Label, Say, cancel, menu
from handlers.wording.names import staff_name
from locales import Texts
from storage.tables import RoleKind

router = Router(name="staff")


@router.callback_query(GoTap.filter(F.to.in_({Screen.STAFF, Screen.APPLICATIONS})))
async def open_desk(
    tap: CallbackQuery, callback_data: GoTap, dialog_manager: DialogManager, at: RequestContext
) -> None:
    at.actor.require(RoleKind.OPERATOR, RoleKind.CENTRE_HEAD)
    to = {Screen.STAFF: Staff.home, Screen.APPLICATIONS: Staff.applications}[callback_data.to]
    await open_above_menu(dialog_manager, to)


async def _home(at: RequestContext, **_: Any) -> dict[str, Any]:
    actor = at.actor
    return {"invites": bool(may_invite(actor)), "operator": actor.has(RoleKind.OPERATOR)}


async def _applied(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    manager.show_mode = ShowMode.NO_UPDATE
    at.reply.send(await waiting_shown(at))


async def _cards(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    await open_centre_cards(manager)


home = Window(
    Say("staff-home"),
    SwitchTo(Label("staff-button-invite"), id="invite", state=Staff.role, when="invites"),
    SwitchTo(Label("staff-button-links"), id="links", state=Staff.links, when="invites"),
    SwitchTo(Label("staff-button-people"), id="people", state=Staff.people, when="invites"),
    Row(
        SwitchTo(Label("staff-button-centres"), id="centres", state=Staff.centres),
        SwitchTo(Label("staff-button-partners"), id="partners", state=Staff.partners),
        when="operator",
    ),
    Button(
        Label("staff-button-centre-applications"), "applied", on_click=_applied, when="operator"
    ),
    Button(Label("centre-card-button"), id="cards", on_click=_cards),
    SwitchTo(Label("staff-button-days-off"), id="days_off", state=Staff.days_off, when="operator"),
    Start(Label("staff-button-programme"), id="programme", state=Amendments.home, when="operator"),
    Start(
        Label("staff-button-representation"),
        id="represent",
        state=Representation.find,
        when="operator",
    ),
    Row(cancel(), menu()),
    state=Staff.home,
    getter=_home,
    preview_data={"invites": True, "operator": True},
)


async def _applications(at: RequestContext, **_: Any) -> dict[str, Any]:
    waiting = await waiting_applications(at)
    rows = [
        [
            button(
                at.say.plain(
                    "staff-application",
                    name=staff_name(each.name, at.say),
                    day=each.answer_due or at.now,
                ),
                ChooseMentor(enrolment=each.enrolment_id).pack(),
            )
        ]
        for each in waiting[:PAGE]
    ]
    return {"waiting": len(waiting), "shown": len(rows), LASTING: rows}


def _of_story(say: Texts, _programme: Programme) -> dict[str, Any]:
    label = say.plain("staff-application", name=story(say).participant, day=TODAY)
    tap = ChooseMentor(enrolment=1).pack()
    return {"waiting": 9, "shown": PAGE, LASTING: [[button(label, tap)]] * PAGE}


applications = Window(
    Say("staff-applications"),
    Lasting(),
    Row(cancel(), menu()),
    state=Staff.applications,
    markup_factory=FACTORY,
    getter=_applications,
    preview_data=example(_of_story),
)

dialog = Dialog(
    home,
    applications,
    *invitations.windows,
    *links.windows,
    *people.windows,
    *places.windows,
    *days_off.windows,
)

dialogs = (dialog, amendments.dialog)
