"""Draws photos in a process of its own, so that seeding need not wait nor keep its memory.

Each line asked is `scene number again`; each answer is the length in four bytes, then a JPEG.
"""

import io
import sys

from PIL import Image, ImageOps

from demo.scenes import photo


def main() -> None:
    for line in sys.stdin:
        scene, number, again = line.split()
        content = photo(scene, int(number))
        if again == "True":
            content = _cropped_mirror(content)
        sys.stdout.buffer.write(len(content).to_bytes(4, "big") + content)
        sys.stdout.buffer.flush()


def _cropped_mirror(content: bytes) -> bytes:
    picture = ImageOps.mirror(Image.open(io.BytesIO(content)))
    width, height = picture.size
    out = io.BytesIO()
    picture.crop((width // 9, height // 12, width, height)).save(out, "JPEG", quality=82)
    return out.getvalue()


if __name__ == "__main__":
    main()
