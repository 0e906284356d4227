"""Everything else that a person may send: what it is not for, and what to do instead."""

from aiogram import Router
from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from markupsafe import Markup

from award.profile.next_step import Step
from handlers.menu.menu import Standing, situation_words, standing_of
from handlers.ui.context import RequestContext
from handlers.ui.filters import is_command, is_empty
from handlers.ui.kinds import is_note
from handlers.ui.shown import Shown, button
from handlers.ui.taps import GoTap, Screen
from handlers.ui.widgets import is_asked

router = Router(name="anything")


# What people can send that is for talking, not for the journal: its words. Whatever is neither here
# nor a note of Telegram's own, as what is new, is answered as `OTHER`.
OTHER = "other"
KINDS = {
    ContentType.STICKER: "sticker",
    ContentType.DICE: "dice",
    ContentType.GAME: "dice",
    ContentType.POLL: "poll",
    ContentType.CHECKLIST: "poll",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "location",
    ContentType.CONTACT: "contact",
    ContentType.USER_SHARED: "contact",
    ContentType.USERS_SHARED: "contact",
    ContentType.STORY: "story",
    ContentType.PAID_MEDIA: "story",
    ContentType.RICH_MESSAGE: "story",
    ContentType.GIFT: "gift",
    ContentType.UNIQUE_GIFT: "gift",
    ContentType.GIFT_UPGRADE_SENT: "gift",
    ContentType.CHAT_SHARED: OTHER,
    ContentType.GIVEAWAY: OTHER,
    ContentType.GIVEAWAY_WINNERS: OTHER,
    ContentType.INVOICE: OTHER,
    ContentType.PASSPORT_DATA: OTHER,
    ContentType.REFUNDED_PAYMENT: OTHER,
    ContentType.SUCCESSFUL_PAYMENT: OTHER,
    ContentType.WEB_APP_DATA: OTHER,
    ContentType.UNKNOWN: OTHER,
}


@router.message(is_command)
async def unknown_command(
    message: Message, at: RequestContext, dialog_manager: DialogManager
) -> None:
    standing = await standing_of(at)
    _answer(at, message, at.say("anything-command"), standing, dialog_manager)


@router.message(is_note)
async def pass_over(_message: Message) -> None:
    """What Telegram itself notes in a chat, such as a pinned message: nothing to say."""


@router.message()
async def other_kind(message: Message, at: RequestContext, dialog_manager: DialogManager) -> None:
    """Something that neither a form nor the journal takes."""
    standing = await standing_of(at)
    kind = KINDS.get(ContentType(message.content_type), OTHER)
    if await is_empty(message):
        kind = "empty"
    words = at.say(f"anything-{kind}")
    _answer(at, message, words, standing, dialog_manager)


def _answer(
    at: RequestContext,
    message: Message,
    words: Markup,
    standing: Standing,
    manager: DialogManager,
) -> None:
    """The words, and what to do in this person's situation."""
    say = at.say
    if is_asked(manager):
        following = say("anything-in-form")
    elif standing.where.step is Step.JOURNAL:
        following = say("anything-journal")
    else:
        following = situation_words(standing, at.programme, say)
    menu = button(say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    shown = Shown(Markup("\n\n").join([words, following]), (), [[menu]])
    at.reply.quote(message.message_id, shown)
