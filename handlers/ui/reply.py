"""What an update is answered with: put together while it is handled, sent once that is committed.

Handlers never speak to Telegram themselves: nobody waits for a chat's line, and nothing is said
that a transaction may yet undo.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Hashable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Protocol

from aiogram import Bot
from aiogram.enums import ChatAction
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardMarkup,
    InputMediaDocument,
    Message,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from aiogram_dialog.api.entities import OldMessage
from markupsafe import Markup
from sqlalchemy.ext.asyncio import AsyncSession

from handlers.ui import sending
from handlers.ui.shown import Made, Shown

ALERT_LIMIT = 200  # characters


MakeFiles = Callable[[AsyncSession], Awaitable[dict[str, bytes]]]
ReadApart = Callable[[MakeFiles], Awaitable[dict[str, bytes]]]


class Chat(Protocol):
    """Where a reply goes: a private chat, as its sender knows it."""

    @property
    def bot(self) -> Bot: ...
    @property
    def id(self) -> int: ...
    @property
    def made(self) -> Made: ...
    @property
    def read(self) -> ReadApart: ...

    # The message that shows the open window, as far as is known.
    window: OldMessage | None

    async def receive(self, message: Message) -> None:
        """Handle a message as if it had been sent instead of the one that was."""


Send = Callable[[Chat], Awaitable[Any]]


@dataclass(slots=True)
class Part:
    """One thing that is sent. While it waits, a newer one of the same `place` takes its turn.

    `at_once`: it is no message, and waits for none where the chat has to pause.
    """

    send: Send
    place: Hashable | None = None
    at_once: bool = False


class Reply:
    """The reply to one update, in the order in which it is said.

    `card` is the message whose button was tapped; None where Telegram has let go of it, and for
    updates that are no taps.
    """

    def __init__(self, chat_id: int, tap: CallbackQuery | None = None) -> None:
        self.chat_id = chat_id
        self.tap_id = tap.id if tap is not None else None
        tapped = tap.message if tap is not None else None
        self.card = tapped if isinstance(tapped, Message) else None
        self.parts: list[Part] = []
        # A window takes the place of the open one alone, and leaves a tapped card as it is.
        self.keeps_cards = False
        self._words: tuple[str, bool] | None = None

    # --- messages

    def send(self, shown: Shown) -> None:
        """A new message."""
        self.add(lambda chat: _send(chat, shown))

    def say(self, words: Markup) -> None:
        """A new message of words alone."""
        self.send(Shown(words))

    def quote(self, message_id: int, shown: Shown) -> None:
        """A new message that answers one of the person's."""

        async def go(chat: Chat) -> None:
            await chat.bot.send_message(
                chat.id,
                shown.text,
                reply_markup=shown.markup,
                reply_parameters=ReplyParameters(
                    message_id=message_id, allow_sending_without_reply=True
                ),
            )

        self.add(go)

    def put_away_keyboard(self, words: Markup) -> None:
        """A new message, with which a keyboard below the chat goes."""
        gone = ReplyKeyboardRemove()
        self.add(lambda chat: chat.bot.send_message(chat.id, words, reply_markup=gone))

    def documents(self, made: MakeFiles, caption: str) -> None:
        """Files by name, in one message, with words below the last.

        `made` makes them when they go out, in a thread beside all else, of what it reads there.
        """

        async def go(chat: Chat) -> None:
            await chat.bot.send_chat_action(chat.id, ChatAction.UPLOAD_DOCUMENT)
            files = await chat.read(made)
            *_, last = files
            if len(files) == 1:  # an album has two pieces at least
                alone = BufferedInputFile(files[last], last)
                await chat.bot.send_document(chat.id, alone, caption=caption)
                return
            pieces = [
                InputMediaDocument(
                    media=BufferedInputFile(data, name), caption=caption if name == last else None
                )
                for name, data in files.items()
            ]
            await chat.bot.send_media_group(chat.id, [*pieces])

        self.add(go)

    # --- messages that stand already

    def put(self, shown: Shown, alert: str | None = None) -> None:
        """In place of the tapped card, or below where Telegram has let go of it; and an alert."""
        self.change(self.card, shown)
        self.alert(alert)

    def change(self, message: Message | None, shown: Shown, left: Shown | None = None) -> None:
        """Another card in place of a message, or below where that cannot be turned into it.

        `left` is what a message says from then on that could not be turned.
        """
        if message is None:
            self.send(shown)
            return

        async def go(chat: Chat) -> None:
            await sending.change(message, await _composed(chat, shown), left)

        self.add(go, ("change", message.message_id))

    def reword(self, message: Message | None, shown: Shown) -> None:
        """Other words and buttons on a message, whose files stay; a new one where there is none."""
        if message is None:
            self.send(shown)
        else:
            self.add(lambda _chat: sending.reword(message, shown), ("reword", message.message_id))

    def amend(self, message_id: int, shown: Shown) -> None:
        """Change an earlier message, if it can be; it may show another file by now."""

        async def go(chat: Chat) -> None:
            await sending.amend(chat.bot, chat.id, message_id, shown)

        self.add(go, ("change", message_id))

    def words(self, message_id: int, text: Markup, *, below_file: bool) -> None:
        """Other words on an earlier message, without buttons; its file stays."""

        async def go(chat: Chat) -> None:
            where: dict[str, Any] = {"chat_id": chat.id, "message_id": message_id}
            if below_file:
                await chat.bot.edit_message_caption(caption=text, **where)
            else:
                await chat.bot.edit_message_text(text, **where)

        self.add(_if_possible(go), ("words", message_id))

    def buttons(self, message_id: int, markup: InlineKeyboardMarkup | None) -> None:
        """Other buttons on an earlier message; None for none."""

        async def go(chat: Chat) -> None:
            await chat.bot.edit_message_reply_markup(
                chat_id=chat.id, message_id=message_id, reply_markup=markup
            )

        self.add(_if_possible(go))

    def delete(self, message_id: int) -> None:
        """An earlier message goes; `WINDOW` is the one that shows the open window."""

        async def go(chat: Chat) -> None:
            gone = message_id
            if message_id == WINDOW:
                if chat.window is None:
                    return
                gone, chat.window = chat.window.message_id, None
            await chat.bot.delete_message(chat.id, gone)

        self.add(_if_possible(go))

    # --- the tap

    def alert(self, words: str | None) -> None:
        """Words before the screen, to be closed by a tap; None for nothing to say."""
        if words is not None:
            self._words = (words[:ALERT_LIMIT], True)

    def note(self, words: str) -> None:
        """Words that go by above the chat."""
        self._words = (words[:ALERT_LIMIT], False)

    # --- all of it

    def add(self, send: Send, place: Hashable | None = None) -> None:
        """What takes more than the calls above."""
        self.parts.append(Part(send, place))

    def forget(self) -> None:
        """What was said until here is not true any more."""
        self.parts.clear()
        self._words = None

    def whole(self) -> list[Part]:
        """What is sent: every tap is answered at last, or its button would go on waiting."""
        if self.tap_id is None:
            return self.parts
        words, alert = self._words or (None, None)
        tap_id = self.tap_id

        async def go(chat: Chat) -> None:
            await chat.bot.answer_callback_query(tap_id, text=words, show_alert=alert)

        return [*self.parts, Part(go, at_once=True)]


# In place of the id of the message that shows the open window, which only its sender knows.
WINDOW = 1

# The reply to the update at hand, for aiogram-dialog, which has no place for it.
reply_at_hand: ContextVar[Reply] = ContextVar("reply_at_hand")


def replies_to(update: Update) -> Reply:
    """The empty reply to an update; one in a group goes to the group."""
    tap = update.callback_query
    event: Any = update.event
    chat = getattr(tap.message if tap is not None else event, "chat", None)
    person = getattr(event, "from_user", None)
    return Reply(chat.id if chat is not None else person.id if person is not None else 0, tap)


async def _send(chat: Chat, shown: Shown) -> None:
    await sending.send(chat.bot, chat.id, await _composed(chat, shown))


async def _composed(chat: Chat, shown: Shown) -> Shown:
    return await sending.composed(shown, chat.made)


def _if_possible(send: Send) -> Send:
    """An earlier message may be gone, too old, or as it is to be."""

    async def go(chat: Chat) -> None:
        try:
            await send(chat)
        except TelegramBadRequest:
            return

    return go
