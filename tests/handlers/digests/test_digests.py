"""The week's chart and the digests' words: legible on a phone, in bounds, no participant named."""

import datetime as dt
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.digests.numbers import MOST_ROWS, OTHERS, DailyDigest, Key, Line, Numbers, WeeklyDigest
from award.programme import Programme, load
from award.review.queue import Pending, WaitingOf
from bot.settings import SHIPPED_PROGRAMME
from handlers.digests.chart import compose, draw
from handlers.digests.digests import day_shown, evening_shown, week_lines, week_shown
from handlers.ui.canvas import HIGHEST, WIDTH
from handlers.ui.context import Speaking
from handlers.ui.sending import CAPTION_LIMIT
from handlers.ui.shown import TEXT_LIMIT, Shown
from handlers.wording.amounts import waited
from locales import LANGUAGES, Texts, texts
from storage.tables import Person, RoleKind
from tests.handlers.progress.test_picture import outside, overlapping

MONDAY = dt.date(2026, 3, 9)
NOON = dt.datetime(2026, 3, 9, 12, tzinfo=dt.UTC)
DAY = 86_400
SOME = Numbers(49, 4, 31, 1380, 20, 1, 3, 15, 31 * 3600, 11 * DAY)
BEFORE = Numbers(45, 4, 40, 1500, 22, 0, 2, 9, 20 * 3600, 9 * DAY)
SEVEN = 9_999_999
HUGE = Numbers(SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, SEVEN, 400 * DAY, 999 * DAY)
LONG = "Ғұмарбек-Әбдірахман Қайырғали-Нұрмұхаммедұлы Өтегеновтің " * 3


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def a_week(*lines: Line, by: str | None = "region", of: Numbers = SOME) -> WeeklyDigest:
    return WeeklyDigest(MONDAY, of, BEFORE, by, lines)


def actor(*kinds: RoleKind) -> Actor:
    return Actor(1, 1, "kk", None, tuple(Scope(kind) for kind in kinds))


@pytest.mark.parametrize("numbers", [SOME, HUGE, Numbers()])
@pytest.mark.parametrize("count", [0, 1, 2, 7, 12, MOST_ROWS])
def test_words_stand_inside_the_chart_and_apart(
    numbers: Numbers, count: int, programme: Programme, say: Texts
) -> None:
    names: dict[Key, str] = {each.code: each.name[say.language] for each in programme.regions}
    lines = [Line(each.code, numbers) for each in programme.regions[:count]]
    drawn = compose(a_week(*lines, of=numbers), names, say)
    assert drawn.image.size <= (WIDTH, HIGHEST)
    assert outside(drawn) == []
    assert overlapping(drawn) == []


def test_nothing_usual_is_cut_short(programme: Programme, say: Texts) -> None:
    """Names of things, and numbers of a whole country's week."""
    country = Numbers(
        51_230, 1_840, 98_700, 4_300_000, 91_400, 312, 4_120, 9_400, 31 * 3600, 11 * DAY
    )
    drawn = compose(a_week(Line("KZ-75", country), of=country), {"KZ-75": "Алматы"}, say)
    assert not [line for line in drawn.lines if "…" in line]
    assert any("51" in line and "230" in line for line in drawn.lines)


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.builds(Numbers, *[st.integers(0, 10**6)] * 10), max_size=MOST_ROWS),
    st.sampled_from(["А", LONG, "", "👩‍🚀 \u202e"]),
)
def test_any_numbers_and_names_are_drawn(numbers: list[Numbers], name: str) -> None:
    lines = [Line(n, each) for n, each in enumerate(numbers)]
    drawn = compose(
        a_week(*lines, by="mentor"), dict.fromkeys(range(len(lines)), name), texts("kk")
    )
    assert outside(drawn) == []
    assert overlapping(drawn) == []


def test_a_chart_is_a_small_png(programme: Programme, say: Texts) -> None:
    lines = [Line(each.code, SOME) for each in programme.regions]
    names: dict[Key, str] = {each.code: each.name[say.language] for each in programme.regions}
    png = draw(a_week(*lines), names, say)
    with Image.open(BytesIO(png)) as picture:
        assert (picture.format, picture.width) == ("PNG", WIDTH)
    assert len(png) < 120_000


def test_changes_since_the_week_before_are_arrows(say: Texts) -> None:
    lines = compose(a_week(), {}, say).lines
    assert "▲ 4" in lines  # active
    assert "▼ 9" in lines  # entries
    assert "=" in lines  # new


def test_three_lines_say_what_the_chart_shows(say: Texts) -> None:
    lines = week_lines(a_week(), say)
    assert len(lines) == 3
    assert all("\n" not in line for line in lines)
    assert "31" in lines[0]
    assert "15" in lines[1]
    assert waited(SOME.longest, say) in lines[1]
    assert "3" in lines[2]


def _at(session: AsyncSession, who: Actor, say: Texts) -> Speaking:
    return Speaking(session, who, load(SHIPPED_PROGRAMME), NOON, say)


async def shown(session: AsyncSession, digest: WeeklyDigest, who: Actor, say: Texts) -> Shown:
    return await week_shown(_at(session, who, say), digest)


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_a_week_without_anything_is_one_line(session: AsyncSession, say: Texts) -> None:
    nothing = replace(a_week(), week=Numbers(), before=Numbers())
    message = await shown(session, nothing, actor(RoleKind.OPERATOR), say)
    assert "\n" not in message.text
    assert message.drawn is None


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_a_caption_fits_and_buttons_lead_to_what_needs_doing(
    session: AsyncSession, say: Texts
) -> None:
    week = a_week(Line(OTHERS, HUGE), Line(None, HUGE), Line("KZ-75", HUGE), of=HUGE)
    for kinds, taps in (
        ((RoleKind.OPERATOR,), ["go:honesty", "go:today", "go:wishes", "menu"]),
        ((RoleKind.COORDINATOR,), ["go:today", "go:wishes", "menu"]),
        ((RoleKind.MENTOR,), ["rq", "go:today", "go:wishes", "menu"]),
    ):
        message = await shown(session, week, actor(*kinds), say)
        assert len(message.text.striptags()) <= CAPTION_LIMIT
        assert message.drawn is not None
        assert [b.callback_data for row in message.buttons for b in row] == taps


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_a_day_names_mentors_and_what_there_is(session: AsyncSession, say: Texts) -> None:
    mentor = Person(telegram_id=5, full_name="Айгүл <b>", joined_at=NOON)
    session.add(mentor)
    await session.flush()
    day = DailyDigest(MONDAY, 16, DAY, 5 * DAY, 1, 2, 3, 4, ((mentor.id, 7, 5 * DAY), (999, 1, 9)))
    message = await day_shown(_at(session, actor(RoleKind.OPERATOR), say), day)
    assert "Айгүл &lt;b&gt;" in message.text
    assert "№" in message.text or "999" in message.text
    assert len(message.text.split("\n")) == 2 + 2 + 4
    assert len(message.text) < TEXT_LIMIT
    taps = [b.callback_data for row in message.buttons for b in row]
    assert taps == ["go:applications", "go:honesty", "go:week", "go:wishes", "menu"]
    quiet = await day_shown(_at(session, actor(RoleKind.COORDINATOR), say), DailyDigest(MONDAY))
    assert "\n" not in quiet.text


def test_an_evening_lists_the_longest_waiting_first_and_has_one_button(
    programme: Programme, say: Texts
) -> None:
    since = dt.datetime(2026, 3, 9, 20, tzinfo=dt.UTC)
    theirs = [WaitingOf(n, f"Қатысушы {n}", n + 1, since) for n in range(7)]
    message = evening_shown(Pending(45, tuple(theirs), more=2), programme, say)
    names = [message.text.index(f"Қатысушы {n}") for n in range(7)]
    assert names == sorted(names)
    assert say("digest-evening-more", more=2) in message.text
    assert "10" in message.text  # the day in Almaty
    assert [b.callback_data for row in message.buttons for b in row] == ["rq"]


def test_how_long_is_said_in_whole_days_or_hours(say: Texts) -> None:
    assert waited(0, say) == waited(3600, say)
    assert "47" in waited(2 * DAY - 1, say)
    assert "2" in waited(2 * DAY, say)
