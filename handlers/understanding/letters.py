"""Letters as people type them, folded so that a word matches however it was typed."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4096

_HALF = re.compile(r"(\d?)\s?½")
_WORD = re.compile(r"\d+|[^\W\d_]+")
_PIECE = re.compile(r"\d+|[^\W\d_]+|\S")

_KAZAKH = {
    "ә": "а",
    "ғ": "г",
    "қ": "к",
    "ң": "н",
    "ө": "о",
    "ұ": "у",
    "ү": "у",
    "һ": "х",
    "і": "и",
    "ı": "и",
}
_LATIN = dict(zip("abcehikmoptxy", "авсеникморт" + "ху", strict=True))
_MARKS = {
    **dict.fromkeys("’ʼ‘`′´", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "⁄": "/",
}
_ALIKE = str.maketrans({**_KAZAKH, **_LATIN, **_MARKS})


@dataclass(frozen=True, slots=True)
class Token:
    """A run of digits, a word, or a single sign of folded text; start and end are offsets in it."""

    text: str
    start: int
    end: int

    @property
    def is_digits(self) -> bool:
        return self.text.isdecimal()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()


def fold(text: str) -> str:
    """Bring text to one spelling: case, accents, Kazakh letters and Latin look-alikes are one.

    Meant for comparing only: at most 4096 characters are kept, and their number may change.
    """
    halved = _HALF.sub(lambda found: f"{found[1] or '0'}.5", text[:LONGEST])
    plain = "".join(_bare(sign) for sign in unicodedata.normalize("NFKD", halved)[:LONGEST])
    return plain.casefold().translate(_ALIKE)[:LONGEST]


def _bare(sign: str) -> str:
    if sign.isascii():
        return sign
    kind = unicodedata.category(sign)
    if kind == "Nd":
        return str(unicodedata.decimal(sign))
    return "" if kind in {"Mn", "Me", "Cf", "Cs"} else sign


def tokens(text: str) -> list[Token]:
    """Cut text, folded here, into digits, words and signs."""
    return [Token(piece[0], *piece.span()) for piece in _PIECE.finditer(fold(text))]


def spelled_words(text: str) -> list[str]:
    """The words and numbers of a text by their own letters, in small ones."""
    return _WORD.findall(unicodedata.normalize("NFC", text[:LONGEST]).casefold().replace("ё", "е"))


def folded(words: str) -> frozenset[str]:
    """The folded spellings of space-separated words, for tables of them."""
    return frozenset(fold(words).split())


def word(row: list[Token], index: int) -> str:
    """The text of the token at the index, or nothing beyond either end."""
    return row[index].text if 0 <= index < len(row) else ""


def glued(row: list[Token], index: int) -> bool:
    """Whether no space stands between the token at the index and the one before it."""
    return 0 < index < len(row) and row[index].start == row[index - 1].end
