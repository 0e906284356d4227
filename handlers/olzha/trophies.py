"""What trophies look like: a badge in its colour, a white sign on it, and perhaps a number."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import cos, pi, sin

from PIL import Image, ImageDraw

from award.programme import Picture, Trophy
from evidence.lettering import fitted
from handlers.ui.canvas import GOLD, INK, WHITE, Colour, colour, mixed

Point = tuple[float, float]

_FINER = 4  # drawn so many times larger, then reduced: Pillow draws jagged edges
_BLACK: Colour = (0, 0, 0)
_SCALLOPS = 20


@lru_cache(maxsize=64)
def trophy(shown: Trophy, size: int) -> Image.Image:
    """A trophy of `size` px on nothing (RGBA)."""
    pen = _Pen(size)
    shade = colour(shown.colour)
    _badge(pen, shade)
    _SIGNS[shown.picture](pen, shade)
    made = pen.reduced()
    if shown.number is not None:
        _plate(made, shown.number)
    return made


class _Pen:
    """Draws in a square whose sides are 1, with smooth edges."""

    def __init__(self, size: int) -> None:
        self._at = size * _FINER
        self._image = Image.new("RGBA", (self._at, self._at), (*WHITE, 0))
        self._pen = ImageDraw.Draw(self._image)

    def shape(self, points: Iterable[Point], shade: Colour) -> None:
        self._pen.polygon([(x * self._at, y * self._at) for x, y in points], shade)

    def disc(self, x: float, y: float, radius: float, shade: Colour) -> None:
        self._pen.ellipse(self._box(x, y, radius), shade)

    def arc(
        self,
        x: float,
        y: float,
        radius: float,
        shade: Colour,
        width: float,
        start: float = 0,
        end: float = 360,
    ) -> None:
        """A part of a ring, in degrees clockwise from the right; `radius` is the outer one."""
        thick = round(width * self._at)
        self._pen.arc(self._box(x, y, radius), start, end, shade, thick)

    def line(self, points: Sequence[Point], shade: Colour, width: float) -> None:
        """A stroke with round ends and corners."""
        scaled = [(x * self._at, y * self._at) for x, y in points]
        self._pen.line(scaled, shade, round(width * self._at), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, shade)

    def panel(self, box: tuple[float, float, float, float], radius: float, shade: Colour) -> None:
        scaled = [edge * self._at for edge in box]
        self._pen.rounded_rectangle(scaled, radius * self._at, shade)

    def reduced(self) -> Image.Image:
        return self._image.reduce(_FINER)

    def _box(self, x: float, y: float, radius: float) -> tuple[float, float, float, float]:
        left, top, right, bottom = x - radius, y - radius, x + radius, y + radius
        return left * self._at, top * self._at, right * self._at, bottom * self._at


def _badge(pen: _Pen, shade: Colour) -> None:
    """A disc with a scalloped rim, lighter above than below, and a thin ring inside."""
    rim = mixed(shade, _BLACK, 0.72)
    for number in range(_SCALLOPS):
        angle = 2 * pi * number / _SCALLOPS
        pen.disc(0.5 + 0.425 * cos(angle), 0.5 + 0.425 * sin(angle), 0.07, rim)
    pen.disc(0.5, 0.5, 0.44, rim)
    pen.disc(0.5, 0.5, 0.4, shade)
    lit = [(0.5 + 0.4 * cos(a), 0.5 + 0.4 * sin(a)) for a in _angles(pi * 0.93, pi * 1.97)]
    pen.shape([*lit, *_curve((0.886, 0.4), (0.6, 0.5), (0.4, 0.62), (0.11, 0.59))], _lit(shade))
    pen.arc(0.5, 0.5, 0.365, mixed(WHITE, shade, 0.55), 0.012)


def _plate(made: Image.Image, number: int) -> None:
    """The number on a plate of gold, over the lower edge."""
    size = made.width
    words = fitted(str(number), size * 0.5, round(size * 0.21), bold=True)
    plate = _Pen(size)
    half = max(0.15, words.width / size / 2 + 0.07)
    plate.panel((0.5 - half, 0.73, 0.5 + half, 0.98), 0.09, mixed(GOLD, _BLACK, 0.72))
    plate.panel((0.52 - half, 0.75, 0.48 + half, 0.96), 0.075, GOLD)
    made.alpha_composite(plate.reduced())
    ImageDraw.Draw(made).text(
        (size / 2, size * 0.856), words.lines[0], INK, font=words.font, anchor="mm"
    )


def _lit(shade: Colour) -> Colour:
    return mixed(shade, WHITE, 0.86)


# --- the signs, in a square whose sides are 1


def _sprout(pen: _Pen, shade: Colour) -> None:
    pen.line(_curve((0.5, 0.72), (0.5, 0.62), (0.5, 0.52), (0.49, 0.44)), WHITE, 0.045)
    for side in (1, -1):
        x, y = 0.5, 0.52 if side > 0 else 0.45
        tip = (x + side * 0.23, y - 0.2)
        upper = _curve((x, y), (x + side * 0.02, y - 0.2), (x + side * 0.14, y - 0.24), tip)
        lower = _curve(tip, (x + side * 0.25, y - 0.05), (x + side * 0.12, y + 0.01), (x, y))
        pen.shape([*upper, *lower], WHITE)
        pen.line([(x, y), (x + side * 0.14, y - 0.12)], _lit(shade), 0.016)
    pen.line([(0.34, 0.73), (0.66, 0.73)], WHITE, 0.045)


def _flame(pen: _Pen, shade: Colour) -> None:
    def tongue(x: float, y: float, scale: float) -> list[Point]:
        points = [
            *_curve((0.02, -0.34), (0.05, -0.2), (0.24, -0.1), (0.22, 0.1)),
            *_curve((0.22, 0.1), (0.2, 0.26), (0.08, 0.3), (0.0, 0.3)),
            *_curve((0.0, 0.3), (-0.1, 0.3), (-0.22, 0.24), (-0.22, 0.08)),
            *_curve((-0.22, 0.08), (-0.22, -0.02), (-0.16, -0.08), (-0.14, -0.15)),
            *_curve((-0.14, -0.15), (-0.1, -0.1), (-0.08, -0.06), (-0.06, -0.05)),
            *_curve((-0.06, -0.05), (-0.06, -0.16), (0.0, -0.24), (0.02, -0.34)),
        ]
        return [(x + scale * px, y + scale * py) for px, py in points]

    pen.shape(tongue(0.5, 0.47, 0.98), WHITE)
    pen.shape(tongue(0.5, 0.56, 0.55), GOLD if _differs(shade, GOLD) else shade)


def _book(pen: _Pen, shade: Colour) -> None:
    for side in (1, -1):
        outer = 0.5 + side * 0.27
        top = _curve(
            (0.5, 0.36), (0.5 + side * 0.08, 0.29), (0.5 + side * 0.2, 0.29), (outer, 0.33)
        )
        bottom = _curve(
            (outer, 0.66), (0.5 + side * 0.2, 0.62), (0.5 + side * 0.08, 0.62), (0.5, 0.69)
        )
        pen.shape([*top, *bottom], WHITE)
        for y in (0.42, 0.49, 0.56):
            near, far = 0.5 + side * 0.06, 0.5 + side * 0.21
            pen.line([(near, y + 0.012), (far, y - 0.012)], mixed(shade, WHITE, 0.7), 0.018)
    pen.line([(0.5, 0.37), (0.5, 0.68)], mixed(shade, _BLACK, 0.8), 0.016)


def _mountain(pen: _Pen, shade: Colour) -> None:
    pen.disc(0.68, 0.32, 0.07, GOLD)
    pen.shape([(0.36, 0.7), (0.62, 0.38), (0.84, 0.7)], mixed(WHITE, shade, 0.75))
    pen.shape([(0.16, 0.7), (0.42, 0.27), (0.67, 0.7)], WHITE)
    snow = [(0.42, 0.27), (0.51, 0.42), (0.46, 0.4), (0.42, 0.45), (0.38, 0.4), (0.33, 0.42)]
    pen.shape(snow, mixed(shade, WHITE, 0.45))
    pen.line([(0.18, 0.71), (0.82, 0.71)], WHITE, 0.03)


def _heart(pen: _Pen, shade: Colour) -> None:
    def heart(y: float, scale: float) -> list[Point]:
        right = [
            *_curve((0.0, -0.16), (0.05, -0.28), (0.28, -0.3), (0.28, -0.08)),
            *_curve((0.28, -0.08), (0.28, 0.08), (0.1, 0.18), (0.0, 0.28)),
        ]
        both = [*right, *((-x, py) for x, py in reversed(right))]
        return [(0.5 + scale * px, y + scale * py) for px, py in both]

    pen.shape(heart(0.49, 0.98), WHITE)
    glint = _curve((0.32, 0.47), (0.31, 0.38), (0.36, 0.34), (0.42, 0.345))
    pen.line(glint, mixed(shade, WHITE, 0.45), 0.028)


def _star(pen: _Pen, shade: Colour) -> None:
    points = [
        (0.5 + radius * sin(angle), 0.5 - radius * cos(angle))
        for number in range(10)
        for radius, angle in [(0.3 if number % 2 == 0 else 0.13, pi * number / 5)]
    ]
    pen.shape(points, WHITE)
    pen.line([*points, points[0]], WHITE, 0.03)  # rounds the corners
    for number in range(0, 10, 2):  # facets
        pen.shape([(0.5, 0.5), points[number], points[number + 1]], mixed(WHITE, shade, 0.78))


def _cup(pen: _Pen, shade: Colour) -> None:
    for side in (1, -1):
        pen.arc(0.5 + side * 0.17, 0.39, 0.115, WHITE, 0.035)
    bowl = [
        (0.32, 0.26),
        (0.68, 0.26),
        *_curve((0.68, 0.26), (0.68, 0.46), (0.6, 0.55), (0.53, 0.57)),
        *_curve((0.47, 0.57), (0.4, 0.55), (0.32, 0.46), (0.32, 0.26)),
    ]
    pen.shape(bowl, WHITE)
    pen.panel((0.47, 0.55, 0.53, 0.67), 0.01, WHITE)
    pen.panel((0.38, 0.65, 0.62, 0.73), 0.025, WHITE)
    pen.panel((0.3, 0.24, 0.7, 0.29), 0.025, WHITE)
    # Of the shanyrak, the crown of a yurt: a ring and its crossing poles.
    ink = mixed(shade, _BLACK, 0.85)
    pen.arc(0.5, 0.4, 0.085, ink, 0.02)
    for turn in (-0.03, 0.03):
        pen.line([(0.5 + turn, 0.33), (0.5 + turn, 0.47)], ink, 0.016)
        pen.line([(0.43, 0.4 + turn), (0.57, 0.4 + turn)], ink, 0.016)


def _patch(pen: _Pen, _shade: Colour) -> None:
    pen.arc(0.5, 0.5, 0.29, WHITE, 0.06, -30, 250)
    x, y = 0.5 + 0.26 * cos(250 * pi / 180), 0.5 + 0.26 * sin(250 * pi / 180)
    pen.shape([(x - 0.02, y - 0.12), (x - 0.01, y + 0.11), (x + 0.15, y - 0.03)], WHITE)
    pen.line([(0.38, 0.51), (0.47, 0.6), (0.63, 0.41)], WHITE, 0.065)


def _ticket(pen: _Pen, shade: Colour) -> None:
    def turned(x: float, y: float) -> Point:
        angle = -pi / 9
        return 0.5 + x * cos(angle) - y * sin(angle), 0.5 + x * sin(angle) + y * cos(angle)

    corners = [(-0.28, -0.16), (0.28, -0.16), (0.28, 0.16), (-0.28, 0.16)]
    pen.shape([turned(x, y) for x, y in corners], WHITE)
    for x in (-0.28, 0.28):
        pen.disc(*turned(x, 0), 0.055, shade)
    for y in (-0.11, -0.04, 0.03, 0.1):
        pen.line([turned(0.12, y), turned(0.12, y + 0.02)], shade, 0.02)
    rays = [
        turned(-0.07 + radius * sin(angle), -radius * cos(angle))
        for number in range(10)
        for radius, angle in [(0.1 if number % 2 == 0 else 0.043, pi * number / 5)]
    ]
    pen.shape(rays, GOLD if _differs(shade, GOLD) else mixed(shade, _BLACK, 0.85))


_SIGNS: dict[Picture, Callable[[_Pen, Colour], None]] = {
    Picture.sprout: _sprout,
    Picture.flame: _flame,
    Picture.book: _book,
    Picture.mountain: _mountain,
    Picture.heart: _heart,
    Picture.star: _star,
    Picture.cup: _cup,
    Picture.patch: _patch,
    Picture.ticket: _ticket,
}


def _curve(one: Point, two: Point, three: Point, four: Point, steps: int = 16) -> list[Point]:
    """Points of a Bézier curve from the first to the last, drawn to the two between."""
    points = []
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        given = (one, two, three, four)
        x = sum(w * p[0] for w, p in zip(weights, given, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, given, strict=True))
        points.append((x, y))
    return points


def _angles(start: float, end: float, steps: int = 48) -> Iterable[float]:
    return (start + (end - start) * step / steps for step in range(steps + 1))


def _differs(one: Colour, other: Colour) -> bool:
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) > 120
