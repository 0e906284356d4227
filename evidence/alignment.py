"""Is one picture an edited copy of another? Laid over each other, copies agree in their pixels.

Features that are alike say how to lay them: a similarity found by vote, then a homography, then a
smooth bending that is fitted to the pixels themselves. An honest other shot of the same place can
be laid over too, but then its blocks agree here and there only: things stand before one another
in another way, people have moved, light has changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from evidence.features import Features

Grey = NDArray[np.float32]
Matrix = NDArray[np.floating]

_LIKE = 18  # bits of 64 by which codes of one point differ at most
_FEWEST = 5  # points that must lie as the others say
_OFF = 3.0  # pixels by which a point may miss its place
_OFF_FAR = 0.15  # and for each pixel of distance: a point's size and angle are not exact
_BLOCK = 12  # pixels
_EVEN = (_BLOCK**2 - 1) / 12  # the variance of a block's rows or columns
_TEXTURE = 6.0  # grey levels of deviation from which on a block has something to agree in
_FEWEST_BLOCKS = 8
_ALIKE = 0.9  # correlation of blocks that agree
_HINT = 0.4  # correlation from which on a block has a say in the bending
_ROUNDS = 6
_DOUBTED = 0.85  # median correlation from which on uneven light may be why it is no higher
_ENOUGH = 0.97  # share of blocks that agree, or their median, with which no more is sought
_FARTHEST = 3.0  # pixels that one round of bending may move anything
_SOFT = 0.8  # pixels of blur before comparing, in the coarser picture
_BLURS = (0.5, 0.5, 0.7, 0.7, 1.0, 1.4)  # pixels, one upon the other
_SHARPER = 1.1  # times the fine detail that is no reason to blur yet
_LIMIT = 5.0  # times that one picture may be larger than the other


@dataclass(frozen=True, slots=True)
class Picture:
    """A small grey picture (height, width) and its features, in its pixels."""

    grey: NDArray[np.uint8]
    features: Features

    def mirrored(self) -> Picture:
        grey = np.ascontiguousarray(self.grey[:, ::-1])
        return Picture(grey, self.features.mirrored(grey.shape[1]))


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two pictures laid over each other, as far as both have texture.

    `likeness`: the median correlation of blocks, or that with the light evened if it is higher;
    `blocks`: how many; `agreed`: share of them that agree; `share`: the same of all blocks that
    have texture in either picture;
    `points`: features that fit; `covered`: share of the stored picture's textured blocks, where
    both are, that the new one does not show; `sharper`: how many times more fine detail the stored
    one has; `gain`: contrast of the new one against the stored; `homography` (3, 3): from pixels of
    the stored picture to those of the new one, which was mirrored before if so said.
    """

    likeness: float
    agreed: float
    share: float
    blocks: int
    points: int
    covered: float
    sharper: float
    gain: float
    homography: Matrix
    mirrored: bool


def agreement(stored: Picture, new: Picture) -> Agreement | None:
    """The better one of laying the new picture over as it is and mirrored; None for neither."""
    plain = _laid(stored, new, mirrored=False)
    if plain is not None and plain.agreed > _ENOUGH:
        return plain
    turned = _laid(stored, new.mirrored(), mirrored=True)
    both = [each for each in (plain, turned) if each is not None]
    return max(both, key=lambda each: each.share * each.points, default=None)


def laid_whole(stored: Picture, new: Picture) -> Agreement | None:
    """Pictures with too few features: tried as wholes, in all turns and mirrored."""
    found = []
    height, width = stored.grey.shape
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32) - 0.5
    for mirrored in (False, True):
        picture = new.mirrored() if mirrored else new
        other_height, other_width = new.grey.shape
        to = np.array(
            [[0, 0], [other_width, 0], [other_width, other_height], [0, other_height]], np.float32
        )
        for turns in range(4):
            whole = cv2.getPerspectiveTransform(corners, np.roll(to, turns, axis=0) - 0.5)
            laid = _compared(stored, picture, np.asarray(whole, float), 0, mirrored=mirrored)
            found.append(laid)
    return max((each for each in found if each), key=lambda each: each.share, default=None)


def _laid(stored: Picture, new: Picture, *, mirrored: bool) -> Agreement | None:
    here, there = _fitting(stored.features, new.features)
    if len(here) < _FEWEST:
        return None
    sane = [(way, fits) for way, fits in _ways(here, there) if _is_sane(way, stored)]
    homography, fits = max(sane, key=lambda each: each[1], default=(np.eye(3), 0))
    if fits < _FEWEST:
        return None
    return _compared(stored, new, homography, fits, mirrored=mirrored)


def _ways(here: NDArray[np.float32], there: NDArray[np.float32]) -> list[tuple[Matrix, int]]:
    """A similarity and a homography by which most of these places (n, 2) fit, and how many do: a
    few points, all on one side, leave a homography too much freedom."""
    similar, fit_similar = cv2.estimateAffinePartial2D(
        here, there, method=cv2.RANSAC, ransacReprojThreshold=_OFF - 0.5, maxIters=200
    )
    any_way, fit_any = cv2.findHomography(here, there, cv2.RANSAC, _OFF - 0.5, maxIters=500)
    found: list[tuple[Matrix, int]] = []
    if similar is not None:
        found.append((np.vstack([similar, [0, 0, 1]]), int(fit_similar.sum())))
    if any_way is not None:
        found.append((np.asarray(any_way, float), int(fit_any.sum())))
    return found


def _fitting(stored: Features, new: Features) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Places in both of points that are alike and lie so to each other as most of them say."""
    nothing = np.empty((0, 2), np.float32)
    if not len(stored) or not len(new):
        return nothing, nothing
    apart = np.bitwise_count(stored.codes[:, None] ^ new.codes[None, :])
    nearest = apart.argmin(axis=1)
    alike = np.flatnonzero(apart[np.arange(len(stored)), nearest] <= _LIKE)
    if len(alike) < _FEWEST:
        return nothing, nothing
    nearest = nearest[alike]
    here, there = stored.points[alike], new.points[nearest]
    # Each pair of points says by itself how one picture lies on the other: all are asked, and the
    # one that most others agree with is believed.
    larger = new.sizes[nearest] / stored.sizes[alike]
    angle = new.angles[nearest] - stored.angles[alike]
    turn = larger * np.exp(1j * angle)
    from_here = (here[None] - here[:, None]) @ np.array([1, 1j])
    from_there = (there[None] - there[:, None]) @ np.array([1, 1j])
    said = turn[:, None] * from_here
    fits = np.abs(said - from_there) < _OFF + _OFF_FAR * np.abs(said)
    believed = fits[fits.sum(axis=1).argmax()]
    return here[believed], there[believed]


def _is_sane(homography: Matrix, stored: Picture) -> bool:
    """Whether the whole picture stays before the eye and in reach."""
    height, width = stored.grey.shape
    corners = np.array([[0, 0, 1], [width, 0, 1], [width, height, 1], [0, height, 1]], np.float64)
    depth = corners @ homography[2]
    return bool((depth > 0.1).all()) and 1 / _LIMIT < _larger(homography, stored) < _LIMIT


def _larger(homography: Matrix, stored: Picture) -> float:
    """How many times larger the stored picture is seen in the new one."""
    height, width = stored.grey.shape
    inner = np.array([[[0.3 * width, 0.3 * height]], [[0.7 * width, 0.7 * height]]])
    first, last = cv2.perspectiveTransform(inner, homography)[:, 0]
    return float(np.hypot(*(last - first)) / np.hypot(0.4 * width, 0.4 * height))


def _compared(
    stored: Picture, new: Picture, homography: Matrix, points: int, *, mirrored: bool
) -> Agreement | None:
    """The best agreement on the way of fitting the bending."""
    larger = _larger(homography, stored)
    a = _softened(stored.grey, max(1.0, 1 / larger))
    b = _softened(new.grey, max(1.0, larger))
    grid = _grid(homography, a.shape)
    a, b, sharper = _as_soft(a, b, grid, larger)
    best: Agreement | None = None
    best_blocks: _Blocks | None = None
    for _ in range(_ROUNDS):
        blocks = _Blocks(a, *_laid_over(b, grid))
        if blocks.count < _FEWEST_BLOCKS:
            break
        found = blocks.agreement(points, sharper, homography, mirrored=mirrored)
        if best is None or found.agreed > best.agreed:
            best, best_blocks = found, blocks
        if found.agreed > _ENOUGH:
            break
        bending = blocks.bending()
        if bending is None:
            break
        grid = _bent(grid, bending)
    if best is None or best_blocks is None or not _DOUBTED < best.likeness < _ENOUGH:
        return best
    return replace(best, likeness=max(best.likeness, best_blocks.unshaded()))


def _softened(grey: NDArray[np.uint8], by: float) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey.astype(np.float32), (0, 0), _SOFT * by), np.float32)


def _as_soft(a: Grey, b: Grey, grid: Grey, larger: float) -> tuple[Grey, Grey, float]:
    """Both pictures, the sharper one blurred until it has no more fine detail than the other, and
    how many times more the stored one had before. It is asked of each block, for what lies upon a
    picture, and uneven light, have a contrast of their own."""
    over, there = _laid_over(b, grid)
    of_a, of_b = _spread(a), _spread(over)
    both = (_mean(there) > 0.99) & (np.minimum(of_a, of_b) > _TEXTURE**2)
    if both.sum() < _FEWEST_BLOCKS:
        return a, b, 1.0

    def sharper() -> float:
        fine = [_mean(np.square(cv2.Laplacian(each, cv2.CV_32F))) for each in (a, over)]
        ratio = fine[0] / _spread(a) * _spread(over) / np.maximum(fine[1], 1e-6)
        return float(np.sqrt(np.median(ratio[both])))

    before = ratio = sharper()
    for blur in _BLURS:
        if 1 / _SHARPER <= ratio <= _SHARPER or (ratio > 1) != (before > 1):
            break  # further, both would be blurred in turns until anything is alike
        if ratio > 1:
            a = _blurred(a, blur)
        else:
            b = _blurred(b, blur * max(1.0, larger))
            over, _ = _laid_over(b, grid)
        ratio = sharper()
    return a, b, before


def _blurred(grey: Grey, by: float) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), by), np.float32)


def _spread(grey: Grey) -> Grey:
    """The variance of each block."""
    return np.asarray(np.maximum(_mean(grey * grey) - _mean(grey) ** 2, 1e-3), np.float32)


def _grid(homography: Matrix, shape: tuple[int, ...]) -> Grey:
    """(height, width, 2): where in the new picture each of the stored one's pixels is."""
    rows, columns = np.indices(shape, np.float32)
    places = np.stack([columns, rows], axis=-1).reshape(1, -1, 2)
    found = cv2.perspectiveTransform(places, homography)
    return np.asarray(found, np.float32).reshape(*shape, 2)


def _laid_over(new: Grey, grid: Grey) -> tuple[Grey, Grey]:
    """The new picture as the stored one lies, and where it reaches (1 or 0)."""
    height, width = new.shape
    over = _read(new, grid)
    x, y = grid[..., 0], grid[..., 1]
    there = (x >= 0) & (y >= 0) & (x <= width - 1) & (y <= height - 1)
    return over, there.astype(np.float32)


def _read(values: Grey, places: Grey) -> Grey:
    x, y = cv2.split(places)
    read = cv2.remap(values, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(read, np.float32)


def _bent(grid: Grey, bending: Grey) -> Grey:
    """The grid read where the bending (height, width, 2; in the stored picture's pixels) says."""
    rows, columns = np.indices(grid.shape[:2], np.float32)
    places = np.stack([columns, rows], axis=-1) + np.clip(bending, -_FARTHEST, _FARTHEST)
    return _read(grid, places)


class _Blocks:
    """Half-overlapping blocks of the stored picture `a` and of the new one `b` laid over it."""

    def __init__(self, a: Grey, b: Grey, there: Grey) -> None:
        self.a, self.b, self.shape = a, b, a.shape
        mean_a, mean_b = _mean(a), _mean(b)
        spread_a = np.maximum(_mean(a * a) - mean_a**2, 1e-3)
        spread_b = np.maximum(_mean(b * b) - mean_b**2, 1e-3)
        self.mean_a, self.mean_b, self.spread_b = mean_a, mean_b, spread_b
        self.ratio = np.sqrt(spread_b / spread_a)
        reached = _mean(there) > 0.99
        self.gain = float(np.clip(np.median(self.ratio[reached]), 0.2, 5)) if reached.any() else 1.0
        self.seen = reached & (spread_a > _TEXTURE**2)
        new = reached & (spread_b > (_TEXTURE * self.gain) ** 2)
        self.both, self.either = self.seen & new, self.seen | new
        self.likeness = (_mean(a * b) - mean_a * mean_b) / np.sqrt(spread_a * spread_b)
        self.count = int(self.both.sum())

    def agreement(
        self, points: int, sharper: float, homography: Matrix, *, mirrored: bool
    ) -> Agreement:
        alike = self.likeness > _ALIKE
        return Agreement(
            likeness=float(np.median(self.likeness[self.both])),
            agreed=float(alike[self.both].mean()),
            share=float(alike[self.either].mean()),
            blocks=self.count,
            points=points,
            covered=1 - float((self.seen & (self.likeness > _HINT)).sum() / self.seen.sum()),
            sharper=sharper,
            gain=self.gain,
            homography=homography,
            mirrored=mirrored,
        )

    def unshaded(self) -> float:
        """The median correlation of blocks without what rises or falls evenly across each: what a
        filter that darkens the corners adds, and other shots of a place agree in."""
        places: list[Matrix] = list(np.indices(self.shape, np.float32))

        def together(one: Matrix, other: Matrix) -> Matrix:
            return np.asarray((_mean(one * other) - _mean(one) * _mean(other))[self.both], float)

        def left(one: Matrix, other: Matrix) -> Matrix:
            by_place = [together(one, at) * together(other, at) / _EVEN for at in places]
            return np.asarray(together(one, other) - np.sum(by_place, axis=0))

        spread = np.maximum(left(self.a, self.a), 1e-3) * np.maximum(left(self.b, self.b), 1e-3)
        return float(np.median(left(self.a, self.b) / np.sqrt(spread)))

    def bending(self) -> Grey | None:
        """(height, width, 2): by how much to move each pixel's place so that more agrees.

        One Gauss-Newton step (Lucas-Kanade) for a quadratic motion of the whole, every block with
        its own brightness and contrast, weighted by how much it agrees.
        """
        fit = self.both & (self.likeness > _HINT)
        if fit.sum() < _FEWEST_BLOCKS:
            return None
        dx, dy = (
            np.asarray(cv2.Scharr(self.b, cv2.CV_32F, *way)) / np.float32(32)
            for way in ((1, 0), (0, 1))
        )
        mean_dx, mean_dy = _mean(dx), _mean(dy)
        weight = np.clip((self.likeness - _HINT) / (1 - _HINT), 0, 1) / self.spread_b

        def moment(one: Matrix, mean_one: Grey, other: Matrix, mean_other: Grey) -> Matrix:
            return np.asarray(((_mean(one * other) - mean_one * mean_other) * weight)[fit], float)

        away_a, away_b = (self.a, self.mean_a), (self.b, self.mean_b)
        ratio = self.ratio[fit]
        by_x = ratio * moment(dx, mean_dx, *away_a) - moment(dx, mean_dx, *away_b)
        by_y = ratio * moment(dy, mean_dy, *away_a) - moment(dy, mean_dy, *away_b)
        xx, xy = moment(dx, mean_dx, dx, mean_dx), moment(dx, mean_dx, dy, mean_dy)
        yy = moment(dy, mean_dy, dy, mean_dy)
        terms = _terms(self.shape)
        at = terms[_BLOCK // 2 :: _BLOCK // 2, _BLOCK // 2 :: _BLOCK // 2][fit]

        def square(weights: Matrix) -> Matrix:
            return np.asarray(at.T @ (at * weights[:, None]))

        normal = np.block([[square(xx), square(xy)], [square(xy), square(yy)]])
        normal += np.eye(len(normal)) * (1e-3 * np.trace(normal) / len(normal) + 1e-9)
        solved = np.linalg.solve(normal, np.concatenate([at.T @ by_x, at.T @ by_y]))
        half = len(solved) // 2
        motion = np.stack([terms @ solved[:half], terms @ solved[half:]], axis=-1)
        return motion.astype(np.float32) if np.isfinite(motion).all() else None


def _mean(values: ArrayLike) -> Grey:
    """Means over the blocks."""
    means = cv2.boxFilter(np.asarray(values), cv2.CV_32F, (_BLOCK, _BLOCK))
    return np.asarray(means[_BLOCK // 2 :: _BLOCK // 2, _BLOCK // 2 :: _BLOCK // 2], np.float32)


def _terms(shape: tuple[int, ...]) -> Matrix:
    """(height, width, 6): the terms of a quadratic function of a place."""
    rows, columns = np.indices(shape, float)
    y, x = rows / shape[0] - 0.5, columns / shape[1] - 0.5
    return np.stack([np.ones_like(x), x, y, x * y, x * x, y * y], axis=-1)
