"""A few frames of a video, to be compared like photos.

Videos come from anyone, and what reads them is large. Only formats that phones and computers make
are let in, no playlist is followed, nothing but the bytes is read, one thread decodes, and no more
than is said here: a worker's limits (evidence/confinement.py) are for whatever gets past that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import islice

import av
from av.codec.context import ThreadType
from av.container import InputContainer
from av.packet import Packet
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL import Image

LONGEST_SIDE = 1280  # pixels of a frame that is handed out
_MOST_PIXELS = 4096 * 2304  # of a frame in the file: phones film no larger
_MOST_DECODED = 150_000_000  # pixels on the way to one frame: a few tenths of a second
_MOST_PACKETS = 50_000  # a quarter of an hour at 50 frames a second
_CAREFULLY = {
    "format_whitelist": "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,asf,gif",
    "protocol_whitelist": "",
    "max_pixels": str(_MOST_PIXELS),
}


class UnreadableVideo(Exception):
    """The bytes are no video, or a broken one, or one that takes too much to decode."""


def prepare() -> None:
    """Import what PyAV imports on its way, while it still can be."""
    import av.subtitles.stream  # noqa: F401
    import numpy  # noqa: F401


def frames(data: bytes, most: int = 4) -> list[Image.Image]:
    """Up to `most` upright RGB frames spread evenly over a video, in their order; at least one.

    Raises UnreadableVideo, whatever is wrong with the bytes.
    """
    try:
        with av.open(BytesIO(data), "r", options=_CAREFULLY) as container:
            found = list(_spread(container, most))
    except Exception as error:  # decoders fail in every way there is
        raise UnreadableVideo(type(error).__name__) from error
    if not found:
        raise UnreadableVideo("no frame")
    return found


def _spread(container: InputContainer, most: int) -> Iterator[Image.Image]:
    """The frames in the middles of `most` equal parts, each decoded from the key frame before."""
    stream = container.streams.video[0]
    decoder = stream.codec_context
    _be_modest(decoder)
    packets = [each for each in islice(container.demux(stream), _MOST_PACKETS) if each.size]
    keys = [at for at, packet in enumerate(packets) if packet.is_keyframe]
    for target in sorted({len(packets) * (2 * part + 1) // (2 * most) for part in range(most)}):
        key = max((at for at in keys if at <= target), default=0)
        frame = _decode(decoder, packets[key:], target - key)
        if frame is not None:
            yield _picture(frame)


def _be_modest(decoder: VideoCodecContext) -> None:
    if decoder.width * decoder.height > _MOST_PIXELS:
        raise UnreadableVideo("too many pixels")
    decoder.thread_count = 1
    decoder.thread_type = ThreadType.NONE
    decoder.skip_frame = "NONREF"  # what no other frame is made from


def _decode(
    decoder: VideoCodecContext, packets: Sequence[Packet[VideoStream]], target: int
) -> VideoFrame | None:
    """The frame at a packet, or one before it where the way there is too long."""
    decoder.flush_buffers()
    frame: VideoFrame | None = None
    decoded = 0
    for at, packet in enumerate([*packets, None]):
        for frame in decoder.decode(packet):
            decoded += frame.width * frame.height
        if frame is not None and (at >= target or decoded > _MOST_DECODED):
            break
    return frame


def _picture(frame: VideoFrame) -> Image.Image:
    """No larger than needed, and turned as the camera was held."""
    scale = min(1, LONGEST_SIDE / max(frame.width, frame.height))
    width, height = (max(2, round(side * scale)) for side in (frame.width, frame.height))
    small = frame.reformat(width, height, "rgb24", threads=1)
    return Image.fromarray(small.to_ndarray()).rotate(frame.rotation, expand=True)
