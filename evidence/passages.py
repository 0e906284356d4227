"""What two texts share, passage by passage: in any order, words dropped, put in or replaced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

_REACH = 4  # pairs of words within which a passage goes on, in both texts
_SKIPPED = 0.7  # what a word that only one has takes off a passage's weight
_GIVEN_UP = 3.0  # of weight lost on the way, after which a passage is not followed further
_STARTS = 8  # places that are tried where its first words stand in more

Pairs = NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Shared:
    """Words `start` to `end` of one text stand as `other_start` to `other_end` in the other.

    `weight`: of the words that agree, less those that do not.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    weight: float


_weight = attrgetter("weight")


def pairs(words: NDArray[np.uint16]) -> Pairs:
    """Each word with its next."""
    wide = words.astype(np.uint32)
    return (wide[:-1] << np.uint32(16)) | wide[1:]


def shared(new: Pairs, other: Pairs, weights: Sequence[float], least: float) -> list[Shared]:
    """Passages of more than a weight, in the order of the new text, none over another there.

    `weights`: what a word counts, in each pair of the new text.
    """
    sought = new.tolist()
    places = _places(other, sought)
    found: list[Shared] = []
    taken = 0
    for at, pair in enumerate(sought):
        if at < taken or pair not in places:
            continue
        passages = [_followed(sought, places, weights, at, to) for to in places[pair][:_STARTS]]
        best = max(passages, key=_weight)
        if best.weight > least:
            found.append(best)
            taken = best.end
    return found


def _places(pairs: Pairs, sought: Sequence[int]) -> dict[int, list[int]]:
    wanted = set(sought)
    places: dict[int, list[int]] = {}
    for place, pair in enumerate(pairs.tolist()):
        if pair in wanted:
            places.setdefault(pair, []).append(place)
    return places


def _followed(
    sought: Sequence[int],
    places: dict[int, list[int]],
    weights: Sequence[float],
    start: int,
    other_start: int,
) -> Shared:
    """The passage that begins with a pair of words, up to where it weighs most."""
    at, other = end, other_end = start, other_start
    weight = most = 2 * weights[start]
    while weight > most - _GIVEN_UP and (step := _next(sought, places, at, other)) is not None:
        forward, other_forward = step[0] - at, step[1] - other
        skipped = max(forward, other_forward) - 2
        weight += (1 if forward == 1 else 2) * weights[step[0]] - _SKIPPED * max(0, skipped)
        at, other = step
        if weight > most:
            most, end, other_end = weight, at, other
    return Shared(start, end + 2, other_start, other_end + 2, most)


def _next(
    sought: Sequence[int], places: dict[int, list[int]], at: int, other: int
) -> tuple[int, int] | None:
    """The next pair of words within reach that both have."""
    for following in range(at + 1, min(at + 1 + _REACH, len(sought))):
        there = places.get(sought[following], ())
        nearest = bisect_right(there, other)
        if nearest < len(there) and there[nearest] - other <= _REACH:
            return following, there[nearest]
    return None
