"""All that is done with a file in a worker: pictures, videos, and what is made to harm."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from functools import partial

import pytest

from evidence import side_by_side
from evidence.confinement import MOST_MEMORY, SECONDS
from evidence.files import FORMATS, Problem
from evidence.inspect import Looked, look, method, prepare
from evidence.photos import METHOD, PhotoFingerprint, PhotoIndex, fingerprint
from scheduler.evidence.examination import LOOK
from scheduler.evidence.made_pictures import SHEET
from scheduler.evidence.worker import Worker
from tests.evidence.films import film, turned
from tests.evidence.memory import computed, forget_most_memory, most_memory, needs_proc
from tests.evidence.pictures import FAST, claiming, exif, moving, picture, png_bomb

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


def numbers(looked: Looked) -> list[int]:
    return [part.number for part in looked.parts]


def test_a_photo_has_one_part_which_is_its_fingerprint() -> None:
    data = picture(size=(640, 480), exif=exif(Make="Apple"))
    looked = look(data, None, NOW)
    assert (looked.examined.problem, looked.examined.camera) == (None, "Apple")
    (part,) = looked.parts
    assert PhotoFingerprint(part.codes, part.details) == fingerprint(data)
    assert (part.number, looked.method, method()) == (0, METHOD, METHOD)


def test_a_photo_s_thumbnail_is_of_no_use() -> None:
    looked = look(picture(size=(640, 480)), picture(size=(320, 240)), NOW)
    assert numbers(looked) == [0]


def test_a_video_has_its_frames_and_its_thumbnail() -> None:
    looked = look(film(), picture(size=(320, 240)), NOW)
    assert numbers(looked) == [0, 1, 2, 3, 4]
    assert (looked.examined.kind, looked.examined.problem) == ("video", None)
    assert looked.examined.sha256
    assert numbers(look(film(), None, NOW)) == [1, 2, 3, 4]


def test_of_what_is_too_large_there_is_the_thumbnail() -> None:
    looked = look(None, picture(size=(320, 240)), NOW)
    assert (looked.examined.problem, numbers(looked)) == (Problem.TOO_LARGE, [0])
    nothing = look(None, None, NOW)
    assert (nothing.examined.problem, nothing.parts, nothing.method) == (
        Problem.TOO_LARGE,
        (),
        None,
    )


def test_a_heif_that_takes_too_much_is_known_and_not_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    data = picture("HEIF")
    for module in ("files", "safe_open"):
        monkeypatch.setattr(f"evidence.{module}.MOST_MEMORY", 20_000)
    assert look(data, None, NOW).examined.problem is Problem.NOT_SEEN
    looked = look(data, picture(size=(32, 24)), NOW)
    assert (looked.examined.problem, numbers(looked)) == (None, [0])


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", Problem.EMPTY),
        (b"words", Problem.NOT_IMAGE),
        (picture(size=(400, 300))[:5000], Problem.UNREADABLE),
        (film()[:2000], Problem.NOT_IMAGE),
    ],
)
def test_what_cannot_be_seen_has_no_fingerprint(data: bytes, problem: Problem) -> None:
    looked = look(data, None, NOW)
    assert (looked.examined.problem, looked.parts, looked.method) == (problem, (), None)


def test_a_frame_finds_the_video_that_it_is_of() -> None:
    """Through what the database keeps."""
    still = look(turned(film(count=1)), None, NOW).parts[0]
    index = PhotoIndex()
    for part in look(turned(film(count=1, keys_every=5)), None, NOW).parts:
        index.add(str(part.number), PhotoFingerprint(part.codes, part.details))
    assert index.search(PhotoFingerprint(still.codes, still.details))


# --- within bounds, whatever it is


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker(prepare)
    yield worker
    worker.close()


HOSTILE: dict[str, tuple[Callable[[], bytes], Problem | None]] = {
    "20 megapixels": (lambda: picture(size=(5_472, 3_648), quality=60), None),
    "20 megapixels, progressive": (
        lambda: picture(size=(5_472, 3_648), noise=4, quality=60, progressive=True),
        None,
    ),
    "20 megapixels, CMYK": (
        lambda: picture(size=(5_472, 3_648), mode="CMYK", noise=4, quality=60),
        None,
    ),
    "30,000 pixels wide, PNG": (lambda: png_bomb(30_000, 1_600), None),
    "30,000 pixels wide": (lambda: picture(size=(30_000, 1_000)), None),
    "30,000 pixels wide and long": (lambda: png_bomb(30_000, 30_000), Problem.TOO_LARGE),
    "a bomb": (lambda: png_bomb(13_000, 13_000), Problem.TOO_LARGE),
    "a liar": (lambda: claiming(picture(), 65_000, 65_000), Problem.TOO_LARGE),
    "16 bits": (lambda: picture("PNG", (3_000, 2_500), "I;16", compress_level=1), None),
    "16 bits, TIFF": (lambda: picture("TIFF", (2_500, 2_000), "I;16"), None),
    "floats": (lambda: picture("TIFF", (2_000, 1_500), "F"), None),
    "palette": (lambda: picture("PNG", (4_000, 3_000), "P", noise=4), None),
    "CMYK, TIFF": (
        lambda: picture("TIFF", (4_000, 4_000), "CMYK", compression="tiff_lzw"),
        None,
    ),
    "WebP": (lambda: picture("WEBP", (3_800, 3_000), noise=0, quality=20, method=0), None),
    "HEIF": (lambda: picture("HEIF", (4_000, 3_000), noise=0, quality=20, enc_params=FAST), None),
    "animated GIF": (lambda: moving("GIF", (1_500, 1_000), 40), None),
    "animated WebP": (lambda: moving("WEBP", (1_500, 1_000), 10), None),
    "one pixel": (lambda: picture("PNG", (1, 1)), None),
    "a line": (lambda: picture("PNG", (9_000, 1)), None),
    "zero bytes": (lambda: b"", Problem.EMPTY),
    "zeros": (lambda: bytes(20_000_000), Problem.NOT_IMAGE),
    "cut off": (lambda: picture(size=(4_000, 3_000))[:100_000], Problem.UNREADABLE),
    "4K": (lambda: film(size=(3840, 2160), preset="ultrafast"), None),
}


NOTED = exif(DateTimeOriginal="2026:02:01 18:30:05", OffsetTimeOriginal="+05:00", Orientation=6)
KINDS: dict[str, Callable[[], bytes]] = {
    **{f"{kind}, noted": partial(picture, kind, (320, 240), exif=NOTED) for kind in FORMATS},
    **{f"PNG {mode}": partial(picture, "PNG", (320, 240), mode) for mode in ("I;16", "P", "LA")},
    **{f"TIFF {mode}": partial(picture, "TIFF", (320, 240), mode) for mode in ("LAB", "CMYK", "F")},
    "deflated TIFF": partial(picture, "TIFF", (320, 240), compression="tiff_deflate"),
    "moving GIF": partial(moving, "GIF", (320, 240), 3),
    "H.264": film,
    "HEVC": partial(film, codec="libx265"),
    "VP9": partial(film, codec="libvpx-vp9", container="webm"),
    "AV1": partial(film, codec="libsvtav1"),
    "MPEG-4": partial(film, codec="mpeg4", container="avi"),
    "text": lambda: b"words, and no picture",
    "cut off": lambda: picture(size=(400, 300))[:3_000],
}


@pytest.mark.usefixtures("anew")
async def test_behind_the_wall_as_much_is_seen_as_before_it(worker: Worker) -> None:
    """A decoder that opens or imports something on its way would fail there, without a word."""
    sheets = Worker(side_by_side.prepare)
    half = side_by_side.Half("Қазір", "12 наурыз", "жоқ", ((0, 0), (0.5, 0), (0.5, 1)))
    for name, make in KINDS.items():
        data = make()
        assert await worker.run(LOOK, data, None, NOW) == look(data, None, NOW), name
        pair = (data, None, half, half)
        assert await sheets.run(SHEET, *pair) == side_by_side.side_by_side(*pair), name
    sheets.close()


@needs_proc
@pytest.mark.usefixtures("anew")
@pytest.mark.long(1)
async def test_nothing_takes_more_than_300_mb_or_5_s(worker: Worker) -> None:
    """One worker for all: what one file leaves behind is not the next one's to bear."""
    files = [(name, make(), problem) for name, (make, problem) in HOSTILE.items()]
    for name, data, problem in files + files:
        await forget_most_memory(worker)
        before = await computed(worker)
        looked = await worker.run(LOOK, data, None, NOW)
        seconds, peak = await computed(worker) - before, await most_memory(worker)
        assert looked.examined.problem is problem, name
        assert bool(looked.parts) is (problem is None), name
        assert peak < MOST_MEMORY, name
        assert seconds < SECONDS, name
