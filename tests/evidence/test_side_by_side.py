"""The sheet on which a mentor compares two pictures: whole, legible, outlined where they match."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageColor, ImageDraw

from evidence.confinement import MOST_MEMORY
from evidence.side_by_side import LINE, LONGEST, Half, Point, prepare, side_by_side
from scheduler.evidence.made_pictures import SHEET
from scheduler.evidence.worker import Worker
from tests.evidence.films import SHADES, film
from tests.evidence.memory import most_memory, needs_proc
from tests.evidence.pictures import claiming, exif, picture, png_bomb

WHOLE = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
MIDDLE = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))
RED, BLUE = (200, 0, 0), (0, 0, 200)


def half(area: Sequence[Point] = (), title: str = "Қазір жіберілген", frame: int = 0) -> Half:
    return Half(title, "12 наурыз 2026 ж.", "Сурет ашылмады", area, frame)


def plain(shade: tuple[int, int, int] | str, size: tuple[int, int]) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, shade).save(file, "PNG")
    return file.getvalue()


def sheet_of(
    new: bytes | None,
    stored: bytes | None,
    of_new: Half | None = None,
    of_stored: Half | None = None,
) -> Image.Image:
    data = side_by_side(new, stored, of_new or half(), of_stored or half())
    assert data is not None
    with Image.open(BytesIO(data)) as sheet:
        assert sheet.format == "JPEG"
        return sheet.convert("RGB")


def place_of(sheet: Image.Image, shade: tuple[int, int, int] | str) -> tuple[int, int, int, int]:
    """The box around all that is nearly of this colour."""
    if isinstance(shade, str):
        shade = ImageColor.getcolor(shade, "RGB")[:3]  # type: ignore[index,assignment]
    away = ImageChops.difference(sheet, Image.new("RGB", sheet.size, shade))
    near = [band.point(lambda tone: 255 * (tone < 40)) for band in away.split()]
    box = ImageChops.multiply(ImageChops.multiply(near[0], near[1]), near[2]).getbbox()
    assert box is not None, "it is not there"
    return box


def seems(one: Any, other: tuple[int, int, int], by: int = 40) -> bool:
    return all(abs(a - b) < by for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize(
    ("new", "stored", "beside"),
    [
        ((600, 900), (900, 1600), True),
        ((1080, 1920), (900, 600), True),
        ((900, 600), (600, 900), True),
        ((900, 600), (1600, 900), False),
        ((2000, 300), (800, 600), False),
    ],
)
def test_each_is_seen_as_large_as_its_shape_lets_it(
    new: tuple[int, int], stored: tuple[int, int], beside: bool
) -> None:
    sheet = sheet_of(plain(RED, new), plain(BLUE, stored))
    red, blue = place_of(sheet, RED), place_of(sheet, BLUE)
    assert (red[2] < blue[0]) is beside  # the new one is on the left
    assert (red[3] < blue[1]) is not beside  # or above
    for box, size in ((red, new), (blue, stored)):
        width, height = box[2] - box[0], box[3] - box[1]
        assert width / height == pytest.approx(size[0] / size[1], rel=0.05)
    assert max(red[2] - red[0], red[3] - red[1]) > 550


@settings(max_examples=15, deadline=None)
@example((1, 3000), (3000, 1), "", "ә" * 80)
@example((3000, 1), (3000, 3000), "🏅" * 80, "")
@given(
    st.tuples(st.integers(1, 3000), st.integers(1, 3000)),
    st.tuples(st.integers(1, 3000), st.integers(1, 3000)),
    st.text(max_size=80),
    st.text(max_size=80),
)
@pytest.mark.long(1)
def test_whatever_comes_telegram_leaves_the_sheet_unshrunk(
    new: tuple[int, int], stored: tuple[int, int], title: str, date: str
) -> None:
    words = Half(title, date, title, MIDDLE)
    sheet = sheet_of(plain(RED, new), plain(BLUE, stored), words, words)
    assert max(sheet.size) <= LONGEST
    assert max(sheet.size) < 20 * min(sheet.size)  # Telegram takes no photo narrower than that


@pytest.mark.parametrize("shade", ["black", "white", "grey", LINE, "red", "yellow", "navy"])
def test_the_outline_is_seen_on_any_picture(shade: str) -> None:
    data = plain(shade, (900, 600))
    marked, bare = sheet_of(data, data, half(MIDDLE)), sheet_of(data, data)
    changed = ImageChops.difference(marked, bare).convert("L").point(lambda tone: 255 * (tone > 40))
    box = changed.getbbox()
    assert box is not None
    picture_place = place_of(sheet_of(plain(RED, (900, 600)), data), RED)
    middle = _part(picture_place, MIDDLE)
    # What is outside of the area may be darker too; the line itself is where the area ends.
    line = marked.crop((middle[0] - 6, middle[1] + 30, middle[0] + 16, middle[1] + 40)).convert("L")
    darkest, brightest = line.getextrema()
    assert isinstance(darkest, int)
    assert int(brightest) - darkest > 80


def _part(box: tuple[int, int, int, int], area: Sequence[Point]) -> tuple[int, int, int, int]:
    (left, top), _, (right, bottom), _ = area
    width, height = box[2] - box[0], box[3] - box[1]
    return (
        round(box[0] + left * width),
        round(box[1] + top * height),
        round(box[0] + right * width),
        round(box[1] + bottom * height),
    )


@pytest.mark.parametrize("area", [MIDDLE, MIDDLE[::-1], (*MIDDLE[2:], *MIDDLE[:2])])
def test_the_area_is_outlined_in_each_mirrored_or_turned(area: Sequence[Point]) -> None:
    data = plain("black", (900, 600))
    sheet = sheet_of(data, data, half(area), half(WHOLE))
    upper = sheet.crop((0, 0, sheet.width, sheet.height // 2))
    lower = sheet.crop((0, sheet.height // 2, sheet.width, sheet.height))
    small, large = place_of(upper, LINE), place_of(lower, LINE)
    assert small[2] - small[0] == pytest.approx((large[2] - large[0]) / 2, abs=6)
    assert small[3] - small[1] == pytest.approx((large[3] - large[1]) / 2, abs=6)


def test_an_area_that_goes_beyond_the_picture_ends_with_it() -> None:
    data = plain("black", (900, 600))
    tilted = ((0.1, -0.3), (1.3, 0.2), (0.9, 1.2), (-0.2, 0.8))
    box = place_of(sheet_of(data, None, half(tilted)), LINE)
    whole = place_of(sheet_of(data, None, half(WHOLE)), LINE)
    assert box == pytest.approx(whole, abs=3)


@pytest.mark.parametrize(
    "area",
    [
        (),
        ((0.0, 0.0), (1.0, 1.0)),
        ((float("nan"), 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
        ((float("inf"), 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
        ((1e300, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)),
        ((5.0, 5.0), (6.0, 5.0), (6.0, 6.0), (5.0, 6.0)),
    ],
)
def test_an_area_that_is_none_leaves_the_picture_whole(area: Sequence[Point]) -> None:
    sheet = sheet_of(plain(RED, (900, 600)), None, half(area))
    with pytest.raises(AssertionError):
        place_of(sheet, LINE)
    assert seems(sheet.getpixel((sheet.width // 2, 60)), RED)


def test_one_that_cannot_be_opened_leaves_the_other() -> None:
    words = half(title="")
    sheet = sheet_of(plain(RED, (900, 600)), b"no picture", words, words)
    assert place_of(sheet, RED)
    silent = sheet_of(plain(RED, (900, 600)), None, words, Half("", words.date, ""))
    lower = (0, sheet.height // 2, sheet.width, sheet.height - 100)
    assert ImageChops.difference(sheet.crop(lower), silent.crop(lower)).getbbox() is not None


def test_without_either_there_is_no_sheet() -> None:
    assert side_by_side(None, b"\xff\xd8\xff", half(), half()) is None
    assert side_by_side(b"", png_bomb(20_000, 20_000), half(), half()) is None


def test_words_are_below_each_and_end_with_the_sheet() -> None:
    data = plain(RED, (600, 900))
    long = "Абдрахманова-Нұрмұхамбетова Айгерім Бауыржанқызы " * 3
    empty = Half("", "", "")
    sheet = sheet_of(data, data, half(title=long), empty)
    red = place_of(sheet, RED)
    words = ImageChops.difference(sheet, Image.new("RGB", sheet.size, sheet.getpixel((2, 2))))
    below = words.crop((0, red[3] + 4, sheet.width, sheet.height)).convert("L")
    box = below.point(lambda tone: 255 * (tone > 60)).getbbox()
    assert box is not None
    assert box[0] > 0
    assert box[2] < sheet.width // 2 + 12
    assert box[3] < sheet.height - red[3] - 4


def test_a_picture_is_upright_and_a_video_shows_the_frame_that_matched() -> None:
    turned = picture(size=(400, 300), exif=exif(Orientation=6))
    upright = picture(size=(300, 400))
    assert sheet_of(turned, turned).size == sheet_of(upright, upright).size
    video = film(size=(320, 240))
    for frame in (0, 1, 2, 4):
        sheet = sheet_of(video, None, half(frame=frame)).convert("L")
        tone = sheet.getpixel((sheet.width // 2, sheet.height // 4))
        assert isinstance(tone, int | float)
        assert min(range(len(SHADES)), key=lambda at: abs(SHADES[at] - tone)) in (
            max(frame, 1) - 1,
            frame,
        )


@needs_proc
@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize(
    ("make", "is_seen"),
    [
        (lambda: png_bomb(13_000, 13_000), False),
        (lambda: b"", False),
        (lambda: picture("PNG", (4_000, 3_000))[:100_000], False),
        (lambda: picture(size=(30_000, 1_000)), True),
        (lambda: picture(size=(12_000, 4_000), noise=4, quality=60), True),
        (lambda: picture("PNG", (3_000, 2_000), "I;16", noise=4), True),
        (lambda: picture("TIFF", (3_000, 3_000), "CMYK"), True),
        (lambda: picture("GIF", (2_000, 2_000), "P"), True),
        (lambda: claiming(picture(), 13_000, 13_000), True),
        (lambda: film(size=(1280, 720), count=10), True),
    ],
    ids=["bomb", "nothing", "cut", "wide", "large", "16 bit", "cmyk", "gif", "liar", "video"],
)
async def test_hostile_pictures_stay_within_a_worker(make: Any, is_seen: bool) -> None:
    data = make()
    worker = Worker(prepare)
    try:
        sheet = await worker.run(SHEET, data, data, half(MIDDLE), half(WHOLE))
        peak = await most_memory(worker)
    finally:
        worker.close()
    assert (sheet is not None) is is_seen
    assert peak < MOST_MEMORY


def test_an_outline_is_drawn_around_what_matches_alone() -> None:
    """The inner part keeps its colours, the outer one is darker, so that a crop is understood."""
    shot = Image.new("RGB", (900, 600), "white")
    ImageDraw.Draw(shot).rectangle((300, 200, 600, 400), RED)
    file = BytesIO()
    shot.save(file, "PNG")
    sheet = sheet_of(file.getvalue(), file.getvalue(), half(MIDDLE), half(WHOLE))
    box = place_of(sheet.crop((0, 0, sheet.width, sheet.height // 2)), RED)
    assert seems(sheet.getpixel(((box[0] + box[2]) // 2, (box[1] + box[3]) // 2)), RED)
    # x of the picture's left part, outside of the area
    assert not seems(sheet.getpixel((box[0] - (box[2] - box[0]) * 9 // 10, 200)), (255, 255, 255))
