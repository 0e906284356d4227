"""Everything else that a person may send: what it is not for, and what to do instead."""

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager
from markupsafe import Markup

from award.journal.capture import captured_before
from award.profile.next_step import Step
from award.programme import Programme
from handlers.menu.menu import Standing, situation_words, standing_of
from handlers.ui.context import RequestContext
from handlers.ui.filters import is_command
from handlers.ui.shown import Shown, button
from handlers.ui.taps import EntryDo, EntryTap, GoTap, Screen
from handlers.ui.widgets import is_asked
from locales import Texts
from storage.tables import DECIDED_STATES, EntryState

router = Router(name="anything")


# What Telegram can send that is for talking, not for the journal; each has its words.
KINDS = {
    ContentType.STICKER: "sticker",
    ContentType.DICE: "dice",
    ContentType.GAME: "dice",
    ContentType.POLL: "poll",
    ContentType.CHECKLIST: "poll",
    ContentType.LOCATION: "location",
    ContentType.VENUE: "location",
    ContentType.CONTACT: "contact",
    ContentType.STORY: "story",
    ContentType.PAID_MEDIA: "story",
    ContentType.UNKNOWN: "other",
    ContentType.TEXT: "other",
}


@router.message(is_command)
async def unknown_command(
    message: Message, at: RequestContext, dialog_manager: DialogManager
) -> None:
    standing = await standing_of(at)
    await _answer(
        message, at.say("anything-command"), standing, at.programme, at.say, dialog_manager
    )


@router.message(F.content_type.in_(set(KINDS)))
async def other_kind(message: Message, at: RequestContext, dialog_manager: DialogManager) -> None:
    """Something that neither a form nor the journal takes."""
    standing = await standing_of(at)
    words = at.say(f"anything-{KINDS[ContentType(message.content_type)]}")
    await _answer(message, words, standing, at.programme, at.say, dialog_manager)


async def _answer(
    message: Message,
    words: Markup,
    standing: Standing,
    programme: Programme,
    say: Texts,
    manager: DialogManager,
) -> None:
    """The words, and what to do in this person's situation."""
    if is_asked(manager):
        following = say("anything-in-form")
    elif standing.where.step is Step.JOURNAL:
        following = say("anything-journal")
    else:
        following = situation_words(standing, programme, say)
    menu = button(say.plain("button-menu"), GoTap(to=Screen.MENU).pack())
    shown = Shown(Markup("\n\n").join([words, following]), (), [[menu]])
    await message.reply(shown.text, reply_markup=shown.markup, allow_sending_without_reply=True)


@router.message()
async def pass_over(_message: Message) -> None:
    """What Telegram itself notes in a chat, such as a pinned message: nothing to say."""


@router.edited_message(F.text | F.caption)
async def edited(message: Message, at: RequestContext) -> None:
    """An edit changes nothing that was kept: say how it is changed."""
    entry = await captured_before(at, message.message_id)
    if entry is None:
        await message.reply(at.say("edited-other"), allow_sending_without_reply=True)
        return
    key = {EntryState.DRAFT: "draft", EntryState.SUBMITTED: "submitted"}.get(entry.state, "closed")
    if entry.state in DECIDED_STATES:
        key = "decided"
    open_it = button(
        at.say.plain("edited-button"), EntryTap(do=EntryDo.SHOW, entry=entry.id).pack()
    )
    shown = Shown(at.say(f"edited-{key}"), (), [[open_it]])
    await message.reply(shown.text, reply_markup=shown.markup, allow_sending_without_reply=True)


@router.edited_message()
async def pass_over_edit(_message: Message) -> None:
    """A moving place on a map, and the like."""
