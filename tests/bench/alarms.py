"""How often strangers' photos would be called the same: python -m tests.bench.alarms FOLDER…

The folders hold real photos, no two of the same thing (their subfolders are not looked into). Pairs
are compared as the index compares its candidates. Alarms among millions are far too rare to be
counted, so the last stage is extrapolated: among pairs that can be laid over each other at all,
how the share of those still left falls with each further point that fits.
"""

import math
import random
import sys
from collections import Counter
from itertools import permutations
from pathlib import Path

from evidence.alignment import Agreement, agreement
from evidence.photos import UnreadablePhoto, fingerprint

PAIRS = 60_000
STORED = 1_000_000
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
    # With each further point fewer are left by the same factor, or fewer still.
    steps = sum(count * (fit - 5) for fit, count in points.items())
    factor = steps / (steps + len(laid)) if laid else 0.0
    fits = len(laid) / pairs * factor**3
    alike = _tail([found.likeness for found in laid], 0.97)
    rate = fits * alike
    print(
        f"a pair has 8 points that fit: {fits:.1e}, and is as alike as 0.97: {alike:.1e};"
        f" so of {LOOKED_AT} candidates of a new photo among {STORED} one is called the same"
        f" {LOOKED_AT * rate:.1e} times (≤ 1e-4)"
    )


def _tail(values: list[float], least: float) -> float:
    """Share of a normal distribution fitted to atanh of correlations that lies above `least`."""
    bent = [math.atanh(min(max(value, -0.99), 0.999)) for value in values]
    if len(bent) < 2:
        return 1.0
    mean = sum(bent) / len(bent)
    spread = math.sqrt(sum((each - mean) ** 2 for each in bent) / (len(bent) - 1))
    return 0.5 * math.erfc((math.atanh(least) - mean) / (spread * math.sqrt(2)))


if __name__ == "__main__":
    main()
