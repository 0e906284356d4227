"""A picture that came as a file, made into one that Telegram shows as a photo."""

from io import BytesIO

from evidence import safe_open
from evidence.safe_open import opened

SIDE = 1280  # pixels of the longer side
QUALITY = 88


def prepare() -> None:
    """The first thing in a worker's life."""
    safe_open.prepare()


def portrait(data: bytes) -> bytes | None:
    """JPEG, upright, at most `SIDE` pixels; None for what is no picture or too large to open."""
    picture = opened(data, SIDE)
    if picture is None:
        return None
    file = BytesIO()
    picture.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
