"""The one-time link for a representative: how a participant under 18 passes it on."""

from functools import partial

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode

from award.access.invitations import LIFETIME
from award.consent.representatives import representative_link, take_back
from award.consent.views import answer_awaited, signature_awaited
from award.outbox import NoticeKind
from handlers.ui.context import RequestContext
from handlers.ui.deep_links import deep_link, qr, share_button
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.states import Registration
from handlers.ui.taps import GoTap, OpenMenu, RepresentativeLink, Screen, TakeBack

router = Router(name="representative-link")


async def send_link(at: RequestContext) -> None:
    """Send the participant a new link as text, button and QR picture; earlier ones lapse."""
    payload = await representative_link(at)
    link = await deep_link(at.bot, payload)
    words = at.say.plain("link-share-words", name=at.actor.name or "")
    shown = Shown(
        at.say("link-card", link=link, days=LIFETIME.days),
        (),
        (
            (share_button(at.say.plain("button-share-link"), link, words),),
            (button(at.say.plain("button-new-link"), RepresentativeLink().pack()),),
            (button(at.say.plain("button-take-back"), TakeBack().pack()),),
            (button(at.say.plain("button-menu"), OpenMenu().pack()),),
        ),
        drawn=partial(qr, link),
    )
    at.reply.send(shown)


@router.callback_query(RepresentativeLink.filter())
async def new_link(tap: CallbackQuery, at: RequestContext) -> None:
    await send_link(at)
    at.reply.note(at.say.plain("link-replaced"))


@router.callback_query(TakeBack.filter())
async def change_it(tap: CallbackQuery, at: RequestContext, dialog_manager: DialogManager) -> None:
    await take_back(at)
    await dialog_manager.start(
        Registration.full_name, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND
    )


@notice(NoticeKind.REPRESENTATIVE_SIGNED)
async def _signed(at: Notice) -> Shown | None:
    due = await answer_awaited(at, at.details["enrolment"])
    if due is None:
        return None
    return Shown(
        at.say("notice-representative-signed", day=due),
        buttons=((button(at.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice(NoticeKind.REPRESENTATIVE_DECLINED)
async def _declined(at: Notice) -> Shown | None:
    if not await signature_awaited(at, at.details["enrolment"]):
        return None
    return Shown(
        at.say("notice-representative-declined"),
        buttons=(
            (button(at.say.plain("button-new-link"), RepresentativeLink().pack()),),
            (button(at.say.plain("button-menu"), OpenMenu().pack()),),
        ),
    )


@notice(NoticeKind.REPRESENTATIVE_ASKED_ANEW)
async def _asked_anew(at: Notice) -> Shown | None:
    """To a participant whose way waits for a representative in the middle of it."""
    if not await signature_awaited(at, at.details["enrolment"]):
        return None
    return Shown(
        at.say("notice-representative-asked-anew"),
        buttons=(
            (button(at.say.plain("button-new-link"), RepresentativeLink().pack()),),
            (button(at.say.plain("button-menu"), OpenMenu().pack()),),
        ),
    )


@notice(NoticeKind.PARTICIPANT_UNSIGNED)
async def _unsigned(at: Notice) -> Shown | None:
    """To the mentor, who sees nothing of it meanwhile, not even the name."""
    to = button(at.say.plain("button-participants"), GoTap(to=Screen.PARTICIPANTS).pack())
    return Shown(at.say("notice-participant-unsigned"), buttons=((to,),))


@notice(NoticeKind.CONSENT_WITHDRAWN)
async def _withdrawn(at: Notice) -> Shown | None:
    complete = "yes" if at.details.get("complete") else "no"
    days = at.programme.retention.consent_withdrawn
    return Shown(
        at.say("notice-consent-withdrawn", days=days, complete=complete),
        buttons=((button(at.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice(NoticeKind.CHILD_ERASED)
async def _child_erased(at: Notice) -> Shown | None:
    return Shown(
        at.say("notice-child-erased"),
        buttons=((button(at.say.plain("button-menu"), OpenMenu().pack()),),),
    )
