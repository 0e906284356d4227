"""The words of a text as numbers that stay the same under what people do to hide a copy.

Case, punctuation, accents, invisible characters and endings do not count. Nor does which of the
letters that look alike is used: Latin, Greek or Cyrillic, Kazakh or the Russian one typed for it.
"""

from __future__ import annotations

import re
from binascii import crc_hqx
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import filterfalse
from unicodedata import combining, normalize

import numpy as np
from numpy.typing import NDArray

MOST_WORDS = 3000  # of a text that are looked at: some 20,000 characters
_MOST_CHARACTERS = 100_000
_STEM = 4  # letters: shorter than the beginning that endings leave alone, in all three languages
_LEAST = 3  # letters of a word that counts
_BEGINNING = 300  # characters of a word that are looked at, invisible ones among them

# Telegram passes characters that look like a space and are letters to Unicode.
_TOKEN = re.compile(r"[^\s\u115f\u1160\u2800\u3164\uffa0]+")
# Titles, and the lines from a book that two honest readers both quote.
_QUOTED = re.compile(r'["«„“”‹][^"«»„“”‹›]{1,200}["»“”›]')
_MOST_QUOTED = 1 / 3  # of a text: more is no quotation, and counts

# Of lower case without accents, й being и with one. Letters of one alphabet are merged only where
# one is typed for the other: қ and к, l and i.
_ALIKE = {
    ord(other): letter
    for letter, others in {
        "а": "aәəɑα",
        "в": "bβ",
        "г": "rғґӻ",
        "е": "eєҽε",
        "з": "3",
        "и": "iіїӏlıɪι1",
        "к": "kқҡҝκ",
        "м": "mμ",
        "н": "hңҥӈη",
        "о": "oөοσ0",
        "п": "nνπ",
        "р": "pρ",
        "с": "cҫѕ",
        "т": "tτ",
        "у": "yұүўγυ",
        "х": "xһҳχ",
        "d": "ԁ",
        "g": "ɡ",
        "j": "ј",
        "q": "ԛ",
        "w": "ԝω",
    }.items()
    for other in others
}


@dataclass(frozen=True, slots=True)
class Wording:
    """Codes of the words that count, in their order, and where each stands in the text."""

    codes: NDArray[np.uint16]
    spans: tuple[tuple[int, int], ...]


def wording(text: str) -> Wording:
    """Of any text, also a hostile one; at most `MOST_WORDS` words."""
    codes: list[int] = []
    spans: list[tuple[int, int]] = []
    for start, end, stem in _stems(text[:_MOST_CHARACTERS]):
        code = crc_hqx(stem.encode(), 0)
        if codes and code == codes[-1]:  # a word said over and over is said once
            spans[-1] = (spans[-1][0], end)
            continue
        if len(codes) == MOST_WORDS:
            break
        codes.append(code)
        spans.append((start, end))
    return Wording(np.array(codes, np.uint16), tuple(spans))


def _stems(text: str) -> Iterator[tuple[int, int, str]]:
    text = _without_quotations(text)
    for token in _TOKEN.finditer(text):
        letters = _letters(token.group()[:_BEGINNING])
        if len(letters) >= _LEAST:
            yield token.start(), token.end(), letters[:_STEM]


def _without_quotations(text: str) -> str:
    """The same text, spaces in place of what is quoted."""
    quoted = sum(found.end() - found.start() for found in _QUOTED.finditer(text))
    if quoted > _MOST_QUOTED * len(text):
        return text
    return _QUOTED.sub(lambda found: " " * len(found.group()), text)


def _letters(token: str) -> str:
    # Accents go first: thousands of them on one letter take Unicode's reordering very long.
    bare = "".join(filterfalse(combining, token))
    alike = normalize("NFKD", bare).casefold().translate(_ALIKE)
    return "".join(filter(str.isalnum, alike))
