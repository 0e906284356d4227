"""Send a message of words, files and buttons, or change one in place, within Telegram's limits."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from html import unescape
from typing import Any

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaLivePhoto,
    InputMediaPhoto,
    InputMediaVideo,
    Message,
)
from aiogram.utils.media_group import MediaType
from markupsafe import Markup

from handlers.ui.shown import Attached, Made, Shown
from storage.tables import MediaKind

CAPTION_LIMIT = 1024
_TAG = re.compile(r"<[^>]*>")
ALBUM_LIMIT = 10


async def composed(shown: Shown, made: Made) -> Shown:
    """The same with what is compared as a picture, or the words that say that there is none."""
    if shown.drawn is not None:
        picture = Attached(MediaKind.PHOTO, await asyncio.to_thread(shown.drawn))
        return replace(shown, media=(picture,), drawn=None)
    pair = shown.compared
    if pair is None:
        return shown
    sheet = await made.compared(pair.new, pair.stored, pair.of_new, pair.of_stored)
    if sheet is None:
        text = Markup("\n\n").join([shown.text, pair.otherwise])
        return replace(shown, text=text, compared=None)
    return replace(shown, media=(Attached(MediaKind.PHOTO, sheet),), compared=None)


async def send(bot: Bot, chat_id: int, shown: Shown, *, silent: bool = False) -> Message:
    """Send it, if `silent` without a sound; returns the message that carries the buttons.

    One file carries words and buttons itself. Several go as an album with the words below it, and
    so do words too long for a caption and kinds that cannot have one. Files that Telegram does not
    know any more, as those of another token, are left out.
    """
    # None leaves it out of the call: most of them make their sound.
    quietly = silent or None
    try:
        if len(shown.media) == 1 and _fits_caption(shown):
            return await _send_one(bot, chat_id, shown.media[0], shown, quietly)
        for group in _albums(shown.media):
            if len(group) == 1:
                await _send_one(bot, chat_id, group[0], Shown(Markup("")), quietly)
            else:
                album = [*map(_album_piece, group)]
                await bot.send_media_group(chat_id, album, disable_notification=quietly)
    except TelegramBadRequest as error:
        if "file identifier" not in error.message:
            raise
    return await bot.send_message(
        chat_id, shown.text, reply_markup=shown.markup, disable_notification=quietly
    )


async def change(message: Message, shown: Shown, left: Shown | None = None) -> Message:
    """Turn a message of the bot into this one; a new message where Telegram cannot turn it.

    `left` is what the old one says from then on that could not be turned.
    """
    bot = message.bot
    assert bot is not None
    try:
        if not shown.media and message.text is not None:
            changed = await message.edit_text(shown.text, reply_markup=shown.markup)
        elif len(shown.media) == 1 and message.caption is not None and _fits_caption(shown):
            media = _input(shown.media[0], shown.text)
            changed = await message.edit_media(media, reply_markup=shown.markup)
        else:
            return await _instead(message, shown, left)
    except TelegramBadRequest as error:
        if "message is not modified" in error.message:
            return message
        return await _instead(message, shown, left)
    return changed if isinstance(changed, Message) else message


async def amend(bot: Bot, chat_id: int, message_id: int, shown: Shown) -> None:
    """Change an earlier message, its file too: by now it may show another one.

    Nothing happens where it is gone, looks so already, or cannot be turned into this.
    """
    where: dict[str, Any] = {"chat_id": chat_id, "message_id": message_id}
    with suppress(TelegramBadRequest):
        if len(shown.media) != 1 or not _fits_caption(shown):
            await bot.edit_message_text(shown.text, reply_markup=shown.markup, **where)
        elif shown.media[0].kind is MediaKind.VOICE:  # cannot be put into a message
            await bot.edit_message_caption(caption=shown.text, reply_markup=shown.markup, **where)
        else:
            media = _input(shown.media[0], shown.text)
            await bot.edit_message_media(media, reply_markup=shown.markup, **where)


async def reword(message: Message, shown: Shown) -> None:
    """Change the words and buttons of a message, and leave its files as they are."""
    try:
        if message.text is not None:
            await message.edit_text(shown.text, reply_markup=shown.markup)
        else:
            await message.edit_caption(caption=shown.text, reply_markup=shown.markup)
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message:
            await _rebutton(message, shown)


async def reword_or_send(bot: Bot, chat_id: int, message: Message | None, shown: Shown) -> None:
    """Reword a card; without one, as Telegram lets go of old ones, send it anew."""
    if message is None:
        await send(bot, chat_id, shown)
    else:
        await reword(message, shown)


async def _rebutton(message: Message, shown: Shown) -> None:
    """Words that do not fit below a file, or a message without any: its buttons at least."""
    try:
        await message.edit_reply_markup(reply_markup=shown.markup)
    except TelegramBadRequest as error:
        if "message is not modified" not in error.message and message.bot is not None:
            await send(message.bot, message.chat.id, Shown(shown.text, (), shown.buttons))


async def _instead(message: Message, shown: Shown, left: Shown | None) -> Message:
    assert message.bot is not None
    if left is None:
        await _strip(message)
    sent = await send(message.bot, message.chat.id, shown)
    if left is not None:
        await reword(message, left)
    return sent


async def _strip(message: Message) -> None:
    """Take the buttons off a message that a new one replaces."""
    if message.reply_markup is not None:
        try:
            await message.edit_reply_markup(reply_markup=None)
        except TelegramBadRequest:
            return  # gone or too old: nothing to take off


def _fits_caption(shown: Shown) -> bool:
    return shown.media[0].kind is not MediaKind.VIDEO_NOTE and _length(shown.text) <= CAPTION_LIMIT


def _length(text: Markup) -> int:
    """Characters as Telegram counts them: without tags, and empty lines are characters too."""
    return len(unescape(_TAG.sub("", text)))


def _albums(media: Sequence[Attached]) -> list[list[Attached]]:
    """Groups that Telegram takes: pictures and videos together, documents and audio by kind.

    As few as can be: what is of one kind goes together, whatever was sent between.
    """
    families: dict[str, list[Attached]] = {}
    alone = 0
    for item in media:
        family = _FAMILY.get(item.kind)
        if family is None:
            alone += 1
        families.setdefault(family or f"alone {alone}", []).append(item)
    return [
        items[at : at + ALBUM_LIMIT]
        for items in families.values()
        for at in range(0, len(items), ALBUM_LIMIT)
    ]


_FAMILY = {
    MediaKind.PHOTO: "picture",
    MediaKind.VIDEO: "picture",
    MediaKind.DOCUMENT: "document",
    MediaKind.AUDIO: "audio",
}


def _file(item: Attached) -> str | BufferedInputFile:
    return item.file if isinstance(item.file, str) else BufferedInputFile(item.file, item.name)


_Piece = (
    InputMediaAudio | InputMediaDocument | InputMediaLivePhoto | InputMediaPhoto | InputMediaVideo
)


def _album_piece(item: Attached) -> _Piece:
    piece = _input(item)
    assert not isinstance(piece, InputMediaAnimation)  # it has no family, so it goes alone
    return piece


def _input(item: Attached, caption: str | None = None) -> MediaType | InputMediaAnimation:
    kinds: dict[MediaKind, type[MediaType | InputMediaAnimation]] = {
        MediaKind.PHOTO: InputMediaPhoto,
        MediaKind.VIDEO: InputMediaVideo,
        MediaKind.ANIMATION: InputMediaAnimation,
        MediaKind.AUDIO: InputMediaAudio,
        MediaKind.VOICE: InputMediaAudio,
    }
    return kinds.get(item.kind, InputMediaDocument)(media=_file(item), caption=caption)


async def _send_one(
    bot: Bot, chat_id: int, item: Attached, shown: Shown, quietly: bool | None
) -> Message:
    how: dict[str, Any] = {"reply_markup": shown.markup, "disable_notification": quietly}
    file = _file(item)
    if item.kind is MediaKind.VIDEO_NOTE:
        return await bot.send_video_note(chat_id, file, **how)
    ways: dict[MediaKind, Callable[..., Awaitable[Message]]] = {
        MediaKind.PHOTO: bot.send_photo,
        MediaKind.VIDEO: bot.send_video,
        MediaKind.ANIMATION: bot.send_animation,
        MediaKind.VOICE: bot.send_voice,
        MediaKind.AUDIO: bot.send_audio,
        MediaKind.DOCUMENT: bot.send_document,
    }
    return await ways[item.kind](chat_id, file, caption=shown.text or None, **how)
