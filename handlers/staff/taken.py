"""Who took a link: the maker may end it, of an operator's a second operator decides (§7.2)."""

from enum import StrEnum

from aiogram import F, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, InlineKeyboardButton
from markupsafe import Markup

from award.errors import Refusal, TooLate
from award.outbox import NoticeKind
from award.staff.invitations import confirm, joined_by, taken, waiting_operator
from award.staff.links import Named, StaffLink, revoke
from award.staff.roles import end_taken
from handlers.staff.links import last_day
from handlers.ui.context import RequestContext, Speaking
from handlers.ui.notices import Notice, notice
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Id, Screen
from handlers.wording.names import place_of, role_name, staff_name
from locales import Texts

router = Router(name="taken_links")


class TakenDo(StrEnum):
    """What a tap asks for: first what the link's maker may, then a second operator."""

    ASK = "ask"
    KEEP = "keep"
    END = "end"
    CONFIRM = "confirm"
    REFUSE = "refuse"


class TakenTap(CallbackData, prefix="tl"):
    """Something to do with a link that was taken."""

    do: TakenDo
    invitation: Id


def _mention(person: Named, say: Texts) -> Markup:
    """Their name; a tap on it opens the account, all that there is to tell of who has none yet."""
    words = Markup('<a href="tg://user?id={}">{}</a>')
    return words.format(person.telegram_id, staff_name(person.name, say))


# --- to the maker


def _taken(at: Speaking, link: StaffLink) -> Shown:
    assert link.taken_by is not None
    words = at.say(
        "notice-invitation-taken",
        name=_mention(link.taken_by, at.say),
        role=role_name(link.role, at.say),
        where=place_of(link.centre, link.region, at.programme, at.say),
        waits="yes" if link.waits else "no",
    )
    return Shown(words, (), [[_button("invitation-button-wrong", TakenDo.ASK, link, at.say)]])


def _sure(at: Speaking, link: StaffLink) -> Shown:
    assert link.taken_by is not None
    words = at.say(
        "invitation-ending",
        name=staff_name(link.taken_by.name, at.say),
        role=role_name(link.role, at.say),
    )
    keep = _button("invitation-button-right", TakenDo.KEEP, link, at.say)
    end = _button("staff-button-end-surely", TakenDo.END, link, at.say)
    return Shown(words, (), [[end], [keep]])


def _button(key: str, do: TakenDo, link: StaffLink, say: Texts) -> InlineKeyboardButton:
    return button(say.plain(key), TakenTap(do=do, invitation=link.id).pack())


@notice(NoticeKind.INVITATION_TAKEN)
async def _tell_maker(at: Notice) -> Shown | None:
    try:
        return _taken(at, await taken(at, at.details["invitation"]))
    except Refusal:
        return None


@router.callback_query(TakenTap.filter(F.do.in_({TakenDo.ASK, TakenDo.KEEP})))
async def ask(tap: CallbackQuery, callback_data: TakenTap, at: RequestContext) -> None:
    """A confirming question in place of the card, and back."""
    link = await taken(at, callback_data.invitation)
    at.reply.put((_sure if callback_data.do is TakenDo.ASK else _taken)(at, link))


@router.callback_query(TakenTap.filter(F.do == TakenDo.END))
async def end(tap: CallbackQuery, callback_data: TakenTap, at: RequestContext) -> None:
    link = await taken(at, callback_data.invitation)
    await end_taken(at, callback_data.invitation)
    assert link.taken_by is not None
    name = staff_name(link.taken_by.name, at.say)
    role = role_name(link.role, at.say)
    at.reply.put(Shown(at.say("invitation-ended", name=name, role=role)))


# --- to the other operators


@notice(NoticeKind.OPERATOR_WAITS)
async def _tell_operators(at: Notice) -> Shown | None:
    try:
        link = await waiting_operator(at, at.details["invitation"])
    except Refusal:
        return None
    if link.made_by is None or link.taken_by is None or link.made_by.id == at.actor.id:
        return None
    words = at.say(
        "notice-operator-waits",
        name=_mention(link.taken_by, at.say),
        by=staff_name(link.made_by.name, at.say),
        until=last_day(link, at.programme),
    )
    yes = _button("invitation-button-confirm", TakenDo.CONFIRM, link, at.say)
    no = _button("invitation-button-refuse", TakenDo.REFUSE, link, at.say)
    return Shown(words, (), [[yes], [no]])


@router.callback_query(TakenTap.filter(F.do.in_({TakenDo.CONFIRM, TakenDo.REFUSE})))
async def decide(tap: CallbackQuery, callback_data: TakenTap, at: RequestContext) -> None:
    """What was decided, in place of the card; as it is, too, where another was faster."""
    number, confirmed = callback_data.invitation, callback_data.do is TakenDo.CONFIRM
    try:
        link = await waiting_operator(at, number)
        await (confirm if confirmed else revoke)(at, number)
    except TooLate as late:
        at.reply.put(Shown(at.say(late.key)))
        return
    assert link.taken_by is not None
    key = "invitation-confirmed" if confirmed else "invitation-refused"
    at.reply.put(Shown(at.say(key, name=staff_name(link.taken_by.name, at.say))))


# --- to who is to be an operator


@notice(NoticeKind.OPERATOR_CONFIRMED)
async def _tell_confirmed(at: Notice) -> Shown | None:
    role = await joined_by(at, at.details["invitation"])
    if role is None or not at.actor.has(role):
        return None
    menu = button(at.say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    return Shown(at.say("welcome-operator"), (), [[menu]])


@notice(NoticeKind.OPERATOR_REFUSED)
async def _tell_refused(at: Notice) -> Shown | None:
    if await joined_by(at, at.details["invitation"]) is None:
        return None
    return Shown(at.say("notice-operator-refused"))
