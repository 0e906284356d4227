"""How certificates are numbered: `ET-2026-B-000012` (docs/programme.md §8.5).

The prefix is the programme's; then the year, the level's letter, a number without gaps, and a check
digit by which a mistyped number is known before it is looked for.
"""

import re
from dataclasses import dataclass

from award.programme import Programme

DIGITS = 5  # at least
# Damm's: any digit mistyped, and any two neighbours in each other's place, are noticed.
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
# People type the letters that they see.
_ALIKE = str.maketrans("АВСЕНКМОРТХУЅІ", "ABCEHKMOPTXYSI")
_SIGNS = re.compile(r"[^0-9A-ZА-ЯЁӘІҢҒҮҰҚӨҺЅ]")


@dataclass(frozen=True, slots=True)
class Number:
    """What a number says: of which year and level, and which of those."""

    year: int
    level: str
    serial: int

    def shown(self, programme: Programme) -> str:
        """As it is printed."""
        known = programme.certificate
        letter, digits = known.levels[self.level].letter, f"{self.serial:0{DIGITS}}"
        return f"{known.prefix}-{self.year}-{letter}-{digits}{_check(self.year, letter, digits)}"


def read(typed: str, programme: Programme) -> Number | None:
    """What a number says, however it was typed; None for what is none of this programme."""
    plain = _SIGNS.sub("", typed.upper()).translate(_ALIKE)
    known = programme.certificate
    pattern = rf"{known.prefix}(\d{{4}})([A-Z])(\d{{{DIGITS},9}})(\d)"
    found = re.fullmatch(pattern, plain, re.ASCII)
    if found is None:
        return None
    year, letter, digits, check = found.groups()
    level = next((code for code, each in known.levels.items() if each.letter == letter), None)
    if level is None or _check(int(year), letter, digits) != check:
        return None
    return Number(int(year), level, int(digits))


def is_meant(typed: str, programme: Programme) -> bool:
    """Whether words begin as a number does, mistyped or not."""
    plain = typed.strip().upper().translate(_ALIKE)
    begins = rf"{programme.certificate.prefix}\W?\d{{4}}\W?[A-Z]\W?\d{{{DIGITS}}}"
    return re.match(begins, plain, re.ASCII) is not None


def _check(year: int, letter: str, digits: str) -> str:
    interim = "0"
    for digit in f"{year}{ord(letter)}{digits}":
        interim = _DAMM[int(interim)][int(digit)]
    return interim
