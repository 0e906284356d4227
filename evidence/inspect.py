"""All that is done with a file, in one go: what it is, and what it looks like.

A worker does it; the bot only names it. What is large is imported where it is used, so that none
of it is in the bot's own memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from PIL import Image

from evidence import safe_open
from evidence.files import Examined, Problem, examine


@dataclass(frozen=True, slots=True)
class Part:
    """What one picture of a file looks like (evidence/photos.py).

    `number`: 0 for a photo or for Telegram's thumbnail, from 1 on for the frames of a video.
    """

    number: int
    codes: bytes
    details: bytes


@dataclass(frozen=True, slots=True)
class Looked:
    """What a file is, and what it looks like by a version of the method; without parts, nothing."""

    examined: Examined
    parts: tuple[Part, ...] = ()
    method: int | None = None


def prepare() -> None:
    """The first thing in a worker's life. What it needs is imported, while it still can be."""
    safe_open.prepare()
    from evidence import videos
    from evidence.photos import fingerprint_of

    videos.prepare()
    fingerprint_of(Image.effect_noise((480, 360), 60))  # imports more on its way


def method() -> int:
    """The version of the method by which pictures are fingerprinted now."""
    from evidence.photos import METHOD

    return METHOD


def look(data: bytes | None, thumbnail: bytes | None, now: datetime) -> Looked:
    """Look at a file's bytes (None: more than can be had), and at Telegram's thumbnail of it.

    Never raises for what is in them. A thumbnail stands for a picture that cannot be seen itself,
    and is one more picture of a video.
    """
    too_large = Examined(problem=Problem.TOO_LARGE)
    examined = too_large if data is None else examine(data, now)
    parts = list(_parts(data, examined)) if data else []
    is_video = examined.problem is Problem.NOT_IMAGE and bool(parts)
    if is_video:
        examined = replace(examined, kind="video", problem=None)
    if thumbnail and (is_video or not parts):
        parts = [*_photo(thumbnail), *parts]
    if not parts and examined.problem is None:
        examined = replace(examined, problem=Problem.NOT_SEEN)
    return Looked(examined, tuple(parts), method() if parts else None)


def _parts(data: bytes, examined: Examined) -> Iterator[Part]:
    if examined.problem is Problem.NOT_IMAGE:
        yield from _video(data)
    elif examined.problem is None:
        yield from _photo(data)


def _photo(data: bytes) -> Iterator[Part]:
    from evidence.photos import UnreadablePhoto, fingerprint

    with suppress(UnreadablePhoto, MemoryError):
        found = fingerprint(data)
        yield Part(0, found.codes, found.details)


def _video(data: bytes) -> Iterator[Part]:
    from evidence.photos import fingerprint_of
    from evidence.videos import UnreadableVideo, frames

    with suppress(UnreadableVideo, MemoryError):
        for number, frame in enumerate(frames(data), 1):
            found = fingerprint_of(frame)
            yield Part(number, found.codes, found.details)
