"""How often strangers' photos would be called the same: python -m tests.bench.alarms FOLDER…

The folders hold real photos, no two of the same thing (their subfolders are not looked into). Pairs
are compared as the index compares its candidates, however many are stored. Alarms are too rare to
be counted, so they are taken for the product of two rates that can be: of points that fit, and of
likeness among those that can be laid over each other at all.
"""

import random
import sys
from collections import Counter
from itertools import permutations
from pathlib import Path

from evidence.alignment import Agreement, agreement
from evidence.photos import UnreadablePhoto, fingerprint

PAIRS = 60_000
POINTS, ALIKE = 8, 0.97  # what is asked of a photo from anywhere
LOOKED_AT = 12  # candidates of one new photo that are compared, whatever the number stored


def main() -> None:
    prints = []
    for folder in sys.argv[1:]:
        for path in sorted(Path(folder).iterdir()):
            if path.is_file():
                try:
                    prints.append(fingerprint(path.read_bytes()).kept.picture)
                except UnreadablePhoto:
                    print("left out:", path.name)
    pairs = list(permutations(prints, 2))
    random.Random(1).shuffle(pairs)
    laid = [found for pair in pairs[:PAIRS] if (found := agreement(*pair))]
    _report(min(PAIRS, len(pairs)), len(prints), laid)


def _report(pairs: int, photos: int, laid: list[Agreement]) -> None:
    print(f"{pairs} pairs of {photos} photos; laid over each other: {len(laid)}")
    points = Counter(found.points for found in laid)
    for fewest in range(5, 13):
        left = [found for found in laid if found.points >= fewest]
        closest = max((found.likeness for found in left), default=0.0)
        largest = max((found.share for found in left), default=0.0)
        print(
            f"  {fewest} points fit: {len(left)}; likeness ≤ {closest:.3f}, share ≤ {largest:.2f}"
        )
    fits = sum(count for fit, count in points.items() if fit >= POINTS) / pairs
    alike = sum(found.likeness >= ALIKE for found in laid) / max(len(laid), 1)
    print(
        f"{POINTS} points fit in {fits:.1e} of pairs, and {alike:.1e} of those laid are alike;"
        f" if these are independent, one of {LOOKED_AT} candidates of a new photo is"
        f" called the same {LOOKED_AT * fits * alike:.1e} times (≤ 1e-4)"
    )


if __name__ == "__main__":
    main()
