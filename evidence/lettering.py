"""Words on a picture: lines that always fit their place, in a font with all Kazakh letters."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO

import fontpkg_arimo
from PIL import ImageFont

# Arimo has all Kazakh letters, and the signs that pictures use. It is named by its place, since
# `fontpkg.path` would look through all installed packages for it.
FONT = fontpkg_arimo.ROOT / "files" / "Arimo[wght].ttf"
SMALLEST = 22  # px of a picture some 1100 px wide, for the few words that fit no larger
_LONGEST = 400  # letters of a text that any picture has room for


_held: list[bytes] = []  # the font's file, once it is held


def hold() -> None:
    """Read the font, for a process that cannot open its file later; a copy for each size then."""
    _held[:] = [FONT.read_bytes()]


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """The font in so many px."""
    file = BytesIO(_held[0]) if _held else str(FONT)
    shape = ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)
    shape.set_variation_by_name("Bold" if bold else "Regular")
    return shape


@dataclass(frozen=True)
class Words:
    """Lines of text with the font in which they fit."""

    lines: tuple[str, ...]
    font: ImageFont.FreeTypeFont

    @property
    def leading(self) -> int:
        """Pixels from line to line."""
        return round(self.font.size * 1.22)

    @property
    def middle(self) -> float:
        """Pixels from the top of the first line to the middle of its capitals and digits."""
        return self.font.size * 0.65

    @property
    def height(self) -> int:
        return self.leading * len(self.lines)

    @property
    def width(self) -> int:
        return max((round(_width(line, self.font)) for line in self.lines), default=0)


def fitted(
    text: str, width: float, size: int, *, least: int = SMALLEST, lines: int = 1, bold: bool = False
) -> Words:
    """The text within `width` px on at most so many lines: smaller if need be, else cut short."""
    words = drawable(text)
    for smaller in range(size, least - 1, -2):
        shape = font(smaller, bold)
        wrapped = _wrapped(words, shape, width)
        if len(wrapped) <= lines and all(_width(line, shape) <= width for line in wrapped):
            return Words(tuple(wrapped), shape)
    shape = font(least, bold)
    wrapped = _wrapped(_broken(words, shape, width), shape, width)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _cut(" ".join(wrapped[lines - 1 :]), shape, width)]
    return Words(tuple(wrapped), shape)


def _width(text: str, shape: ImageFont.FreeTypeFont) -> float:
    """Pixels of a line, which is as long as its letters: this layout does not move them closer."""
    return sum(_advance(letter, shape) for letter in text)


@lru_cache(maxsize=8192)
def _advance(letter: str, shape: ImageFont.FreeTypeFont) -> float:
    # A font whose weight can be varied computes each letter anew when asked for it.
    return shape.getlength(letter)


def drawable(text: str) -> list[str]:
    """The words of a text without what the font lacks or would draw outside its line."""
    composed = unicodedata.normalize("NFC", text)[:_LONGEST]
    return [
        kept
        for word in re.split(r"[ \t\r\n]+", composed)
        if (kept := "".join(letter for letter in word if _in_font(letter)))
    ]


@lru_cache(maxsize=2048)
def _in_font(letter: str) -> bool:
    if unicodedata.category(letter)[0] in "MC" or letter in "\u2028\u2029":
        return False
    shape = font(SMALLEST)
    return bytes(shape.getmask(letter)) != bytes(shape.getmask("\U0010ffff"))


def _wrapped(words: Sequence[str], shape: ImageFont.FreeTypeFont, width: float) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, shape) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(words: Sequence[str], shape: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The words, those wider than a line in pieces."""
    pieces: list[str] = []
    for word in words:
        rest = word
        while _width(rest, shape) > width:
            fits = max(1, sum(_width(rest[:n], shape) <= width for n in range(1, len(rest))))
            pieces.append(rest[:fits])
            rest = rest[fits:]
        pieces.append(rest)
    return pieces


def _cut(text: str, shape: ImageFont.FreeTypeFont, width: float) -> str:
    while text and _width(text + "…", shape) > width:
        text = text[:-1].rstrip()
    return text + "…"
