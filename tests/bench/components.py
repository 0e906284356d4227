"""Learn anew the components by which features are coded: python -m tests.bench.components FOLDER

FOLDER holds some hundred photos of all kinds, none of those that are measured on afterwards. Writes
evidence/components.npz; `METHOD` of evidence/photos.py must then be raised, for fingerprints made
with other components cannot be compared.
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from evidence import features
from evidence.safe_open import opened

BITS = 64
_BINS, _CELLS = 8, 4  # of a SIFT description: orientations, and cells along each side


def mirror() -> NDArray[np.intp]:
    """The order of a description's 128 numbers in a mirror."""
    order = np.arange(_CELLS * _CELLS * _BINS).reshape(_CELLS, _CELLS, _BINS)[::-1]
    bins = [0, *range(_BINS - 1, 0, -1)]
    return np.asarray(order[..., bins].ravel(), np.intp)


def learn(described: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """Main components of descriptions (n, 128) and their mirrored ones, the widest first."""
    roots = np.sqrt(described / np.maximum(described.sum(axis=1, keepdims=True), 1e-6))
    both = np.concatenate([roots, roots[:, mirror()]]).astype(float)
    mean = both.mean(axis=0)
    _, directions = np.linalg.eigh(np.cov((both - mean).T))
    directions = directions[:, ::-1].T[:BITS]
    # Descriptions and their mirrored ones together have components that a mirror keeps or turns.
    odd = (directions * directions[:, mirror()]).sum(axis=1) < 0
    middle = np.where(odd, 0, np.median((both - mean) @ directions.T, axis=0))
    return {
        "directions": directions.astype(np.float16),
        "thresholds": (directions @ mean + middle).astype(np.float32),
        "odd": odd,
    }


def main() -> None:
    sift = cv2.SIFT.create(nfeatures=200, contrastThreshold=0.01)
    described = []
    for path in sorted(Path(sys.argv[1]).iterdir()):
        image = opened(path.read_bytes(), features.SIDE)
        if image is not None:
            _, found = sift.detectAndCompute(np.asarray(image.convert("L")), None)
            if found is not None:
                described.append(np.asarray(found, np.float32))
    learned = learn(np.concatenate(described))
    np.savez(Path(features.__file__).parent / "components.npz", **learned)  # type: ignore[arg-type]
    print(f"{len(described)} photos, {sum(map(len, described))} features")


if __name__ == "__main__":
    main()
