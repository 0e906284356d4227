"""What finding a reused photo costs, beside ready-made hashes and a flat search, in one run."""

import time
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from statistics import median
from typing import Any

import imagehash
import numpy as np
from PIL import Image

from evidence.photos import PhotoFingerprint, PhotoIndex, fingerprint
from tests.evidence.scenes import as_sent, scene

SIZES = (10_000, 100_000, 1_000_000)
MOST = 60  # ms, fingerprint and search together
MOST_BYTES = 2_000_000_000
MOST_SECONDS = 10
PHOTOS = 12
NEW = 5  # of them are sought, the others' codes make up what is stored
TIMES = 3
FLIPPED = 0.12  # of a real code's bits: so one photo's codes become another's


def measure() -> None:
    photos = [as_sent(scene(number).resize((1280, 960))) for number in range(PHOTOS)]
    prints = [fingerprint(photo) for photo in photos]
    ours = _ms(fingerprint, photos)
    print(f"fingerprint of a photo of 1280 × 960: {ours:.0f} ms;", _beside(photos))
    for size in SIZES:
        index, seconds = _filled(size, prints[NEW:])
        spent = _ms(index.search, prints[:NEW])
        print(
            f"{size} photos: read in {seconds:.1f} s (≤ {MOST_SECONDS} s),"
            f" {index.nbytes / 1e6:.0f} MB (≤ {MOST_BYTES / 1e6:.0f} MB),"
            f" search {spent:.0f} ms, with the fingerprint {spent + ours:.0f} ms (≤ {MOST} ms);",
            _flat(size),
        )


def _filled(size: int, prints: list[PhotoFingerprint]) -> tuple[PhotoIndex, float]:
    """An index of photos like these, and the seconds it took: not those of making them up."""
    index = PhotoIndex(fetch=lambda keys: dict.fromkeys(keys, prints[0].details))
    codes = list(islice(made_up(prints), size))
    started = time.process_time()
    index.add_codes((str(number), each) for number, each in enumerate(codes))
    return index, time.process_time() - started


def made_up(prints: list[PhotoFingerprint]) -> Iterator[bytes]:
    chance = np.random.default_rng(1)
    pool = np.concatenate([np.frombuffer(each.codes, "<u8")[1:] for each in prints])
    count = max(len(each.codes) // 8 for each in prints)
    while True:
        codes = pool[chance.integers(0, len(pool), (5_000, count))]
        for bit in range(64):
            flipped = chance.random(codes.shape, dtype=np.float32) < FLIPPED
            codes ^= flipped.astype(np.uint64) << np.uint64(bit)
        yield from (row.tobytes() for row in codes)


def _beside(photos: list[bytes]) -> str:
    """The time of hashes of whole photos, decoding included."""
    phash = _ms(lambda photo: imagehash.phash(Image.open(BytesIO(photo))), photos)
    try:
        import pdqhash
    except ImportError:
        return f"imagehash.phash alone {phash:.0f} ms (pdqhash is not installed)"
    pdq = _ms(lambda photo: pdqhash.compute(np.asarray(Image.open(BytesIO(photo)))), photos)
    return f"imagehash.phash alone {phash:.0f} ms, PDQ {pdq:.0f} ms"


def _flat(size: int) -> str:
    """The time of faiss's flat search of one hash of 256 bits among as many."""
    try:
        import faiss
    except ImportError:
        return "(faiss is not installed)"
    faiss.omp_set_num_threads(1)
    codes = np.random.default_rng(2).integers(0, 256, (size, 32), dtype=np.uint8)
    index = faiss.IndexBinaryFlat(256)
    index.add(codes)
    spent = _ms(lambda row: index.search(row[None], 1), list(codes[:PHOTOS]))
    return f"faiss's flat search of one hash of 256 bits {spent:.1f} ms"


def _ms(work: Callable[[Any], object], things: list[Any]) -> float:
    """Milliseconds of CPU for one thing, the median: others may use the machine meanwhile."""
    times = []
    for _ in range(TIMES):
        for thing in things:
            started = time.process_time()
            work(thing)
            times.append((time.process_time() - started) * 1000)
    return median(times)
