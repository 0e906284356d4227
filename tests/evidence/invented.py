"""Essays of words that are numbers already: as many as are wanted, at once."""

from collections.abc import Iterable
from itertools import chain

import numpy as np

from evidence.essays import EssayFingerprint

LENGTH = 250  # words that count in 2,000 characters


def coded(*words: Iterable[int]) -> EssayFingerprint:
    """An essay of the words of these, one after another."""
    return EssayFingerprint(np.array([*chain(*words)], "<u2").tobytes())


def invented(count: int) -> list[EssayFingerprint]:
    """No two of a piece; some words are frequent, as in any language."""
    rng = np.random.default_rng(1)
    often = 1 / (np.arange(20_000) + 6)
    codes = rng.integers(0, 2**16, len(often)).astype("<u2")
    lines = (rng.choice(codes, LENGTH, p=often / often.sum()) for _ in range(count))
    return [EssayFingerprint(line.tobytes()) for line in lines]
