"""Numbers written in digits or in Kazakh, Russian and English words."""

from fractions import Fraction

from handlers.understanding.letters import Token, fold, folded, glued, word

_WORDS = {
    1: "бір один одна одну одно one",
    2: "екі два две two",
    3: "үш три three",
    4: "төрт четыре four",
    5: "бес пять five",
    6: "алты шесть six",
    7: "жеті семь seven",
    8: "сегіз восемь eight",
    9: "тоғыз девять nine",
    10: "он десять ten",
    11: "одиннадцать eleven",
    12: "двенадцать twelve",
    13: "тринадцать thirteen",
    14: "четырнадцать fourteen",
    15: "пятнадцать fifteen",
    16: "шестнадцать sixteen",
    17: "семнадцать seventeen",
    18: "восемнадцать eighteen",
    19: "девятнадцать nineteen",
    20: "жиырма двадцать twenty",
    30: "отыз тридцать thirty",
    40: "қырық сорок forty fourty",
    50: "елу пятьдесят fifty",
    60: "алпыс шестьдесят sixty",
    70: "жетпіс семьдесят seventy",
    80: "сексен восемьдесят eighty",
    90: "тоқсан девяносто ninety",
    100: "жүз сто hundred",
    200: "двести",
    300: "триста",
}
_VALUES = {spelling: value for value, line in _WORDS.items() for spelling in folded(line)}
_HALVES = folded("жарты жарым пол half половина половину")
_ONE_AND_A_HALF = folded("полтора полторы полутора")
_QUARTERS = folded("ширек четверть quarter")
_AND_A_HALF: dict[str, list[list[str]]] = {}
for _line in ("жарым", "с половиной", "и половина", "and a half", "and half", "1 / 2"):
    _AND_A_HALF.setdefault(fold(_line).split()[0], []).append(fold(_line).split())
_LONGEST_DIGITS = 4

Number = tuple[Fraction, int]


def number_at(row: list[Token], index: int) -> Number | None:
    """The number that starts at the token and the index after it: `1,5`, `сорок пять`."""
    found = _digits_at(row, index) or _words_at(row, index)
    if found is None:
        return _part_at(row, index)
    value, after = found
    if value.denominator == 1:
        half = half_after(row, after)
        if half is not None:
            return value + Fraction(1, 2), half
    return value, after


def half_after(row: list[Token], index: int) -> int | None:
    """The index after `and a half` when it stands here."""
    for phrase in _AND_A_HALF.get(word(row, index), ()):
        if all(word(row, index + step) == part for step, part in enumerate(phrase)):
            return index + len(phrase)
    return None


def _digits_at(row: list[Token], index: int) -> Number | None:
    if not word(row, index).isdecimal() or len(row[index].text) > _LONGEST_DIGITS:
        return None
    value = Fraction(int(row[index].text))
    tail = word(row, index + 2)
    if (
        word(row, index + 1) in {".", ","}
        and tail.isdecimal()
        and len(tail) <= 2
        and glued(row, index + 1)
        and glued(row, index + 2)
    ):
        return value + Fraction(int(tail), 10 ** len(tail)), index + 3
    return value, index + 1


def _words_at(row: list[Token], index: int) -> Number | None:
    total = 0
    while (value := _VALUES.get(word(row, index))) is not None:
        if value == 100 and 0 < total < 10:
            total *= 100
        elif total == 0 or (total % 100 == 0 and value < 100) or (total % 10 == 0 and value < 10):
            total += value
        else:
            break
        index += 2 if word(row, index + 1) == "-" and word(row, index + 2) in _VALUES else 1
    return (Fraction(total), index) if total else None


def _part_at(row: list[Token], index: int) -> Number | None:
    here = word(row, index)
    if here in _ONE_AND_A_HALF:
        return Fraction(3, 2), index + 1
    if here in _HALVES or here in _QUARTERS:
        return Fraction(1, 2 if here in _HALVES else 4), index + 1
    return None
