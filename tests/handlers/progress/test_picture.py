import datetime as dt
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import Markup
from PIL import Image

import award.programme
from award.calendar import DAY, WEEK
from award.programme import Measure, Programme, Text, load
from award.programme.requirements import Requirement
from award.progress.rules import Done, Progress, Week, WeekState, progress
from evidence.lettering import SMALLEST, fitted
from handlers.progress.picture import compose, draw
from handlers.progress.week_marks import draw_week
from handlers.ui.canvas import HIGHEST, WIDTH, Canvas
from handlers.ui.sending import CAPTION_LIMIT
from handlers.wording.progress import describe
from locales import LANGUAGES, Texts, texts

SHIPPED = Path(award.programme.__file__).parent / "tosbelgi"
MONDAY = dt.date(2026, 1, 5)
LONG = "Ғұмарбек-Әбдірахман Қайырғали-Нұрмұхаммедұлы Өтегеновтің " * 2


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED)


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def asked(programme: Programme, number: int, weeks: int = 26) -> list[Requirement]:
    return [
        Requirement(
            direction.code,
            direction.measure,
            {Measure.weeks: weeks, Measure.books: 3, Measure.days: 2}[direction.measure],
            60 if direction.measure is Measure.weeks else 0,
        )
        for direction in programme.directions[:number]
    ]


def so_far(programme: Programme, number: int = 7, months: int = 6, kept: int = 9) -> Progress:
    requirements = asked(programme, number, months * 4)
    done = [
        Done(wanted.direction, MONDAY + WEEK * n, minutes=70 if n % 4 else 30)
        for wanted in requirements
        for n in range(kept)
    ]
    return progress(
        requirements,
        done,
        start=MONDAY,
        months=months,
        today=MONDAY + WEEK * kept + DAY,
        excused=frozenset({MONDAY + WEEK}),
    )


def sheet(found: Progress, programme: Programme, say: Texts, name: str = "Айгерім Қасым") -> Canvas:
    level, today = programme.level("gold"), MONDAY + WEEK * 9
    return compose(found, programme, say, name=name, level=level, today=today)


def outside(canvas: Canvas) -> list[tuple[float, ...]]:
    width, height = canvas.image.size
    return [
        box
        for box in canvas.boxes
        if not (0 <= box[0] < box[2] <= width and 0 <= box[1] < box[3] <= height)
    ]


def overlapping(canvas: Canvas) -> list[tuple[object, object]]:
    return [
        (one, other)
        for n, one in enumerate(canvas.boxes)
        for other in canvas.boxes[n + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize("number", range(1, 8))
def test_words_stand_inside_the_picture_and_apart(
    programme: Programme, say: Texts, number: int
) -> None:
    drawn = sheet(so_far(programme, number), programme, say)
    assert drawn.image.width <= HIGHEST >= drawn.image.height
    assert len(drawn.boxes) > 2 * number
    assert outside(drawn) == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize(
    "name", [LONG, "Ы" * 120, "", "Ли", "А\u0301" * 60, "👩‍🚀 Ай \u202e🎉", "  \n "]
)
def test_any_name_fits(programme: Programme, say: Texts, name: str) -> None:
    drawn = sheet(so_far(programme, 7, months=18), programme, say, name)
    assert drawn.image.height <= HIGHEST
    assert outside(drawn) == []
    assert overlapping(drawn) == []


def test_long_names_of_directions_fit(programme: Programme, say: Texts) -> None:
    long = Text(kk=LONG, ru="Электроэнцефалографирование" * 3, en="W" * 90)
    longer = replace(
        programme,
        name=long,
        directions=tuple(replace(d, name=long) for d in programme.directions),
        levels=tuple(replace(level, name=long) for level in programme.levels),
    )
    drawn = sheet(so_far(longer, 7, months=18), longer, say, LONG)
    assert drawn.image.height <= HIGHEST
    assert outside(drawn) == []
    assert overlapping(drawn) == []


@pytest.mark.parametrize(("months", "kept"), [(6, 0), (6, 26), (18, 40), (18, 78), (18, 160)])
def test_a_picture_is_one_that_telegram_leaves_as_it_is_and_a_phone_loads(
    programme: Programme, say: Texts, months: int, kept: int
) -> None:
    png = draw(
        so_far(programme, 7, months, kept),
        programme,
        say,
        name=LONG,
        level=programme.level("gold"),
        today=MONDAY + WEEK * kept,
    )
    with Image.open(BytesIO(png)) as picture:
        assert picture.format == "PNG"
        assert picture.width == WIDTH
        assert picture.height <= HIGHEST
    assert len(png) < 300_000


@pytest.mark.parametrize("level", ["bronze", "silver", "gold"])
@pytest.mark.parametrize("kept", [1, 20, 90])
def test_no_words_of_the_programme_are_cut_short(
    programme: Programme, say: Texts, level: str, kept: int
) -> None:
    found = so_far(programme, 7, programme.level(level).months, kept)
    assert not [line for line in sheet(found, programme, say).lines if line.endswith("…")]


def test_nothing_required_is_drawn_too(programme: Programme, say: Texts) -> None:
    empty = progress([], [], start=MONDAY, months=6, today=MONDAY)
    assert outside(sheet(empty, programme, say)) == []


def test_states_of_weeks_differ_in_shape_without_colour() -> None:
    marks = []
    for state in WeekState:
        canvas = Canvas(40, (255, 255, 255))
        draw_week(canvas, 4, 4, 30, state, (90, 90, 90), 0.5)
        # Two tones, so that a difference of shade alone is none.
        marks.append(canvas.image.convert("L").point(lambda tone: 255 * (tone > 200)).tobytes())
    differing = [
        sum(a != b for a, b in zip(one, other, strict=True))
        for n, one in enumerate(marks)
        for other in marks[n + 1 :]
    ]
    assert min(differing) >= 20


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(max_size=120), st.integers(120, 900), st.integers(1, 3))
def test_fitted_words_are_never_wider_or_more_than_asked(text: str, width: int, lines: int) -> None:
    words = fitted(text, width, 40, lines=lines)
    assert len(words.lines) <= lines
    assert words.width <= width
    assert words.font.size >= SMALLEST


def test_the_description_says_what_the_picture_shows(programme: Programme, say: Texts) -> None:
    found = so_far(programme)
    level = programme.level("gold")
    words = describe(found, programme, say, name="<b>Ай & Күн</b>", level=level)
    assert isinstance(words, Markup)
    assert "&lt;b&gt;Ай &amp; Күн" in words
    for direction in programme.directions:
        assert direction.name[say.language] in words
    for one in found.directions:
        assert one.awaits_mark or f"{one.done} / {one.required}" in words
    assert len(words.striptags()) <= CAPTION_LIMIT


def test_the_description_tells_what_is_still_missing(programme: Programme) -> None:
    found = so_far(programme, 1)
    sport = replace(found.directions[0], done=24, percent=100, missing=("norm", "video", "mark"))
    found = replace(found, directions=(sport,))
    level = programme.level("gold")
    words = describe(found, programme, texts("en"), name="Ai", level=level)
    assert "the sport norm, the final video, the mentor’s mark" in words
    waiting = replace(found, directions=(replace(sport, missing=("mark",)),))
    words = describe(waiting, programme, texts("en"), name="Ai", level=level)
    assert "Only the mentor’s mark is missing" in words
    assert "Still missing" not in words


def test_a_level_done_is_said_to_be(programme: Programme, say: Texts) -> None:
    found = replace(so_far(programme, 2), complete=True)
    level = programme.level("gold")
    words = describe(found, programme, say, name="Ai", level=level)
    assert say("progress-complete") in words


def test_weeks_of_a_strange_length_are_drawn(programme: Programme, say: Texts) -> None:
    found = so_far(programme, 1)
    weeks = tuple(Week(MONDAY + WEEK * n, 0, WeekState.missed) for n in range(61))
    found = replace(found, directions=(replace(found.directions[0], weeks=weeks),))
    assert outside(sheet(found, programme, say)) == []
