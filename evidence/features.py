"""Local features of a picture: points that are found again after cropping, turning, framing.

SIFT (OpenCV) finds and describes them. Each description is cut down to 64 bits: the signs of its
main components, learned from photos (`components.npz`: what tests/bench/components.py prints of
them). The components are chosen so that mirroring a picture leaves each as it is or turns its
sign, so a code tells its mirrored one without looking at the picture again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

SIDE = 240  # pixels of the picture's longer side in which features are sought
MOST = 300  # features kept of one picture
_FIELDS = 6  # along the longer side, of which features are taken in turns
_TURN = 4  # the strongest of each field, in one turn
_PLENTY = 100  # with fewer, they are sought again at twice the size
_FAINT = 0.004  # contrast from which on a point counts: skies and snow have no better ones
WORD = 24  # bits of a code by which it is looked up
DOUBTFUL = 4  # of these, those nearest to their threshold: each may as well be the other way

_STORED = np.dtype(
    [
        ("x", "<u2"),
        ("y", "<u2"),
        ("size", "<u2"),
        ("angle", "<u2"),
        ("code", "<u8"),
        ("doubtful", "u1", DOUBTFUL),
    ]
)
FEATURE_BYTES = _STORED.itemsize
_STEP = 128.0  # parts of a pixel in which places are stored
_ROUND = 2 * np.pi / 2**16


@dataclass(frozen=True, slots=True)
class Features:
    """Of n points, the strongest of each part of the picture first: places (n, 2), sizes (n) in
    pixels, angles (n) in radians, codes (n) of 64 bits, and numbers of the most doubtful bits of
    each one's word (n, DOUBTFUL)."""

    points: NDArray[np.float32]
    sizes: NDArray[np.float32]
    angles: NDArray[np.float32]
    codes: NDArray[np.uint64]
    doubtful: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.codes)

    def mirrored(self, width: int) -> Features:
        """Those of the same picture, `width` pixels wide, with left and right exchanged."""
        points = self.points.copy()
        points[:, 0] = width - 1 - points[:, 0]
        angles = (np.pi - self.angles).astype(np.float32)
        return Features(points, self.sizes, angles, self.codes ^ _components().odd, self.doubtful)

    def to_bytes(self) -> bytes:
        stored = np.empty(len(self), _STORED)
        places = np.clip(np.rint((self.points + 1) * _STEP), 0, 2**16 - 1)
        stored["x"], stored["y"] = places[:, 0], places[:, 1]
        stored["size"] = np.clip(np.rint(self.sizes * _STEP), 1, 2**16 - 1)
        stored["angle"] = np.rint(self.angles / _ROUND).astype(np.int64) % 2**16
        stored["code"], stored["doubtful"] = self.codes, self.doubtful
        return stored.tobytes()

    @classmethod
    def from_bytes(cls, data: bytes) -> Features:
        """Raises ValueError for bytes that are none of ours."""
        stored = np.frombuffer(data, _STORED)
        if len(stored) > MOST or (stored["doubtful"] >= WORD).any() or not stored["size"].all():
            raise ValueError("Not the features of a picture")
        places = np.stack([stored["x"], stored["y"]], axis=1)
        return cls(
            (places / _STEP - 1).astype(np.float32),
            (stored["size"] / _STEP).astype(np.float32),
            (stored["angle"] * _ROUND).astype(np.float32),
            stored["code"].astype(np.uint64),
            stored["doubtful"].copy(),
        )


def features_of(grey: NDArray[np.uint8]) -> Features:
    """Of a grey picture; places are in pixels of the same picture, made SIDE long if longer."""
    larger = max(grey.shape) / SIDE
    found = _detect(_shrunk(grey, larger) if larger > 1 else grey, 1.0)
    if len(found) < _PLENTY and larger > 1:
        twice = min(larger, 2.0)
        finer = _detect(_shrunk(grey, larger / twice), twice)
        return finer if len(finer) > len(found) else found
    return found


def words(codes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """What each code is looked up by."""
    return codes & np.uint64(2**WORD - 1)


def likely_words(features: Features) -> NDArray[np.uint64]:
    """(n, 2 ** DOUBTFUL): the words that a code may as well have had, its own first."""
    flips = np.uint64(1) << features.doubtful.astype(np.uint64)
    chosen = [
        np.bitwise_or.reduce(flips[:, list(some)], axis=1, initial=0)
        for count in range(DOUBTFUL + 1)
        for some in combinations(range(DOUBTFUL), count)
    ]
    return words(features.codes)[:, None] ^ np.stack(chosen, axis=1).astype(np.uint64)


def _shrunk(grey: NDArray[np.uint8], by: float) -> NDArray[np.uint8]:
    height, width = grey.shape
    size = max(1, round(width / by)), max(1, round(height / by))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def _detect(grey: NDArray[np.uint8], larger: float) -> Features:
    """`larger`: how many times the picture is the one in whose pixels places are told."""
    # Only those kept are described: grass and dots have thousands.
    found = _spread(_sift().detect(grey, None), max(grey.shape) / _FIELDS)
    described = _sift().compute(grey, found)[1] if found else np.empty((0, 128), np.float32)
    codes, doubtful = _components().coded(np.asarray(described, np.float32))
    points = np.array([point.pt for point in found], np.float32).reshape(-1, 2)
    return Features(
        (points + 0.5) / np.float32(larger) - 0.5,
        np.array([point.size for point in found], np.float32) / np.float32(larger),
        np.radians(np.array([point.angle for point in found], np.float32)),
        codes,
        doubtful,
    )


def _spread(found: Sequence[cv2.KeyPoint], field: float) -> list[cv2.KeyPoint]:
    """Those to keep, in turns some of each field: letters have more contrast than anything in a
    soft photo, and would else take the places of all that is beside them."""
    strengths = np.array([point.response for point in found])
    places = np.array([point.pt for point in found]).reshape(-1, 2)
    fields = places // field @ [_FIELDS + 1, 1]
    order = np.lexsort((-strengths, fields))
    ranks = np.arange(len(order)) - np.searchsorted(fields[order], fields[order])
    chosen = order[np.lexsort((-strengths[order], ranks // _TURN))[:MOST]]
    return [found[at] for at in chosen]


@cache
def _sift() -> cv2.SIFT:
    cv2.setNumThreads(1)  # the process is one worker of several
    return cv2.SIFT.create(contrastThreshold=_FAINT, enable_precise_upscale=True)


@dataclass(frozen=True, slots=True)
class _Components:
    """The 64 main components of RootSIFT descriptions (64, 128), their thresholds (64), and a code
    with the bits of those that change their sign in a mirror."""

    directions: NDArray[np.float32]
    thresholds: NDArray[np.float32]
    odd: np.uint64

    def coded(self, described: NDArray[np.float32]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
        total = np.maximum(described.sum(axis=1, keepdims=True), 1e-6)
        above = np.sqrt(described / total) @ self.directions.T - self.thresholds
        bits = np.packbits(above > 0, axis=1, bitorder="little")
        doubtful = np.argsort(np.abs(above[:, :WORD]), axis=1)[:, :DOUBTFUL]
        return bits.view("<u8").ravel().astype(np.uint64), doubtful.astype(np.uint8)


@cache
def _components() -> _Components:
    with np.load(Path(__file__).parent / "components.npz") as file:
        odd = np.packbits(file["odd"], bitorder="little").view("<u8")[0]
        return _Components(
            file["directions"].astype(np.float32), file["thresholds"], np.uint64(odd)
        )
