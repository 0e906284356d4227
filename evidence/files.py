"""What a file sent as evidence is: a picture or not, how big, when and with what it was taken.

Files come from anyone: nothing here trusts one. What a picture says of itself is kept only where
it can be true. Decoding is bounded by `MOST_MEMORY`; whatever gets past that meets the limits of
the process it runs in (evidence/confinement.py).
"""

import hashlib
import re
import warnings
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from io import BytesIO
from typing import Any

import pillow_heif
from PIL import ExifTags, Image, UnidentifiedImageError

# One thread: a decoder's threads would count against the worker's memory.
pillow_heif.register_heif_opener(decode_threads=1)

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF", "AVIF", "GIF", "TIFF", "BMP")
MOST_MEMORY = 200_000_000  # bytes that decoding one picture may take
# Bytes for each pixel while decoding, with the copies that each decoder makes (measured).
_COST = {"PNG": 4.0, "BMP": 4.0, "GIF": 6.0, "HEIF": 8.0, "WEBP": 17.0}
_COST_OF_OTHERS = 12.0
_COST_OF_JPEG = 4.0
_COST_OF_PROGRESSIVE = 6.0  # all its coefficients are held at once
_EIGHTH = (64, 64)  # what a draft is asked for: the smallest there is
_CAMERA_LENGTH = 100
_FIRST_YEAR = 1995
_AHEAD = timedelta(days=1)
_MOMENT = re.compile(r"(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)(?:\D(\d\d))?")
_TURNED = (5, 6, 7, 8)  # orientations that swap width and height


class Problem(StrEnum):
    """Why nothing, or not all, is known of a file."""

    EMPTY = "empty"
    NOT_IMAGE = "not_image"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    TOO_HEAVY = "too_heavy"  # its examination took more time or memory than it may
    NOT_FETCHED = "not_fetched"
    NOT_SEEN = "not_seen"  # its nature is known, but what it shows takes too much memory


@dataclass(frozen=True, slots=True)
class Examined:
    """A file's nature. `kind` is the format ("jpeg", "heif"), width and height are upright, pixels.

    `taken` is naive where the camera did not say its zone.
    """

    sha256: str | None = None
    kind: str | None = None
    width: int | None = None
    height: int | None = None
    taken: datetime | None = None
    camera: str | None = None
    problem: Problem | None = None


def examine(data: bytes, now: datetime) -> Examined:
    """Look into a file's bytes, whatever its name says; never raises for what is in them.

    A moment after `now` (aware), or before digital photographs, is taken for no moment.
    """
    if not data:
        return Examined(problem=Problem.EMPTY)
    sha256 = hashlib.sha256(data).hexdigest()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of big pictures and odd tags: both are dealt with here
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                return _examine(image, sha256, now)
        except Image.DecompressionBombError:
            return Examined(sha256, problem=Problem.TOO_LARGE)
        except UnidentifiedImageError:
            known = _begins_as_image(data)
            return Examined(sha256, problem=Problem.UNREADABLE if known else Problem.NOT_IMAGE)
        except Exception:  # decoders fail in every way there is
            return Examined(sha256, problem=Problem.UNREADABLE)


def _examine(image: Image.Image, sha256: str, now: datetime) -> Examined:
    size, kind = image.size, str(image.format).lower()
    # A TIFF's notes are in the file only until it is decoded, a PNG's are found by decoding.
    exif: Mapping[int, Any] = {} if kind == "png" else _exif(image)
    problem = _decode(image) if memory_to_decode(image, 8) <= MOST_MEMORY else _too_large(image)
    if kind == "png" and problem is None:
        exif = _exif(image)
    if exif.get(ExifTags.Base.Orientation) in _TURNED:
        size = size[::-1]
    return Examined(sha256, kind, *size, _taken(exif, now), _camera(exif), problem)


def _too_large(image: Image.Image) -> Problem | None:
    # Phones take HEIF of 48 megapixels: its header is believed, its pixels are left alone.
    return None if image.format == "HEIF" else Problem.TOO_LARGE


def memory_to_decode(image: Image.Image, scale: int = 1) -> float:
    """Bytes that it is expected to take, of a JPEG at a `scale`th of its width and height."""
    width, height = image.size
    if image.format in ("JPEG", "MPO"):
        progressive = image.info.get("progressive") or image.info.get("progression")
        of_all = _COST_OF_PROGRESSIVE if progressive else 0.0
        return width * height * (of_all + _COST_OF_JPEG / scale**2)
    return width * height * _COST.get(str(image.format), _COST_OF_OTHERS)


def _decode(image: Image.Image) -> Problem | None:
    """Whether its pixels are all there; only the first of several pictures in a file."""
    try:
        if image.format in ("JPEG", "MPO"):
            image.draft(None, _EIGHTH)
        image.load()
    except MemoryError:
        return Problem.TOO_LARGE
    except Exception:  # decoders fail in every way there is
        return Problem.UNREADABLE
    return None


def _exif(image: Image.Image) -> Mapping[int, Any]:
    """What the camera noted; nothing where that is broken."""
    with suppress(Exception):  # parsers fail in every way there is
        exif = image.getexif()
        return {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    return {}


def _taken(exif: Mapping[int, Any], now: datetime) -> datetime | None:
    """When the shutter was pressed, or else when a film photograph was scanned."""
    tags = ExifTags.Base
    for moment, zone in (
        (tags.DateTimeOriginal, tags.OffsetTimeOriginal),
        (tags.DateTimeDigitized, tags.OffsetTimeDigitized),
    ):
        taken = _moment(_text(exif.get(moment)), _text(exif.get(zone)))
        if taken is not None and _can_be(taken, now):
            return taken
    return None


def _moment(text: str, zone: str) -> datetime | None:
    found = _MOMENT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(number or 0) for number in found.groups())
    try:
        taken = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - as the camera has it
    except ValueError:
        return None
    with suppress(ValueError):
        return taken.replace(tzinfo=datetime.strptime(zone, "%z").tzinfo)
    return taken


def _can_be(taken: datetime, now: datetime) -> bool:
    aware = taken if taken.tzinfo else taken.replace(tzinfo=UTC)
    return taken.year >= _FIRST_YEAR and aware <= now + _AHEAD


def _camera(exif: Mapping[int, Any]) -> str | None:
    make, model = _text(exif.get(ExifTags.Base.Make)), _text(exif.get(ExifTags.Base.Model))
    name = model if model.casefold().startswith(make.casefold()) else f"{make} {model}"
    return name.strip()[:_CAMERA_LENGTH].strip() or None


def _text(value: Any) -> str:
    """A tag as one clean line, up to its first null byte; nothing if it is no text."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    line = value.partition("\0")[0].encode("utf-8", "replace").decode()
    printable = "".join(each if each.isprintable() else " " for each in line)
    return " ".join(printable.split())


def _begins_as_image(data: bytes) -> bool:
    """Whether the first bytes are those of a picture, which then is broken."""
    for name in FORMATS:
        _, accepts = Image.OPEN[name]
        if accepts is not None and accepts(data[:16]) is True:
            return True
    return False
