"""What was done to a picture to make another of it, told from how one lies on the other."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from evidence.alignment import Agreement, Picture

Area = tuple[tuple[float, float], ...]

EDITS = (
    "same",
    "mirrored",
    "turned",
    "tilted",
    "cropped",
    "framed",
    "covered",
    "recoloured",
    "blurred",
)
_CORNER = 3.0  # pixels that a corner of an area may be off
_TURNED = 45.0  # degrees from which on a picture was turned, not tilted
_TILTED = 1.5
_SLANT = 0.04  # by how much sides that were equal differ in a picture seen aslant
_WHOLE = 0.93  # share of a picture that is all of it, for edges are never met exactly
_COVERED = 0.06  # share of what should be seen that something lies upon
_BRIGHTER = 1.15  # times
_COLOUR = 6  # steps of 256
_BLURRED = 1.8  # times


@dataclass(frozen=True, slots=True)
class Kept:
    """A small picture, and the mean blue- and red-difference of its colours (128: grey)."""

    picture: Picture
    colour: tuple[int, int]


def areas(laid: Agreement, stored: Picture, new: Picture) -> tuple[Area, Area]:
    """Corners of what both show, in the new and in the stored picture, as parts of their size."""
    frame, other = _frame(new), _frame(stored)
    _, shared = cv2.intersectConvexConvex(
        cv2.perspectiveTransform(other[:, None], laid.homography).astype(np.float32), frame
    )
    if shared is None or len(shared) < 3:
        return (), ()
    shared = cv2.approxPolyDP(shared, _CORNER, closed=True)  # the cut of two frames has small ends
    back = cv2.perspectiveTransform(shared, np.linalg.inv(laid.homography))[:, 0]
    here = _parts(shared[:, 0], new)
    if laid.mirrored:
        here[:, 0] = 1 - here[:, 0]
    return _area(here), _area(_parts(back, stored))


def edits(
    laid: Agreement, stored: Kept, new: Kept, area: Area, other_area: Area
) -> tuple[str, ...]:
    """Codes of EDITS, the most telling first."""
    turn, slanted = _turn(laid, stored.picture)
    whole = min(size_of(area), size_of(other_area)) > _WHOLE and laid.covered < _COVERED
    done = {
        "mirrored": laid.mirrored,
        "turned": abs(turn) > _TURNED,
        "tilted": _TILTED < abs(turn) <= _TURNED or slanted,
        "cropped": size_of(other_area) < _WHOLE,
        "framed": size_of(area) < _WHOLE,
        "covered": laid.covered > _COVERED,
        "recoloured": _recoloured(laid, stored, new, whole=whole),
        "blurred": laid.sharper > _BLURRED,
    }
    return tuple(code for code, is_so in done.items() if is_so) or ("same",)


def _turn(laid: Agreement, stored: Picture) -> tuple[float, bool]:
    """Degrees by which the middle was turned, and whether opposite sides differ."""
    corners = cv2.perspectiveTransform(_frame(stored)[:, None], laid.homography)[:, 0]
    sides = np.roll(corners, -1, axis=0) - corners
    long = np.hypot(*sides.T)
    across = (sides[0] - sides[2]) @ np.array([1, 1j])
    differ = max(
        abs(long[0] - long[2]) / max(long[0], long[2]),
        abs(long[1] - long[3]) / max(long[1], long[3]),
    )
    return float(np.degrees(np.angle(across))), bool(differ > _SLANT)


def _recoloured(laid: Agreement, stored: Kept, new: Kept, *, whole: bool) -> bool:
    """Of a part, or of what something lies upon, only contrast tells."""
    if not 1 / _BRIGHTER < laid.gain < _BRIGHTER:
        return True
    return whole and any(
        abs(a - b) > _COLOUR for a, b in zip(stored.colour, new.colour, strict=True)
    )


def _frame(picture: Picture) -> NDArray[np.float32]:
    height, width = picture.grey.shape
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - 0.5


def _parts(places: ArrayLike, picture: Picture) -> NDArray[np.float64]:
    height, width = picture.grey.shape
    return np.clip((np.asarray(places, float) + 0.5) / (width, height), 0, 1)


def _area(places: NDArray[np.float64]) -> Area:
    return tuple((round(float(x), 4), round(float(y), 4)) for x, y in places)


def size_of(area: Area) -> float:
    """Share of the whole picture that an area takes."""
    if not area:
        return 0.0
    x, y = np.array(area).T
    return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)
