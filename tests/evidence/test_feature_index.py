"""Which pictures have features like these: counted once, however often a thing repeats itself."""

import numpy as np

from evidence.feature_index import FeatureIndex
from evidence.features import DOUBTFUL, Features


def features(codes: list[int]) -> Features:
    count = len(codes)
    return Features(
        np.zeros((count, 2), np.float32),
        np.ones(count, np.float32),
        np.zeros(count, np.float32),
        np.array(codes, np.uint64),
        np.tile(np.arange(DOUBTFUL, dtype=np.uint8), (count, 1)),
    )


def add(postings: FeatureIndex, picture: int, codes: list[int]) -> None:
    counts = np.array([len(codes)])
    postings.add(np.array([picture], np.uint64), counts, np.array(codes, np.uint64))


def votes(stored: dict[int, list[int]], new: list[int]) -> dict[int, int]:
    postings = FeatureIndex()
    for picture, codes in stored.items():
        add(postings, picture, codes)
    pictures, counts = postings.votes(features(new))
    return dict(zip(pictures.tolist(), counts.tolist(), strict=True))


FENCE, COPY = 7 << 40, [(each * 0x9E3779B97F4A7C15) % 2**64 for each in range(1, 6)]


def test_each_feature_that_both_have_is_a_vote() -> None:
    assert votes({0: COPY, 1: COPY[:2]}, COPY) == {0: 5, 1: 2}


def test_one_thing_seen_many_times_is_one_vote() -> None:
    pales = [FENCE | each << 24 for each in (0, 1, 2, 4, 8)]
    assert votes({0: pales, 1: COPY}, [FENCE, *COPY]) == {0: 1, 1: 5}
    assert votes({0: [FENCE], 1: COPY}, [*pales, *COPY]) == {0: 1, 1: 5}


def test_a_word_may_differ_in_its_doubtful_bits() -> None:
    assert votes({0: COPY}, [COPY[0] ^ 0b1010]) == {0: 1}
    assert votes({0: COPY}, [COPY[0] ^ 0b10000]) == {}


def test_what_comes_piece_by_piece_is_all_found_and_few_pieces_stay() -> None:
    postings = FeatureIndex()
    for picture in range(300):
        add(postings, picture, [COPY[picture % 5]])
        if picture % 7 == 0:
            found, _ = postings.votes(features(COPY))
            assert found.tolist() == list(range(picture + 1))
    assert postings.votes(features(COPY[:1]))[0].tolist() == list(range(0, 300, 5))
    assert len(postings._pieces) < 5


def test_what_comes_at_once_is_found_as_what_comes_one_by_one() -> None:
    chance = np.random.default_rng(3)
    codes = chance.integers(0, 2**64, 5000, np.uint64)
    counts = np.full(1000, 5)
    one_by_one, at_once = FeatureIndex(), FeatureIndex()
    at_once.add(np.arange(1000, dtype=np.uint64), counts, codes)
    for picture in range(1000):
        add(one_by_one, picture, codes[5 * picture : 5 * picture + 5].tolist())
        if picture == 700:
            one_by_one.votes(features(COPY))
    sought = features(codes[chance.permutation(5000)[:300]].tolist())
    for one, other in zip(at_once.votes(sought), one_by_one.votes(sought), strict=True):
        assert one.tolist() == other.tolist()
    assert at_once.nbytes == one_by_one.nbytes == codes.nbytes


def test_without_anything_there_are_none() -> None:
    assert votes({}, COPY) == {}
    assert votes({0: COPY}, []) == {}
