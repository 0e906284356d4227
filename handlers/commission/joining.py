"""A seat in a commission by a link: what it gives is read before it is taken (§8.6)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode

from award.access.invitations import PREFIX
from award.calendar.zones import today_in
from award.commission.seats import offered_seat, take_seat
from handlers.commission.taps import JoinTap
from handlers.commission.words import commission_name, seat_name
from handlers.ui.context import RequestContext, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import menu_button
from handlers.ui.shown import Shown, button
from handlers.ui.states import Start
from handlers.ui.taps import CommissionDo, CommissionTap, GoTap, Screen
from storage.tables import InvitationKind

router = Router(name="commission_joining")


@opens(PREFIX[InvitationKind.COMMISSION])
async def open_seat(manager: DialogManager, payload: str) -> None:
    """Show what a link gives; nothing changes before it is taken."""
    at = context_of(manager)
    offered, say = await offered_seat(at, payload), at.say
    words = say(
        "seat-offer",
        seat=seat_name(offered.member.seat, say),
        authority="yes" if offered.member.of_authority else "no",
        name=commission_name(offered.commission, at.programme, say),
        until=today_in(at.programme, None, offered.until),
    )
    rows = [
        [button(say.plain("seat-button-take"), JoinTap(payload=payload).pack())],
        [button(say.plain("seat-button-decline"), JoinTap().pack())],
    ]
    at.reply.send(Shown(words, (), rows))


@router.callback_query(JoinTap.filter())
async def join(
    tap: CallbackQuery, callback_data: JoinTap, at: RequestContext, dialog_manager: DialogManager
) -> None:
    """Take the seat; a name is asked of those who have none."""
    say = at.say
    if not callback_data.payload:
        at.reply.put(Shown(say("seat-declined"), (), [[menu_button(say)]]))
        return
    member = await take_seat(at, callback_data.payload)
    desk = CommissionTap(do=CommissionDo.DESK, id=member.commission_id).pack()
    household = GoTap(to=Screen.HOUSEHOLD).pack()
    rows = [
        [button(say.plain("commission-button-desk"), desk)],
        [button(say.plain("menu-button-household"), household)],
        [menu_button(say)],
    ]
    at.reply.put(Shown(say("seat-taken"), (), rows))
    if not at.actor.name:
        await dialog_manager.start(Start.staff, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
