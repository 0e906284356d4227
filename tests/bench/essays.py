"""Searching for one essay among many, as they grow, beside comparing it with each."""

import random
import time
from collections.abc import Callable
from statistics import median

from rapidfuzz import fuzz, process

from evidence.essays import EssayIndex
from tests.evidence.invented import LENGTH, coded, invented
from tests.evidence.rewriting import ESSAYS

GROWTH = (10_000, 100_000)
BATCH = 5_000
SOUGHT = 100
TEXTS = 200  # that are compared one by one, in place of all
LONGEST = 10  # ms


def measure() -> None:
    """Each of the essays sought is half of a stored one and half of another that is not."""
    all_of_them = invented(max(GROWTH) + SOUGHT)
    stored, new = all_of_them[: max(GROWTH)], all_of_them[max(GROWTH) :]
    index, loading = EssayIndex(), 0.0
    for count in GROWTH:
        for first in range(len(index), count, BATCH):
            batch = {str(number): stored[number] for number in range(first, first + BATCH)}
            loading += _ms(lambda: index.add_all(batch.items()))  # noqa: B023
        rng = random.Random(count)
        times, found = [], 0
        for own in new:
            number = rng.randrange(count)
            half = coded(own.words[: LENGTH // 2], stored[number].words[LENGTH // 2 :])
            times.append(_ms(lambda: index.search(half)))  # noqa: B023
            found += [match.key for match in index.search(half)] == [str(number)]
        print(
            f"an essay among {count:,}: {median(times):.1f} ms (< {LONGEST} ms),"
            f" found {found} of {SOUGHT}; {index.nbytes / count:,.0f} bytes each,"
            f" all loaded in {loading / 1000:.1f} s"
        )
    _one_by_one()


def _one_by_one() -> None:
    text = ESSAYS["kk_abai_1"]
    texts = (list(ESSAYS.values()) * TEXTS)[:TEXTS]
    took = _ms(lambda: process.cdist([text], texts, scorer=fuzz.token_set_ratio))
    most = max(GROWTH)
    print(f"  compared with each by RapidFuzz: {took / TEXTS * most / 1000:,.0f} s for {most:,}")


def _ms(run: Callable[[], object]) -> float:
    begun = time.process_time()
    run()
    return (time.process_time() - begun) * 1000
