"""What messages for the journal are about, with a programme of the test's own."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import award
from award.programme import (
    LOCALES,
    Activity,
    Agreement,
    Book,
    Direction,
    Measure,
    Programme,
    Text,
    Way,
    Words,
    load,
)
from award.programme.award import Award
from award.programme.certificates import Certificates
from handlers.understanding import Understood, entry
from tests.handlers.understanding.timing import time_of

TODAY = date(2025, 3, 12)  # a Wednesday


def text(kk: str, ru: str, en: str) -> Text:
    return Text(kk=kk, ru=ru, en=en)


def words(kk: str, ru: str, en: str) -> Words:
    return Words(kk=tuple(kk.split(",")), ru=tuple(ru.split(",")), en=tuple(en.split(",")))


def direction(
    code: str,
    stems: Words,
    *activities: Activity,
    measure: Measure = Measure.weeks,
    ways: tuple[Way, ...] = (),
) -> Direction:
    plain = text(code, code, code)
    return Direction(
        code=code,
        name=plain,
        motto=plain,
        emoji="•",
        colour="#000000",
        measure=measure,
        about=plain,
        words=stems,
        activities=activities,
        ways=ways,
    )


def book(code: str, kk: str, ru: str, en: str) -> Book:
    return Book(code=code, section=1, author=text("A", "A", "A"), title=text(kk, ru, en))


PROGRAMME = Programme(
    code="test",
    name=text("Т", "Т", "T"),
    country="KZ",
    zone="Asia/Almaty",
    minutes_per_week=60,
    quick_minutes=(30, 60),
    essay_min_chars=500,
    welcome=(),
    regions=(),
    award=Award(criteria=(), gives=text("Б", "З", "B")),
    certificate=Certificates("ET", text("О", "О", "O"), text("Б", "Р", "H"), {}),
    directions=(
        direction(
            "sport",
            words("спорт,жаттығ", "спорт,трениров", "sport,train,workout"),
            Activity(
                code="running",
                name=text("Жүгіру", "Бег", "Running"),
                words=words("жүгір", "бег,бежал,пробеж", "run,ran,jog"),
            ),
            Activity(
                code="football",
                name=text("Футбол", "Футбол", "Football"),
                words=words("футбол,доп", "футбол", "football"),
            ),
        ),
        direction(
            "talent",
            words("дарын", "талант", "talent"),
            Activity(
                code="dombyra",
                name=text("Домбыра", "Домбра", "Dombyra"),
                words=words("домбыра,күй", "домбр", "dombra,dombyra"),
            ),
        ),
        direction(
            "reading",
            words("кітап,оқыд,бет", "книг,чита,прочит,глав", "book,read,chapter"),
            measure=Measure.books,
        ),
        direction(
            "heritage",
            words("ұлттық,домбыра", "национальн,домбр", "national,dombra"),
            ways=(Way(code="book", name=text("к", "к", "b"), measure=Measure.books),),
        ),
        direction(
            "volunteering",
            words("ерікті,көмек көрсет", "волонт,окружающ", "volunteer,help"),
        ),
    ),
    levels=(),
    sections=(),
    books=(
        book("abai", "Абай жолы", "Путь Абая", "The Path of Abai"),
        book("nomads", "Көшпенділер", "Кочевники", "The Nomads"),
        book("war", "Соғыс және бейбітшілік", "Война и мир", "War and Peace"),
        book("prince", "Кішкентай ханзада", "Маленький принц", "The Little Prince"),
        book("crime", "Қылмыс пен жаза", "Преступление и наказание", "Crime and Punishment"),
    ),
    agreement=Agreement(version="1", title=text("К", "С", "A"), paragraphs=()),
    mandatory={},
)
PLAN = ("sport", "talent", "reading", "volunteering")


def read(message: str, planned: tuple[str, ...] = PLAN) -> Understood:
    return entry(message, PROGRAMME, planned, TODAY)


SHIPPED = load(Path(award.__file__).parent / "programme" / "tosbelgi")

TIMED = {
    ("sport", 40): (
        *(
            "жүгіру 40 мин",
            "Жүгірдім 40 минут",
            "жугирдим 40мин",
            "ЖYГIРУ 40 мин",
            "бегал 40 минут",
        ),
        *(
            "пробежка сорок минут",
            "хорошо побегал 40 мин",
            "ran 40 min",
            "40-minute run",
            "футбол 0:40",
            "футбол 40м",
        ),
        *("в 18:30 бегал 40 мин", "сағат 18:30-да жүгірдім, 40 мин", "бег 3000 м за 40 мин"),
        *(
            "бег 20 мин, футбол 20 мин",
            "бегал 40 мин, из них 10 мин разминка",
            "jogging: 40 mins 🏃",
        ),
    ),
    ("sport", None): (
        *(
            "жүгірдім",
            "футбол ойнадым",
            "бег 5 км",
            "бегал в 18:30",
            "trained hard",
            "бег 100 метров",
        ),
        *(
            "сағат 5-те жүгірдім",
            "бег 5 км, темп 3:30",
            "бег 5:30",
            "бег 3:30/км",
            "бегал в 3 часа дня",
            "планка, трениров 30с",
            "бег 10 км/ч",
        ),
    ),
    ("sport", 60): (
        "час бегал",
        "бегал 2 раза по 30 минут",
        "бег 60 минут (1 час)",
        "бег около часа",
        "an hour of football",
    ),
    ("sport", 90): (
        "жүгіру - 90 мин",
        "футбол 2 тайма по 45 минут",
        "полтора часа футбол",
        "футбол 18:00-19:30",
        "футбол бір жарым сағат",
        *("жүгіру 1.30 сағат", "бегал 1,30 часа", "жүгіру 1:30 сағ"),
    ),
    ("talent", 80): (
        "домбыра 1с 20м",
        "домбыра 1 сағат 20 мин",
        "күй тарттым 1:20",
        "домбра 1ч20м",
    ),
    ("reading", None): ("прочитал 2 главы", "кітап оқыдым 30 бет", "read two chapters", "Книга"),
    ("reading", 30): ("жарты сағат кітап оқыдым", "читал полчаса", "read for half an hour"),
    ("volunteering", 120): (
        "волонтёрил 2 часа",
        "көмек көрсеттім 2 сағат",
        "екі сағат ерікті болдым",
    ),
}


@pytest.mark.parametrize(
    ("message", "code", "took"),
    [(message, *meant) for meant, messages in TIMED.items() for message in messages],
)
def test_direction_and_minutes(message: str, code: str, took: int | None) -> None:
    found = read(message)
    assert (found.directions[0], found.minutes) == (code, took)
    assert found.note == message


HAPPENED = {
    date(2025, 3, 11): (
        "вчера волонтёрил 2 часа",
        "кеше 2 сағат ерікті болдым",
        "11.03 волонтёр 2 ч",
    ),
    date(2025, 3, 10): (
        "в понедельник волонтёр 2 ч",
        "дүйсенбіде ерікті 2 сағат",
        "волонт 10 марта 2 ч",
    ),
    date(2025, 3, 9): ("3 күн бұрын ерікті 2 сағат", "волонтер 3 дня назад, 2 часа"),
    TODAY: (
        *("бүгін 2 сағат ерікті болдым, ертең тағы барамын", "бүгін 2 сағат ерікті"),
        *("сегодня 2 часа волонтер", "volunteered today 2 hours"),
    ),
    date(2025, 3, 13): (
        *("завтра волонтер 2 часа", "ертең 2 сағат ерікті боламын", "volunteer 2 hours tomorrow"),
        *("13.03.2025 волонтер 2 часа",),
    ),
    date(2025, 3, 14): ("послезавтра волонтер 2 ч", "volunteer the day after tomorrow 2 hours"),
    date(2025, 3, 17): (
        *("келесі дүйсенбі ерікті 2 сағат", "в следующий понедельник волонтер 2 ч"),
        *("next Monday volunteer 2 hours",),
    ),
    None: (
        *("волонтер 2 часа", "охрана окружающей среды 2 часа"),
        *("вчера не смог, сегодня волонтер 2 часа", "о войне 22.06.1941, волонтер 2 ч"),
    ),
}


@pytest.mark.parametrize(
    ("message", "happened"), [(m, meant) for meant, messages in HAPPENED.items() for m in messages]
)
def test_day_does_not_disturb_minutes(message: str, happened: date | None) -> None:
    found = read(message)
    assert (found.happened, found.minutes, found.directions[0]) == (happened, 120, "volunteering")


BOOKS = {
    "abai": (
        *(
            "прочитал «Абай жолы»",
            "Абай жолын оқыдым",
            "«Абай жолы» романы",
            "Путь Абая",
            "path of abai",
        ),
        *('дочитал "Путь Абая" 1 том', "абай жолы", "читаю Путь Обая", "«Абай жлы»"),
    ),
    "war": (
        "прочитал Войну и мир",
        "«Война и мир»",
        "war and peace",
        "Соғыс және бейбітшілікті оқыдым",
    ),
    "prince": ("читаю Маленького принца", "Кишкентай ханзада", "the little prince"),
    "nomads": ("Көшпенділер кітабы", "кошпендилер", "прочитал Кочевников 40 мин"),
    "crime": ("прочла преступления и наказания", "read crime and punishmnt"),
}


@pytest.mark.parametrize(
    ("message", "code"), [(m, code) for code, messages in BOOKS.items() for m in messages]
)
def test_book(message: str, code: str) -> None:
    found = read(message)
    assert (found.book, found.directions[0]) == (code, "reading")


@pytest.mark.parametrize(
    "message",
    [
        "жүгіру 40 мин",
        "прочитал 2 главы",
        "кочевники ходили по степи очень долго",
        "мир",
        "«»",
        "жол",
    ],
)
def test_no_book(message: str) -> None:
    assert read(message).book is None


@pytest.mark.parametrize(
    ("message", "code"),
    [("жүгіру 40 мин", "running"), ("футбол", "football"), ("домбыра", "dombyra"), ("спорт", None)],
)
def test_activity(message: str, code: str | None) -> None:
    assert read(message).activity == code


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("book", SHIPPED.books, ids=lambda book: book.code)
def test_every_book_of_the_shipped_list_is_known_by_its_title(book: Book, locale: str) -> None:
    for message in (f"прочитал «{book.title[locale]}»", f"{book.title[locale].upper()} оқыдым"):
        found = entry(message, SHIPPED, ("reading",), TODAY)
        assert (found.book, found.directions[0]) == (book.code, "reading")


@pytest.mark.parametrize("direction", SHIPPED.directions, ids=lambda direction: direction.code)
def test_every_activity_of_the_shipped_programme_is_known_by_its_words(
    direction: Direction,
) -> None:
    for activity in direction.activities:
        for spoken in activity.words.all:
            assert direction.code in entry(spoken, SHIPPED, (direction.code,), TODAY).directions


def test_likeness_counts_less_than_words() -> None:
    found = entry("рисовал картину 1 час", SHIPPED, (), TODAY)
    assert (found.directions[0], found.activity) == ("talent", "drawing")
    assert entry("хорошо", SHIPPED, (), TODAY).directions == ()


@pytest.mark.parametrize(
    ("message", "directions"),
    [
        ("ran 5 km in 40 minutes yesterday", ("sport",)),
        ("worked out 1 hour", ("sport",)),
        ("sang 30 min", ("talent",)),
        ("drew 45 min", ("talent",)),
        ("трениха полтора часа", ("sport",)),
        ("доп теппедім, жаттығу болды", ("sport",)),
        ("бүгін көп жаттықтым", ()),
    ],
)
def test_past_tense_and_slang(message: str, directions: tuple[str, ...]) -> None:
    assert entry(message, SHIPPED, (), TODAY).directions == directions


def test_a_long_text_that_speaks_of_tomorrow_is_no_plan() -> None:
    assert read("Ертең кеш болады деген сөз есімде қалды. " * 10).happened is None


def test_planned_directions_come_first() -> None:
    assert read("домбыра", ("talent", "heritage")).directions == ("talent", "heritage")
    assert read("домбыра", ("heritage",)).directions == ("heritage", "talent")
    assert read("домбыра", ("heritage",)).activity is None
    assert read("домбыра", ()).directions == ("talent", "heritage")


def test_a_book_may_be_for_heritage_where_it_is_planned() -> None:
    assert read("«Абай жолы»").directions == ("reading",)
    assert read("«Абай жолы»", ("reading", "heritage")).directions == ("reading", "heritage")
    assert read("«Абай жолы»", ("heritage",)).directions == ("heritage", "reading")


def test_times_of_two_directions_are_asked_about() -> None:
    found = read("жүгіру 40 мин, домбыра 1 сағат")
    assert found.directions[:2] == ("sport", "talent")
    assert found.minutes is None


@pytest.mark.parametrize("message", ["жугуру 40 мин", "фудбол 40 мин", "тринировка 40 мин"])
def test_one_slip_of_a_letter(message: str) -> None:
    assert read(message).directions == ("sport",)


@pytest.mark.parametrize("message", ["", " ", "😀", "сәлем", "привет как дела", "2", "ok", "\0"])
def test_nothing_understood(message: str) -> None:
    assert read(message) == Understood(note=message)


@given(
    st.text(max_size=400)
    | st.lists(st.sampled_from([*'«»".:-1 ', "абай жолы", "2 ч"])).map("".join)
)
def test_nothing_typed_raises(message: str) -> None:
    found = read(message)
    assert found.note == message
    assert found.minutes is None or 1 <= found.minutes <= 1440
    assert found.happened is None or abs(found.happened - TODAY) <= timedelta(days=366)


@pytest.mark.parametrize(
    "bomb",
    [
        "😀",
        "1 ",
        "«аб»",
        "абай ",
        "абай жол ",
        "кітап ",
        "war and ",
        "бегкн ",
        "по",
        "1",
        "а",
        "домбыра",
    ],
)
def test_reading_takes_time_in_proportion_to_the_length(bomb: str) -> None:
    read("")
    short, long = (time_of(read, (bomb * 4096)[:length]) for length in (1024, 4096))
    # Four times as long; a square would be sixteen, a regex that backtracks far beyond.
    assert long < 12 * max(short, 0.002)
