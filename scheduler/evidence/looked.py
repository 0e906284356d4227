"""What can be true of a file that a worker looked at: nothing else that it says is taken."""

from typing import Annotated

from pydantic import AfterValidator

from evidence.files import FORMATS, Examined
from evidence.inspect import Looked, Part

_KINDS = {*(each.lower() for each in FORMATS), "mpo", "video"}
_MOST_PARTS = 5  # a thumbnail, and four frames of a video
_MOST_CODES = 648  # bytes, of evidence.photos.PhotoFingerprint
_MOST_DETAILS = 100_000  # bytes: some 18 thousand, more where all is noise
_MOST_PIXELS = 2**31 - 1  # of a side, as a header has it
_LAST_YEAR = 2200
_DIGITS = frozenset("0123456789abcdef")
# Bytes, in base64, with what stands around them.
LONGEST_ANSWER = 2 * _MOST_PARTS * (_MOST_CODES + _MOST_DETAILS)


def _likely(looked: Looked) -> Looked:
    numbers = [part.number for part in looked.parts]
    if not (
        _can_be(looked.examined)
        and len(numbers) <= _MOST_PARTS
        and numbers == sorted({each for each in numbers if 0 <= each < _MOST_PARTS})
        and all(map(_is_fingerprint, looked.parts))
        and (looked.method is not None) is bool(numbers)
        and (looked.method or 1) in range(1, 1000)
    ):
        raise ValueError
    return looked


def _can_be(found: Examined) -> bool:
    return (
        (found.sha256 is None or (len(found.sha256) == 64 and set(found.sha256) <= _DIGITS))
        and (found.kind is None or found.kind in _KINDS)
        and all(side is None or 0 < side <= _MOST_PIXELS for side in (found.width, found.height))
        and (found.taken is None or found.taken.year < _LAST_YEAR)
        and (found.camera is None or (len(found.camera) <= 100 and found.camera.isprintable()))
    )


def _is_fingerprint(part: Part) -> bool:
    whole = len(part.codes) % 8 == 0
    return whole and 8 <= len(part.codes) <= _MOST_CODES and len(part.details) <= _MOST_DETAILS


Likely = Annotated[Looked, AfterValidator(_likely)]
