"""A signature or a seal that was photographed on paper, made into ink alone, to be printed."""

from io import BytesIO

from PIL import ImageOps

from evidence import safe_open
from evidence.safe_open import opened

SIDE = 900  # pixels of the longer side
_PAPER = 50  # percent of the picture that is paper at least, and so has no ink


def prepare() -> None:
    """The first thing in a worker's life."""
    safe_open.prepare()
    from PIL import PngImagePlugin  # noqa: F401


def stamp(data: bytes) -> bytes | None:
    """PNG of at most `SIDE` pixels in which paper is transparent; None for what is no picture."""
    picture = opened(data, SIDE)
    if picture is None:
        return None
    tone = ImageOps.autocontrast(picture.convert("L"), cutoff=(0, _PAPER))
    picture.putalpha(ImageOps.invert(tone))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
