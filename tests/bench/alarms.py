"""How often strangers' photos would be called the same: python -m tests.bench.alarms FOLDER…

The folders hold real photos, no two of the same thing (their subfolders are not looked into). Of
each its quarters count as further photos, but none is compared with a piece of the same photo.
Alarms are too rare to be counted, so they are taken for the product of two rates that can be: of
points that fit among candidates (photos with most votes are not like any two: what repeats itself
draws votes, and may well fit), and of likeness among any that can be laid over each other.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from evidence.alignment import Agreement, agreement
from evidence.opening import opened
from evidence.photos import PhotoFingerprint, PhotoIndex, fingerprint_of

PAIRS = 60_000
SIDE = 1280
VOTES, POINTS, ALIKE = 3, 8, 0.97  # what is asked of a photo from anywhere
LOOKED_AT = 12  # candidates of one new photo that are compared, whatever the number stored
STORED = 1_000_000

Prints = dict[tuple[int, int], PhotoFingerprint]  # by photo, and which piece of it


def main() -> None:
    paths = [path for folder in sys.argv[1:] for path in sorted(Path(folder).iterdir())]
    prints: Prints = {}
    for number, path in enumerate(filter(Path.is_file, paths)):
        photo = opened(path.read_bytes(), SIDE)
        if photo is None:
            print("left out:", path.name)
            continue
        for piece, image in enumerate(_pieces(photo)):
            prints[number, piece] = fingerprint_of(image)
    pairs = sum(one[0] != other[0] for one in prints for other in prints)
    print(f"{len(prints)} photos and quarters of photos, {pairs} pairs of strangers")
    fit, candidates = _candidates(prints, pairs)
    laid = _laid(prints)
    alike = sum(found.likeness >= ALIKE for found in laid)
    # None seen is not never: one is taken instead.
    rate = LOOKED_AT * max(fit, 1) / max(candidates, 1) * max(alike, 1) / max(len(laid), 1)
    print(f"a new photo is called a stranger's at most {rate:.1e} times (≤ 1e-4)")


def _pieces(photo: Image.Image) -> Iterator[Image.Image]:
    """The photo, and its quarters at the same size."""
    yield photo
    width, height = photo.width // 2, photo.height // 2
    for x, y in ((0, 0), (width, 0), (0, height), (width, height)):
        yield photo.crop((x, y, x + width, y + height)).resize(photo.size)


def _candidates(prints: Prints, pairs: int) -> tuple[int, int]:
    """How many strangers are fit by enough points, of how many that have enough votes."""
    index = PhotoIndex()
    names = {f"{photo}:{piece}": (photo, piece) for photo, piece in prints}
    for name, key in names.items():
        index.add(name, prints[key])
    found: list[Agreement | None] = []
    for (photo, _), new in prints.items():
        for name in index.voted(new, VOTES):
            if names[name][0] != photo:
                stored = prints[names[name]].kept.picture
                found.append(agreement(stored, new.kept.picture))
    laid = [each for each in found if each]
    fit = sum(each.points >= POINTS for each in laid)
    print(
        f"{VOTES} votes and more: {len(found)}, that is {len(found) / pairs * STORED:.0f}"
        f" of {STORED:,}; {len(laid)} can be laid over, {fit} by {POINTS} points"
    )
    return fit, len(found)


def _laid(prints: Prints) -> list[Agreement]:
    """Strangers that can be laid over each other at all, of `PAIRS` chosen by chance."""
    chance, keys = random.Random(1), list(prints)
    pairs = (chance.sample(keys, 2) for _ in range(PAIRS))
    apart = [(one, other) for one, other in pairs if one[0] != other[0]]
    compared = (agreement(prints[a].kept.picture, prints[b].kept.picture) for a, b in apart)
    laid = [found for found in compared if found]
    closest = max((found.likeness for found in laid), default=0.0)
    largest = max((found.share for found in laid), default=0.0)
    print(
        f"of {len(apart)} pairs by chance {len(laid)} can be laid over;"
        f" likeness ≤ {closest:.3f}, share ≤ {largest:.2f}"
    )
    return laid


if __name__ == "__main__":
    main()
