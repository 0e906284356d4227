"""Edits of what was sent: they change nothing that was kept, and this says how it is changed.

Telegram tells of an edit also where nothing was changed that anybody typed: for a reaction, for the
preview of a link, for a place on a map that moves. So what came lately is remembered, by digests.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from enum import Enum
from typing import Any

from aiogram import BaseMiddleware, Router
from aiogram.enums import ChatType
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject

from award.journal.capture import Sent, captured_before
from handlers.journal.received import received
from handlers.ui.context import RequestContext
from handlers.ui.lately import digest, remember, remembered
from handlers.ui.shown import Shown, button
from handlers.ui.taps import EntryDo, EntryTap
from storage.tables import DECIDED_STATES, Entry, EntryState

router = Router(name="edits")

MAY_EDIT = timedelta(hours=48)  # for so long Telegram lets people edit


class Edited(Enum):
    """What an edit has changed."""

    WORDS = "words"
    FILE = "file"


class Remember(BaseMiddleware):
    """Keep in mind what came in a person's chat, to know later what an edit changes."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, Message) and event.chat.type == ChatType.PRIVATE:
            # A picture sent as a file comes once more, as the photo that it was made into. What
            # came first is what a person may edit.
            sent = received(event)
            await remember(data["state"], sent.message_id, _digests(sent))
        return await handler(event, data)


@router.edited_message()
async def edited(message: Message, at: RequestContext, state: FSMContext) -> None:
    """Say how what was sent is changed, or silently nothing where the edit changed nothing."""
    sent = received(message)
    change = await _changed(state, sent, at.now)
    if change is None:
        return
    await remember(state, sent.message_id, _digests(sent), edited=True)
    entry = await captured_before(at, message.message_id)
    buttons = []
    if entry is not None:
        tap = EntryTap(do=EntryDo.SHOW, entry=entry.id).pack()
        buttons = [[button(at.say.plain("edited-button"), tap)]]
    shown = Shown(at.say(f"edited-{_key(entry, change)}"), (), buttons)
    at.reply.quote(message.message_id, shown)


def _key(entry: Entry | None, change: Edited) -> str:
    if entry is None:
        return "other"
    if change is Edited.FILE:
        return "file"
    if entry.state in DECIDED_STATES:
        return "decided"
    return {EntryState.DRAFT: "draft", EntryState.SUBMITTED: "submitted"}.get(entry.state, "closed")


async def _changed(state: FSMContext, sent: Sent, now: datetime) -> Edited | None:
    """What an edit changed. Of what is not remembered any more, what it may have changed."""
    words, file = _digests(sent)
    before = await remembered(state, sent.message_id)
    if before is not None:
        return Edited.FILE if file != before[1] else Edited.WORDS if words != before[0] else None
    if sent.at < now - MAY_EDIT:
        return None
    return Edited.WORDS if words else Edited.FILE if file else None


def _digests(sent: Sent) -> list[str]:
    """Of the words and of the file."""
    file = sent.file.file_unique_id if sent.file is not None else ""
    return [digest(sent.words.strip()), digest(file)]
