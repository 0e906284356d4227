"""Which day was meant: `05.03.2010`, `5 наурыз 2010`, `March 5`, `кеше`, `в понедельник`."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from handlers.understanding.calendar_words import month, near_day, stands_before_day, weekday
from handlers.understanding.letters import Token, fold, folded, glued, tokens, word
from handlers.understanding.numerals import number_at

Order = Literal["dmy", "mdy"]
Period = Literal["year", "month", "week"]

_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_SEPARATORS = frozenset("./-")
_ORDINALS = folded("го е ое ші шы st nd rd th і ы сы сі ого")
_OF = folded("of")
_OF_THE_MONTH = folded("числа число числе күні")
_YEAR = folded("г год года году ж жыл жылы жылғы жылдың")
_DAYS = folded("күн день дня дней сутки суток day days")
_WEEKS = folded("апта неделю недели недель неделя week weeks")
_AGO = folded("бұрын назад ago")
_ONE = folded("a")
_SINGLE = folded("апта неделю день day week")
_THEN = folded("тому")
_SURROUNDING = "окружающ"
_NEXT = tuple(map(fold, ("следующ", "келес", "next")))
_FURTHEST_AGO = 3660
_YOUNGEST = 3  # years of whoever says when they were born
_FURTHEST_AHEAD = 366 * 8 + 1  # from one 29 February to the next, where a century has none


@dataclass(frozen=True, slots=True)
class Dated:
    """A day found in a row of tokens, from the token at start to the one before end.

    `day` is None where a date was written that does not exist (31.02). `every`: after what such a
    day comes again, where it was not written which of them is meant; then it is the latest past.
    """

    day: date | None
    start: int
    end: int
    every: Period | None = None


def day(text: str, today: date, order: Order = "dmy", earliest: date | None = None) -> date | None:
    """The day meant by an answer to "when?"; None if not understood or no such day exists.

    A date without a year, and a day of the week, is the most recent past one, or with `earliest`
    the first from that day on, if the most recent is before it. A full date may lie anywhere:
    whether that may be is the caller's.
    """
    row = tokens(text)
    found = (
        find_day(row, today, order=order, asked=True)
        or _run_together(row, order)
        or _of_this_month(row, today)
    )
    return _not_before(found, earliest) if found else None


def _not_before(found: Dated, earliest: date | None) -> date | None:
    """What was found, or the first of the days like it that is not before the earliest."""
    if found.day is None or found.every is None or earliest is None or found.day >= earliest:
        return found.day
    likely = (_shifted(earliest, days) for days in range(_FURTHEST_AHEAD))
    return next((each for each in likely if each and _is_like(each, found)), None)


def _is_like(other: date, found: Dated) -> bool:
    assert found.day
    if found.every == "week":
        return other.weekday() == found.day.weekday()
    return other.day == found.day.day and (found.every == "month" or other.month == found.day.month)


def find_day(
    row: list[Token], today: date, *, order: Order = "dmy", asked: bool = False
) -> Dated | None:
    """The first day in a row of tokens; unless asked for one, only what can hardly mean else."""
    for index in range(len(row)):
        written = _numeric_at(row, index, today, order, asked=asked) or _named_at(
            row, index, today, asked=asked
        )
        if written:
            return written
    near = [found for i in range(len(row)) if (found := _near_at(row, i, today))]
    if near:
        # Who tells of today and plans tomorrow in one breath tells of today.
        told = [found for found in near if found.day and found.day <= today] or near[:1]
        contradictory = not asked and len({found.day for found in told}) > 1
        return None if contradictory else told[0]
    for index in range(len(row)):
        if found := _weekday_at(row, index, today, asked=asked):
            return found
    return None


# --- 05.03.2010, 2010-03-05, 05.03


def _numeric_at(
    row: list[Token], index: int, today: date, order: Order, *, asked: bool
) -> Dated | None:
    if not word(row, index).isdecimal() or word(row, index - 1) in _SEPARATORS | {":", ","}:
        return None
    parts = [index]
    sign = word(row, index + 1)
    while sign in _SEPARATORS and word(row, parts[-1] + 1) == sign and len(parts) < 4:
        if not word(row, parts[-1] + 2).isdecimal():
            break
        parts.append(parts[-1] + 2)
    if asked and len(parts) == 1 and all(word(row, index + i).isdecimal() for i in (1, 2)):
        parts += [index + 1, index + 2]
    written = [row[part].text for part in parts]
    end = parts[-1] + 1
    if len(written) == 3:
        return _full_date(written, today, order, Dated(None, index, end))
    if len(written) == 2 and sign != "-" and _is_day_and_month(row, written, end, asked=asked):
        first, second = int(written[0]), int(written[1])
        pairs = [(first, second), (second, first)]
        past = _past(*pairs[order == "mdy"], today) or (
            _past(second, first, today) if sign == "/" else None
        )
        return Dated(past, index, end, "year")
    return None


def _full_date(written: list[str], today: date, order: Order, place: Dated) -> Dated | None:
    lengths = [len(part) for part in written]
    if lengths[0] == 4 and max(lengths[1:]) <= 2:
        year, second, third = (int(part) for part in written)
        return Dated(_date(year, second, third), place.start, place.end)
    if lengths[2] not in {2, 4} or max(lengths[:2]) > 2:
        return None
    first, second = int(written[0]), int(written[1])
    year = _year(written[2], today)
    pairs = [(first, second), (second, first)]
    if order == "mdy":
        pairs.reverse()
    either = [_date(year, number, of) for of, number in pairs]
    return Dated(either[0] or either[1], place.start, place.end)


def _is_day_and_month(row: list[Token], written: list[str], end: int, *, asked: bool) -> bool:
    if max(len(part) for part in written) > 2 or len(written[1]) != 2:
        return asked and end == len(row) and max(len(part) for part in written) <= 2
    followed_by_unit = end < len(row) and (row[end].is_word and word(row, end - 2) != ".")
    return asked or (len(written[0]) == 2 and not followed_by_unit and word(row, end - 2) == ".")


def _year(written: str, today: date) -> int:
    year = int(written)
    if len(written) == 4:
        return year
    century = today.year // 100 * 100
    return century + year if century + year <= today.year else century - 100 + year


def _run_together(row: list[Token], order: Order) -> Dated | None:
    """`05032010` and `20100305`, standing alone."""
    digits = word(row, 0)
    if len(row) != 1 or not digits.isdecimal() or len(digits) != 8:
        return None
    first, second = int(digits[:2]), int(digits[2:4])
    of, number = (first, second) if order == "dmy" else (second, first)
    found = _date(int(digits[4:]), number, of) or _date(
        int(digits[:4]), int(digits[4:6]), int(digits[6:])
    )
    return Dated(found, 0, 1)


# --- 5 наурыз 2010, March 5, 2010 жылғы 5 наурыз


def _named_at(row: list[Token], index: int, today: date, *, asked: bool) -> Dated | None:
    number = _day_number(row, index)
    if number and (named := month(word(row, number[1]))):
        of, after = number[0], number[1] + 1
        return _with_year(row, (index, after), (of, named), today)
    named = month(word(row, index))
    if named and (asked or stands_before_day(word(row, index))):
        number = _day_number(row, index + 1)
        if number:
            return _with_year(row, (index, number[1]), (number[0], named), today)
    return None


def _day_number(row: list[Token], index: int) -> tuple[int, int] | None:
    """A day of the month here, with the index after it and its ending: `5`, `5-ші`, `5th of`."""
    digits = word(row, index)
    if not (digits.isdecimal() and len(digits) <= 2):
        return None
    index += 1
    if word(row, index) == "-" or (word(row, index) == "." and not glued(row, index + 1)):
        index += 1
    if word(row, index) in _ORDINALS and glued(row, index):
        index += 1
    if word(row, index) in _OF:
        index += 1
    return int(digits), index


def _with_year(
    row: list[Token], place: tuple[int, int], day_and_month: tuple[int, int], today: date
) -> Dated | None:
    """The date with the year written after it or before it, else the most recent past one."""
    start, end = place
    of, number = day_and_month
    at = end + 1 if word(row, end) in {",", ".", "-", "'"} else end
    digits = word(row, at)
    year_follows = word(row, at + 1) in _YEAR
    if digits.isdecimal() and (len(digits) == 4 or (len(digits) == 2 and year_follows)):
        return Dated(_date(_year(digits, today), number, of), start, at + 1 + year_follows)
    before = start - 2 if word(row, start - 1) in _YEAR | {","} else start - 1
    if word(row, start - 1) == "." and word(row, start - 2) in _YEAR:
        before = start - 3
    digits = word(row, before)
    if digits.isdecimal() and len(digits) == 4 and before >= 0:
        return Dated(_date(int(digits), number, of), before, end)
    return Dated(_past(of, number, today), start, end, "year")


# --- кеше, 3 күн бұрын, в понедельник, 5-го числа


def _near_at(row: list[Token], index: int, today: date) -> Dated | None:
    near = near_day(tuple(token.text for token in row[index : index + 3]))
    if near:
        return Dated(_shifted(today, near[0]), index, index + near[1])
    number = number_at(row, index)
    count, end = number if number else (1, index + (word(row, index) in _ONE))
    unit = word(row, end)
    ago = end + 2 if word(row, end + 1) in _THEN else end + 1
    if word(row, ago) not in _AGO or not (unit in _DAYS or unit in _WEEKS):
        return None
    if not number and (unit not in _SINGLE or word(row, index - 1).isdecimal()):
        return None
    days = count * (7 if unit in _WEEKS else 1)
    if days > _FURTHEST_AGO or days != int(days):
        return None
    return Dated(_shifted(today, -int(days)), index, ago + 1)


def _weekday_at(row: list[Token], index: int, today: date, *, asked: bool) -> Dated | None:
    number = weekday(word(row, index), short=asked)
    if number is None or word(row, index - 1).startswith(_SURROUNDING):
        return None
    if word(row, index - 1).startswith(_NEXT):
        return Dated(_shifted(today, (number - today.weekday()) % 7 or 7), index, index + 1)
    days = (today.weekday() - number) % 7 or 7
    return Dated(_shifted(today, -days), index, index + 1, "week")


def _of_this_month(row: list[Token], today: date) -> Dated | None:
    """`5-го`, `5 числа`: the most recent day of that number."""
    number = _day_number(row, 0)
    if number is None:
        return None
    of_the_month = word(row, number[1]) in _OF_THE_MONTH
    ordinal = not word(row, number[1] - 1).isdecimal()
    if number[1] + of_the_month != len(row) or not (of_the_month or ordinal):
        return None
    for days in range(62):
        earlier = _shifted(today, -days)
        if earlier and earlier.day == number[0]:
            return Dated(earlier, 0, len(row), "month")
    return None


def _shifted(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days=days)
    except OverflowError:
        return None


def _past(of: int, number: int, today: date) -> date | None:
    """The last time this day of this month was, today included; 29 February may be 8 years ago."""
    for year in range(today.year, today.year - 9, -1):
        found = _date(year, number, of)
        if found and found <= today:
            return found
    return None


def _date(year: int, number: int, of: int) -> date | None:
    if not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return date(year, number, of)
    except ValueError:
        return None


def birth_date(words: str, today: date) -> date | None:
    """The day on which somebody says to be born; None for none.

    A day typed without a year is understood as the most recent one: nobody was born then.
    """
    born = day(words, today)
    return born if born is not None and today.year - born.year >= _YOUNGEST else None
