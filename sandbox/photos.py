"""What Telegram does to a photo: upright, no EXIF, at most 1280 or 2560, JPEG, several sizes."""

import gzip
import io
import json
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

LONG_SIDE = 1280
LONG_SIDE_HIGH_QUALITY = 2560
_SMALLER = (90, 320, 800, 1280)
_MAX_PIXELS = 50_000_000
_MAX_PIXELS_JPEG = 250_000_000  # read at a fraction of its size, so it costs less
_MAX_SIDES = 10_000


class NotAPhoto(Exception):
    """The bytes are no picture, or one that Telegram refuses; the text is Telegram's word."""


@dataclass(frozen=True, slots=True)
class PhotoSize:
    """One size of a photo: JPEG bytes and its sides."""

    content: bytes
    width: int
    height: int


def treat(source: Path, high_quality: bool = False, strict: bool = True) -> list[PhotoSize]:
    """The sizes of a photo, smallest first; `strict` refuses huge sides as the Bot API does.

    Raises NotAPhoto.
    """
    picture = _read(source, strict)
    longest = LONG_SIDE_HIGH_QUALITY if high_quality else LONG_SIDE
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    sizes = [_saved(picture, 82)]
    for side in sorted(_SMALLER, reverse=True):
        if side < max(picture.size):
            picture.thumbnail((side, side), Image.Resampling.BILINEAR)
            sizes.insert(0, _saved(picture, 75))
    return sizes


def thumbnail(source: Path, side: int = 320) -> PhotoSize | None:
    """A small picture of a document that is a picture, else None."""
    try:
        picture = _read(source, strict=False)
    except NotAPhoto:
        return None
    picture.thumbnail((side, side), Image.Resampling.BILINEAR)
    return _saved(picture, 75)


def first_frame(source: Path, side: int = 320) -> PhotoSize | None:
    """A small picture of a film, else None."""
    import av  # here, for it takes a tenth of a second and is seldom needed

    try:
        with av.open(str(source), "r") as film:
            picture = Image.fromarray(next(film.decode(video=0)).to_ndarray(format="rgb24"))
    # Readers of films raise whatever a broken file makes them raise.
    except Exception:
        return None
    picture.thumbnail((side, side), Image.Resampling.BILINEAR)
    return _saved(picture, 75)


def static_sticker() -> bytes:
    """A sticker's WebP: a round face."""
    picture = Image.new("RGBA", (512, 512), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((32, 32, 480, 480), fill="#ffcc33")
    pen.arc((140, 160, 372, 372), 20, 160, fill="#664400", width=24)
    out = io.BytesIO()
    picture.save(out, "WEBP")
    return out.getvalue()


def animated_sticker() -> bytes:
    """A sticker's TGS: a packed animation without layers."""
    empty = {"tgs": 1, "v": "5.5.2", "fr": 60, "ip": 0, "op": 60, "w": 512, "h": 512, "layers": []}
    return gzip.compress(json.dumps(empty).encode())


def _read(source: Path, strict: bool) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            opened = Image.open(source)
            width, height = opened.size
            if strict and (
                width + height > _MAX_SIDES or max(width, height) > 20 * min(width, height)
            ):
                raise NotAPhoto("PHOTO_INVALID_DIMENSIONS")
            most = _MAX_PIXELS_JPEG if opened.format == "JPEG" else _MAX_PIXELS
            if width * height > most:
                raise NotAPhoto("IMAGE_PROCESS_FAILED")
            with opened:
                opened.draft("RGB", (LONG_SIDE_HIGH_QUALITY, LONG_SIDE_HIGH_QUALITY))
                upright = ImageOps.exif_transpose(opened)
                return _opaque(upright)
    except NotAPhoto:
        raise
    # Pillow's readers raise whatever a broken file makes them raise.
    except Exception as error:
        raise NotAPhoto("IMAGE_PROCESS_FAILED") from error


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = Image.new("RGBA", layer.size, "white")
        return Image.alpha_composite(ground, layer).convert("RGB")
    return picture.convert("RGB")


def _saved(picture: Image.Image, quality: int) -> PhotoSize:
    plain = Image.new("RGB", picture.size)
    plain.paste(picture)
    out = io.BytesIO()
    plain.save(out, "JPEG", quality=quality, optimize=False)
    return PhotoSize(out.getvalue(), *picture.size)
