"""How aiogram-dialog shows its windows: as a part of the reply to the update at hand."""

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.types import CallbackQuery, Message, ReplyKeyboardMarkup
from aiogram_dialog import ShowMode
from aiogram_dialog.api.entities import NewMessage, OldMessage
from aiogram_dialog.api.protocols import MessageManagerProtocol, MessageNotModified
from aiogram_dialog.manager.message_manager import MessageManager

from handlers.ui.reply import WINDOW, Chat, reply_at_hand

# Of several that wait to be sent anew, the newest is the open one.
_NEWEST = "window"
_library = MessageManager()


class Windows(MessageManagerProtocol):
    """Adds windows to the reply. Which message shows one is known only when it is sent."""

    async def show_message(
        self, bot: Bot, new_message: NewMessage, old_message: OldMessage | None
    ) -> OldMessage:
        reply = reply_at_hand.get()
        keeps_cards = reply.keeps_cards
        if reply.tap_id is not None and reply.card is None:
            new_message.show_mode = ShowMode.SEND  # what was tapped is far above, or gone

        async def go(chat: Chat) -> None:
            old = _known(chat, old_message)
            if keeps_cards and not _same(old, chat.window):
                old, new_message.show_mode = chat.window, ShowMode.SEND
            try:
                chat.window = await _library.show_message(chat.bot, new_message, old)
            except MessageNotModified:
                chat.window = old

        anew = new_message.show_mode in (ShowMode.SEND, ShowMode.DELETE_AND_SEND)
        place = _NEWEST if anew or old_message is None else ("change", old_message.message_id)
        reply.add(go, place)
        media = new_message.media
        return OldMessage(
            message_id=WINDOW,
            chat=new_message.chat,
            media_id=None,
            media_uniq_id=None,
            has_protected_content=new_message.protect_content,
            has_reply_keyboard=isinstance(new_message.reply_markup, ReplyKeyboardMarkup),
            text=new_message.text,
            content_type=media.type if media is not None else ContentType.TEXT,
        )

    async def remove_kbd(
        self, bot: Bot, show_mode: ShowMode, old_message: OldMessage | None
    ) -> Message | None:
        async def go(chat: Chat) -> None:
            await _library.remove_kbd(chat.bot, show_mode, _known(chat, old_message))
            chat.window = None

        if old_message is not None:
            reply_at_hand.get().add(go)
        return None

    async def answer_callback(self, bot: Bot, callback_query: CallbackQuery) -> None:
        """Nothing: the reply to a tap answers it."""


def _same(one: OldMessage | None, other: OldMessage | None) -> bool:
    return one is not None and other is not None and one.message_id == other.message_id


def _known(chat: Chat, old: OldMessage | None) -> OldMessage | None:
    return chat.window if old is not None and old.message_id == WINDOW else old
