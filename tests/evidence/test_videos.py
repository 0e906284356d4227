"""Frames of videos as phones make them, and of what somebody might send as one."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageStat

from evidence.confinement import MOST_MEMORY, confine
from evidence.videos import LONGEST_SIDE, UnreadableVideo, frames, prepare
from scheduler.evidence.answers import Work
from scheduler.evidence.worker import Worker
from tests.evidence.films import SHADES, film, turned
from tests.evidence.memory import most_memory, needs_proc, threads
from tests.evidence.pictures import picture

KINDS = [
    ("libx264", "mp4"),
    ("libx264", "mov"),
    ("libx265", "mp4"),
    ("libvpx-vp9", "webm"),
    ("libx264", "matroska"),
    ("mpeg4", "avi"),
    ("gif", "gif"),
    ("libx264", "mpegts"),
]


def shade(image: Image.Image) -> int:
    """Which of the film's five shades it shows, beside the pattern."""
    width, height = image.size
    (grey,) = ImageStat.Stat(image.convert("L").crop((width // 2, height // 2, width, height))).mean
    return min(range(len(SHADES)), key=lambda at: abs(SHADES[at] - grey))


@pytest.mark.parametrize(("codec", "container"), KINDS)
@pytest.mark.parametrize("keys_every", [250, 10])
def test_frames_are_spread_over_the_whole(codec: str, container: str, keys_every: int) -> None:
    found = frames(film(codec, container, keys_every=keys_every), most=5)
    assert [shade(image) for image in found] == [0, 1, 2, 3, 4]
    assert {(image.size, image.mode) for image in found} == {((320, 240), "RGB")}


def test_there_are_no_more_than_asked_for() -> None:
    assert len(frames(film())) == 4
    assert len(frames(film(), most=1)) == 1
    assert len(frames(film(count=2))) == 2
    assert len(frames(film(count=1))) == 1


def test_the_same_video_gives_the_same_frames() -> None:
    data = film()
    assert [each.tobytes() for each in frames(data)] == [each.tobytes() for each in frames(data)]


def test_a_frame_is_shown_as_the_phone_was_held() -> None:
    (image,) = frames(turned(film(count=1)))
    assert image.size == (240, 320)
    corner = image.convert("L").crop((200, 10, 230, 40))
    assert ImageStat.Stat(corner).mean[0] < 20  # what was on the left is on the right, on top


def test_a_large_video_gives_smaller_frames() -> None:
    (image,) = frames(film(size=(1920, 1080), count=1, preset="ultrafast"))
    assert image.size == (LONGEST_SIDE, 720)


def test_a_video_cut_off_gives_what_is_there() -> None:
    data = film(container="mpegts")
    assert len(frames(data[: len(data) // 2])) == 4


PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n"
LIST = "ffconcat version 1.0\nfile {}\n"


@pytest.mark.parametrize("words", [PLAYLIST, LIST, LIST.replace("file ", "file file:")])
def test_a_list_of_other_files_is_not_followed(tmp_path: Path, words: str) -> None:
    other = tmp_path / "other.mp4"
    other.write_bytes(film())
    with pytest.raises(UnreadableVideo):
        frames(words.format(other).encode())


@pytest.mark.parametrize(
    "data",
    [b"", b"words", bytes(1000), picture(), film()[:2000], b"\0\0\0\x20ftypisom" + bytes(5000)],
    ids=["nothing", "words", "zeros", "a photo", "cut off", "a header alone"],
)
def test_what_is_no_video(data: bytes) -> None:
    with pytest.raises(UnreadableVideo):
        frames(data)


_GOOD = [film(codec, container, (64, 48), 10) for codec, container in KINDS]


@given(
    st.sampled_from(_GOOD),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=30),
)
def test_no_damage_raises_anything_else(data: bytes, damage: list[tuple[int, int]]) -> None:
    broken = bytearray(data)
    for at, value in damage:
        broken[at % len(broken)] = value
    try:
        found = frames(bytes(broken))
    except UnreadableVideo:
        return
    assert all(max(image.size) <= LONGEST_SIDE for image in found)


def prepare_here() -> None:
    """A worker that has imported this module, too."""
    confine()
    prepare()


def sizes_of(data: bytes) -> list[tuple[int, int]]:
    try:
        return [image.size for image in frames(data)]
    except UnreadableVideo:
        return []


SIZES = Work(sizes_of, list[tuple[int, int]])


@needs_proc
@pytest.mark.usefixtures("anew")
@pytest.mark.parametrize(
    ("options", "count"),
    [
        ({"size": (3840, 2160), "preset": "ultrafast"}, 4),
        ({"codec": "libx265", "size": (3840, 2160), "count": 12, "preset": "ultrafast"}, 4),
        ({"size": (7680, 4320), "count": 2, "preset": "ultrafast"}, 0),
    ],
    ids=["4K", "4K HEVC", "8K"],
)
async def test_time_and_memory_have_an_end(options: dict[str, Any], count: int) -> None:
    worker = Worker(prepare_here)
    try:
        sizes = await worker.run(SIZES, film(**options))
        peak, counted = await most_memory(worker), await threads(worker)
    finally:
        worker.close()
    assert sizes == [(LONGEST_SIDE, 720)] * count
    assert peak < MOST_MEMORY
    assert counted == 1
