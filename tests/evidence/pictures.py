"""Pictures made for tests: with what a camera notes, and such as are made to harm."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image


def picture(
    kind: str = "JPEG",
    size: tuple[int, int] = (64, 48),
    mode: str = "RGB",
    noise: int = 40,
    **options: Any,
) -> bytes:
    """A noisy picture as a file."""
    file = BytesIO()
    Image.effect_noise(size, noise).convert(mode).save(file, kind, **options)
    return file.getvalue()


def moving(kind: str, size: tuple[int, int], count: int) -> bytes:
    """A picture that moves."""
    first, *others = (Image.effect_noise(size, 20 + at) for at in range(count))
    file = BytesIO()
    first.save(file, kind, save_all=True, append_images=others)
    return file.getvalue()


def exif(**tags: str | int | bytes) -> bytes:
    """What a camera notes: `DateTimeOriginal="2026:02:03 10:00:00", Make=…, Orientation=6`."""
    noted = Image.Exif()
    details: dict[int, str | int | bytes] = {}
    for name, value in tags.items():
        tag = ExifTags.Base[name]
        if tag in (ExifTags.Base.Make, ExifTags.Base.Model, ExifTags.Base.Orientation):
            noted[tag] = value
        else:
            details[tag] = value
    noted.get_ifd(ExifTags.IFD.Exif).update(details)
    return noted.tobytes()


def png_bomb(width: int, height: int) -> bytes:
    """A small PNG of a single grey that unpacks to `width` x `height` pixels."""
    packer = zlib.compressobj(9)
    line = b"\0" * (width + 1)
    packed = [packer.compress(line) for _ in range(height)]
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", b"".join(packed) + packer.flush())
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def claiming(data: bytes, width: int, height: int) -> bytes:
    """A baseline JPEG whose header claims another size."""
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]
