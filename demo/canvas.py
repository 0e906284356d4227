"""The common ground of drawn photos: light, earth, people, grain."""

import io
import math
import random
from collections.abc import Sequence
from functools import cache
from typing import TypeAlias

from PIL import Image, ImageChops, ImageColor, ImageDraw

Colour: TypeAlias = str | tuple[int, int, int]
Point: TypeAlias = tuple[float, float]

WIDTH, HEIGHT = 1280, 960  # drawn twice as large as kept, so that edges are smooth
BENDS, BENT = (5, 4), 10  # a grid of points, each moved by so many pixels
SKIN = ("#f0c9a4", "#e5b58c", "#d9a679", "#c99268")
HAIR = ("#1f1a17", "#2d211b", "#3b2a20", "#15161c")
CLOTHES = ("#d1495b", "#edae49", "#00798c", "#30638e", "#6a4c93", "#2a9d8f", "#f4f1de", "#e76f51")
LIGHTS = ("#ffe9b8", "#fff6e0", "#dbe9ff", "#ffd9c2")


class Canvas:
    """A photo in the making; everything random comes from `luck`."""

    def __init__(self, luck: random.Random) -> None:
        self.luck = luck
        self.picture = Image.new("RGB", (WIDTH, HEIGHT))
        self.pen = ImageDraw.Draw(self.picture)

    def any(self, colours: Sequence[str]) -> str:
        return self.luck.choice(colours)

    def between(self, low: float, high: float) -> float:
        return self.luck.uniform(low, high)

    def fade(self, top: Colour, bottom: Colour, start: float = 0, end: float = HEIGHT) -> None:
        """A vertical change of colour over the whole width."""
        strip = (1, 256)
        rise = Image.linear_gradient("L").crop((0, 0, *strip))
        fading = Image.composite(
            Image.new("RGB", strip, bottom), Image.new("RGB", strip, top), rise
        )
        place = (0, round(start), WIDTH, round(end))
        size = (WIDTH, place[3] - place[1])
        column = fading.resize((1, size[1]), Image.Resampling.BILINEAR)
        self.picture.paste(column.resize(size, Image.Resampling.NEAREST), place)

    def sky(self, horizon: float) -> None:
        """Morning, noon, evening or a grey day."""
        top, bottom = self.luck.choice(
            [
                ("#4f8fd6", "#cfe6fb"),
                ("#2f6fb5", "#f9d9a8"),
                ("#8aa4bf", "#e6ebef"),
                ("#5a5f9c", "#f6b08a"),
                ("#3d9ad1", "#eaf7ff"),
            ]
        )
        self.fade(top, bottom, 0, horizon)
        if self.luck.random() < 0.6:
            x, y, r = self.between(80, 1200), self.between(60, horizon * 0.5), self.between(30, 60)
            self.glow(x, y, r * 4, "#fff3c9", 120)
            self.circle(x, y, r, "#fffbe6")
        for _ in range(self.luck.randint(0, 4)):
            self.cloud(self.between(0, WIDTH), self.between(40, horizon * 0.6))

    def cloud(self, x: float, y: float) -> None:
        for _ in range(7):
            r = self.between(20, 60)
            self.oval(x + self.between(-120, 120), y + self.between(-16, 16), r * 1.6, r, "#f7fafc")

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: int) -> None:
        """Light that fades out from a point."""
        side = round(radius * 2)
        spot = ImageChops.invert(Image.radial_gradient("L").resize((side, side)))
        spot = spot.point([max(0, v - 75) * strength // 180 for v in range(256)])
        self.picture.paste(
            Image.new("RGB", (side, side), colour), (round(x - radius), round(y - radius)), spot
        )

    def hills(self, base: float, height: float, colour: Colour, rough: float = 0.5) -> None:
        """A ridge from edge to edge, filled down to the bottom."""
        waves = [(self.between(1, 9), self.between(0, 6.3), self.between(0.2, 1)) for _ in range(5)]
        points: list[Point] = []
        for x in range(0, WIDTH + 16, 16):
            y = sum(math.sin(f * x / WIDTH * 3 + p) * a / (1 + f * rough) for f, p, a in waves)
            points.append((x, base - height * (0.5 + y * 0.4)))
        self.pen.polygon([(0, HEIGHT), *points, (WIDTH, HEIGHT)], fill=colour)

    def circle(self, x: float, y: float, r: float, colour: Colour) -> None:
        self.oval(x, y, r, r, colour)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        self.pen.ellipse((x - rx, y - ry, x + rx, y + ry), fill=colour)

    def box(self, x: float, y: float, w: float, h: float, colour: Colour, round_: int = 0) -> None:
        self.pen.rounded_rectangle((x, y, x + w, y + h), round_, fill=colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """A stroke with round ends."""
        self.pen.line(list(points), fill=colour, width=round(width), joint="curve")
        for x, y in (points[0], points[-1]):
            self.circle(x, y, width / 2 - 1, colour)

    def grass(self, top: float, colour: Colour = "#6da34d", blades: int = 260) -> None:
        self.fade(colour, shaded(colour, 0.62), top, HEIGHT)
        for _ in range(blades):
            x, y = self.between(0, WIDTH), self.between(top + 8, HEIGHT)
            size = 6 + 26 * (y - top) / (HEIGHT - top)
            tint = shaded(colour, self.between(0.65, 1.15))
            self.pen.line((x, y, x + self.between(-6, 6), y - size), fill=tint, width=3)

    def tree(self, x: float, ground: float, size: float) -> None:
        self.box(x - size * 0.06, ground - size * 0.5, size * 0.12, size * 0.5, "#6b4f3a")
        green = self.any(("#4f8a3c", "#3f7a3a", "#6a9a3d", "#5c8f57"))
        for _ in range(9):
            dx, dy = self.between(-0.3, 0.3) * size, self.between(-0.35, 0.2) * size
            tint = shaded(green, self.between(0.8, 1.2))
            self.circle(x + dx, ground - size * 0.7 + dy, size * self.between(0.14, 0.24), tint)

    def person(
        self,
        x: float,
        feet: float,
        height: float,
        *,
        step: float = 0.0,
        lean: float = 0.0,
        arms: tuple[Point, Point] = ((-0.16, 0.16), (0.16, 0.16)),
        pack: bool = False,
    ) -> Point:
        """A small figure; `arms` end beside the shoulders, in heights. Returns the right hand."""
        shirt, trousers = self.any(CLOTHES), self.any(("#2b2d42", "#3d405b", "#1d3557", "#444444"))
        skin, hair = self.any(SKIN), self.any(HAIR)
        hip = (x, feet - height * 0.47)
        neck = (x + lean * height, feet - height * 0.8)
        width = height * 0.085
        for side in (-1, 1):
            foot = (x + side * (0.04 + step) * height, feet)
            knee = ((hip[0] + foot[0]) / 2 + height * 0.05 * step, feet - height * 0.24)
            self.line([hip, knee, foot], trousers, width)
            self.oval(foot[0] + width * 0.3, feet, width * 0.8, width * 0.35, "#f5f5f5")
        if pack:
            self.box(neck[0] - height * 0.2, neck[1], height * 0.17, height * 0.27, "#bc4b32", 16)
        self.line([neck, hip], shirt, height * 0.17)
        hand = (x, feet)
        for dx, dy in arms:
            elbow = (neck[0] + dx * height * 0.7, neck[1] + (dy * 0.3 + 0.09) * height)
            hand = (neck[0] + dx * height, neck[1] + dy * height + height * 0.05)
            self.line([(neck[0], neck[1] + height * 0.02), elbow], shirt, width * 0.8)
            self.line([elbow, hand], skin, width * 0.6)
        head = (neck[0] + lean * height * 0.2, neck[1] - height * 0.1)
        self.circle(*head, height * 0.085, hair)
        self.oval(head[0], head[1] + height * 0.02, height * 0.07, height * 0.075, skin)
        return hand

    def _bent(self, shot: Image.Image) -> Image.Image:
        """Drawn things have one shape each; no two photos show a thing from quite the same side."""
        columns, rows = BENDS
        xs = [round(shot.width * n / columns) for n in range(columns + 1)]
        ys = [round(shot.height * n / rows) for n in range(rows + 1)]
        from_ = {
            (i, j): (
                x + (0 < i < columns) * self.between(-BENT, BENT),
                y + (0 < j < rows) * self.between(-BENT, BENT),
            )
            for i, x in enumerate(xs)
            for j, y in enumerate(ys)
        }
        mesh = [
            (
                (xs[i], ys[j], xs[i + 1], ys[j + 1]),
                (*from_[i, j], *from_[i, j + 1], *from_[i + 1, j + 1], *from_[i + 1, j]),
            )
            for i in range(columns)
            for j in range(rows)
        ]
        bend = Image.Transform.MESH
        return shot.transform(shot.size, bend, mesh, Image.Resampling.BILINEAR)

    def develop(self) -> bytes:
        """The JPEG, half as large, with a photo's light, grain and dark corners."""
        shot = self.picture.reduce(2)
        if self.luck.random() < 0.4:  # stood a little nearer
            left, top = self.luck.randint(0, 40), self.luck.randint(0, 30)
            shot = shot.crop((left, top, left + shot.width - 40, top + shot.height - 30))
        shot = self._bent(shot)
        tint, warmth = ImageColor.getrgb(self.any(LIGHTS)), self.between(0.2, 0.8)
        parts = [1 - warmth + warmth * part / 255 for part in tint[:3]]
        shot = shot.point([round(value * part) for part in parts for value in range(256)])
        grain, corners = _film()
        shot = Image.blend(shot, ImageChops.overlay(shot, grain.crop((0, 0, *shot.size))), 0.22)
        shot.paste("#0b0d12", (0, 0), corners.resize(shot.size, Image.Resampling.NEAREST))
        out = io.BytesIO()
        shot.save(out, "JPEG", quality=88)
        return out.getvalue()


@cache
def _film() -> tuple[Image.Image, Image.Image]:
    """Grain, and how dark the corners are."""
    size = (WIDTH // 2, HEIGHT // 2)
    far = Image.radial_gradient("L").resize(size)
    corners = far.point([max(0, value * 2 // 5 - 40) for value in range(256)])
    return Image.effect_noise(size, 22).convert("RGB"), corners


def shaded(colour: Colour, by: float) -> tuple[int, int, int]:
    """The colour, darker (below 1) or lighter."""
    red, green, blue = (
        min(255, round(part * by))
        for part in (ImageColor.getrgb(colour)[:3] if isinstance(colour, str) else colour)
    )
    return red, green, blue
