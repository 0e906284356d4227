"""Which pictures have a feature like this one: an inverted file of millions of pictures.

A posting is one number: a word of 24 bits, the picture of 24, and 16 further bits of the code by
which chance meetings are told from likenesses. Sorted, all postings of a word stand together.
New ones go to small pieces; before a search those that came since are sorted in one go, so adding
stays cheap.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from evidence.features import WORD, Features, likely_words

_PICTURE = 24  # bits of a picture's number
MOST_PICTURES = 2**_PICTURE
_SIGN = 16  # bits of a code after its word
_LIKE = 4  # bits by which the signs of likenesses differ at most
_GROWTH = 4  # a piece is merged with those after it if it is at most so many times larger
_ONE = np.uint64(1)


class FeatureIndex:
    """Pictures are numbered by whoever keeps them, from 0."""

    def __init__(self) -> None:
        self._pieces: list[NDArray[np.uint64]] = []
        self._new = np.empty(0, np.uint64)  # not in order yet

    @property
    def nbytes(self) -> int:
        return self._new.nbytes + sum(piece.nbytes for piece in self._pieces)

    def add(
        self, pictures: NDArray[np.uint64], counts: NDArray[np.int64], codes: NDArray[np.uint64]
    ) -> None:
        """Codes of pictures, so many of each."""
        first = len(self._new)
        # It grows where it is: a new array would double the memory, and take seconds to be had.
        self._new.resize(first + len(codes), refcheck=False)
        new = self._new[first:]
        np.left_shift(codes, np.uint64(_PICTURE + _SIGN), out=new)  # what is above falls off
        new |= np.repeat(pictures << np.uint64(_SIGN), counts)
        new |= codes >> np.uint64(WORD) & np.uint64(2**_SIGN - 1)

    def votes(self, features: Features) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Numbers of pictures that have features like some of these, and how many each has.

        A feature counts once, here and there: grass, bricks and fences are full of the same one,
        and would else outvote a copy wherever they are found.
        """
        self._merge()
        sought = likely_words(features)
        each = np.repeat(np.arange(len(features), dtype=np.uint64), sought.shape[1])
        order = np.argsort(sought, axis=None)
        sought, each = sought.ravel()[order], each[order]
        signs = features.codes[each] >> np.uint64(WORD) & np.uint64(2**_SIGN - 1)
        found = [self._in_piece(piece, sought, signs) for piece in self._pieces]
        if not found:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        ours = np.concatenate([each[at] for at, _ in found])
        theirs = np.concatenate([postings for _, postings in found])
        of_ours = _distinct(_pictures(theirs) << np.uint64(_SIGN) | ours)
        pictures, here = np.unique(of_ours >> np.uint64(_SIGN), return_counts=True)
        _, there = np.unique(_pictures(_distinct(theirs)), return_counts=True)
        return pictures.astype(np.int64), np.minimum(here, there)

    def _merge(self) -> None:
        """Leave few pieces, each in order and much larger than the next."""
        if not len(self._new):
            return
        first, after = len(self._pieces), len(self._new)
        while first > 0 and len(self._pieces[first - 1]) <= _GROWTH * after:
            first -= 1
            after += len(self._pieces[first])
        merged = self._new
        if first < len(self._pieces):
            merged = np.concatenate([*self._pieces[first:], merged])
        self._pieces[first:] = [merged]  # sorting takes memory: theirs is free by then
        self._new = np.empty(0, np.uint64)
        merged.sort()

    @staticmethod
    def _in_piece(
        piece: NDArray[np.uint64], sought: NDArray[np.uint64], signs: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
        """Which of the words sought were found, and the postings."""
        shift = np.uint64(_PICTURE + _SIGN)
        begin = np.searchsorted(piece, sought << shift)
        # The last word has no next one: past it everything is its own.
        end = np.searchsorted(piece, ((sought + _ONE) << shift) - _ONE, side="right")
        counts = end - begin
        total = int(counts.sum())
        first = np.repeat(begin - np.cumsum(counts) + counts, counts)
        postings = piece[first + np.arange(total)]
        at = np.repeat(np.arange(len(sought)), counts)
        apart = np.bitwise_count((postings ^ signs[at]) & np.uint64(2**_SIGN - 1))
        near = apart <= _LIKE
        return at[near], postings[near]


def _pictures(postings: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return (postings >> np.uint64(_SIGN)) & np.uint64(MOST_PICTURES - 1)


def _distinct(values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """In order. As `np.unique`, but that one makes a table of hashes, many times slower here."""
    values = np.sort(values)
    return values[np.append(True, values[1:] != values[:-1])] if len(values) else values
