"""Words on a picture: lines that always fit their place, in a font with all Kazakh letters."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from PIL import ImageFont

SMALLEST = 22  # px of a picture some 1100 px wide, for the few words that fit no larger
_LONGEST = 400  # letters of a text that any picture has room for


@cache
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """DejaVu Sans, which has all Kazakh letters, out of matplotlib's own data."""
    # Found without importing matplotlib: that would cost a quarter of a second and 30 MB.
    spec = find_spec("matplotlib")
    if spec is None or spec.origin is None:
        raise LookupError("matplotlib, which brings the fonts, is not installed")
    folder = Path(spec.origin).with_name("mpl-data") / "fonts" / "ttf"
    file = folder / ("DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")
    return ImageFont.truetype(str(file), size, layout_engine=ImageFont.Layout.BASIC)


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
    def height(self) -> int:
        return self.leading * len(self.lines)

    @property
    def width(self) -> int:
        return max((round(self.font.getlength(line)) for line in self.lines), default=0)


def fitted(
    text: str, width: float, size: int, *, least: int = SMALLEST, lines: int = 1, bold: bool = False
) -> Words:
    """The text within `width` px on at most so many lines: smaller if need be, else cut short."""
    words = drawable(text)
    for smaller in range(size, least - 1, -2):
        shape = font(smaller, bold)
        wrapped = _wrapped(words, shape, width)
        if len(wrapped) <= lines and all(shape.getlength(line) <= width for line in wrapped):
            return Words(tuple(wrapped), shape)
    shape = font(least, bold)
    wrapped = _wrapped(_broken(words, shape, width), shape, width)
    if len(wrapped) > lines:
        wrapped = [*wrapped[: lines - 1], _cut(" ".join(wrapped[lines - 1 :]), shape, width)]
    return Words(tuple(wrapped), shape)


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
        if lines and shape.getlength(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _broken(words: Sequence[str], shape: ImageFont.FreeTypeFont, width: float) -> list[str]:
    """The words, those wider than a line in pieces."""
    pieces: list[str] = []
    for word in words:
        rest = word
        while shape.getlength(rest) > width:
            fits = max(1, sum(shape.getlength(rest[:n]) <= width for n in range(1, len(rest))))
            pieces.append(rest[:fits])
            rest = rest[fits:]
        pieces.append(rest)
    return pieces


def _cut(text: str, shape: ImageFont.FreeTypeFont, width: float) -> str:
    while text and shape.getlength(text + "…") > width:
        text = text[:-1].rstrip()
    return text + "…"
