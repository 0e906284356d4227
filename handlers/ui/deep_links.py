"""Deep links: what opens each, by its payload's prefix (award.invitations.PREFIX); giving one."""

import io
from collections.abc import Awaitable, Callable
from urllib.parse import urlencode

import segno
from aiogram import Bot
from aiogram.types import InlineKeyboardButton
from aiogram_dialog import DialogManager

Opener = Callable[[DialogManager, str], Awaitable[None]]
_openers: dict[str, Opener] = {}


def opens(prefix: str) -> Callable[[Opener], Opener]:
    """Register who opens links with this prefix; it gets the whole payload."""

    def register(opener: Opener) -> Opener:
        if prefix in _openers:
            raise ValueError(f"Two openers of {prefix}")
        _openers[prefix] = opener
        return opener

    return register


def opener_of(payload: str) -> Opener | None:
    """Who opens this payload; None for one that nobody made."""
    return next((o for prefix, o in _openers.items() if payload.startswith(prefix)), None)


async def deep_link(bot: Bot, payload: str) -> str:
    """The address that opens the bot with this payload."""
    return f"https://t.me/{(await bot.me()).username}?start={payload}"


def share_button(label: str, link: str, words: str) -> InlineKeyboardButton:
    """Lets the person choose whom to send the link to."""
    query = urlencode({"url": link, "text": words})
    return InlineKeyboardButton(text=label, url=f"https://t.me/share/url?{query}")


def qr(link: str) -> bytes:
    """A PNG that a phone's camera reads from another screen."""
    drawn = io.BytesIO()
    segno.make(link, error="m").save(drawn, kind="png", scale=10, border=4)
    return drawn.getvalue()
