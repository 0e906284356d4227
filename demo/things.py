"""Things that stand in drawn photos."""

import math

from demo.canvas import Canvas, Colour, Point, shaded

SPINES = ("#7c2f3f", "#23527c", "#2f6b5a", "#5b3f6e", "#b5622d", "#3b4048", "#93392f")


def dombra(canvas: Canvas, x: float, y: float, turn: float, size: float) -> None:
    """Two strings, a body like a drop, a long thin neck."""
    wood = canvas.any(("#b5713a", "#9c5a2d", "#c98b4e"))
    around = [step / 48 * 2 * math.pi for step in range(48)]
    body = [(170 * math.cos(t), 128 * math.sin(t) * (1 - 0.28 * math.cos(t))) for t in around]
    canvas.pen.polygon([_turned(p, x, y, turn, size) for p in body], fill=wood)
    inner = [(px * 0.88 + 4, py * 0.84) for px, py in body]
    canvas.pen.polygon([_turned(p, x, y, turn, size) for p in inner], fill=shaded(wood, 1.25))
    neck = [_turned((150, 0), x, y, turn, size), _turned((620, 0), x, y, turn, size)]
    canvas.line(neck, shaded(wood, 0.6), 34 * size)
    canvas.circle(*_turned((600, 0), x, y, turn, size), 34 * size, shaded(wood, 0.7))
    canvas.circle(*_turned((40, 0), x, y, turn, size), 24 * size, "#3a2415")
    for string in (-8, 8):
        ends = [_turned((-120, string), x, y, turn, size), _turned((600, string), x, y, turn, size)]
        canvas.pen.line(ends, fill="#f3ead8", width=3)


def guitar(canvas: Canvas, x: float, y: float, turn: float, size: float) -> None:
    """Six strings, a waist, frets."""
    wood = canvas.any(("#d39b4e", "#8f3f2a", "#3b2f2a", "#c47a3a"))
    for px, r in ((-90, 165), (90, 125)):
        canvas.circle(*_turned((px, 0), x, y, turn, size), r * size, shaded(wood, 0.7))
    for px, r in ((-90, 152), (90, 112), (10, 100)):
        canvas.circle(*_turned((px, 0), x, y, turn, size), r * size, wood)
    canvas.circle(*_turned((40, 0), x, y, turn, size), 50 * size, "#241811")
    neck = [_turned((90, 0), x, y, turn, size), _turned((600, 0), x, y, turn, size)]
    canvas.line(neck, "#4a3020", 46 * size)
    for fret in range(10):
        a = _turned((200 + fret * 38, -22), x, y, turn, size)
        b = _turned((200 + fret * 38, 22), x, y, turn, size)
        canvas.pen.line([a, b], fill="#cfc6b8", width=3)
    canvas.line(
        [_turned((600, 0), x, y, turn, size), _turned((680, 0), x, y, turn, size)],
        shaded(wood, 0.6),
        64 * size,
    )
    for string in range(-15, 16, 6):
        ends = [_turned((-130, string), x, y, turn, size), _turned((640, string), x, y, turn, size)]
        canvas.pen.line(ends, fill="#efe9df", width=2)


def board(canvas: Canvas, x: float, y: float) -> None:
    """Togyzqumalaq: nine holes a side, two stores between, balls."""
    wood = canvas.any(("#b07a45", "#8a5a34", "#c9985f"))
    canvas.box(x + 14, y + 18, 980, 420, "#2d211b", 40)
    canvas.box(x, y, 980, 420, wood, 40)
    for row in (0, 1):
        for hole in range(9):
            left, top = x + 40 + hole * 101, y + 30 + row * 240
            canvas.box(left, top, 80, 120, shaded(wood, 0.55), 38)
            for _ in range(canvas.luck.randint(0, 9)):
                canvas.circle(
                    left + canvas.between(18, 62),
                    top + canvas.between(18, 102),
                    11,
                    canvas.any(("#f2e6d0", "#e0cba5", "#fff7e6")),
                )
        canvas.box(x + 50, y + 163 + row * 50, 880, 40, shaded(wood, 0.65), 20)
        for ball in range(canvas.luck.randint(2, 18)):
            canvas.circle(x + 75 + ball * 46, y + 183 + row * 50, 12, "#f2e6d0")


def dog(canvas: Canvas, x: float, ground: float, size: float) -> None:
    """A friendly one."""
    coat = canvas.any(("#c9985f", "#3b342f", "#e8dcc8", "#8a6a4f", "#a9a29a"))
    dark = shaded(coat, 0.75)
    for leg in (-70, -40, 50, 80):
        canvas.line(
            [(x + leg * size, ground - 90 * size), (x + leg * size, ground)], dark, 24 * size
        )
    canvas.oval(x, ground - 120 * size, 118 * size, 58 * size, coat)
    tail = [(x - 105 * size, ground - 140 * size), (x - 160 * size, ground - 210 * size)]
    canvas.line(tail, coat, 20 * size)
    head = (x + 118 * size, ground - 190 * size)
    canvas.circle(*head, 58 * size, coat)
    canvas.oval(head[0] + 48 * size, head[1] + 18 * size, 40 * size, 26 * size, shaded(coat, 1.15))
    canvas.circle(head[0] + 84 * size, head[1] + 10 * size, 10 * size, "#1c1512")
    canvas.circle(head[0] + 18 * size, head[1] - 12 * size, 8 * size, "#1c1512")
    canvas.oval(head[0] - 38 * size, head[1] - 6 * size, 20 * size, 46 * size, dark)
    canvas.oval(head[0] + 60 * size, head[1] + 48 * size, 12 * size, 18 * size, "#e07a7a")


def tent(canvas: Canvas, x: float, ground: float) -> None:
    """Of cloth, for two."""
    cloth = canvas.any(("#e07a3f", "#2a9d8f", "#d1495b", "#edae49"))
    canvas.pen.polygon([(x, ground), (x + 180, ground - 260), (x + 380, ground)], fill=cloth)
    canvas.pen.polygon(
        [
            (x + 180, ground - 260),
            (x + 380, ground),
            (x + 500, ground - 50),
            (x + 330, ground - 250),
        ],
        fill=shaded(cloth, 0.75),
    )
    canvas.pen.polygon(
        [(x + 180, ground - 200), (x + 130, ground), (x + 235, ground)], fill="#3a2f2a"
    )


def yurt(canvas: Canvas, x: float, ground: float) -> None:
    """White felt, a red door, bands with a pattern."""
    canvas.box(x, ground - 170, 420, 170, "#f4efe4", 14)
    canvas.pen.pieslice((x - 6, ground - 320, x + 426, ground - 20), 180, 360, fill="#fbf8f0")
    bands: Colour = canvas.any(("#8f2d2d", "#23527c"))
    canvas.box(x, ground - 176, 420, 22, bands)
    for number in range(12):
        canvas.circle(x + 20 + number * 35, ground - 165, 8, "#e9c46a")
    canvas.box(x + 170, ground - 130, 84, 130, "#8f2d2d", 6)


def _turned(point: Point, x: float, y: float, turn: float, size: float) -> Point:
    px, py = point[0] * size, point[1] * size
    return (
        x + px * math.cos(turn) - py * math.sin(turn),
        y + px * math.sin(turn) + py * math.cos(turn),
    )
