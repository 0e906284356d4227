"""How often strangers' photos would be called the same: python -m tests.bench.alarms FOLDER…

The folders hold real photos, no two of the same thing (their subfolders are not looked into). Of
each its pieces count as further photos, but none is compared with a piece of the same photo.
Alarms are too rare to be counted, so they are taken for the product of two rates that can be: of
points that fit among candidates (photos with most votes are not like any two: what repeats itself
draws votes, and may well fit), and of all else that is asked among any that can be laid over each
other. What is asked of those near is met or not by the pairs themselves.
"At most" is a rate's bound with 95 of 100: were it higher, more would have been seen in 19 of 20
measures.
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import exp
from pathlib import Path

import numpy as np
from PIL import Image

from evidence.alignment import Picture, agreement
from evidence.edits import areas
from evidence.photos import _ANYWHERE, _NEAR, PhotoFingerprint, PhotoIndex, fingerprint_of
from evidence.safe_open import opened

PAIRS = 700_000
SIDE = 1280
SMALLEST = 240  # pixels of a piece: a fingerprint is made of as many
PARTS = 4  # along a side, at most
VOTES, POINTS, LOOKED_AT = _ANYWHERE.votes, _ANYWHERE.points, _ANYWHERE.candidates
FEWER = 2  # votes of pairs that are laid over each other, besides those chosen by chance
PLENTY = 100  # points with which nothing else fails for want of them
STORED = 1_000_000
SURE = 0.05

Key = tuple[int, int]  # a photo, and which piece of it
Prints = dict[Key, PhotoFingerprint]


@dataclass(frozen=True, slots=True)
class Laid:
    """Strangers laid over each other. `is_alike`: whether what is asked of photos from anywhere is
    met but for the points; `is_called`: whether all is; `is_near`: what is asked of those near."""

    points: int
    likeness: float
    is_alike: bool
    is_called: bool
    is_near: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """How often something was seen, of so many times."""

    seen: int
    of: int

    @property
    def most(self) -> float:
        """What it may be at most, to be sure (Poisson)."""
        low, high = 0.0, 20.0 + 2.0 * self.seen
        while high - low > 1e-6:
            mean = (low + high) / 2
            term, few = exp(-mean), 0.0
            for count in range(1, self.seen + 2):
                few += term
                term *= mean / count
            low, high = (mean, high) if few > SURE else (low, mean)
        return high / max(self.of, 1)

    def __str__(self) -> str:
        return f"{self.seen} of {self.of:,} (at most {self.most:.1e})"


def main() -> None:
    prints = _prints([Path(each) for each in sys.argv[1:]])
    pairs = sum(one[0] != other[0] for one in prints for other in prints)
    photos = len({photo for photo, _ in prints})
    print(f"{photos} photos and pieces of them, {len(prints)} in all: {pairs:,} pairs of strangers")
    voted = _voted(prints)
    candidates = [(votes, found) for votes, found in voted if votes >= VOTES]
    print(
        f"{VOTES} votes and more have {len(candidates):,}, so"
        f" {len(candidates) / pairs * STORED:.0f} of {STORED:,} stored; {LOOKED_AT} are compared"
    )
    tried = [found for _, found in candidates]
    _told("candidates", [each for each in tried if each])
    fit = Rate(sum(each is not None and each.points >= POINTS for each in tried), len(tried))
    print(f"by {POINTS} points fit {fit}")
    laid = [found for _, found in voted if found]
    print(
        f"of {len(voted):,} with {FEWER} votes and more {len(laid):,} can be laid over each other"
    )
    laid += _laid(prints)
    _told("laid", laid)
    alike = Rate(sum(each.is_alike for each in laid), len(laid))
    called, near = sum(each.is_called for each in laid), sum(each.is_near for each in laid)
    print(
        f"all is as it must be in {alike}, but for the points; these too in {called}, near {near}"
    )
    for more in (1, 2, 4):
        best = _best(candidates, more * LOOKED_AT * pairs // STORED)
        seen = LOOKED_AT * best.seen * alike.seen / (max(best.of, 1) * max(alike.of, 1))
        most = LOOKED_AT * best.most * alike.most
        print(
            f"of those with most votes, {LOOKED_AT * more} or so of {STORED:,}, fit {best}: a new"
            f" photo is called a stranger's {seen:.1e} times, at most {most:.1e} (≤ 1e-4)"
        )


def _over(stored: Picture, new: Picture) -> Laid | None:
    found = agreement(stored, new)
    if found is None:
        return None
    parts = areas(found, stored, new)
    return Laid(
        found.points,
        found.likeness,
        _ANYWHERE.met(replace(found, points=PLENTY), *parts),
        _ANYWHERE.met(found, *parts),
        _NEAR.met(found, *parts),
    )


def _prints(folders: list[Path]) -> Prints:
    prints: Prints = {}
    paths = [path for folder in folders for path in sorted(folder.iterdir())]
    for number, path in enumerate(filter(Path.is_file, paths)):
        photo = opened(path.read_bytes(), SIDE)
        if photo is None:
            print("left out:", path.name)
            continue
        for piece, image in enumerate(_pieces(photo)):
            prints[number, piece] = fingerprint_of(image)
    return prints


def _pieces(photo: Image.Image) -> Iterator[Image.Image]:
    """The photo, its quarters, ninths and sixteenths, as far as they are not too small."""
    for parts in range(1, min(PARTS, max(1, max(photo.size) // SMALLEST)) + 1):
        width, height = photo.width // parts, photo.height // parts
        for at in range(parts * parts):
            x, y = at % parts * width, at // parts * height
            yield photo.crop((x, y, x + width, y + height))


def _voted(prints: Prints) -> list[tuple[int, Laid | None]]:
    """Strangers with some votes, how many these are, and how they lie over each other."""
    index = PhotoIndex()
    names = {f"{photo}:{piece}": (photo, piece) for photo, piece in prints}
    for name, key in names.items():
        index.add(name, prints[key])
    found = []
    for (photo, _), new in prints.items():
        for name, votes in _voters(index, new):
            if names[name][0] != photo:
                stored = prints[names[name]].kept.picture
                found.append((votes, _over(stored, new.kept.picture)))
    return found


def _voters(index: PhotoIndex, photo: PhotoFingerprint) -> Iterator[tuple[str, int]]:
    """Keys of the photos that have some features like its, and how many these are."""
    numbers, counts = index._votes(photo)
    most: Counter[str] = Counter()
    for number, count in zip(numbers, counts, strict=True):
        if count >= FEWER and (key := index._keys[number]) is not None:
            most[key] = max(most[key], int(count))
    yield from most.items()


def _best(candidates: list[tuple[int, Laid | None]], count: int) -> Rate:
    """Of those with most votes, and as many as the last of them, how many fit."""
    votes = sorted((votes for votes, _ in candidates), reverse=True)
    least = votes[min(count, len(votes)) - 1] if votes else VOTES
    best = [found for votes, found in candidates if votes >= least]
    return Rate(sum(each is not None and each.points >= POINTS for each in best), len(best))


def _laid(prints: Prints) -> list[Laid]:
    """Strangers that can be laid over each other at all, of `PAIRS` chosen by chance."""
    chance, keys = random.Random(1), list(prints)
    pairs = (chance.sample(keys, 2) for _ in range(PAIRS))
    apart = [(one, other) for one, other in pairs if one[0] != other[0]]
    compared = (_over(prints[a].kept.picture, prints[b].kept.picture) for a, b in apart)
    laid = [found for found in compared if found]
    print(f"of {len(apart):,} pairs by chance {len(laid):,} can be laid over each other")
    return laid


def _told(name: str, laid: list[Laid]) -> None:
    """Whether those that more points fit are more alike: two rates are multiplied."""
    for points in sorted({min(each.points, POINTS) for each in laid}):
        likeness = [each.likeness for each in laid if min(each.points, POINTS) == points]
        print(
            f"  {name} by {points}{' points and more' if points == POINTS else ' points'}:"
            f" {len(likeness):,}, likeness {np.median(likeness):.2f},"
            f" 99 of 100 up to {np.quantile(likeness, 0.99):.2f}, at most {max(likeness):.3f}"
        )


if __name__ == "__main__":
    main()
