"""A picture that came as a file, made into one that Telegram shows as a photo."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError
from pillow_heif import register_heif_opener

TOO_BIG = 20 * 1024 * 1024  # bytes: what a bot may download
SIDE = 1280  # pixels of the longer side
MOST_PIXELS = 60_000_000

register_heif_opener()


def portrait(data: bytes) -> bytes | None:
    """JPEG, upright, at most `SIDE` pixels; None for what is no picture or is too large to open."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data)) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    return None
                picture.draft("RGB", (SIDE, SIDE))
                upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((SIDE, SIDE))
        kept = io.BytesIO()
        upright.save(kept, "JPEG", quality=88)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    except Image.DecompressionBombWarning:
        return None
    return kept.getvalue()
