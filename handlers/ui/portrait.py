"""A picture that came as a file is sent back as a photo, which Telegram can show."""

from aiogram.types import Message
from markupsafe import Markup

from handlers.ui.kinds import still_of
from handlers.ui.reply import Chat, Reply
from handlers.ui.sending import send
from handlers.ui.shown import Attached, Shown
from storage.tables import MediaKind

_TRIED = ""  # in the place of the file_id of one that turned out to be no picture


def photo_sent(message: Message) -> str | None:
    """Telegram's file_id of the photo that was sent; None for what is none."""
    still = still_of(message)
    return still.file_id if still is not None else None


def made_photo(message: Message, reply: Reply, words: Markup) -> bool:
    """Whether a file was sent that may be a picture, whatever it is called: as a photo it is sent
    back, with these words.

    The message is then handled as if the photo had been sent in the first place; where none could
    be made, as a file that is no picture.
    """
    document = message.document
    if document is None or document.file_id == _TRIED:
        return False

    async def go(chat: Chat) -> None:
        picture = await chat.made.portrait(document.file_id)
        if picture is None:
            other = document.model_copy(update={"file_id": _TRIED})
            await chat.receive(message.model_copy(update={"document": other}))
            return
        shown = Shown(words, (Attached(MediaKind.PHOTO, picture),))
        sent = await send(chat.bot, chat.id, shown)
        await chat.receive(message.model_copy(update={"document": None, "photo": sent.photo}))

    reply.add(go)
    return True
