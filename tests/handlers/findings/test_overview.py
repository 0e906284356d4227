"""The expert's chart and lists of what was sent before: legible, in bounds, numbers in words."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from award.calendar import WEEK
from award.findings.overview import (
    MOST,
    PAGE,
    Counts,
    OfMentor,
    OfParticipant,
    Overview,
    Pairs,
    Week,
)
from award.findings.views import FindingCard, Quoted, Side
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME
from handlers.findings.chart import CONFIRMED, FLAGS, compose, draw
from handlers.findings.overview import mentor_shown, overview_shown, pairs_shown
from handlers.ui.canvas import HIGHEST, WIDTH
from handlers.ui.sending import CAPTION_LIMIT
from handlers.ui.shown import TEXT_LIMIT, Buttons
from locales import LANGUAGES, Texts, texts
from storage.tables import EntryState, FindingKind, FindingVerdict, MediaKind
from tests.handlers.progress.test_picture import outside, overlapping

MONDAY = dt.date(2025, 11, 17)
NOW = dt.datetime(2026, 2, 4, 20, tzinfo=dt.UTC)
LONG = "Ғұмарбек-Әбдірахман Қайырғали-Нұрмұхаммедұлы Өтегеновтің " * 3
HUGE = Counts(9999, confirmed=2999, honest=1999, shared=1999, open=1999)

Numbers = Sequence[tuple[int, int]]
NONE, ONE = [(0, 0)] * 12, [*[(0, 0)] * 11, (1, 1)]
SOME = [
    (0, 0),
    (1, 1),
    (0, 0),
    (2, 2),
    (5, 3),
    (3, 3),
    (0, 0),
    (4, 0),
    (2, 0),
    (7, 0),
    (3, 3),
    (1, 0),
]
MANY = [(120 + 97 * n, 60 + 41 * n) for n in range(12)]


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def weeks(numbers: Numbers) -> tuple[Week, ...]:
    return tuple(Week(MONDAY + WEEK * n, *each) for n, each in enumerate(numbers))


@pytest.mark.parametrize("numbers", [NONE, ONE, SOME, MANY, [(9999, 9999)] * 12, [(3, 1)]])
def test_words_stand_inside_the_chart_and_apart(numbers: Numbers, say: Texts) -> None:
    drawn = compose(weeks(numbers), say)
    assert drawn.image.size <= (WIDTH, HIGHEST)
    assert outside(drawn) == []
    assert overlapping(drawn) == []
    assert not [line for line in drawn.lines if line.endswith("…")]


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), min_size=1, max_size=26))
def test_any_numbers_are_drawn(numbers: list[tuple[int, int]]) -> None:
    found = weeks([(max(pair), min(pair)) for pair in numbers])
    drawn = compose(found, texts("kk"))
    assert outside(drawn) == []
    assert overlapping(drawn) == []


def test_each_number_is_written(say: Texts) -> None:
    drawn = compose(weeks(SOME), say)
    written = [line for line in drawn.lines if line.isdigit()]
    assert sorted(written) == sorted(str(n) for pair in SOME for n in pair if n)
    assert any("28" in line for line in drawn.lines)
    assert any("12" in line for line in drawn.lines)


def test_bars_are_as_high_as_their_numbers(say: Texts) -> None:
    image = compose(weeks([(10, 5), (5, 0), (0, 0)]), say).image

    def high(column: int) -> tuple[int, int]:
        x = 48 + round((column + 0.5) * (WIDTH - 96) / 3) + 38  # beside the numbers
        shades = [image.getpixel((x, y)) for y in range(300, 620)]  # down to where they stand
        return shades.count(FLAGS), shades.count(CONFIRMED)

    first, second, third = map(high, range(3))
    assert first[0] + first[1] == pytest.approx(300, abs=24)
    assert first[0] == pytest.approx(first[1], abs=12)
    assert second[0] == pytest.approx(150, abs=12)
    assert (second[1], third) == (0, (0, 0))


def test_a_single_flag_is_no_tower(say: Texts) -> None:
    few, many = (
        sum(pixel == CONFIRMED for pixel in compose(weeks(of), say).image.get_flattened_data())
        for of in (ONE, [*[(0, 0)] * 11, (9, 9)])
    )
    assert few < 0.5 * many


def test_flags_and_confirmed_are_told_apart_without_colour() -> None:
    light, dark = (0.299 * r + 0.587 * g + 0.114 * b for r, g, b in (FLAGS, CONFIRMED))
    assert light - dark > 100


def test_nothing_found_is_said(say: Texts) -> None:
    none = say.plain("honesty-chart-none")
    assert none in compose(weeks(NONE), say).lines
    assert none not in compose(weeks(ONE), say).lines


def test_a_chart_is_a_small_png(say: Texts) -> None:
    png = draw(weeks(MANY), say)
    with Image.open(BytesIO(png)) as picture:
        assert (picture.format, picture.width) == ("PNG", WIDTH)
        assert picture.height < 900
    assert len(png) < 60_000


# --- the lists


def of_mentor(number: int, name: str, participants: int = 3, counts: Counts = HUGE) -> OfMentor:
    listed = tuple(OfParticipant(n, f"{n} {name}", counts) for n in range(participants))
    return OfMentor(number, f"{number} {name}", counts, listed, 4)


def labels(buttons: Buttons) -> list[str]:
    return [button.text for row in buttons for button in row]


def test_the_caption_says_what_the_chart_shows(say: Texts) -> None:
    mentors = tuple(of_mentor(n, "Айгүл", counts=Counts(5, 2, 1, 1, 1)) for n in range(3))
    found = Overview(Counts(15, 6, 3, 3, 3), weeks(SOME), mentors, 0)
    text = overview_shown(found, 0, say).text
    assert isinstance(text, type(say("honesty-title")))
    for week in found.weeks:
        each = say.plain(
            "honesty-week", monday=week.monday, flags=week.flags, confirmed=week.confirmed
        )
        assert (each in text) is bool(week.flags)
    assert all(mentor.name in text for mentor in mentors)
    assert "15" in text


def test_a_page_of_mentors_fits_below_the_chart(say: Texts) -> None:
    mentors = tuple(of_mentor(n, LONG) for n in range(MOST))
    found = Overview(HUGE, weeks([(9999, 9999)] * 12), mentors, 7)
    for page in range(4):
        shown = overview_shown(found, page, say)
        assert len(shown.text.striptags()) <= CAPTION_LIMIT
        assert (say("honesty-more-mentors", more=7) in shown.text) is (page > 1)
    assert "3 / 3" in labels(overview_shown(found, 99, say).buttons)


def test_a_page_of_participants_fits_a_message(say: Texts) -> None:
    shown = mentor_shown(of_mentor(1, LONG, MOST), 0, say)
    assert len(shown.text) <= TEXT_LIMIT
    assert {"1 / 3", "▶️"} <= set(labels(shown.buttons))
    assert say("honesty-more-participants", more=4) not in shown.text
    last = mentor_shown(of_mentor(1, LONG, MOST), 9, say)
    assert say("honesty-more-participants", more=4) in last.text
    assert f"<b>{MOST - 1} " in last.text
    few = mentor_shown(replace(of_mentor(1, "Ли"), more=0), 0, say)
    assert "1 / 1" not in labels(few.buttons)


def card(number: int = 1, **other: object) -> FindingCard:
    side = Side(1, MONDAY, "sport", NOW, 1, MediaKind.PHOTO, "file")
    made = FindingCard(
        id=number,
        kind=FindingKind.PHOTO,
        score=0.93,
        sure="high",
        edits=("mirrored", "cropped"),
        area=(),
        other_area=(),
        entry=side,
        other=side,
        state=EntryState.SUBMITTED,
        enrolment_id=1,
        name="Қасым Айгерім",
        other_name=None,
        own=False,
        passages=(),
        found_at=NOW,
        verdict=None,
        decided_at=None,
        decided_by=None,
        open=True,
        may_judge=False,
        may_share=False,
        zone="Asia/Almaty",
        today=MONDAY,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def judged(verdict: FindingVerdict | None, by: str | None = "Дана Ахметова") -> FindingCard:
    return card(verdict=verdict, decided_at=NOW, decided_by=by, open=False)


def pairs(*cards: FindingCard, number: int = 0, pages: int = 1) -> Pairs:
    return Pairs(1, "Қасым Айгерім", 2, "", Counts(len(cards), open=1), cards, number, pages)


def test_each_pair_says_what_was_found_and_what_was_said(say: Texts, programme: Programme) -> None:
    verdicts = [judged(verdict) for verdict in FindingVerdict]
    shown = pairs_shown(pairs(*verdicts, judged(None), card()), programme, say)
    day = dt.date(2026, 2, 5)  # of NOW in Almaty
    for verdict in FindingVerdict:
        assert say(f"honesty-verdict-{verdict.value}", by="Дана Ахметова", day=day) in shown.text
    assert shown.text.count(say("honesty-closed")) == 1
    assert shown.text.count(say("honesty-waits")) == 1
    assert shown.text.count(say.plain("finding-edit-mirrored")) == 5
    assert say("honesty-mentored-by", name=say.plain("mentor-unnamed", number=2)) in shown.text


def test_a_pair_of_an_entry_that_went_back_waits_for_nobody(
    say: Texts, programme: Programme
) -> None:
    shown = pairs_shown(pairs(card(state=EntryState.RETURNED)), programme, say)
    assert say("honesty-waits") not in shown.text
    assert say("honesty-closed") in shown.text


def test_pairs_are_numbered_over_pages_and_fit_a_message(say: Texts, programme: Programme) -> None:
    every = tuple(
        replace(judged(FindingVerdict.SHARED_EVENT, LONG), other_name=LONG) for _ in range(PAGE)
    )
    shown = pairs_shown(replace(pairs(*every, number=2, pages=4), name=LONG), programme, say)
    assert len(shown.text) <= TEXT_LIMIT
    assert f"<b>{2 * PAGE + 1}.</b>" in shown.text
    assert {"◀️", "3 / 4", "▶️"} <= set(labels(shown.buttons))


def test_essays_show_how_much_is_alike(say: Texts, programme: Programme) -> None:
    essay = card(kind=FindingKind.ESSAY, score=0.54, edits=(), passages=(Quoted("сөз", "сөз"),))
    text = pairs_shown(pairs(essay), programme, say).text
    assert say("finding-share", percent=54) in text
    assert "сөз" not in text
