"""Pictures opened small: as people see them, and never at the price that a file may ask."""

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from evidence.confinement import MOST_MEMORY
from evidence.portrait import prepare
from evidence.safe_open import opened
from scheduler.evidence.made_pictures import PORTRAIT
from scheduler.evidence.worker import Worker
from tests.evidence.memory import most_memory, needs_proc
from tests.evidence.pictures import FAST, claiming, exif, picture, png_bomb


def saved(image: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "RGB", {}),
        ("JPEG", "CMYK", {}),
        ("JPEG", "L", {"progressive": True}),
        ("PNG", "P", {}),
        ("PNG", "1", {}),
        ("PNG", "LA", {}),
        ("PNG", "I;16", {}),
        ("TIFF", "I;16", {}),
        ("TIFF", "F", {}),
        ("WEBP", "RGBA", {}),
        ("GIF", "P", {}),
        ("BMP", "P", {}),
        ("HEIF", "RGB", {}),
        ("AVIF", "RGB", {}),
    ],
)
def test_every_way_to_store_a_pixel_is_seen(kind: str, mode: str, options: Any) -> None:
    image = opened(picture(kind, (640, 480), mode, **options), 160)
    assert image is not None
    assert (image.mode, image.size) == ("RGB", (160, 120))
    darkest, brightest = image.convert("L").getextrema()
    assert isinstance(darkest, int)
    assert darkest + 20 < int(brightest)  # the noise in it, neither black nor white alone


def test_a_small_one_is_not_enlarged() -> None:
    image = opened(picture(size=(30, 20)), 1280)
    assert image is not None
    assert image.size == (30, 20)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "HEIF", "AVIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_it_is_upright(kind: str, mode: str) -> None:
    if (kind, mode) == ("JPEG", "RGBA"):
        mode = "CMYK"
    image = opened(picture(kind, (64, 48), mode, exif=exif(Orientation=6)), 100)
    assert image is not None
    assert image.size == (48, 64)


def test_what_is_transparent_is_white() -> None:
    clear = Image.new("RGBA", (8, 8), (255, 0, 0, 0))
    clear.paste((0, 0, 255, 255), (0, 0, 4, 8))
    for data in (saved(clear), saved(clear.convert("P")), saved(clear, "WEBP", lossless=True)):
        image = opened(data, 8)
        assert image is not None
        assert image.getpixel((1, 4)) == (0, 0, 255)
        assert image.getpixel((6, 4)) == (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8\xff",
        b"no picture",
        picture("PNG", (400, 300))[:4000],
        picture("WEBP", (400, 300))[:400],
        png_bomb(20_000, 10_000),
        claiming(picture(), 65_000, 65_000),
    ],
    ids=["nothing", "beginning", "words", "cut png", "cut webp", "bomb", "liar"],
)
def test_what_is_no_picture_is_none(data: bytes) -> None:
    assert opened(data, 1280) is None


@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=20))
def test_no_damage_raises(damage: list[tuple[int, int]]) -> None:
    data = bytearray(_GOOD)
    for at, value in damage:
        data[at % len(data)] = value
    image = opened(bytes(data), 32)
    assert image is None or max(image.size) <= 32


_GOOD = picture(exif=exif(Orientation=6))


@needs_proc
@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize(
    ("make", "size"),
    [
        (lambda: png_bomb(13_000, 13_000), None),
        (lambda: png_bomb(30_000, 1_600), (1280, 68)),
        (lambda: picture(size=(30_000, 1_000)), (1280, 43)),
        (lambda: picture(size=(12_000, 4_000), noise=4, quality=60), (1280, 427)),
        (lambda: picture(size=(6_000, 4_000), noise=4, progressive=True, quality=60), (1280, 853)),
        (lambda: picture("PNG", (5_000, 4_000), "P", noise=4), (1280, 1024)),
        (lambda: picture("PNG", (2_500, 2_000), "I;16", noise=4), (1280, 1024)),
        (lambda: picture("WEBP", (3_600, 2_700), noise=0, quality=20, method=0), (1280, 960)),
        (
            lambda: picture("HEIF", (4_000, 3_000), noise=0, quality=20, enc_params=FAST),
            (1280, 960),
        ),
    ],
    ids=["bomb", "wide png", "wide", "phone", "progressive", "palette", "16 bit", "webp", "heif"],
)
async def test_memory_has_an_end(make: Any, size: tuple[int, int] | None) -> None:
    worker = Worker(prepare)
    try:
        made = await worker.run(PORTRAIT, make())
        peak = await most_memory(worker)
    finally:
        worker.close()
    assert (Image.open(BytesIO(made)).size if made else None) == size
    assert peak < MOST_MEMORY
