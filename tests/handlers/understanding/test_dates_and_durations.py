"""What people type, in three languages, and what no one should be able to break."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.understanding import day, full_name, minutes, phone, shared_phone
from tests.handlers.understanding.timing import time_of

Meant = TypeVar("Meant")

TODAY = date(2025, 3, 12)  # a Wednesday
ANY_TEXT = st.text(max_size=300) | st.text("0123456789.,:-/ смчhmчас'½мин\n«»\"", max_size=300)

MINUTES: dict[int | None, tuple[str, ...]] = {
    80: (
        *("1 сағат 20 мин", "1 сағ 20", "1ч20м", "1с 20м", "1с20", "1 с 20 м", "1:20", "80"),
        *("1 час и 20 минут", "1 час 20", "час двадцать", "час 20", "1 ч. 20 мин.", "1сағ20мин"),
        *("1h 20m", "1 hr 20 min", "1h20", "one hour twenty minutes", "an hour and 20 minutes"),
        *("1 hour, 20 minutes", "１:２０", "٨٠", "1:20:00", "1 ч 20 мин 30 сек", "80!", "~80"),
        *(
            "сексен минут",
            "бір сағат жиырма минут",
            "1 САГАТ 20 МИНУТ",
            "80 минуттай",
            "1 сағат, 20",
        ),
        *(
            "восемьдесят минут",
            "около 80 минут",
            "минут восемьдесят",
            "1c20м",
            "80 м",
            "шамамен 80",
        ),
    ),
    90: (
        *("бір жарым сағат", "1 жарым сағат", "сағат жарым", "1 сағат жарым", "18:00-19:30"),
        *(
            "полтора часа",
            "1,5 ч",
            "час с половиной",
            "90 минут (1,5 часа)",
            "90 минут = 1,5 часа",
            "часа полтора",
            "полтора",
            "1,5",
            "1½ ч",
        ),
        *("1.30 сағат", "1,30 часа", "1.30ч", "1:30 сағ", "1:30 ч", "01:30 часа", "1.5 сағат"),
        *("1.5 hours", "90 min", "an hour and a half", "one and a half hours", "с 18:00 до 19:30"),
    ),
    30: (
        *("жарты сағат", "жарым сағат", "полчаса", "пол часа", "пол-часа", "полчасика", "30'"),
        *("half an hour", "half hour", "½ часа", "0,5 ч", "0:30", "жүгіруге 30 минут кетті"),
    ),
    60: (
        "сағат",
        "бір сағат",
        "час",
        "1 час",
        "один час",
        "часик",
        "hour",
        "an hour",
        "60 минутка",
    ),
    120: (
        "екі сағат",
        "2 сагат",
        "2 sagat",
        "2 раза по 60 минут",
        "2 сағаттай",
        "2 часа",
        "часа два",
        "two hours",
        "2h",
        "2с",
        "2-часовая",
    ),
    150: ("екі жарым сағат", "два с половиной часа", "2 1/2 часа", "2½ hours", "2.5 ч"),
    75: ("1.25 сағат", "1,25 часа", "1.15 hours"),
    105: ("1.75 ч", "1.45 сағат"),
    70: ("1.10 часа", "1.10 сағат"),
    15: ("ширек сағат", "четверть часа", "a quarter of an hour", "он бес минут"),
    45: ("қырық бес минут", "кырык бес мин", "сорок пять минут", "forty-five minutes", "45мин"),
    40: ("40-50 мин", "40–50 минут", "40-минутная пробежка", "минут 40", "мен 40 мин жүгірдім"),
    1: ("1", "1 мин", "бір минут"),
    1440: ("1440", "24 часа", "24 сағат"),
    None: (
        *("", " ", "0", "-5", "-5 мин", "1441", "25 часов", "80%", "1.20", "05.03.2010", "12:75"),
        *("привет", "білмеймін", "no idea", "много", "5 км", "10 км/ч", "99999999999", "½½½", "::"),
    ),
}

DAYS: dict[date | None, tuple[str, ...]] = {
    date(2010, 3, 5): (
        *(
            "05.03.2010",
            "5.3.10",
            "5.03.2010г",
            "2010-03-05",
            "2010.03.05",
            "5/3/2010",
            "05-03-2010",
        ),
        *("05 03 2010", "05. 03. 2010", "05032010", "20100305", "٠٥.٠٣.٢٠١٠", "０５.０３.２０１０"),
        *("5 наурыз 2010", "5 НАУРЫЗ 2010 ж.", "5-ші наурыз 2010", "2010 жылғы 5 наурыз"),
        *("2010 ж. 5 наурыз", "наурыздың 5-і 2010", "2010 жылдың 5 наурызында"),
        *("5 марта 2010 г.", "5-го марта 2010 года", "5 мар 2010", "родился 5 марта 2010"),
        *("March 5, 2010", "5 March 2010", "5th of March 2010", "Mar 5th 2010", "5 мaртa 2010"),
    ),
    date(2025, 3, 5): (
        *(
            "5 наурызда",
            "5 наурыз",
            "5 марта",
            "5 March",
            "March 5",
            "05.03",
            "5.3",
            "05/03",
            "5-го",
        ),
        *(
            "5 числа",
            "5-го числа",
            "5. наурыз",
            "7 дней тому назад",
            "бір апта бұрын",
            "апта бұрын",
            "неделю назад",
            "a week ago",
        ),
        *("сәрсенбі", "сәрсенбіде", "в среду", "Wednesday", "ср", "7 дней назад"),
    ),
    date(2024, 3, 13): ("13 марта", "13.03", "13 наурыз", "13 March"),
    date(2025, 3, 11): (
        *("кеше", "КЕШЕ", "кешегі", "сейсенбіде", "1 күн бұрын", "вчера", "во вторник"),
        *("yesterday", "a day ago", "Tuesday", "вчeрa"),
    ),
    date(2025, 3, 10): (
        *("алдыңғы күні", "алдынгы куни", "бұрнағы күні", "дүйсенбі", "дуйсенби", "2 күн бұрын"),
        *(
            "позавчера",
            "два дня назад",
            "в понедельник",
            "пн",
            "the day before yesterday",
            "Monday",
        ),
    ),
    TODAY: ("бүгін", "бугин", "сегодня", "today", "12.03.2025", "12.03", "12 наурыз", "12 марта"),
    date(2025, 3, 9): (
        *("3 күн бұрын", "үш күн бұрын", "жексенбі", "3 дня назад", "три дня назад"),
        *("в воскресенье", "3 days ago", "three days ago", "Sunday", "вс", "жс"),
    ),
    date(2025, 3, 8): ("сенбі", "сенбіде", "в субботу", "сб", "Saturday"),
    date(2025, 3, 7): ("жұма", "жұма күні", "жумада", "в пятницу", "Friday"),
    date(2025, 3, 6): ("бейсенбі", "в четверг", "Thursday"),
    date(2024, 2, 29): ("29 ақпан", "29 февраля", "29.02", "February 29"),
    date(2010, 3, 25): ("03/25/2010",),
    date(2025, 3, 13): ("ертең", "завтра", "tomorrow", "13.03.2025"),
    date(1999, 12, 31): ("31.12.99", "31 желтоқсан 1999", "31 декабря 1999"),
    None: (
        *("", "31.02.2010", "31 февраля", "99.99.9999", "32.13", "0 марта", "5 марта 3000", "5"),
        *(
            "привет",
            "40 мин",
            "пару дней назад",
            "999999 дней назад",
            "1.2.3.4",
            "окружающая среда",
            "29.02.2023",
        ),
    ),
}

PHONES: dict[str | None, tuple[str, ...]] = {
    "+77011234567": (
        *("+7 (701) 123-45-67", "87011234567", "77011234567", "7011234567", "8 701 123 45 67"),
        *("8.701.123.45.67", "менің нөмірім 8-701-123-45-67", "мой номер: +77011234567 звоните"),
        *("٨٧٠١١٢٣٤٥٦٧", "８７０１１２３４５６７", "tel:+77011234567", "+7701 123 45 67 доп. 12"),
    ),
    "+77172746446": ("8 (7172) 74-64-46",),
    "+998901234567": ("+998901234567", "998901234567"),
    "+79161234567": ("+79161234567", "89161234567"),
    "+442079460958": ("+44 20 7946 0958",),
    None: ("", "123", "112", "8701123456", "алло", "8" * 4096, "+" * 4096, "05.03.2010"),
}

# As Telegram gives a contact: international, with the plus or without.
SHARED: dict[str | None, tuple[str, ...]] = {
    "+77011234567": (
        "77011234567",
        "+77011234567",
        "+7 701 123 45 67",
        "87011234567",
        "7011234567",
    ),
    "+4740612345": ("4740612345", "+4740612345"),
    "+84912345678": ("84912345678",),
    "+9609712345": ("9609712345",),
    "+959212345678": ("959212345678",),
    "+998901234567": ("998901234567",),
    "+79161234567": ("79161234567",),
    None: ("", "123", "8" * 4096, "+"),
}

NAMES: dict[str | None, tuple[str, ...]] = {
    "Ахметов Данияр": ("Ахметов Данияр", "ахметов данияр", "АХМЕТОВ ДАНИЯР", " АХМЕТОВ\n Данияр\t"),
    "Әлия Серік қызы": ("Әлия Серік қызы", "әлия серік қызы", "ӘЛИЯ СЕРІК ҚЫЗЫ"),
    "Серік Алиев": ("Cерік Aлиев", "Серiк Алиев", "Серік\u00a0\u00a0Алиев"),
    "Conor O'Brien": ("Conor O'Brien", "conor o’brien", "CONOR O'BRIEN"),
    "Дем'ян Іванов": ("дем'ян іванов",),
    "Mary-Jane Watson": ("mary-jane watson", "Mary–Jane Watson"),
    "Ronald McDonald": ("Ronald McDonald",),
    "Ivan Petrov": ("Ivаn Petrоv",),
    "Ю Виктория": ("Ю Виктория", "ю виктория"),
    "Виктория Ю": ("Виктория Ю", "ВИКТОРИЯ Ю"),
    "Е Ли": ("Е Ли", "е ли"),
    "Марат Серік": ("Ма\u0301рат Серік", "Мара\u0301т Се\u0301рік"),
    "Йод Ёлкин": ("И\u0306од Е\u0308лкин",),
    "Ал Бо": ("Ал Бо", "\u202eАл\u200b  Б\u00adо\u2069"),
    None: (
        *("", "Әлия", "А Б", "Иван 3", "Иван Петров2", "https://t.me ru", "😀 😀", "/start now"),
        *(
            "Иван-",
            "Иван --- Пет",
            "王 小明",
            "а" * 60 + " " + "б" * 60,
            "иван@mail ru",
            "Иван П.",
            "Иван П",
            "Е Е Е",
        ),
    ),
}


def rows(table: Mapping[Meant, tuple[str, ...]]) -> list[tuple[str, Meant]]:
    return [(text, meant) for meant, texts in table.items() for text in texts]


@pytest.mark.parametrize(("text", "meant"), rows(MINUTES))
def test_minutes(text: str, meant: int | None) -> None:
    assert minutes(text) == meant


@pytest.mark.parametrize(("text", "meant"), rows(DAYS))
def test_day(text: str, meant: date | None) -> None:
    assert day(text, TODAY) == meant


@pytest.mark.parametrize(("text", "meant"), rows(PHONES))
def test_phone(text: str, meant: str | None) -> None:
    assert phone(text) == meant


@pytest.mark.parametrize(("text", "meant"), rows(SHARED))
def test_shared_phone(text: str, meant: str | None) -> None:
    assert shared_phone(text) == meant


@pytest.mark.parametrize(("text", "meant"), rows(NAMES))
def test_full_name(text: str, meant: str | None) -> None:
    assert full_name(text) == meant


def test_month_first_where_asked_for() -> None:
    assert day("03/05/2010", TODAY, "mdy") == date(2010, 3, 5)
    assert day("03/05/2010", TODAY) == date(2010, 5, 3)


@given(st.integers(1, 23), st.integers(0, 59))
def test_minutes_written_out_are_read_back(hours: int, rest: int) -> None:
    written = [
        f"{hours} сағат {rest} мин",
        f"{hours}ч{rest}м",
        f"{hours}с {rest}м",
        f"{hours}:{rest:02}",
        f"{hours} hours {rest} minutes",
        f"{hours} часов и {rest} минут",
        f"{hours * 60 + rest}",
        f"{hours * 60 + rest} минут",
    ]
    if rest not in (25, 50):  # quarters of an hour, that people write so
        written += [f"{hours}.{rest:02} сағат", f"{hours},{rest:02} часа"]
    assert {minutes(text) for text in written} == {hours * 60 + rest}


@given(st.dates(date(1930, 1, 1), TODAY))
def test_dates_written_out_are_read_back(meant: date) -> None:
    kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан"
    russian = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"
    written = [
        meant.isoformat(),
        f"{meant:%d.%m.%Y}",
        f"{meant.day}/{meant.month}/{meant.year}",
        f"{meant.day} {kazakh.split()[meant.month - 1]} {meant.year}",
        f"{meant.year} жылғы {meant.day} {kazakh.split()[meant.month - 1]}",
        f"{meant.day} {russian.split()[meant.month - 1]} {meant.year} г.",
        f"{meant:%B} {meant.day}, {meant.year}",
        f"{meant.day} {meant:%b} {meant.year}",
    ]
    assert {day(text, TODAY) for text in written} == {meant}


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_a_date_without_year_is_the_latest_past_one(today: date, back: int) -> None:
    meant = today - timedelta(days=back)
    assert day(f"{meant:%d.%m}", today) == meant
    found = day("в субботу", today)
    assert found is not None
    assert timedelta(1) <= today - found <= timedelta(7)
    assert found.weekday() == 5


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 364))
def test_a_date_without_year_is_the_first_from_the_earliest_on(today: date, ahead: int) -> None:
    meant = today + timedelta(days=ahead)
    assert day(f"{meant:%d.%m}", today, earliest=today) == meant
    assert day(f"{meant:%d.%m}", today, earliest=meant) == meant
    found = day("в субботу", today, earliest=today)
    assert found is not None
    assert timedelta(0) <= found - today <= timedelta(6)
    assert found.weekday() == 5


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5 желтоқсан", date(2025, 12, 5)),
        ("10 марта", date(2025, 3, 10)),
        ("10.03", date(2025, 3, 10)),
        ("March 5", date(2026, 3, 5)),
        ("29 февраля", date(2028, 2, 29)),
        ("5-го", date(2025, 4, 5)),
        ("жұма", date(2025, 3, 14)),
        ("сәрсенбі", TODAY),
        ("кеше", date(2025, 3, 11)),
        ("2025 ж. 5 наурыз", date(2025, 3, 5)),
        ("05.03.2025", date(2025, 3, 5)),
        ("31.02", None),
    ],
)
def test_a_day_that_may_lie_ahead(text: str, meant: date | None) -> None:
    assert day(text, TODAY, earliest=date(2025, 3, 10)) == meant


@given(ANY_TEXT, st.dates())
def test_nothing_typed_raises(text: str, today: date) -> None:
    found = minutes(text)
    assert found is None or 1 <= found <= 1440
    day(text, today)
    day(text, today, earliest=today)
    for number in (phone(text), shared_phone(text)):
        assert number is None or (number.startswith("+") and number[1:].isdecimal())
    name = full_name(text)
    assert name is None or full_name(name) == name


def test_no_digit_of_any_script_raises() -> None:
    for sign in filter(str.isdigit, map(chr, range(0x3000))):
        for text in (f"{sign} мин", f"{sign}:{sign}{sign}", f"{sign}.{sign}.2010", f"1.{sign} ч"):
            found = minutes(text)
            assert found is None or 1 <= found <= 1440
            day(text, TODAY)


BOMBS = [
    *("😀", "1", "1 ", "1.", "1:", "a ", "а а ", "1 а ", "час ", "сағат ", "0" * 9 + " ", "½", "-"),
    *(
        "«аб»",
        '"',
        "«",
        "two and a half ",
        "сто ",
        "1-",
        "5 марта ",
        "март ",
        "\u0301",
        "ﷺ",
        "5.5.",
    ),
    *("'", "A'", "A-", "+7701 ", "(7", "вчера ", "кітап ", "абай жолы ", "\ud800", "\0", "İ", "\n"),
]
READERS: list[Callable[[str], object]] = [
    minutes,
    lambda text: day(text, TODAY),
    phone,
    full_name,
]


@pytest.mark.parametrize("bomb", BOMBS)
def test_reading_takes_time_in_proportion_to_the_length(bomb: str) -> None:
    for read in READERS:
        short, long = (time_of(read, (bomb * 4096)[:length]) for length in (1024, 4096))
        # Four times as long; a square would be sixteen, a regex that backtracks far beyond.
        assert long < 12 * max(short, 0.002)
