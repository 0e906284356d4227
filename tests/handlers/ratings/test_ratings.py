"""Ratings as words, as a picture and as a workbook: in bounds, and of people's words no formula."""

import re
import zipfile
from io import BytesIO

import pytest
from PIL import Image

from award.access.actor import Actor
from award.paging import PAGE
from award.programme import Programme, load
from award.ratings.names import Naming
from award.ratings.own import Neighbour, OwnRating, Place
from award.ratings.tables import Counts, Page, Row, Sort
from bot.settings import SHIPPED_PROGRAMME
from handlers.ratings.names import name_shown
from handlers.ratings.own import rating_shown
from handlers.ratings.picture import compose, draw
from handlers.ratings.sheet import sheet_of
from handlers.ratings.tables import table_shown
from handlers.ui.canvas import HIGHEST, WIDTH
from handlers.ui.context import Speaking
from handlers.ui.shown import TEXT_LIMIT, Shown
from locales import LANGUAGES, Texts, texts
from tests.award.ratings.places import NOW
from tests.handlers.progress.test_picture import outside, overlapping

LONG = "Ғұмарбек-Әбдірахман Қайырғали-Нұрмұхаммедұлы Өтегеновтің " * 2
FORMULAS = ("=1+1", "+7", "-1", "@SUM(A1)", "https://example.org", "12", "mailto:a@b.kz")


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def speaking(programme: Programme, say: Texts) -> Speaking:
    return Speaking(None, Actor(1, 1, "kk", None), programme, NOW, say)  # type: ignore[arg-type]


def row(programme: Programme, name: str, rating: float = 57.4) -> Row:
    percents = {code: 100 - 9 * n for n, code in enumerate(programme.level("bronze").directions)}
    return Row(1, name, None, 2, name, name, "KZ-75", rating, percents)


def page(programme: Programme, *names: str) -> Page:
    rows = tuple(row(programme, name) for name in names)
    return Page("bronze", rows, 6, 7, 49, 57.4, Counts(49, 3, 2, 1), (), NOW)


def labels(shown: Shown) -> list[str]:
    return [button.text for line in shown.buttons for button in line]


@pytest.mark.parametrize("count", [0, 1, PAGE])
def test_words_stand_inside_the_picture_and_apart(
    programme: Programme, say: Texts, count: int
) -> None:
    level = programme.level("bronze")
    found = page(programme, *[LONG] * count)
    sheet = compose(found, level, programme, say, numbered=True)
    assert not outside(sheet)
    assert not overlapping(sheet)
    png = draw(found, level, programme, say, numbered=True)
    size = Image.open(BytesIO(png)).size
    assert size[0] == WIDTH
    assert size[1] <= HIGHEST


def test_a_page_is_one_message_with_buttons_that_have_room(
    programme: Programme, say: Texts
) -> None:
    shown = table_shown(page(programme, *[LONG] * PAGE), Sort.HIGHEST, speaking(programme, say))
    assert len(shown.text) <= TEXT_LIMIT
    assert all(len(label) <= 28 for label in labels(shown))
    assert f"{6 * PAGE + 1}. " in shown.text


def test_a_workbook_has_numbers_as_numbers_and_words_as_words(
    programme: Programme, say: Texts
) -> None:
    rows = [row(programme, name, 90.0) for name in FORMULAS]
    book = zipfile.ZipFile(BytesIO(sheet_of(rows, programme.level("bronze"), programme, say)))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    kept = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert all(f">{name}<" in kept for name in FORMULAS)
    assert 'state="frozen"' in sheet
    for cell in (f"B{n}" for n in range(2, len(FORMULAS) + 2)):
        assert re.search(rf'<c r="{cell}"[^>]* t="s">', sheet), cell
    places = re.findall(r'<c r="A\d+" s="\d+"><v>(\d+)</v>', sheet)
    assert places == ["1"] * len(FORMULAS)
    assert re.search(r'<c r="F2" s="\d+"><v>90</v>', sheet)
    assert say.plain("sheet-rating") in kept


def test_ones_own_place_names_nobody_else(programme: Programme, say: Texts) -> None:
    above = (Neighbour(11, 60.0),)
    found = OwnRating(
        1, "Айгерім", True, "bronze", 57.4, (("sport", 40),), Place(12, 340), "KZ-75",
        Place(2, 9), above, (Neighbour(13, 50.0),),
    )  # fmt: skip
    shown = rating_shown(found, speaking(programme, say))
    assert all(part in shown.text for part in ("12", "340", "57", "60", "50"))
    assert say.plain("rating-few") not in shown.text
    assert all(len(label) <= 28 for label in labels(shown))


@pytest.mark.parametrize(
    ("own", "minor", "name", "asks", "gives"),
    [
        (True, False, None, False, True),
        (True, True, None, True, False),
        (False, True, None, False, True),
        (True, True, "Айгерім", False, False),
        (True, False, "Айгерім", False, False),
    ],
)
def test_the_question_is_put_to_who_decides(
    say: Texts, own: bool, minor: bool, name: str | None, asks: bool, gives: bool
) -> None:
    found = Naming(1, own, "Сәрсен Айгерім", name, own is not minor, minor, False, ("Айгерім",))
    shown = labels(name_shown(found, say))
    assert (say.plain("public-name-button-ask") in shown) is asks
    assert (say.plain("public-name-button-give", name="Айгерім") in shown) is gives
    assert (say.plain("public-name-button-take-back") in shown) is (name is not None)
    assert all(len(label) <= 28 for label in shown)
