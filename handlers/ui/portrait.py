"""A picture that came as a file, made into one that Telegram shows as a photo."""

import asyncio
import io
import warnings

from aiogram.types import Message
from markupsafe import Markup
from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener
from sqlalchemy.ext.asyncio import AsyncSession

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


async def photo_of(message: Message, session: AsyncSession, words: Markup) -> str | None:
    """Telegram's file_id of the picture that was sent; None for what is no picture.

    One sent as a file is sent back as a photo, with these words, so that it can be shown as one.
    """
    if message.photo:
        return message.photo[-1].file_id
    document, bot = message.document, message.bot
    if document is None or bot is None or (document.file_size or 0) > TOO_BIG:
        return None
    if not (document.mime_type or "").startswith("image/"):
        return None
    await session.commit()
    file = await bot.download(document)
    picture = await asyncio.to_thread(portrait, file.read() if file else b"")
    if picture is None:
        return None
    shown = Shown(words, (Attached(MediaKind.PHOTO, picture),))
    sent = await send(bot, message.chat.id, shown)
    return sent.photo[-1].file_id if sent.photo else None
