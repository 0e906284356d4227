"""A picture that came as a file, made into one that Telegram shows as a photo."""

import asyncio
import io
import warnings

from aiogram.types import Message
from markupsafe import Markup
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

from handlers.ui.kinds import still_of
from handlers.ui.reply import Chat, Reply
from handlers.ui.sending import send
from handlers.ui.shown import Attached, Shown
from storage.tables import MediaKind

TOO_BIG = 20 * 1024 * 1024  # bytes: what a bot may download
SIDE = 1280  # pixels of the longer side
MOST_PIXELS = 60_000_000

register_heif_opener()


def portrait(data: bytes) -> bytes | None:
    """JPEG, upright, at most `SIDE` pixels; None for what is no picture or is too large to open."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return None
                picture.draft("RGB", (SIDE, SIDE))
                upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((SIDE, SIDE))
        kept = io.BytesIO()
        upright.save(kept, "JPEG", quality=88)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    except Image.DecompressionBombWarning:
        return None
    return kept.getvalue()


def photo_sent(message: Message) -> str | None:
    """Telegram's file_id of the photo that was sent; None for what is none."""
    still = still_of(message)
    return still.file_id if still is not None else None


def made_photo(message: Message, reply: Reply, words: Markup) -> bool:
    """Whether a picture was sent as a file: it is sent back as a photo, with these words.

    The message is then handled as if the photo had been sent in the first place; where none could
    be made, as a file that is no picture.
    """
    document = message.document
    if document is None or not (document.mime_type or "").startswith("image/"):
        return False

    async def go(chat: Chat) -> None:
        picture = None
        if (document.file_size or 0) <= TOO_BIG:
            file = await chat.bot.download(document)
            picture = await asyncio.to_thread(portrait, file.read() if file else b"")
        if picture is None:
            other = document.model_copy(update={"mime_type": None})
            await chat.receive(message.model_copy(update={"document": other}))
            return
        shown = Shown(words, (Attached(MediaKind.PHOTO, picture),))
        sent = await send(chat.bot, chat.id, shown)
        await chat.receive(message.model_copy(update={"document": None, "photo": sent.photo}))

    reply.add(go)
    return True
