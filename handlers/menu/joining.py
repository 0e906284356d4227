"""Becoming staff by a link: what it gives, and from whom, is read before it is taken (§7.2)."""

from dataclasses import replace
from typing import Any

from aiogram.types import CallbackQuery, ContentType, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Button
from aiogram_dialog.widgets.text import Multi

from award.access.invitations import PREFIX
from award.access.lookup import find_actor
from award.cards.staff import card_is_owed
from award.programme import Programme
from award.registration.personal import Field, Unfit, correct
from award.staff.invitations import accept, offered
from award.staff.links import Named, StaffLink
from handlers import understanding
from handlers.staff.links import a_link, in_words, last_day
from handlers.ui.context import RequestContext, become, context_of
from handlers.ui.deep_links import opens
from handlers.ui.navigation import started_with
from handlers.ui.previews import example, story
from handlers.ui.shown import Shown, button
from handlers.ui.states import Menu, Start
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import Label, Mistake, Say, menu, mistaken
from handlers.wording.names import staff_name
from locales import Texts
from storage.tables import InvitationKind, RoleKind


@opens(PREFIX[InvitationKind.STAFF])
async def open_staff(manager: DialogManager, payload: str) -> None:
    """Show what an invitation gives; nothing changes before it is accepted."""
    await offered(context_of(manager), payload)
    await manager.start(
        Start.offer,
        data={"payload": payload},
        mode=StartMode.RESET_STACK,
        show_mode=ShowMode.SEND,
    )


def _payload(manager: DialogManager) -> str:
    return str(started_with(manager).get("payload", ""))


async def _offer(dialog_manager: DialogManager, at: RequestContext, **_: Any) -> dict[str, Any]:
    return _of_link(await offered(at, _payload(dialog_manager)), at.programme, at.say)


def _of_link(link: StaffLink, programme: Programme, say: Texts) -> dict[str, Any]:
    expert = link.expert
    return in_words(link, programme, say) | {
        "under": expert is not None,
        "expert": staff_name(expert.name, say) if expert is not None else "",
        "sees": say.plain(f"invitation-sees-{link.role.replace('_', '-')}"),
        "second": link.made_by is not None and link.role is RoleKind.OPERATOR,
    }


async def _accept(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    """Take the role; a name is asked of those who have none."""
    at = context_of(manager)
    link = await offered(at, _payload(manager))
    role = await accept(at, _payload(manager))
    known = await find_actor(at.session, at.now, person_id=at.actor.id)
    assert known is not None
    at = replace(at, actor=known)
    become(manager, at)
    if role is None:
        until = last_day(link, at.programme)
        at.reply.say(at.say("invitation-waits", until=until))
    else:
        at.reply.say(at.say(f"welcome-{role.kind.replace('_', '-')}"))
    if known.name:
        await _offer_card(at)
    to = Menu.home if known.name else Start.staff
    await manager.start(to, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


async def _offer_card(at: RequestContext) -> None:
    """Whoever is of the staff from now on is asked to fill in their card, now or later."""
    if await card_is_owed(at):
        to = button(at.say.plain("staff-card-button-fill"), GoTap(to=Screen.STAFF_CARD).pack())
        at.reply.send(Shown(at.say("staff-card-offer"), (), [[to]]))


async def _decline(_tap: CallbackQuery, _button: Button, manager: DialogManager) -> None:
    at = context_of(manager)
    at.reply.say(at.say("invitation-declined"))
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


def _of_story(say: Texts, programme: Programme) -> dict[str, Any]:
    expert = Named(1, 1, story(say).mentor, RoleKind.EXPERT)
    return _of_link(replace(a_link(say), expert=expert), programme, say)


offer = Window(
    Multi(
        Say("invitation-offer"),
        Multi(
            Say("invitation-where"),
            Say("invitation-under", when="under"),
            Say("invitation-by", when="by_person"),
            Say("invitation-by-server", when="by_server"),
            Say("invitation-until"),
            sep="\n",
        ),
        Say("invitation-sees"),
        Say("invitation-second", when="second"),
        Say("invitation-question"),
        sep="\n\n",
    ),
    Button(Label("invitation-button-accept"), id="accept", on_click=_accept),
    Button(Label("invitation-button-decline"), id="decline", on_click=_decline),
    state=Start.offer,
    getter=_offer,
    preview_data=example(_of_story),
)


async def _staff_name(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    at, name = context_of(manager), understanding.full_name(message.text or "")
    if name is None:
        mistaken(manager, Unfit(Field.FULL_NAME), message.text)
        return
    await correct(at, Field.FULL_NAME, name)
    become(manager, replace(at, actor=replace(at.actor, name=name)))
    await _offer_card(at)
    await manager.start(Menu.home, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)


staff = Window(
    Multi(Mistake(), Say("ask-staff-name"), sep="\n\n"),
    MessageInput(_staff_name, content_types=ContentType.TEXT),
    menu(),
    state=Start.staff,
)

windows = (staff, offer)
