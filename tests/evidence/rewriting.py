"""Essays of pupils, and what is done to one so that it does not look copied."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

ESSAYS = {
    file.stem: file.read_text("utf-8")
    for file in sorted(Path(__file__).with_name("essays").glob("*.txt"))
}
LANGUAGES = ("kk", "ru", "en")
# As they are typed for want of a Kazakh keyboard.
RUSSIAN = str.maketrans("қғңөұүһәіҚҒҢӨҰҮҺӘІ", "кгноуухаиКГНОУУХАИ")
_ALIKE = ("аеосрхуАВЕКМНОРСТХіІ", "aeocpxyABEKMHOPCTXiI")
LATIN, CYRILLIC = str.maketrans(*_ALIKE), str.maketrans(*reversed(_ALIKE))
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"

Edit = Callable[[str, random.Random, Sequence[str]], str]


def of(language: str) -> dict[str, str]:
    return {name: text for name, text in ESSAYS.items() if name.startswith(language)}


def words_of(language: str) -> list[str]:
    return [word for text in of(language).values() for word in text.split() if len(word) > 3]


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text.strip())


def part(text: str, share: float, rng: random.Random) -> str:
    """Sentences one after another that make up a share of a text, or a little more."""
    found, least = sentences(text), share * len(text)
    begin = rng.randrange(max(1, round(len(found) * (1 - share))))
    for end in range(begin + 1, len(found) + 1):
        if len(taken := " ".join(found[begin:end])) >= least:
            return taken
    return part(text, share, rng)


def within(copied: str, own: str, rng: random.Random) -> str:
    """What is copied, put between the sentences of one's own text."""
    found = sentences(own)
    at = rng.randrange(len(found) + 1)
    return " ".join([*found[:at], copied, *found[at:]])


def _each(share: float, change: Edit) -> Edit:
    """Words changed with a probability."""
    return lambda text, rng, words: " ".join(
        change(word, rng, words) if rng.random() < share else word for word in text.split()
    )


def _every(step: int, change: Edit) -> Edit:
    return lambda text, rng, words: " ".join(
        change(word, rng, words) if at % step == 0 else word for at, word in enumerate(text.split())
    )


def _other(_: str, rng: random.Random, words: Sequence[str]) -> str:
    return rng.choice(words)


def _mixed(text: str, rng: random.Random, _: Sequence[str]) -> str:
    return "".join(letter.translate(rng.choice((LATIN, CYRILLIC))) for letter in text)


def _invisible(text: str, rng: random.Random, _: Sequence[str]) -> str:
    return "".join(letter + rng.choice(["", "", rng.choice(INVISIBLE)]) for letter in text)


def _shuffled(text: str, rng: random.Random, _: Sequence[str]) -> str:
    found = sentences(text)
    return " ".join(rng.sample(found, len(found)))


EDITS: dict[str, Edit] = {
    "as it is": lambda text, rng, words: text,
    "no punctuation, capitals": lambda text, rng, words: re.sub(r"[^\w\s]", "", text).upper(),
    "Kazakh letters as Russian": lambda text, rng, words: text.translate(RUSSIAN),
    "alphabets mixed": _mixed,
    "invisible characters": _invisible,
    "spaces doubled": lambda text, rng, words: text.replace(" ", " \u00a0 "),
    "one long line": lambda text, rng, words: " ".join(text.split()),
    "sentences shuffled": _shuffled,
    "a fifth replaced at random": _each(0.2, _other),
    "every fifth word replaced": _every(5, _other),
    "every fourth word replaced": _every(4, _other),
    "a fifth dropped at random": _each(0.2, lambda word, rng, words: ""),
    "every fourth word dropped": _every(4, lambda word, rng, words: ""),
    "a word put in after every fourth": _every(
        4, lambda word, rng, words: f"{word} {rng.choice(words)}"
    ),
    "all endings cut": _each(1, lambda word, rng, words: word[:-2] if len(word) > 5 else word),
    "a third with other endings": _each(
        1 / 3, lambda word, rng, words: word[:-1] + "нің" if len(word) > 5 else word
    ),
    "shuffled, a tenth replaced": lambda text, rng, words: _each(0.1, _other)(
        _shuffled(text, rng, words), rng, words
    ),
}
