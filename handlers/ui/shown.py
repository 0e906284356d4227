"""What is to be shown: words, media, buttons, as plain values; sending.py shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
)
from markupsafe import Markup

from evidence.side_by_side import Half
from storage.tables import Media, MediaKind

TEXT_LIMIT = 4096


Buttons = Sequence[Sequence[InlineKeyboardButton]]


class Made(Protocol):
    """Makes pictures of files that people sent, which are not opened here."""

    async def compared(
        self, new: Sequence[str], stored: Sequence[str], of_new: Half, of_stored: Half
    ) -> bytes | None:
        """Two on one, each given by its ids, the best first; None where that cannot be."""

    async def portrait(self, file_id: str) -> bytes | None:
        """What can be shown as a photo; None where the file is no picture."""


@dataclass(frozen=True)
class Attached:
    """A file to show: Telegram's file_id, or bytes of a file made here, with its name."""

    kind: MediaKind
    file: str | bytes
    name: str = "picture.png"


@dataclass(frozen=True)
class Compared:
    """Two files to be shown side by side, each by its ids; `otherwise`: words if they cannot be."""

    new: tuple[str, ...]
    stored: tuple[str, ...]
    of_new: Half
    of_stored: Half
    otherwise: Markup


@dataclass(frozen=True)
class Shown:
    """What a person is to see: words (HTML), files, rows of buttons.

    `compared` is made a file of by `composed`, when it goes out: that takes its time; `drawn` too,
    a PNG that is drawn in a thread. `amends`: earlier messages of the chat, by id, that are to look
    otherwise from then on; a notice without words is these alone.
    """

    text: Markup
    media: tuple[Attached, ...] = ()
    buttons: Buttons = field(default_factory=tuple)
    compared: Compared | None = None
    amends: tuple[tuple[int, Shown], ...] = ()
    drawn: Callable[[], bytes] | None = None

    @property
    def markup(self) -> InlineKeyboardMarkup | None:
        rows = [list(row) for row in self.buttons if row]
        return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data)


def quoted(words: str, limit: int = 700) -> Markup:
    """A person's own words as a quotation: escaped, folded if long, foldable by the reader."""
    short = shortened(words, limit)
    tag = Markup("<blockquote expandable>{}</blockquote>")
    return (tag if len(short) > 200 else Markup("<blockquote>{}</blockquote>")).format(short)


def shortened(words: str, limit: int) -> str:
    """A person's own words without what is more than so many letters."""
    words = words.strip()
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def attached(media: Iterable[Media]) -> tuple[Attached, ...]:
    """Files as they are shown again."""
    return tuple(Attached(piece.kind, piece.file_id) for piece in media)
