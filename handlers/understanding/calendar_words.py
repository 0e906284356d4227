"""Months, days of the week and near days as they are called in Kazakh, Russian and English."""

from handlers.understanding.letters import fold, folded

_MONTHS = (
    "қаңтар қаң январь января янв january jan",
    "ақпан ақп февраль февраля фев февр february feb",
    "наурыз нау марта март мар march mar",
    "сәуір сәу апрель апреля апр april apr",
    "мамыр мам мая май may",
    "маусым июнь июня июн june jun",
    "шілде шіл июль июля июл july jul",
    "тамыз там август августа авг august aug",
    "қыркүйек қыр сентябрь сентября сен сент september sep sept",
    "қазан қаз октябрь октября окт october oct",
    "қараша қар ноябрь ноября ноя нояб november nov",
    "желтоқсан жел декабрь декабря дек december dec",
)
_WEEKDAYS = (
    "дүйсенбі понедельник понедельника понедельнику понедельником понедельнике monday",
    "сейсенбі вторник вторника вторнику вторником вторнике tuesday",
    "сәрсенбі среда среду среды среде средой wednesday",
    "бейсенбі четверг четверга четвергу четвергом четверге thursday",
    "жұма пятница пятницу пятницы пятнице пятницей friday",
    "сенбі суббота субботу субботы субботе субботой saturday",
    "жексенбі воскресенье воскресенья воскресенью воскресеньем sunday",
)
_SHORT_WEEKDAYS = (
    "дс дүй пн пон mon",
    "сс сей вт tue tues",
    "ср сәр wed",
    "бс бей чт чтв thu thur thurs",
    "жм пт fri",
    "сб сн sat",
    "жс жк жек вс вскр воскр sun",
)
_CASES = folded(
    "да де та те дан ден тан тен нан нен ға ге қа ке ны ні ды ді ты ті ның нің дың дің тың тің"
    " дағы дегі тағы тегі ында інде сында сінде ғы гі"
)
_GENITIVES = folded("ның нің дың дің тың тің")


def _numbered(lines: tuple[str, ...], first: int) -> dict[str, int]:
    return {name: number for number, line in enumerate(lines, first) for name in folded(line)}


_KAZAKH_NAMES = frozenset(fold(line.split()[0]) for line in (*_MONTHS, *_WEEKDAYS))
_ENGLISH_MONTHS = frozenset(fold(name) for line in _MONTHS for name in line.split() if name < "а")
_MONTH_BY_NAME = _numbered(_MONTHS, 1)
_WEEKDAY_BY_NAME = _numbered(_WEEKDAYS, 0)
_SHORT_WEEKDAY_BY_NAME = _numbered(_SHORT_WEEKDAYS, 0)

_NEAR_DAYS = {
    name: days
    for days, line in (
        (0, "бүгін бүгінгі сегодня сегодняшний today"),
        (-1, "кеше кешегі вчера вчерашний вчерашняя вчерашнее yesterday"),
        (-2, "алдыңгүні алдыңғыкүні бұрнағүні позавчера"),
        (1, "ертең завтра завтрашний завтрашняя завтрашнюю завтрашнее tomorrow"),
        (2, "бүрсігүні бүрсүгүні послезавтра"),
    )
    for name in folded(line)
}
_NEAR_PHRASES = tuple(
    (tuple(fold(line).split()), 2 if line.endswith("tomorrow") else -2)
    for line in (
        "алдыңғы күні",
        "алдыңғы күн",
        "алдыңгы күнгі",
        "бұрнағы күні",
        "арғы күні",
        "day before yesterday",
        "day after tomorrow",
    )
)


def month(name: str) -> int | None:
    """1..12 of a folded month name, in any case of its language."""
    return _cased(name, _MONTH_BY_NAME)


def stands_before_day(name: str) -> bool:
    """Whether this month is said before its day: `March 5`, `наурыздың 5-і`."""
    return name in _ENGLISH_MONTHS or any(name.endswith(case) for case in _GENITIVES)


def weekday(name: str, *, short: bool) -> int | None:
    """0 (Monday)..6 of a folded day name; abbreviations only if short ones may be meant."""
    found = _cased(name, _WEEKDAY_BY_NAME)
    return _SHORT_WEEKDAY_BY_NAME.get(name) if found is None and short else found


def near_day(row_words: tuple[str, ...]) -> tuple[int, int] | None:
    """Days from today meant by the words, and how many of the words say so."""
    for phrase, days in _NEAR_PHRASES:
        if row_words[: len(phrase)] == phrase:
            return days, len(phrase)
    found = _NEAR_DAYS.get(row_words[0]) if row_words else None
    return None if found is None else (found, 1)


def _cased(name: str, numbers: dict[str, int]) -> int | None:
    if name in numbers:
        return numbers[name]
    for length in range(len(name) - 1, 3, -1):
        stem = name[:length]
        if stem in _KAZAKH_NAMES and stem in numbers and name[length:] in _CASES:
            return numbers[stem]
    return None
