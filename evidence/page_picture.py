"""A picture that somebody sent, made anew for a printed page: small, upright, with nothing else."""

from io import BytesIO

from PIL import Image

from evidence import safe_open
from evidence.safe_open import opened

# Pixels of the longer side and quality: the first that is small enough. On paper a photo is nine
# centimetres wide, so the first is 300 dots an inch.
_SIZES = ((1100, 84), (1000, 76), (800, 70), (640, 60))
MOST = 280_000  # bytes: with this, sixty are far below what a bot may send


def prepare() -> None:
    """The first thing in a worker's life."""
    safe_open.prepare()


def page_picture(data: bytes) -> bytes | None:
    """JPEG of the pixels alone; None for what is no picture or too large to open."""
    picture = opened(data, _SIZES[0][0])
    if picture is None:
        return None
    for side, quality in _SIZES:
        made = _jpeg(picture, side, quality)
        if len(made) <= MOST:
            return made
    return None


def _jpeg(picture: Image.Image, side: int, quality: int) -> bytes:
    smaller = picture.copy()
    smaller.thumbnail((side, side))
    file = BytesIO()
    smaller.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
