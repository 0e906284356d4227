"""Open a picture that anyone may have sent, small enough to work with, within bounded memory."""

import warnings
from contextlib import suppress
from datetime import datetime
from io import BytesIO

from PIL import AvifImagePlugin, Image, ImageOps

from evidence.confinement import confine
from evidence.files import FORMATS, MOST_MEMORY, memory_to_decode

_FLAT = ("L", "RGB", "CMYK")
_WIDE = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")  # more than 8 bits a pixel


def prepare() -> None:
    """The first thing in a worker's life: once it is shut in, no decoder can be imported."""
    confine()
    Image.init()
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
    from PIL import ImageCms  # noqa: F401 - pillow imports it for the colours of Lab

    datetime.strptime("+05:00", "%z")  # imports more on its way


def opened(data: bytes, side: int) -> Image.Image | None:
    """RGB, upright, at most `side` pixels long and wide; None for what is no picture, is broken or
    would take too much memory. Of several pictures in a file the first."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of big pictures and odd tags: both are dealt with here
        try:
            with Image.open(BytesIO(data), formats=FORMATS) as image:
                return _opened(image, side)
        except Exception:  # decoders fail in every way there is, want of memory among them
            return None


def _opened(image: Image.Image, side: int) -> Image.Image | None:
    larger = max(image.size) // side
    scale = next((each for each in (8, 4, 2) if each <= larger), 1)
    if memory_to_decode(image, scale) > MOST_MEMORY:
        return None
    image.draft("RGB", (image.width // scale, image.height // scale))
    image.load()
    if image.mode in _FLAT:
        image.thumbnail((side, side))  # before it is copied
    with suppress(Exception):  # what a broken note says of the camera is left alone
        ImageOps.exif_transpose(image, in_place=True)
    plain = _opaque(_eight_bits(image) if image.mode in _WIDE else image)
    plain.thumbnail((side, side))
    return plain


def _eight_bits(image: Image.Image) -> Image.Image:
    """From the darkest pixel to the brightest: what such a file calls white is its own affair."""
    grey = image.convert("F")
    darkest, brightest = grey.getextrema()
    assert isinstance(darkest, float)
    assert isinstance(brightest, float)
    steps = 255 / (brightest - darkest) if brightest > darkest else 0.0
    return grey.point(lambda tone: tone * steps - darkest * steps).convert("L")


def _opaque(image: Image.Image) -> Image.Image:
    """In RGB; what is transparent is white, as people see it where they look at pictures."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    white = Image.new("RGB", clear.size, "white")
    white.paste(clear, mask=clear.getchannel("A"))
    return white
