"""Which of a participant's sentences may stand in a portfolio: those that name nobody else (§8.10).

A portfolio is handed on to schools and employers, and most participants are minors. So nothing is
blacked out in the middle of a sentence, which would show that somebody was named there: a sentence
in which somebody may be named is left out whole. It is the rule of the safe side; what it takes
away is one sentence of many.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from award.typed import titled

_SENTENCE = re.compile(r"(?<=[.!?…])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
# How somebody could be reached: an account, an address, a link, a phone number.
_CONTACT = re.compile(r"@\w|://|\bt\.me/|\w@\w|\bwww\.|\+?\d[\d\s()-]{7,}\d", re.IGNORECASE)
# "Айдос екеуміз", "Гүлнәр апай": whoever stands before such a word is a person.
_OF_PEOPLE = frozenset({"екеуміз", "екеуіміз", "үшеуміз", "үшеуіміз"}) | frozenset(
    {"апай", "ағай", "аға", "апа", "әпке", "әпкем", "көке", "тәте", "мырза", "ханым", "мұғалім"}
)
# Names come with endings ("Айдоспен", "Маратпен"), so a word is one if it begins with one.
_SHORTEST = 3  # letters of a name by whose beginning a word is known
_PLAIN = 5  # and of one that is known when it is written in small letters
_ENDINGS = re.compile(
    r"(?:[мбп]ен|[дтн]ың|[дтн]ің|[дтн]ы|[дтн]і|[ғқ]а|[гк]е|[дт]а[нй]?|[дт]е[нй]?|нан|нен"
    r"|а|я|у|ю|ом|ем|ой|ей|ы|и|е)?"
)


@dataclass(frozen=True)
class Known:
    """What is known of the capital letters around somebody.

    `own`: words of the participant's own name; `places`: of what may be named: regions, places,
    books, the programme; `people`: of the names of everybody around them.
    """

    own: frozenset[str]
    places: frozenset[str]
    people: frozenset[str]


def words_of(texts: Iterable[str | None]) -> frozenset[str]:
    """The words of names and titles, in small letters."""
    return frozenset(
        word for text in texts if text for word in map(str.casefold, _WORD.findall(text))
    )


def naming_nobody(text: str, known: Known, *, titles: frozenset[str] | None = None) -> list[str]:
    """The sentences of a text that name nobody but its writer, each in one line.

    `titles`: given for an essay, whose heroes have names: words with capital letters are then no
    sign of a person, only the names of people around are, without these words of the book itself.
    """
    kept = []
    for sentence in map(titled, _SENTENCE.split(text)):
        if sentence and not _names(sentence, known, titles):
            kept.append(sentence)
    return kept


def _names(sentence: str, known: Known, titles: frozenset[str] | None) -> bool:
    if _CONTACT.search(sentence):
        return True
    words = _WORD.findall(sentence)
    people = known.people - known.own - (titles or frozenset())
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        if _is_explained(word, known):
            continue
        if _is_of(word, people) or (word[:1].isupper() and after.casefold() in _OF_PEOPLE):
            return True
        if titles is None and number and _is_capital(word):
            return True
    return False


def _is_explained(word: str, known: Known) -> bool:
    small = word.casefold()
    return _begins(small, known.own) or _begins(small, known.places - known.people)


def _is_capital(word: str) -> bool:
    """As of a name; an abbreviation, a "Я" and an "I" are none."""
    return word[0].isupper() and len(word) > 1 and not word.isupper()


def _is_of(word: str, people: frozenset[str]) -> bool:
    small = word.casefold()
    if word[0].isupper():
        return _begins(small, people)
    return any(
        small.startswith(name) and _ENDINGS.fullmatch(small, len(name))
        for name in people
        if len(name) >= _PLAIN
    )


def _begins(small: str, names: frozenset[str]) -> bool:
    return any(small[:length] in names for length in range(_SHORTEST, len(small) + 1))
