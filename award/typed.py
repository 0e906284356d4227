"""What a person typed, as it is kept."""

import re
import unicodedata

# What an e-mail address looks like, whole.
EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\".]+(\.[^@\s<>\".]+)+")
# What nobody sees: marks of direction, which would turn round the words of others beside them;
# spaces without width, hyphens not shown, letters and signs that are blank; and what a database
# cannot keep.
_UNSEEN = re.compile(
    "[\0\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\u115f\u1160\u2800\u3164\uffa0]"
)
# A joint stays where it makes one emoji of two, and not between letters.
_EMOJI = r"[^\w\s\x00-\x7f\u200d]"
_JOINT = re.compile(rf"(?<!{_EMOJI})\u200d|\u200d(?!{_EMOJI})")


def seen(words: str | None) -> str:
    """The words without signs that nobody sees."""
    return _JOINT.sub("", _UNSEEN.sub("", words or ""))


def tidied(words: str | None) -> str:
    """Own words, of any number of lines: without unseen signs and spaces around them.

    Empty if nothing of them is seen, as of accents alone.
    """
    text = seen(words).strip()
    return text if any(unicodedata.category(sign)[0] in "LNPS" for sign in text) else ""


def titled(words: str | None) -> str:
    """A name, place or title: tidied, in one line with single spaces."""
    return " ".join(tidied(words).split())


def fitting(words: str | None, bounds: tuple[int, int], *, lines: bool = False) -> str | None:
    """The words titled, or tidied where they may be of several lines; None outside the bounds.

    `bounds`: the fewest and the most characters, both included.
    """
    text = tidied(words) if lines else titled(words)
    return text if bounds[0] <= len(text) <= bounds[1] else None


def same_name(one: str, other: str) -> bool:
    """Whether two names are of the same words, in any order, whatever the case and the marks."""
    return _words(one) == _words(other)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", seen(name)).casefold()
    letters = "".join(sign if sign.isalnum() else " " if sign.isspace() else "" for sign in plain)
    return sorted(letters.split())
