"""The one-time link for a representative: how a participant under 18 passes it on."""

import asyncio
from datetime import datetime

from aiogram import Bot, Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, ShowMode, StartMode
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.invitations import LIFETIME
from award.consent.representatives import representative_link, take_back
from handlers.ui.deep_links import deep_link, qr, share_button
from handlers.ui.notices import Notice, notice
from handlers.ui.sending import send
from handlers.ui.shown import Attached, Shown, button
from handlers.ui.states import Registration
from handlers.ui.taps import OpenMenu, RepresentativeLink, TakeBack
from locales import Texts
from storage.tables import Enrolment, EnrolmentState, MediaKind

router = Router(name="representative-link")


async def send_link(
    bot: Bot, session: AsyncSession, actor: Actor, say: Texts, now: datetime
) -> None:
    """Send the participant a new link as text, button and QR picture; earlier ones lapse."""
    payload = await representative_link(session, actor, now)
    await session.commit()
    link = await deep_link(bot, payload)
    picture = await asyncio.to_thread(qr, link)
    words = say.plain("link-share-words", name=actor.name or "")
    shown = Shown(
        say("link-card", link=link, days=LIFETIME.days),
        (Attached(MediaKind.PHOTO, picture),),
        (
            (share_button(say.plain("button-share-link"), link, words),),
            (button(say.plain("button-new-link"), RepresentativeLink().pack()),),
            (button(say.plain("button-take-back"), TakeBack().pack()),),
            (button(say.plain("button-menu"), OpenMenu().pack()),),
        ),
    )
    await send(bot, actor.telegram_id, shown)


@router.callback_query(RepresentativeLink.filter())
async def new_link(
    tap: CallbackQuery, bot: Bot, session: AsyncSession, actor: Actor, say: Texts, now: datetime
) -> None:
    await send_link(bot, session, actor, say, now)
    await tap.answer(say.plain("link-replaced"))


@router.callback_query(TakeBack.filter())
async def change_it(
    tap: CallbackQuery,
    session: AsyncSession,
    actor: Actor,
    now: datetime,
    dialog_manager: DialogManager,
) -> None:
    await take_back(session, actor, now)
    await dialog_manager.start(
        Registration.full_name, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND
    )
    await tap.answer()


@notice("representative-signed")
async def _signed(n: Notice) -> Shown | None:
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    if enrolment.answer_due is None:
        return None
    return Shown(
        n.say("notice-representative-signed", day=enrolment.answer_due),
        buttons=((button(n.say.plain("button-menu"), OpenMenu().pack()),),),
    )


@notice("representative-declined")
async def _declined(n: Notice) -> Shown | None:
    enrolment = await n.session.get_one(Enrolment, n.details["enrolment"])
    if enrolment.state is not EnrolmentState.AWAITING_REPRESENTATIVE:
        return None
    return Shown(
        n.say("notice-representative-declined"),
        buttons=(
            (button(n.say.plain("button-new-link"), RepresentativeLink().pack()),),
            (button(n.say.plain("button-menu"), OpenMenu().pack()),),
        ),
    )


@notice("consent-withdrawn")
async def _withdrawn(n: Notice) -> Shown | None:
    return Shown(
        n.say("notice-consent-withdrawn"),
        buttons=((button(n.say.plain("button-menu"), OpenMenu().pack()),),),
    )
