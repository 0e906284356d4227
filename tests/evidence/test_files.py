"""Files as people and their phones send them, and as somebody might make them to harm."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from evidence.confinement import MOST_MEMORY
from evidence.files import Examined, Problem, examine
from evidence.safe_open import prepare
from scheduler.evidence.answers import Work
from scheduler.evidence.worker import Worker
from tests.evidence.memory import most_memory, needs_proc
from tests.evidence.pictures import FAST, claiming, exif, picture, png_bomb

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
MOMENT = "2026:02:01 18:30:05"
TAKEN = datetime(2026, 2, 1, 18, 30, 5)  # noqa: DTZ001 - as the camera has it
WITH_EXIF = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "TIFF")


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_what_the_camera_noted_is_read(kind: str) -> None:
    noted = exif(DateTimeOriginal=MOMENT, Make="Apple", Model="iPhone 15")
    data = picture(kind, exif=noted)
    assert examine(data, NOW) == Examined(
        sha256=hashlib.sha256(data).hexdigest(),
        kind=kind.lower(),
        width=64,
        height=48,
        taken=TAKEN,
        camera="Apple iPhone 15",
    )


@pytest.mark.parametrize("kind", [*WITH_EXIF, "GIF", "BMP"])
def test_a_picture_without_notes_is_in_order(kind: str) -> None:
    found = examine(picture(kind), NOW)
    assert (found.problem, found.taken, found.camera) == (None, None, None)
    assert (found.kind, found.width, found.height) == (kind.lower(), 64, 48)


@pytest.mark.parametrize(
    ("kind", "mode", "options"),
    [
        ("JPEG", "CMYK", {}),
        ("JPEG", "L", {"progressive": True}),
        ("PNG", "I;16", {}),
        ("PNG", "P", {}),
        ("PNG", "1", {}),
        ("PNG", "LA", {}),
        ("TIFF", "I;16", {}),
        ("TIFF", "F", {}),
        ("TIFF", "CMYK", {"compression": "tiff_lzw"}),
        ("WEBP", "RGBA", {"lossless": True}),
        ("BMP", "P", {}),
    ],
)
def test_every_way_to_store_a_pixel_is_read(kind: str, mode: str, options: Any) -> None:
    assert examine(picture(kind, mode=mode, **options), NOW).problem is None


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_a_moving_picture_the_first_is_enough(kind: str) -> None:
    first, *others = (Image.effect_noise((64, 48), n) for n in (20, 40, 60))
    file = BytesIO()
    first.save(file, kind, save_all=True, append_images=others)
    assert examine(file.getvalue(), NOW).problem is None


def test_the_zone_is_kept_where_the_camera_says_it() -> None:
    noted = exif(DateTimeOriginal=MOMENT, OffsetTimeOriginal="+05:00")
    taken = examine(picture(exif=noted), NOW).taken
    assert taken == TAKEN.replace(tzinfo=timezone(timedelta(hours=5)))


@pytest.mark.parametrize("zone", ["+99:00", "Almaty", "", "+05:00:00:00"])
def test_a_zone_that_is_none_is_left_out(zone: str) -> None:
    noted = exif(DateTimeOriginal=MOMENT, OffsetTimeOriginal=zone)
    assert examine(picture(exif=noted), NOW).taken == TAKEN


@pytest.mark.parametrize(
    "moment",
    [
        "0000:00:00 00:00:00",
        "1900:01:01 00:00:00",
        "2099:01:01 00:00:00",
        "2026:02:05 00:00:00",
        "2026:02:30 10:00:00",
        "2026:13:01 10:00:00",
        "9999:12:31 23:59:59",
        "    :  :     :  :  ",
        "today",
        "",
    ],
)
def test_a_moment_that_cannot_be_is_none(moment: str) -> None:
    found = examine(picture(exif=exif(DateTimeOriginal=moment)), NOW)
    assert (found.taken, found.problem) == (None, None)


def test_a_scan_s_moment_stands_in() -> None:
    noted = exif(DateTimeOriginal="0000:00:00 00:00:00", DateTimeDigitized=MOMENT)
    assert examine(picture(exif=noted), NOW).taken == TAKEN


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 5D", "Canon EOS 5D"),
        ("samsung\0\0\0", " SM-A525F \0junk", "samsung SM-A525F"),
        ("a\x1b[31m\nb", "", "a [31m b"),
        ("\0", "\0", None),
        ("x" * 5000, "y", "x" * 100),
    ],
)
def test_the_camera_s_name_is_cleaned(make: str, model: str, camera: str | None) -> None:
    assert examine(picture(exif=exif(Make=make, Model=model)), NOW).camera == camera


@pytest.mark.parametrize(("orientation", "size"), [(1, (64, 48)), (3, (64, 48)), (6, (48, 64))])
def test_the_size_is_that_of_the_picture_upright(orientation: int, size: tuple[int, int]) -> None:
    found = examine(picture(exif=exif(Orientation=orientation)), NOW)
    assert (found.width, found.height) == size


def test_nothing_at_all() -> None:
    assert examine(b"", NOW) == Examined(problem=Problem.EMPTY)


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"\0" * 100, b"<svg></svg>", b"PK\3\4", b"RIFF1234WAVE"]
)
def test_what_is_no_picture(data: bytes) -> None:
    assert examine(data, NOW).problem is Problem.NOT_IMAGE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF", "TIFF", "BMP"])
def test_a_picture_cut_off(kind: str) -> None:
    data = picture(kind, (400, 300))
    assert examine(data[: len(data) // 2], NOW).problem is Problem.UNREADABLE


def test_a_header_alone() -> None:
    assert examine(b"\xff\xd8\xff\xe0" + b"\1broken" * 50, NOW).problem is Problem.UNREADABLE


def test_notes_survive_a_cut() -> None:
    data = picture(size=(400, 300), exif=exif(DateTimeOriginal=MOMENT))
    found = examine(data[: len(data) // 2], NOW)
    assert (found.problem, found.taken) == (Problem.UNREADABLE, TAKEN)


def test_notes_that_are_broken_are_no_problem() -> None:
    data = picture(exif=exif(DateTimeOriginal=MOMENT))
    at = data.index(b"Exif\0\0") + 10
    found = examine(data[:at] + b"\xff" * 8 + data[at + 8 :], NOW)
    assert (found.problem, found.taken) == (None, None)


@given(st.binary(max_size=300), st.integers(0, 5))
def test_nothing_raises(rubbish: bytes, which: int) -> None:
    found = examine(_GOOD[which][:40] + rubbish, NOW)
    assert found.sha256
    assert found.problem is not None


@given(st.integers(0, 5), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255))))
def test_no_damage_raises(which: int, damage: list[tuple[int, int]]) -> None:
    data = bytearray(_GOOD[which])
    for at, value in damage:
        data[at % len(data)] = value
    assert examine(bytes(data), NOW).sha256


_GOOD = [picture(kind, exif=exif(DateTimeOriginal=MOMENT)) for kind in WITH_EXIF]


def test_a_small_file_of_many_pixels_is_not_unpacked() -> None:
    found = examine(png_bomb(10_000, 10_000), NOW)
    assert (found.problem, found.width) == (Problem.TOO_LARGE, 10_000)
    assert examine(png_bomb(20_000, 10_000), NOW).problem is Problem.TOO_LARGE
    assert examine(claiming(picture(), 65_000, 65_000), NOW).problem is Problem.TOO_LARGE


@needs_proc
@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize(
    ("make", "problem"),
    [
        (lambda: png_bomb(13_000, 13_000), Problem.TOO_LARGE),
        (lambda: png_bomb(30_000, 1_600), None),
        (lambda: picture(size=(30_000, 1_000)), None),
        (lambda: picture(size=(12_000, 4_000), noise=4, quality=60), None),
        (lambda: picture(size=(6_000, 4_000), noise=4, progressive=True, quality=60), None),
        (lambda: picture("WEBP", (3_800, 3_000), noise=0, quality=20, method=0), None),
        (lambda: picture("HEIF", (4_000, 3_000), noise=0, quality=20, enc_params=FAST), None),
        (lambda: picture("TIFF", (4_000, 4_000), "CMYK", compression="tiff_lzw"), None),
        (lambda: claiming(picture(), 13_000, 13_000), None),
    ],
    ids=["bomb", "wide png", "wide", "phone", "progressive", "webp", "heif", "tiff", "liar"],
)
async def test_memory_has_an_end(make: Any, problem: Problem | None) -> None:
    worker = Worker(prepare)
    try:
        found = await worker.run(Work(examine, Examined), make(), NOW)
        peak = await most_memory(worker)
    finally:
        worker.close()
    assert found.problem is problem
    assert peak < MOST_MEMORY
