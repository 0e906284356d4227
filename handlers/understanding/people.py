"""Names and phone numbers as people type them."""

import re
import unicodedata

import phonenumbers

from award.typed import titled
from handlers.understanding.letters import LONGEST

SHORTEST_NAME, LONGEST_NAME = 4, 100

_HOME = "KZ"
_LONGEST_PHONE = 200
_PART = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—−", "-"), **dict.fromkeys("’ʼ‘`′´", "'")})
_LATIN_ALIKE, _CYRILLIC_ALIKE = "ABCEHIKMOPTXYaceiopxy", "АВСЕНІКМОРТХУасеіорху"
_TO_CYRILLIC = str.maketrans(_LATIN_ALIKE, _CYRILLIC_ALIKE)
_TO_LATIN = str.maketrans(_CYRILLIC_ALIKE, _LATIN_ALIKE)
_VOWELS = "аеёиоуыэюяіәөұүaeiouy"
_ALWAYS_SMALL = {"ұлы", "қызы", "улы", "кызы", "оглы", "кизи", "де", "ла", "бин"} | {
    *("uly", "qyzy", "kyzy", "oglu", "ogly", "bin", "van", "von", "der", "de", "la"),
}


def phone(text: str) -> str | None:
    """The first valid number in the text as E.164 (`+77011234567`); a local one is Kazakhstan's."""
    found = next(iter(phonenumbers.PhoneNumberMatcher(text[:_LONGEST_PHONE], _HOME)), None)
    if found is not None:
        return _e164(found.number)
    digits = "".join(sign for sign in text[:_LONGEST_PHONE] if sign not in " -()\u00a0+.")
    if not (digits.isdecimal() and digits):
        return None
    for written, region in ((digits, _HOME), (f"+{digits}", None)):
        try:
            number = phonenumbers.parse(written, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return _e164(number)
    return None


def shared_phone(number: str) -> str | None:
    """The number of a contact as E.164: Telegram's are international, with the plus or without.

    Telegram has sent a code to it, so one in a range that the library does not know is taken too.
    """
    plus = f"+{number.strip().removeprefix('+')}"
    try:
        parsed = phonenumbers.parse(plus)
    except phonenumbers.NumberParseException:
        return phone(number)
    return _e164(parsed) if phonenumbers.is_possible_number(parsed) else phone(number)


def full_name(text: str) -> str | None:
    """A tidied name of at least two words, 4..100 characters; None if it cannot be one.

    Cyrillic and Latin letters, hyphens and apostrophes; one of the words may be a vowel alone, as
    the surnames Ю and Е are. Words all in small or all in capital letters are capitalised, others
    stay as they were written. Marks of stress go.
    """
    composed = unicodedata.normalize("NFC", titled(text[:LONGEST])).translate(_DASHES)
    plain = "".join(sign for sign in composed if unicodedata.category(sign) != "Mn")
    words = plain.split(" ")
    tidied = [_name_word(each, first=index == 0) for index, each in enumerate(words)]
    name = " ".join(each for each in tidied if each)
    long_enough = len(words) >= 2 and any(len(each) > 1 for each in words)
    fits = SHORTEST_NAME <= len(name) <= LONGEST_NAME
    return name if long_enough and fits and all(tidied) else None


def _e164(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _name_word(written: str, *, first: bool) -> str | None:
    if not _PART.fullmatch(written) or (len(written) == 1 and written.lower() not in _VOWELS):
        return None
    one_script = (written, written.translate(_TO_CYRILLIC), written.translate(_TO_LATIN))
    written = next((word for word in one_script if _script(word)), "")
    if not written:
        return None
    if written.lower() in _ALWAYS_SMALL and not first:
        return written.lower()
    if written.islower() or (written.isupper() and len(written) > 1):
        return "-".join(_capitalised(part) for part in written.split("-"))
    return written


def _script(written: str) -> str | None:
    """CYRILLIC or LATIN, where all letters are of the one or of the other."""
    scripts = {unicodedata.name(sign, "?").split(" ")[0] for sign in written if sign.isalpha()}
    return scripts.pop() if scripts in ({"CYRILLIC"}, {"LATIN"}) else None


def _capitalised(part: str) -> str:
    """`o'brien` is O'Brien, `дем'ян` is Дем'ян."""
    before, mark, after = part.partition("'")
    after = after.capitalize() if len(before) == 1 else after.lower()
    return before.capitalize() + mark + after
