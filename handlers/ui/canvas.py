"""A sheet to draw on: words, rings, panels and marks with smooth edges."""

from functools import lru_cache
from io import BytesIO
from math import cos, radians, sin

from PIL import Image, ImageColor, ImageDraw

from evidence.lettering import Words

WIDTH = 1080
HIGHEST = 1280  # px: Telegram shrinks a photo whose longer side is more
_FINER = 4  # shapes are drawn so many times larger, then reduced: Pillow draws jagged edges

Colour = tuple[int, int, int]
Box = tuple[float, float, float, float]


def colour(code: str) -> Colour:
    """A colour from `#rrggbb`."""
    red, green, blue = ImageColor.getrgb(code)[:3]
    return red, green, blue


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """`share` (0..1) of `one`, the rest of `other`."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def is_light(shade: Colour) -> bool:
    """Dark marks are seen on it better than white ones."""
    red, green, blue = shade
    return 0.299 * red + 0.587 * green + 0.114 * blue > 165


WHITE: Colour = (255, 255, 255)
PAPER = colour("#EEF6FA")
SKY = colour("#00A6CB")
DEEP = colour("#0077A8")
GOLD = colour("#FFC72C")
INK = colour("#10324A")
MUTED = colour("#587285")
PALE = colour("#DFE9EF")
QUIET = colour("#8DA2B1")


class Canvas:
    """A picture in the making. `lines` are its words, `boxes` the places where they stand."""

    def __init__(self, height: int, background: Colour) -> None:
        self.image = Image.new("RGB", (WIDTH, height), background)
        self.boxes: list[Box] = []
        self.lines: list[str] = []
        self._pen = ImageDraw.Draw(self.image)

    def write(self, x: float, y: float, words: Words, shade: Colour, anchor: str = "l") -> float:
        """Words from the top `y`, at the left, middle or right (l, m, r) of `x`; the bottom."""
        for line in words.lines:
            baseline = y + words.font.size
            place = (x, baseline)
            self._pen.text(place, line, shade, font=words.font, anchor=anchor + "s")
            self.lines.append(line)
            self.boxes.append(self._pen.textbbox(place, line, words.font, anchor=anchor + "s"))
            y += words.leading
        return y

    def panel(self, box: Box, radius: int, shade: Colour) -> None:
        """A filled rectangle with round corners."""
        left, top, right, bottom = (round(edge) for edge in box)
        radius = min(radius, (right - left) // 2, (bottom - top) // 2)
        if right - left > 2 * radius:
            self._pen.rectangle((left + radius, top, right - radius - 1, bottom - 1), shade)
        if bottom - top > 2 * radius:
            self._pen.rectangle((left, top + radius, right - 1, bottom - radius - 1), shade)
        corners = disc(2 * radius)
        for x, crop_x in ((left, 0), (right - radius, radius)):
            for y, crop_y in ((top, 0), (bottom - radius, radius)):
                mask = corners.crop((crop_x, crop_y, crop_x + radius, crop_y + radius))
                self.image.paste(shade, (x, y), mask)

    def stamp(self, mask: Image.Image, x: float, y: float, shade: Colour) -> None:
        """A shape in one colour, its upper left corner at `x`, `y`."""
        self.image.paste(shade, (round(x), round(y)), mask)

    def png(self) -> bytes:
        out = BytesIO()
        # A few hundred shades are enough for flat colours, and half as long to write.
        self.image.quantize(256, Image.Quantize.FASTOCTREE).save(out, "PNG", compress_level=6)
        return out.getvalue()


def shape_of(size: int) -> tuple[Image.Image, ImageDraw.ImageDraw, int]:
    """An empty mask for a shape of `size` px, its pen, and how many times larger it is drawn."""
    mask = Image.new("L", (size * _FINER, size * _FINER), 0)
    return mask, ImageDraw.Draw(mask), _FINER


@lru_cache(maxsize=32)
def disc(size: int) -> Image.Image:
    mask, pen, finer = shape_of(max(1, size))
    pen.ellipse((0, 0, size * finer - 1, size * finer - 1), 255)
    return mask.reduce(finer)


@lru_cache(maxsize=64)
def ring(size: int, thickness: int, percent: int) -> Image.Image:
    """The part of a ring that `percent` fills, from the top clockwise, with round ends."""
    mask, pen, finer = shape_of(size)
    edge = size * finer - 1
    thick = thickness * finer
    if percent >= 100:
        pen.ellipse((0, 0, edge, edge), 255)
        pen.ellipse((thick, thick, edge - thick, edge - thick), 0)
        return mask.reduce(finer)
    if percent > 0:
        end = -90 + 3.6 * percent
        pen.arc((0, 0, edge, edge), -90, end, 255, thick)
        for angle in (-90.0, end):
            x = edge / 2 + (edge - thick) / 2 * cos(radians(angle))
            y = edge / 2 + (edge - thick) / 2 * sin(radians(angle))
            pen.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), 255)
    return mask.reduce(finer)


@lru_cache(maxsize=16)
def rays(size: int, length: int, first: int, last: int, count: int = 32) -> Image.Image:
    """Rays `first` up to `last` (not included) of the `count` of a sun, clockwise from the top."""
    mask, pen, finer = shape_of(size)
    middle, outer = size * finer / 2, size * finer / 2 - finer
    for number in range(first, last):
        angle = radians(-90 + 360 * number / count)
        side = radians(360 / count * 0.24)
        inner = outer - length * finer
        pen.polygon(
            [
                (middle + inner * cos(angle - side), middle + inner * sin(angle - side)),
                (middle + outer * cos(angle), middle + outer * sin(angle)),
                (middle + inner * cos(angle + side), middle + inner * sin(angle + side)),
            ],
            255,
        )
    return mask.reduce(finer)


@lru_cache(maxsize=16)
def tick(size: int) -> Image.Image:
    """A check mark."""
    mask, pen, finer = shape_of(size)
    at = size * finer
    points = [(at * 0.27, at * 0.52), (at * 0.44, at * 0.68), (at * 0.74, at * 0.34)]
    pen.line(points, 255, round(at * 0.12), joint="curve")
    return mask.reduce(finer)


@lru_cache(maxsize=16)
def cross(size: int) -> Image.Image:
    """A cross of two strokes."""
    mask, pen, finer = shape_of(size)
    near, far = size * finer * 0.32, size * finer * 0.68
    for line in ((near, near, far, far), (near, far, far, near)):
        pen.line(line, 255, round(size * finer * 0.09))
    return mask.reduce(finer)


@lru_cache(maxsize=16)
def tile(size: int) -> Image.Image:
    """A square with round corners."""
    mask, pen, finer = shape_of(size)
    edge = size * finer - 1
    pen.rounded_rectangle((0, 0, edge, edge), round(edge * 0.26), 255)
    return mask.reduce(finer)


@lru_cache(maxsize=16)
def frame(size: int, thickness: int) -> Image.Image:
    """The outline of a tile."""
    mask, pen, finer = shape_of(size)
    edge = size * finer - 1
    pen.rounded_rectangle((0, 0, edge, edge), round(edge * 0.26), 0, 255, thickness * finer)
    return mask.reduce(finer)


@lru_cache(maxsize=64)
def filled_tile(size: int, share: float) -> Image.Image:
    """The lower `share` (0..1) of a tile."""
    mask = tile(size).copy()
    mask.paste(0, (0, 0, size, round(size * (1 - share))))
    return mask


@lru_cache(maxsize=2)
def horns(size: int) -> Image.Image:
    """Ram's horns (қошқар мүйіз), the motif of Kazakh ornament, to be repeated along a border."""
    mask, pen, finer = shape_of(size)
    at = size * finer
    stroke = round(at * 0.07)
    for side in (-1, 1):
        y = at * 0.4
        for radius, mirrored in ((0.23, (180, 450)), (0.14, (90, 270)), (0.08, (270, 450))):
            start, end = mirrored if side > 0 else (180 - mirrored[1], 180 - mirrored[0])
            reach = at * radius
            x = at / 2 + side * at * 0.23
            y = at * (0.63 - radius) if radius > 0.1 else at * (0.35 + radius)
            pen.arc((x - reach, y - reach, x + reach, y + reach), start, end, 255, stroke)
    middle = at / 2
    pen.line((middle, at * 0.4, middle, at * 0.84), 255, stroke)
    pen.polygon(
        [
            (middle, at * 0.66),
            (middle + at * 0.13, at * 0.82),
            (middle, at * 0.98),
            (middle - at * 0.13, at * 0.82),
        ],
        255,
    )
    return mask.reduce(finer)
