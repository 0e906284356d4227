"""In which essays two words stand side by side: an inverted file of some hundred thousand essays.

A posting is one number: the pair of words in the upper half, the essay in the lower. Sorted, all
postings of a pair stand together. New ones go to small sorted pieces that are merged as they grow.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evidence.passages import Pairs

_GROWTH = 4  # a piece is merged into the one before it once that is at most so many times larger
_HALF = np.uint64(32)


class WordPairIndex:
    """Essays are numbered by whoever keeps them, from 0, in 32 bits."""

    def __init__(self) -> None:
        self._pieces: list[NDArray[np.uint64]] = []

    @property
    def nbytes(self) -> int:
        return sum(piece.nbytes for piece in self._pieces)

    def add(self, pairs: Pairs, essays: NDArray[np.uint32]) -> None:
        """Postings of pairs, each with its essay, no two of them alike."""
        if not len(pairs):
            return
        piece = (pairs.astype(np.uint64) << _HALF) | essays
        piece.sort()
        self._pieces.append(piece)
        while len(self._pieces) > 1 and len(self._pieces[-2]) <= _GROWTH * len(self._pieces[-1]):
            merged = np.concatenate(self._pieces[-2:])
            merged.sort(kind="stable")  # two runs in order already
            self._pieces[-2:] = [merged]

    def counts(self, pairs: Pairs) -> NDArray[np.int64]:
        """How many essays have each pair."""
        found = np.zeros(len(pairs), np.int64)
        for piece in self._pieces:
            begin, end = _ranges(piece, pairs)
            found += end - begin
        return found

    def essays(self, pairs: Pairs) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
        """All postings of these pairs: essays, and for each the place of its pair among these."""
        essays, places = [np.empty(0, np.uint32)], [np.empty(0, np.intp)]
        for piece in self._pieces:
            begin, end = _ranges(piece, pairs)
            counts = end - begin
            first = np.repeat(begin - np.cumsum(counts) + counts, counts)
            essays.append(piece[first + np.arange(counts.sum())].astype(np.uint32))
            places.append(np.repeat(np.arange(len(pairs)), counts))
        return np.concatenate(essays), np.concatenate(places)


def _ranges(piece: NDArray[np.uint64], pairs: Pairs) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    low = pairs.astype(np.uint64) << _HALF
    high = low | np.uint64(2**32 - 1)
    return np.searchsorted(piece, low), np.searchsorted(piece, high, side="right")
