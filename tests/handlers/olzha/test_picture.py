"""The shelf as people see it: every trophy is drawn and told apart, all words have room."""

import datetime as dt
from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat

from award.olzha.shelf import Near, Shelf, Won
from award.programme import Picture, Programme, Reward, Text, Trophy, load
from bot.settings import SHIPPED_PROGRAMME
from handlers.olzha.picture import PAGE, compose, draw, pages
from handlers.olzha.shelf import _shown
from handlers.olzha.trophies import trophy
from handlers.ui.canvas import HIGHEST, WIDTH
from handlers.ui.sending import CAPTION_LIMIT
from locales import LANGUAGES, Texts, texts

DAY = dt.date(2026, 5, 4)
LONG = "Ғұмарбек-Әбдірахман Қайырғали-Нұрмұхаммедұлы " * 3


@pytest.fixture(scope="module")
def tosbelgi() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture(params=LANGUAGES)
def say(request: pytest.FixtureRequest) -> Texts:
    return texts(request.param)


def _trophies(programme: Programme) -> list[Reward]:
    assert programme.olzha is not None
    return [reward for reward in programme.olzha.rewards if reward.trophy is not None]


def _shelf(programme: Programme, count: int) -> Shelf:
    rewards = _trophies(programme)
    won = tuple(Won(rewards[n % len(rewards)], 1 + n % 3, DAY) for n in range(count))
    near = tuple(Near(each, 12, 26) for each in rewards[:3])
    return Shelf(123_456, won, near)


def test_every_picture_is_drawn_and_told_apart_at_100_px() -> None:
    drawn = {}
    for picture in Picture:
        made = trophy(Trophy(picture, "#0077A8"), 100)
        assert made.size == (100, 100)
        white = Image.new("RGB", made.size, (255, 255, 255))
        white.paste(made, (0, 0), made)
        assert made.getchannel("A").getpixel((0, 0)) == 0
        drawn[picture] = white
    for one, other in combinations(Picture, 2):
        between = ImageChops.difference(drawn[one], drawn[other]).convert("L")
        assert ImageStat.Stat(between).mean[0] > 4, (one, other)


def test_the_number_is_on_it() -> None:
    plain, numbered = (trophy(Trophy(Picture.flame, "#E4572E", n), 100) for n in (None, 52))
    box = ImageChops.difference(plain.convert("RGB"), numbered.convert("RGB")).getbbox()
    assert box is not None
    assert box[1] > 60  # over the lower edge, below the sign


@pytest.mark.parametrize("count", [0, 1, 3, 6, 7, 34])
def test_a_page_is_no_larger_than_telegram_leaves_it(
    tosbelgi: Programme, say: Texts, count: int
) -> None:
    shelf = _shelf(tosbelgi, count)
    assert pages(shelf) == max(1, -(-count // PAGE))
    for page in {0, pages(shelf) - 1}:
        sheet = compose(shelf, say, page)
        assert sheet.image.size[0] == WIDTH
        assert sheet.image.size[1] <= HIGHEST
        assert all(
            0 <= box[0] < box[2] <= WIDTH and 0 <= box[1] < box[3] <= sheet.image.height
            for box in sheet.boxes
        )
    assert Image.open(BytesIO(draw(shelf, say))).format == "PNG"


def test_a_long_name_has_room(tosbelgi: Programme, say: Texts) -> None:
    named = Reward(
        "long",
        _trophies(tosbelgi)[0].cause,
        1,
        Text(LONG, LONG, LONG),
        Text("а", "а", "a"),
        trophy=Trophy(Picture.cup, "#E4572E", 100),
    )
    sheet = compose(Shelf(1, (Won(named, 12, DAY),) * 6, (Near(named, 99, 100),) * 3), say)
    assert all(0 <= box[0] < box[2] <= WIDTH for box in sheet.boxes)


def test_what_is_said_fits_below_it(tosbelgi: Programme, say: Texts) -> None:
    shown = _shown(_shelf(tosbelgi, 34), say)
    assert len(shown.text.striptags()) < CAPTION_LIMIT
    assert "123" in shown.text
    assert [len(row) for row in shown.buttons] == [2, 1, 1]
