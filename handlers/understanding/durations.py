"""How long something took, as people write it: `1 сағат 20 мин`, `1ч20м`, `1:20`, `полчаса`."""

import math
from dataclasses import dataclass
from fractions import Fraction

from handlers.understanding.letters import Token, folded, glued, tokens, word
from handlers.understanding.numerals import Number, half_after, number_at

DAY = 1440

_HOURS = folded(
    "сағ час часа часов часам часу часик часика часиков ч h hr hrs hour hours"
    " часовая часовой часовую часовое sagat"
)
_HOUR_STEM = "сагат"
_BARE_HOUR_OF = folded("около течение больше более порядка")
_BARE_HOURS = folded("час часик часок")
_MINUTES = folded(
    "мин минут минута минуты минуту минуток минутку минутки min mins minute minutes minut"
)
_MINUTE_STEM = "минут"
_SHORT_HOUR = folded("с c")
_SHORT_MINUTE = folded("м m '")
_SECONDS = folded("сек секунд секунды секунда секунду sec secs second seconds")
_HALF_HOUR = folded("полчаса получаса полчасика полчасок получасовая получасовую")
_AND = folded("и and және мен да де , +")
_OF = folded("a an of")
_ARTICLES = folded("a an")
_COUNTED_BACK = folded("часа часов часика часиков минут")
_AT = folded("в к во at @ by")
_OF_THE_DAY = folded("дня утра вечера ночи am pm")
_AGO = folded("бұрын назад ago кейін later спустя")
_THEN = folded("через after in")
_UP_TO = folded("- до to")
_ABOUT = folded("около примерно где то почти шамамен жуық about approx around ~ ≈ + . ! , ( )")
_RATE = folded("/ %")
_LONGEST_SHORT_MINUTE = 90
_LONGEST_BARE_CLOCK = 4 * 60
_QUARTERS = frozenset({"25", "50", "75"})
_PACE = ("темп", "расе")


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes found in a row of tokens, from the token at start to the one before end."""

    minutes: Fraction
    start: int
    end: int


def minutes(text: str) -> int | None:
    """The minutes meant by an answer to "how long?", 1..1440; None if it is not understood.

    A number alone is minutes, a decimal alone (`1,5`) hours; several times in it are added.
    """
    row = tokens(text)
    found = durations(row, asked=True)
    if found:
        return _plausible(sum((each.minutes for each in found), Fraction()))
    return _plausible(_bare_number(row))


def durations(row: list[Token], *, asked: bool = False) -> list[Duration]:
    """All times in a row of tokens; unless asked for one, only what can hardly mean else."""
    found: list[Duration] = []
    index = 0
    while index < len(row):
        duration = _duration_at(row, index, asked=asked)
        if duration is None:
            index = _past_number(row, index)
            continue
        again = found and _is_said_again(row, found[-1], duration)
        if not again and (asked or _is_span(row, duration)):
            found.append(_times(row, duration))
        index = duration.end
    return found


def _plausible(value: Fraction | None) -> int | None:
    if value is None or not Fraction(1) <= value <= DAY:
        return None
    return math.floor(value + Fraction(1, 2))


def _past_number(row: list[Token], index: int) -> int:
    """The index after what starts here, so that no number is read again from its middle."""
    number = number_at(row, index)
    return number[1] if number else index + 1


def _bare_number(row: list[Token]) -> Fraction | None:
    start = 0
    while word(row, start) in _ABOUT:
        start += 1
    number = number_at(row, start)
    if number is None or any(token.text not in _ABOUT for token in row[number[1] :]):
        return None
    value, end = number
    if value.denominator == 1:
        return value if end - start == 1 or not row[start].is_digits else None
    one_decimal = end - start != 3 or len(row[end - 1].text) == 1
    return value * 60 if one_decimal else None


def _duration_at(row: list[Token], index: int, *, asked: bool) -> Duration | None:
    before = word(row, index - 1)
    if before in _RATE or (asked and before == "-" and _is_minus(row, index - 1)):
        return None
    if word(row, index) in _HALF_HOUR:
        return Duration(Fraction(30), index, index + 1)
    return (
        _clock_at(row, index, asked=asked)
        or _counted_at(row, index, asked=asked)
        or _bare_hour_at(row, index, asked=asked)
        or _counted_back_at(row, index)
    )


def _is_minus(row: list[Token], index: int) -> bool:
    return glued(row, index + 1) and not glued(row, index)


# --- 1:20, 18:00-19:30


def _clock_at(row: list[Token], index: int, *, asked: bool) -> Duration | None:
    first = _clock_minutes(row, index)
    if first is None:
        return None
    value, end = first
    if word(row, end) in _UP_TO and (until := _clock_minutes(row, end + 1)):
        return Duration(Fraction((until[0] - value) % DAY), index, until[1])
    of_the_day = word(row, index - 1) in _AT or word(row, index - 1).startswith(_HOUR_STEM)
    suffixed = word(row, end) == "-" and glued(row, end)
    if not asked and (value >= _LONGEST_BARE_CLOCK or of_the_day or suffixed):
        return None
    if _is_unit(row, end):
        end = _past_dot(row, end)
    return Duration(Fraction(value), index, end)


def _clock_minutes(row: list[Token], index: int) -> tuple[int, int] | None:
    hours, tail = word(row, index), word(row, index + 2)
    if not (hours.isdecimal() and len(hours) <= 2 and _is_sixtieth(row, index + 1)):
        return None
    value = Fraction(int(hours) * 60 + int(tail))
    end = index + 3
    if _is_sixtieth(row, end):
        value += Fraction(int(word(row, end + 1)), 60)
        end += 2
    return math.floor(value), end


def _is_sixtieth(row: list[Token], index: int) -> bool:
    digits = word(row, index + 1)
    return (
        word(row, index) == ":"
        and glued(row, index)
        and glued(row, index + 1)
        and digits.isdecimal()
        and len(digits) == 2
        and int(digits) < 60
    )


# --- 1 сағат 20 мин, 40 минут, полтора часа


def _counted_at(row: list[Token], index: int, *, asked: bool) -> Duration | None:
    number = number_at(row, index)
    if number is None:
        return None
    value, end = number
    of_hours = _of_hours(row, index, number)
    if word(row, end) == "-" and (upper := number_at(row, end + 1)):
        end = upper[1]
    while word(row, end) in _OF and word(row, end + 1) not in _SHORT_HOUR:
        end += 1
    if word(row, end) == "-":
        end += 1
    if _is_minute(row, end, asked=asked, value=value):
        return Duration(value, index, _past_dot(row, end))
    if not _is_hour(row, end, asked=asked, value=value):
        return None
    return _with_minutes(row, index, of_hours, _past_dot(row, end), asked=asked)


def _of_hours(row: list[Token], index: int, number: Number) -> Fraction:
    """The minutes in so many hours: `1.30` is read as off a clock, `1.5` and `1.25` as decimals.

    Whoever thinks in decimals writes half an hour as .5; of two digits only quarters are such. The
    person sees the minutes and confirms them.
    """
    value, end = number
    written = row[index:end]
    if len(written) == 3 and written[1].text in {".", ","}:
        tail = written[2].text
        if len(tail) == 2 and tail not in _QUARTERS and int(tail) < 60:
            return Fraction(int(written[0].text) * 60 + int(tail))
    return value * 60


def _with_minutes(
    row: list[Token], start: int, so_far: Fraction, index: int, *, asked: bool
) -> Duration:
    half = half_after(row, index)
    if half is not None:
        return Duration(so_far + 30, start, half)
    after = index + 1 if word(row, index) in _AND else index
    number = number_at(row, after)
    if number is None or number[0] >= 60:
        return Duration(so_far, start, index)
    more, end = number
    if word(row, end) in _MINUTES | _SHORT_MINUTE or word(row, end).startswith(_MINUTE_STEM):
        return Duration(so_far + more, start, _past_seconds(row, _past_dot(row, end)))
    joined = asked or (after == index and (glued(row, index) or not _goes_on(row, end)))
    if joined and more.denominator == 1 and not _is_unit(row, end):
        return Duration(so_far + more, start, end)
    return Duration(so_far, start, index)


def _is_hour(row: list[Token], index: int, *, asked: bool, value: Fraction) -> bool:
    here = word(row, index)
    if here in _HOURS or here.startswith(_HOUR_STEM):
        return True
    if here not in _SHORT_HOUR:
        return False
    if asked:
        return True
    number = number_at(row, index + 1)
    if number and (word(row, number[1]) in _MINUTES | _SHORT_MINUTE):
        return True
    return glued(row, index) and value <= 5


def _is_minute(row: list[Token], index: int, *, asked: bool, value: Fraction) -> bool:
    here = word(row, index)
    if here in _MINUTES or here.startswith(_MINUTE_STEM):
        return True
    return here in _SHORT_MINUTE and (
        asked or (glued(row, index) and value <= _LONGEST_SHORT_MINUTE)
    )


def _is_unit(row: list[Token], index: int) -> bool:
    return _is_hour(row, index, asked=True, value=Fraction(1))


def _goes_on(row: list[Token], index: int) -> bool:
    return index < len(row) and (row[index].is_word or row[index].is_digits)


def _past_dot(row: list[Token], index: int) -> int:
    return index + 2 if word(row, index + 1) == "." else index + 1


def _past_seconds(row: list[Token], index: int) -> int:
    number = number_at(row, index)
    return number[1] + 1 if number and word(row, number[1]) in _SECONDS else index


# --- час, час двадцать; часа два, минут сорок


def _bare_hour_at(row: list[Token], index: int, *, asked: bool) -> Duration | None:
    here, before = word(row, index), word(row, index - 1)
    if before in _AT and not asked:
        return None
    articled = before in _ARTICLES and here in _HOURS
    if here in _BARE_HOURS or articled or (here == "часа" and before in _BARE_HOUR_OF):
        return _with_minutes(row, index, Fraction(60), index + 1, asked=asked)
    if not here.startswith(_HOUR_STEM) and not (asked and here in _HOURS - _COUNTED_BACK):
        return None
    found = _with_minutes(row, index, Fraction(60), index + 1, asked=asked)
    return found if asked or half_after(row, index + 1) else None


def _counted_back_at(row: list[Token], index: int) -> Duration | None:
    here = word(row, index)
    number = number_at(row, index + 1) if here in _COUNTED_BACK else None
    if number is None or (_goes_on(row, number[1]) and _is_unit(row, number[1])):
        return None
    return Duration(number[0] * (1 if here == "минут" else 60), index, number[1])


def _is_span(row: list[Token], found: Duration) -> bool:
    """Whether it says how long, not at what hour, how fast or how long ago."""
    before, after = word(row, found.start - 1), word(row, found.end)
    counted_hours = any(row[i].text in _HOURS for i in range(found.start, found.end))
    return (
        1 <= found.minutes <= DAY
        and not (before in _AT and counted_hours)
        and before not in _THEN
        and not before.startswith(_PACE)
        and after not in _OF_THE_DAY | _AGO | _RATE
    )


def _is_said_again(row: list[Token], earlier: Duration, found: Duration) -> bool:
    """`90 минут (1,5 часа)`."""
    follows = earlier.end == found.start - 1 and word(row, earlier.end) in {"(", "="}
    return follows and earlier.minutes == found.minutes


def _times(row: list[Token], found: Duration) -> Duration:
    """`2 тайма по 45 минут` is both of them."""
    count = word(row, found.start - 3)
    if word(row, found.start - 1) != "по" or not count.isdecimal() or not 1 < int(count[:4]) < 10:
        return found
    return Duration(found.minutes * int(count[:4]), found.start - 3, found.end)
