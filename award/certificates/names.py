"""Names on papers: a surname as people type it, and initials of who is not to be named."""

import unicodedata

from award.typed import seen

# As people type them without a Kazakh keyboard.
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")

_PATRONYMICS = ("улы", "кызы", "вич", "вна", "ична")  # as they are folded


def is_surname(typed: str, name: str) -> bool:
    """Whether the surname of a printed name was typed, or the whole name.

    The surname stands first, as in documents here; in Latin letters, and behind a patronymic, it
    stands last. Forgiven are case, ё, spaces, hyphens, and Kazakh letters typed without their
    marks.
    """
    words = name.split()
    given = _folded(typed)
    if not words or not given:
        return False
    return given in (_folded(_surname(words)), _folded(name))


def _surname(words: list[str]) -> str:
    is_latin = all(sign.isascii() for sign in words[0])
    behind = len(words) == 3 and _folded(words[1]).endswith(_PATRONYMICS)
    return words[-1] if is_latin or behind else words[0]


def initials(name: str) -> str:
    """`С. А.` of Сәрсен Айгерім Болатқызы: of the first two words alone."""
    return " ".join(f"{word[0].upper()}." for word in name.split()[:2])


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", seen(words)).casefold()
    return "".join(sign for sign in plain if sign.isalpha()).translate(_KAZAKH)
