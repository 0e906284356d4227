"""Videos made for tests."""

import struct
from io import BytesIO

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

SHADES = (30, 80, 130, 180, 230)


def film(
    codec: str = "libx264",
    container: str = "mp4",
    size: tuple[int, int] = (320, 240),
    count: int = 50,
    keys_every: int = 250,
    **options: str,
) -> bytes:
    """A video that goes through five shades of grey, with a pattern that no codec makes flat."""
    file = BytesIO()
    with av.open(file, "w", format=container) as out:
        stream = out.add_stream(codec, rate=25, options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = "rgb8" if codec == "gif" else "yuv420p"
        stream.gop_size = keys_every
        for at in range(count):
            grey = np.full((size[1], size[0]), SHADES[at * len(SHADES) // count], np.uint8)
            grey[: size[1] // 4, : size[0] // 4] = 0  # so that one sees how it is turned
            out.mux(stream.encode(VideoFrame.from_ndarray(grey, format="gray")))
        out.mux(stream.encode(None))
    return file.getvalue()


def turned(data: bytes) -> bytes:
    """An MP4 filmed with the phone upright: to be shown turned by a quarter, clockwise."""
    level = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    upright = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
    at = data.index(level, data.index(b"tkhd"))
    return data[:at] + upright + data[at + len(level) :]
