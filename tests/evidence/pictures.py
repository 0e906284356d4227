"""Pictures made for tests: with what a camera notes, and such as are made to harm."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageChops

# For HEIF, whose encoder otherwise tries for seconds to make a plain picture smaller.
FAST = {"preset": "ultrafast"}
_NOISE = 1_000_000  # pixels: to make more of it takes longer than to look at the picture


def picture(
    kind: str = "JPEG",
    size: tuple[int, int] = (64, 48),
    mode: str = "RGB",
    noise: int = 40,
    **options: Any,
) -> bytes:
    """A noisy picture as a file."""
    file = BytesIO()
    _noisy(size, noise).convert(mode).save(file, kind, **options)
    return file.getvalue()


def _noisy(size: tuple[int, int], noise: int) -> Image.Image:
    """Noise; in a large picture what is above comes again below, too far away to pack as one."""
    width, height = size
    rows = min(height, -(-_NOISE // width))
    strip = Image.effect_noise((width, rows), noise)
    if rows == height:
        return strip
    whole = Image.new("L", size)
    for top in range(0, height, rows):
        whole.paste(strip, (0, top))
    return whole


def moving(kind: str, size: tuple[int, int], count: int) -> bytes:
    """A picture that moves."""
    first = Image.effect_noise(size, 40)
    others = [ImageChops.offset(first, 37 * at, 11 * at) for at in range(1, count)]
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
    packer = zlib.compressobj(9, wbits=-15)
    # Each piece is packed without what is before it: all are alike, and packed once.
    rows = 100
    pieces = [packer.compress(b"\0" * (width + 1) * rows) + packer.flush(zlib.Z_FULL_FLUSH)] * (
        height // rows
    )
    rest = packer.compress(b"\0" * (width + 1) * (height % rows)) + packer.flush()
    sum_of_zeros = (width + 1) * height % 65_521 << 16 | 1
    packed = b"\x78\xda" + b"".join(pieces) + rest + sum_of_zeros.to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + _chunk(b"IDAT", packed)
        + _chunk(b"IEND", b"")
    )


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def claiming(data: bytes, width: int, height: int) -> bytes:
    """A baseline JPEG whose header claims another size."""
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", height, width) + data[at + 4 :]
