"""Was this photo sent before, also cropped, mirrored, turned, framed, filtered or written upon?

A fingerprint holds a photo's local features and a small grey picture of it. The index finds, among
millions, the few that share many features; those are then laid over the new photo, and count only
if their pixels agree (evidence/alignment.py). evidence/README.md has the measures.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import islice

import imagehash
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from evidence.alignment import Agreement, Picture, agreement, laid_whole
from evidence.edits import Area, Kept, areas, edits, size_of
from evidence.feature_index import MOST_PICTURES, FeatureIndex
from evidence.features import FEATURE_BYTES, SIDE, Features, features_of
from evidence.safe_open import opened

METHOD = 2  # fingerprints of one method are compared with each other only
_DECODED = 480  # pixels of the longer side from which features are taken
_QUALITY = 88  # of the small picture kept
_HEAD = struct.Struct("<HBB")  # number of features, mean blue- and red-difference
_PLAIN = 50  # a photo with fewer features is looked for as a whole as well
_HASH_APART = 6  # bits by which hashes of the same plain photo differ at most
_INDEXED = 80  # features of a photo by which it is found
_AT_ONCE = 500  # photos added to the index


@dataclass(frozen=True, slots=True)
class _Demand:
    """What a candidate must show to be called the same photo, and how many are looked at."""

    votes: int
    candidates: int
    points: int
    blocks: int
    likeness: float
    share: float

    def met(self, found: Agreement, area: Area, other_area: Area) -> bool:
        # A copy is a part of its original or holds it; shots of one thing overlap. A few points fit
        # by chance where pictures have little in them, and what there is may look alike; so may a
        # small part of a place seen from afar, where things stand too close to shift.
        smaller, larger = sorted(map(size_of, (area, other_area)))
        is_small = smaller < _SMALL
        whole = larger >= _WHOLE_OF_ONE and not is_small and found.points >= _MANY
        return (
            smaller >= _LEAST
            and found.points >= (_MANY_OF_SMALL if is_small else self.points)
            and found.blocks >= self.blocks
            and found.likeness >= self.likeness
            and found.share >= (self.share if whole else _SHARE_OF_PARTS)
        )


_WHOLE_OF_ONE = 0.75  # share of a picture that is all of it, as far as its corners are known
_LEAST = 0.1  # share of a picture in which edges and skies of any two may be alike
_SMALL = 0.25  # share of a picture that is less than people leave of one
_MANY_OF_SMALL = 12  # points that must fit in so little
_MANY = 10  # points that hardly ever fit by chance
_SHARE_OF_PARTS = 0.85  # of blocks, where less than that is the case
# How these were set: evidence/README.md.
_ANYWHERE = _Demand(votes=3, candidates=12, points=8, blocks=16, likeness=0.97, share=0.25)
_NEAR = _Demand(votes=1, candidates=40, points=5, blocks=10, likeness=0.96, share=0.25)
_WHOLE = _Demand(votes=0, candidates=12, points=0, blocks=8, likeness=0.97, share=0.8)


SURE = ("high", "medium", "low")
_SURE_OF_WHOLES = (0.95, 0.87)  # shares from which on plain ones are so


class UnreadablePhoto(ValueError):
    """The bytes are no picture, or one that is broken or too large to be decoded."""


@dataclass(frozen=True)
class PhotoFingerprint:
    """`codes` are searched among all and held in memory (at most 648 bytes); `details`, some 18
    thousand bytes, are needed of the few that are looked at closely."""

    codes: bytes
    details: bytes

    def to_bytes(self) -> bytes:
        return struct.pack("<BH", METHOD, len(self.codes)) + self.codes + self.details

    @classmethod
    def from_bytes(cls, data: bytes) -> PhotoFingerprint:
        """Raises ValueError for bytes that are no fingerprint of this method."""
        if len(data) < 3 or data[0] != METHOD:
            raise ValueError("Not a fingerprint of this method")
        end = 3 + struct.unpack_from("<H", data, 1)[0]
        fingerprint = cls(data[3:end], data[end:])
        if len(fingerprint.codes) % 8 or not fingerprint.codes or len(data) < end:
            raise ValueError("A fingerprint that is cut off")
        _unpacked(fingerprint.details)
        return fingerprint

    @cached_property
    def kept(self) -> Kept:
        """What the details hold; raises ValueError for what is broken."""
        return _unpacked(self.details)

    @property
    def is_plain(self) -> bool:
        """Whether it has so few features that it is looked for as a whole as well."""
        return len(self.codes) // 8 - 1 < _PLAIN


@dataclass(frozen=True, slots=True)
class PhotoMatch:
    """A stored photo that the new one was made from, or the other way round.

    `score`: share of blocks that agree, 0 to 1, which something that lies upon one of them lessens.
    `sure`: how sure it is that they are the same all the same, one of SURE. `edits`: what was done,
    codes of evidence.edits. `area`, `other_area`: corners of the part that both show, in the new
    and in the stored photo, as parts of width and height.
    """

    key: str
    score: float
    sure: str
    edits: tuple[str, ...]
    area: Area
    other_area: Area


def fingerprint(data: bytes) -> PhotoFingerprint:
    """Of a picture file's bytes; raises UnreadablePhoto."""
    image = opened(data, _DECODED)
    if image is None:
        raise UnreadablePhoto
    return fingerprint_of(image)


def fingerprint_of(image: Image.Image) -> PhotoFingerprint:
    """Of an upright picture in memory: a frame of a video, say. Width and height in pixels."""
    colour = image.convert("YCbCr")
    colour.thumbnail((_DECODED, _DECODED))
    light, blue, red = colour.split()
    features = features_of(np.asarray(light))
    small = light.copy()
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    picture = BytesIO()
    small.save(picture, "JPEG", quality=_QUALITY)
    head = _HEAD.pack(len(features), *(round(np.asarray(each).mean()) for each in (blue, red)))
    codes = np.concatenate([[_whole_hash(small)], _lasting(features)]).astype("<u8")
    return PhotoFingerprint(codes.tobytes(), head + features.to_bytes() + picture.getvalue())


def _lasting(features: Features) -> NDArray[np.uint64]:
    """Codes of those to be found by: strong, and large, which blur and shrinking leave alone."""
    by_strength = np.arange(len(features))
    by_size = np.argsort(np.argsort(-features.sizes, kind="stable"), kind="stable")
    return features.codes[np.argsort(by_strength + by_size, kind="stable")[:_INDEXED]]


class PhotoIndex:
    """All photos known. Keys are strings of whoever uses it.

    With `fetch`, details of candidates are asked of it by their keys (those gone are left out);
    without, they are kept in memory.
    """

    def __init__(self, fetch: Callable[[Sequence[str]], Mapping[str, bytes]] | None = None) -> None:
        self._fetch = fetch or self._kept_details
        self._details: dict[str, bytes] | None = None if fetch else {}
        self._keys: list[str | None] = []
        self._numbers: dict[str, int] = {}
        self._postings = FeatureIndex()
        self._plain: dict[int, int] = {}  # hashes of photos with few features, by their number

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    @property
    def nbytes(self) -> int:
        """Bytes of what grows with the number of photos, but the keys."""
        return self._postings.nbytes

    def add(self, key: str, photo: PhotoFingerprint) -> None:
        """A key that is known already is replaced."""
        self.add_codes([(key, photo.codes)])
        if self._details is not None:
            self._details[key] = photo.details

    def add_codes(self, photos: Iterable[tuple[str, bytes]]) -> None:
        """Keys and codes of many at once; their details are to be fetched when needed."""
        for some in _batches(photos):
            self._add(dict(some))

    def _add(self, photos: dict[str, bytes]) -> None:
        for known in self._numbers.keys() & photos.keys():
            self.remove(known)
        first = len(self._keys)
        if first + len(photos) > MOST_PICTURES:
            raise OverflowError("More photos than an index holds")
        numbers = np.arange(first, first + len(photos))
        counts = np.fromiter(map(len, photos.values()), np.int64, len(photos)) // 8
        codes = np.frombuffer(b"".join(photos.values()), "<u8").astype(np.uint64, copy=False)
        heads = np.cumsum(counts) - counts  # where each one's hash as a whole stands
        is_plain = counts - 1 < _PLAIN
        hashes = codes[heads[is_plain]]
        self._plain.update(zip(numbers[is_plain].tolist(), hashes.tolist(), strict=True))
        self._keys.extend(photos)
        self._numbers.update(zip(photos, numbers.tolist(), strict=True))
        is_feature = np.ones(len(codes), bool)
        is_feature[heads] = False
        self._postings.add(numbers.astype(np.uint64), counts - 1, codes[is_feature])

    def remove(self, key: str) -> None:
        """Forget a photo; one that is not known is no matter."""
        number = self._numbers.pop(key, None)
        if number is None:
            return
        self._keys[number] = None  # its postings stay, and lead nowhere
        self._plain.pop(number, None)
        if self._details is not None:
            self._details.pop(key, None)

    def search(
        self, photo: PhotoFingerprint, near: Collection[str] = (), but: Collection[str] = ()
    ) -> list[PhotoMatch]:
        """Those that this photo is a copy of, best first; `but` these.

        Among the keys of `near` (up to some thousands) it is looked harder than among all. Raises
        ValueError where the photo's own details are broken; stored ones that are so are left out.
        """
        left_out = self._known(but)
        pictures, votes = self._votes(photo)
        close = np.fromiter(self._known(near), np.int64)
        is_close, is_other = (
            np.isin(pictures, each) for each in (close, np.fromiter(left_out, np.int64))
        )
        demands = dict.fromkeys(_most(pictures, votes * ~is_other, _ANYWHERE), _ANYWHERE)
        demands |= dict.fromkeys(_most(pictures, votes * is_close * ~is_other, _NEAR), _NEAR)
        wholes = self._alike_as_wholes(photo) - left_out
        numbers = {*demands, *wholes}
        details = self._fetch([key for each in numbers if (key := self._keys[each])])
        found = []
        for number in numbers:
            key = self._keys[number]
            if key is None or key not in details:
                continue
            try:
                stored = _unpacked(details[key])
            except ValueError:
                continue
            tried: list[_Demand | None] = [demands[number]] if number in demands else []
            tried += [None] if number in wholes else []
            matches = (_match(key, stored, photo.kept, demand) for demand in tried)
            match = next(filter(None, matches), None)
            if match is not None:
                found.append(match)
        return sorted(found, key=lambda match: (-match.score, match.key))

    def _known(self, keys: Collection[str]) -> set[int]:
        return {self._numbers[key] for key in keys if key in self._numbers}

    def _votes(self, photo: PhotoFingerprint) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of photos, and how many features each shares with this one or mirrored."""
        features = photo.kept.picture.features
        mirrored = features.mirrored(photo.kept.picture.grey.shape[1])
        found = [self._postings.votes(each) for each in (features, mirrored)]
        pictures, votes = (np.concatenate(each) for each in zip(*found, strict=True))
        return pictures, votes

    def _alike_as_wholes(self, photo: PhotoFingerprint) -> set[int]:
        """Photos with few features, if this is one: by imagehash, in all turns and mirrored."""
        if not self._plain or not photo.is_plain:
            return set()
        numbers = np.fromiter(self._plain, np.int64, len(self._plain))
        hashes = np.fromiter(self._plain.values(), np.uint64, len(self._plain))
        apart = np.min([np.bitwise_count(hashes ^ each) for each in _turned(photo)], axis=0)
        nearest = np.argsort(apart, kind="stable")[: _WHOLE.candidates]
        near = (at for at in nearest if apart[at] <= _HASH_APART)
        return {int(numbers[at]) for at in near if self._keys[numbers[at]] is not None}

    def _kept_details(self, keys: Sequence[str]) -> Mapping[str, bytes]:
        assert self._details is not None
        return {key: self._details[key] for key in keys if key in self._details}


def _batches(photos: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """So few at once that numpy works in the processor's own memory."""
    rest = iter(photos)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def _most(pictures: NDArray[np.int64], votes: NDArray[np.int64], demand: _Demand) -> list[int]:
    """Numbers of the photos with most votes; one may be there twice, plain and mirrored."""
    enough = np.flatnonzero(votes >= demand.votes)
    best = enough[np.argsort(-votes[enough], kind="stable")[: demand.candidates]]
    return [int(number) for number in pictures[best]]


def _match(key: str, stored: Kept, new: Kept, demand: _Demand | None) -> PhotoMatch | None:
    """None unless what is demanded is met; without a demand both are laid as wholes."""
    laid = (agreement if demand else laid_whole)(stored.picture, new.picture)
    if laid is None:
        return None
    area, other_area = areas(laid, stored.picture, new.picture)
    if not (demand or _WHOLE).met(laid, area, other_area):
        return None
    if demand:
        sure = "high" if _ANYWHERE.met(laid, area, other_area) else "medium"
    else:
        sure = SURE[sum(laid.share < share for share in _SURE_OF_WHOLES)]
    done = edits(laid, stored, new, area, other_area)
    return PhotoMatch(key, round(laid.share, 3), sure, done, area, other_area)


def _turned(photo: PhotoFingerprint) -> list[np.uint64]:
    """Hashes of the photo in its eight turns and mirrorings."""
    image = Image.fromarray(photo.kept.picture.grey)
    ways = [None, *Image.Transpose]
    turned = (image.transpose(way) if way is not None else image for way in ways)
    return [_whole_hash(each) for each in turned]


def _whole_hash(image: Image.Image) -> np.uint64:
    return np.uint64(int(str(imagehash.phash(image)), 16))


def _unpacked(details: bytes) -> Kept:
    """Raises ValueError for what is broken."""
    try:
        count, blue, red = _HEAD.unpack_from(details)
        end = _HEAD.size + count * FEATURE_BYTES
        features = Features.from_bytes(details[_HEAD.size : end])
        with Image.open(BytesIO(details[end:]), formats=("JPEG",)) as image:
            # A worker that opened a stranger's file made it: it is not decoded unless it is small.
            small = image.mode == "L" and max(image.size) <= SIDE
            grey = np.asarray(image) if small else None
    except Exception as error:  # decoders fail in every way there is
        raise ValueError("A fingerprint that is broken") from error
    if grey is None or len(features) != count:
        raise ValueError("A fingerprint that is broken")
    return Kept(Picture(grey, features), (blue, red))
