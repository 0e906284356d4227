"""Which pictures have a feature like this one: an inverted file of millions of pictures.

A posting is one number: a word of 24 bits, the picture of 24, and 16 further bits of the code by
which chance meetings are told from likenesses. Sorted, all postings of a word stand together.
New ones go to small sorted pieces that are merged as they grow, so adding stays cheap.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evidence.features import WORD, Features, likely_words, words

_PICTURE = 24  # bits of a picture's number
MOST_PICTURES = 2**_PICTURE
_SIGN = 16  # bits of a code after its word
_LIKE = 4  # bits by which the signs of likenesses differ at most
_GROWTH = 4  # a piece is merged into the one before it once that is at most so many times larger
_ONE = np.uint64(1)


class Postings:
    """Pictures are numbered by whoever keeps them, from 0."""

    def __init__(self) -> None:
        self._pieces: list[NDArray[np.uint64]] = []

    @property
    def nbytes(self) -> int:
        return sum(piece.nbytes for piece in self._pieces)

    def add(self, pictures: NDArray[np.uint64], codes: NDArray[np.uint64]) -> None:
        """Postings of codes, each with its picture's number."""
        if not len(codes):
            return
        sign = (codes >> np.uint64(WORD)) & np.uint64(2**_SIGN - 1)
        piece = (words(codes) << np.uint64(_PICTURE + _SIGN)) | (pictures << np.uint64(_SIGN))
        piece |= sign
        piece.sort()
        self._pieces.append(piece)
        while len(self._pieces) > 1 and len(self._pieces[-2]) <= _GROWTH * len(self._pieces[-1]):
            merged = np.concatenate(self._pieces[-2:])
            merged.sort(kind="stable")  # two runs in order already
            self._pieces[-2:] = [merged]

    def alike(self, features: Features) -> NDArray[np.uint32]:
        """Numbers of pictures, one for each of their features that is like one of these."""
        sought = likely_words(features)
        signs = np.repeat(features.codes >> np.uint64(WORD), sought.shape[1])
        order = np.argsort(sought, axis=None)
        sought, signs = sought.ravel()[order], signs[order] & np.uint64(2**_SIGN - 1)
        found = [self._in_piece(piece, sought, signs) for piece in self._pieces]
        return np.concatenate(found) if found else np.empty(0, np.uint32)

    @staticmethod
    def _in_piece(
        piece: NDArray[np.uint64], sought: NDArray[np.uint64], signs: NDArray[np.uint64]
    ) -> NDArray[np.uint32]:
        shift = np.uint64(_PICTURE + _SIGN)
        begin = np.searchsorted(piece, sought << shift)
        # The last word has no next one: past it everything is its own.
        end = np.searchsorted(piece, ((sought + _ONE) << shift) - _ONE, side="right")
        counts = end - begin
        total = int(counts.sum())
        first = np.repeat(begin - np.cumsum(counts) + counts, counts)
        postings = piece[first + np.arange(total)]
        apart = np.bitwise_count((postings ^ np.repeat(signs, counts)) & np.uint64(2**_SIGN - 1))
        near = postings[apart <= _LIKE]
        pictures = (near >> np.uint64(_SIGN)) & np.uint64(MOST_PICTURES - 1)
        return np.asarray(pictures, np.uint32)
