"""Was this essay, or a passage of it, copied from another one?

A fingerprint holds the words of an essay as numbers (evidence/wording.py). The index finds the
essays that share rare pairs of words with it, and compares those passage by passage.
evidence/README.md has the measures.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from evidence.passages import Pairs, Shared, pairs, shared
from evidence.word_pair_index import WordPairIndex
from evidence.wording import MOST_WORDS, wording

METHOD = 1  # fingerprints of one method are compared with each other only
_HEAD = struct.Struct("<BHI")  # method, number of words, checksum

# How these were set: evidence/README.md.
_PHRASE = 5.0  # words that any two writers may share in a row: what is beyond counts
_COPIED = 9.0  # such words beyond, over all passages, from which on an essay is copied
_SHARE = 0.1  # of the essay, at least
_COMMON = 0.02  # of all essays: a pair of words that stands in so many is nobody's own
_STOCK = 10  # essays with a common pair of words from which on it counts half
_FROM_ONE = 2 / 3  # of the common wording is in what was copied from one essay,
_FROM_TWO = 0.93  # or from two,
_LONG = 45.0  # unless that is so long,
_RARE = 0.002  # or has pairs of words that stand in so few of all essays,
_RARITIES = 20  # and so many of them
_POSTINGS = 50_000  # that are looked at, those of rare pairs first
_CANDIDATES = 16  # essays that are compared passage by passage


@dataclass(frozen=True)
class EssayFingerprint:
    """`codes`: of the words that count, two bytes each, 6,000 bytes at most."""

    codes: bytes

    def to_bytes(self) -> bytes:
        return _HEAD.pack(METHOD, len(self.codes) // 2, zlib.crc32(self.codes)) + self.codes

    @classmethod
    def from_bytes(cls, data: bytes) -> EssayFingerprint:
        """Raises ValueError for bytes that are no fingerprint of this method, or a broken one."""
        if len(data) < _HEAD.size or data[0] != METHOD:
            raise ValueError("Not a fingerprint of this method")
        _, words, checksum = _HEAD.unpack_from(data)
        codes = bytes(data[_HEAD.size :])
        if len(codes) != 2 * words or words > MOST_WORDS or zlib.crc32(codes) != checksum:
            raise ValueError("A fingerprint that is broken")
        return cls(codes)

    @property
    def words(self) -> NDArray[np.uint16]:
        return np.frombuffer(self.codes, "<u2")


@dataclass(frozen=True, slots=True)
class EssayMatch:
    """A stored essay of which the new one has passages; `share`: their part of it, 0 to 1."""

    key: str
    share: float


@dataclass(frozen=True, slots=True)
class Passage:
    """What one text has from `start` to `end` (characters), and the other where it says."""

    start: int
    end: int
    other_start: int
    other_end: int


def fingerprint(text: str) -> EssayFingerprint:
    """Of any text. One of a few words matches nothing."""
    return EssayFingerprint(wording(text).codes.astype("<u2").tobytes())


def passages(text: str, other_text: str) -> tuple[Passage, ...]:
    """What of a text stands in the other, in the order of the first, none over another there."""
    new, other = wording(text), wording(other_text)
    sought = pairs(new.codes)
    found = shared(sought, pairs(other.codes), np.ones(len(sought)).tolist(), _PHRASE)
    return tuple(
        Passage(
            new.spans[each.start][0],
            new.spans[each.end - 1][1],
            other.spans[each.other_start][0],
            other.spans[each.other_end - 1][1],
        )
        for each in found
    )


@dataclass(frozen=True)
class _Sought:
    """An essay's pairs of words in their order; `having`: how many of `essays` have each."""

    pairs: Pairs
    having: NDArray[np.int64]
    essays: int

    @cached_property
    def common(self) -> NDArray[np.bool_]:
        return self.having >= max(1.0, _COMMON * self.essays)

    @cached_property
    def rare(self) -> NDArray[np.bool_]:
        return (self.having > 0) & (self.having <= _RARE * self.essays)

    @property
    def weights(self) -> list[float]:
        stock = self.common & (self.having > _STOCK)
        return [0.5 if each else 1.0 for each in stock.tolist()]


@dataclass(frozen=True)
class _Compared:
    """What an essay shares with a stored one."""

    key: str
    shared: Sequence[Shared]
    words: int

    @cached_property
    def beyond(self) -> float:
        """Words beyond what any two may share; those taken from one place over and over, once."""
        places = [range(each.other_start, each.other_end) for each in self.shared]
        once = len(set().union(*places)) / max(1, sum(map(len, places)))
        return once * sum(each.weight - _PHRASE for each in self.shared)

    @property
    def share(self) -> float:
        return sum(each.end - each.start for each in self.shared) / max(1, self.words)

    @cached_property
    def covered(self) -> NDArray[np.bool_]:
        """Of each pair of words, whether it is in a passage."""
        covered = np.zeros(max(0, self.words - 1), np.bool_)
        for each in self.shared:
            covered[each.start : each.end - 1] = True
        return covered


class EssayIndex:
    """All essays known. Keys are strings of whoever uses it."""

    def __init__(self) -> None:
        self._keys: list[str | None] = []
        self._codes: list[bytes] = []
        self._numbers: dict[str, int] = {}
        self._standing = WordPairIndex()
        # Postings of what was removed stay among those standing, and do not count.
        self._removed = WordPairIndex()
        self._gone: list[int] = []

    def __len__(self) -> int:
        return len(self._numbers)

    def __contains__(self, key: str) -> bool:
        return key in self._numbers

    @property
    def nbytes(self) -> int:
        """Bytes of what grows with the number of essays, but the keys."""
        held = sum(map(len, self._codes))
        return held + self._standing.nbytes + self._removed.nbytes

    def add(self, key: str, essay: EssayFingerprint) -> None:
        """A key that is known already is replaced."""
        self.add_all([(key, essay)])

    def add_all(self, essays: Iterable[tuple[str, EssayFingerprint]]) -> None:
        """Many at once, some thousands at best: much faster than one by one."""
        standing = [np.empty(0, np.uint32)]
        numbers = [np.empty(0, np.uint32)]
        for key, essay in essays:
            self.remove(key)
            number = self._numbers[key] = len(self._keys)
            self._keys.append(key)
            self._codes.append(essay.codes)
            standing.append(np.unique(pairs(essay.words)))
            numbers.append(np.full(len(standing[-1]), number, np.uint32))
        self._standing.add(np.concatenate(standing), np.concatenate(numbers))

    def remove(self, key: str) -> None:
        """Forget an essay; one that is not known is no matter."""
        number = self._numbers.pop(key, None)
        if number is None:
            return
        gone = np.unique(self._pairs(number))
        self._removed.add(gone, np.full(len(gone), number, np.uint32))
        self._keys[number] = None
        self._codes[number] = b""
        self._gone.append(number)

    def search(self, essay: EssayFingerprint, but: Collection[str] = ()) -> list[EssayMatch]:
        """Those that this essay has passages of, the most first, at most 16; `but` these."""
        sought = pairs(essay.words)
        distinct, places = np.unique(sought, return_inverse=True)
        left_out = {self._numbers[key] for key in but if key in self._numbers}
        having = self._having(distinct, left_out)
        known = _Sought(sought, having[places], len(self) - len(left_out))
        weights = known.weights
        found = []
        for number in self._candidates(distinct, having, left_out):
            passages = shared(sought, self._pairs(number), weights, _PHRASE)
            found.append(_Compared(str(self._keys[number]), passages, len(essay.words)))
        matches = [EssayMatch(each.key, round(each.share, 3)) for each in _copied(found, known)]
        return sorted(matches, key=lambda match: (-match.share, match.key))

    def _having(self, distinct: Pairs, left_out: Collection[int]) -> NDArray[np.int64]:
        """How many essays have each pair of words."""
        having = self._standing.counts(distinct) - self._removed.counts(distinct)
        for number in left_out:
            having -= np.isin(distinct, self._pairs(number))
        return having

    def _candidates(
        self, distinct: Pairs, having: NDArray[np.int64], left_out: Collection[int]
    ) -> list[int]:
        """Numbers of the essays that share most, rare pairs of words counting more."""
        order = np.argsort(having, kind="stable")
        order = order[having[order] > 0]
        order = order[np.cumsum(having[order]) - having[order] < _POSTINGS]
        numbers, places = self._standing.essays(distinct[order])
        # Whole numbers, whose sums do not depend on the order in which essays were added.
        rarity = np.rint(16 * np.log2(2 * len(self) / having[order]))
        votes = np.bincount(numbers, rarity[places], len(self._keys)).astype(np.int64)
        votes[[*self._gone, *left_out]] = 0
        return self._most(votes)

    def _most(self, votes: NDArray[np.int64]) -> list[int]:
        """Numbers of the essays with most votes; of equals those whose keys come first."""
        voted = np.flatnonzero(votes)
        least = np.sort(votes[voted])[-_CANDIDATES:][:1]
        enough: list[int] = voted[votes[voted] >= least].tolist()
        enough.sort(key=lambda number: (-votes[number], str(self._keys[number])))
        return enough[:_CANDIDATES]

    def _pairs(self, number: int) -> Pairs:
        return pairs(np.frombuffer(self._codes[number], "<u2"))


def _copied(found: Sequence[_Compared], sought: _Sought) -> list[_Compared]:
    """Those that the essay was copied from.

    Who writes in formulas shares a few with everybody; who copies, nearly all of them with one.
    """
    found = [each for each in found if each.beyond >= _COPIED and each.share >= _SHARE]
    spliced = max((_explained(two, sought) for two in combinations(found, 2)), default=0.0)
    return [
        each
        for each in found
        if spliced >= _FROM_TWO
        or each.beyond >= _LONG
        or (each.covered & sought.rare).sum() >= _RARITIES
        or _explained([each], sought) >= _FROM_ONE
    ]


def _explained(found: Sequence[_Compared], sought: _Sought) -> float:
    """How much of the wording that others have too is in what was copied, 0 to 1."""
    covered = np.zeros(len(sought.pairs), np.bool_)
    for each in found:
        covered |= each.covered
    return float(covered.sum() / max(1, (covered | sought.common).sum()))
