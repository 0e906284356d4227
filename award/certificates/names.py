"""Names on certificates: a surname as people type it, and initials of who is not to be named."""

import unicodedata

from award.typed import seen

# As people type them without a Kazakh keyboard.
_KAZAKH = str.maketrans("әғқңөұүһі", "агкноуухи")


def is_surname(typed: str, name: str) -> bool:
    """Whether the surname of a printed name was typed, or the whole name.

    The surname stands first, as in documents here; in Latin letters it stands last. Forgiven are
    case, ё, spaces, hyphens, and Kazakh letters typed without their marks.
    """
    words = name.split()
    given = _folded(typed)
    if not words or not given:
        return False
    surname = words[-1] if all(sign.isascii() for sign in words[0]) else words[0]
    return given in (_folded(surname), _folded(name))


def initials(name: str) -> str:
    """`С. А.` of Сәрсен Айгерім Болатқызы: of the first two words alone."""
    return " ".join(f"{word[0].upper()}." for word in name.split()[:2])


def _folded(words: str) -> str:
    plain = unicodedata.normalize("NFKD", seen(words)).casefold()
    return "".join(sign for sign in plain if sign.isalpha()).translate(_KAZAKH)
