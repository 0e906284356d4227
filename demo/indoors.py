"""Scenes of rooms and tables."""

import math
from collections.abc import Callable

from demo.canvas import CLOTHES, HAIR, HEIGHT, SKIN, WIDTH, Canvas, shaded
from demo.things import SPINES, board


def room(c: Canvas) -> None:
    """The wall and floor of a room, sometimes a window and a carpet on the wall."""
    wall = c.any(("#e7dcc8", "#d6e0dc", "#dcd3e2", "#cfd8e3", "#efe3d3", "#e3cfc0"))
    floor = c.between(640, 760)
    c.fade(wall, shaded(wall, 0.86), 0, floor)
    boards = c.any(("#a9825a", "#8c6a4a", "#b99470", "#7d6552"))
    c.fade(boards, shaded(boards, 0.7), floor, HEIGHT)
    for y in range(round(floor) + 34, HEIGHT, 54):
        c.pen.line((0, y, WIDTH, y), fill=shaded(boards, 0.65), width=3)
    if c.luck.random() < 0.55:
        x = c.between(40, 900)
        c.box(x, 90, 300, 360, "#ffffff", 6)
        c.box(x + 14, 104, 272, 332, c.any(("#bfe0f5", "#ffe2b0", "#9fb9d9")))
        c.box(x + 142, 104, 14, 332, "#ffffff")
        c.glow(x + 150, 260, 420, "#fff6dc", 90)
    else:
        x = c.between(60, 760)
        red = c.any(("#8f2d2d", "#7a3144", "#23527c"))
        c.box(x, 70, 460, 320, red)
        c.box(x + 22, 92, 416, 276, "#d9a441")
        c.box(x + 36, 106, 388, 248, red)
        for number in range(5):
            c.circle(x + 80 + number * 75, 230, 28, "#d9a441")
            c.circle(x + 80 + number * 75, 230, 15, red)


def strings(c: Canvas, instrument: Callable[[Canvas, float, float, float, float], None]) -> None:
    """An instrument in a room, alone or played."""
    room(c)
    x, y, turn = c.between(470, 810), c.between(600, 700), c.between(-0.9, -0.35)
    if c.luck.random() < 0.5:
        c.box(x - 190, 780, 380, 180, c.any(("#6b5b4d", "#4a5568", "#7c4f3a")), 24)
        c.person(x - 20, 1000, c.between(820, 900), arms=((-0.14, 0.26), (0.26, 0.02)), lean=-0.02)
        instrument(c, x, y, turn, 0.72)
    else:
        c.oval(x, 880, 260, 46, "#5b4636")
        instrument(c, x, y, turn - 0.5, 1.05)


def easel(c: Canvas) -> None:
    """A canvas on an easel: a still life or the steppe."""
    room(c)
    x, y, w, h = c.between(300, 520), c.between(90, 160), c.between(420, 520), c.between(440, 560)
    for foot in (-90, w / 2, w + 90):
        c.line([(x + w / 2, y - 60), (x + foot, 920)], "#7b5a3a", 22)
    c.box(x - 10, y - 10, w + 20, h + 20, "#e9e2d4")
    c.box(x, y, w, h, c.any(("#f6efe0", "#bcd9ea", "#f3d9b1", "#d5e5d0")))
    if c.luck.random() < 0.5:
        c.box(x, y + h * 0.62, w, h * 0.38, c.any(("#c8a165", "#93a86b", "#9a7b61")))
        for _ in range(5):
            fruit = c.any(("#c0392b", "#e67e22", "#f1c40f", "#7cb342"))
            c.circle(x + c.between(90, w - 90), y + h * c.between(0.56, 0.72), 44, fruit)
        c.box(x + w * 0.55, y + h * 0.25, 90, h * 0.38, c.any(("#3f6f8f", "#8e5572")), 30)
    else:
        for step, tint in enumerate(("#8fb3a5", "#6f9a7f", "#c8a84b")):
            top = y + h * (0.4 + 0.18 * step)
            c.pen.polygon(
                [
                    (x, top + c.between(0, 60)),
                    (x + w * c.between(0.3, 0.6), top - c.between(20, 80)),
                    (x + w, top + c.between(0, 50)),
                    (x + w, y + h),
                    (x, y + h),
                ],
                fill=tint,
            )
        c.circle(x + w * c.between(0.2, 0.8), y + h * 0.2, 36, "#f4c95d")
    for _ in range(7):
        tint = c.any(CLOTHES)
        c.circle(c.between(850, 1180), c.between(800, 900), c.between(16, 30), tint)


def laptop(c: Canvas) -> None:
    """Code on a laptop's screen."""
    room(c)
    c.fade("#c49a6c", "#8f6b47", 660, HEIGHT)
    x, y, w = c.between(230, 360), c.between(150, 230), c.between(640, 740)
    c.box(x - 20, y - 20, w + 40, 500, "#2f3440", 22)
    c.box(x, y, w, 450, c.any(("#1e1e2e", "#0f2233", "#fdf6e3", "#23272e")))
    for row in range(13):
        left = x + 30 + 40 * c.luck.randint(0, 3)
        for _ in range(c.luck.randint(1, 4)):
            long = c.between(30, 150)
            if left + long > x + w - 20:
                break
            tint = c.any(("#7aa2f7", "#9ece6a", "#e0af68", "#f7768e", "#8a94a6"))
            c.box(left, y + 24 + row * 32, long, 14, tint, 6)
            left += long + 16
    c.pen.polygon(
        [(x - 20, y + 480), (x + w + 20, y + 480), (x + w + 110, 800), (x - 110, 800)],
        fill="#b8bfca",
    )
    for row in range(4):
        for column in range(13):
            c.box(x + 8 + column * (w / 13.4) - row * 4, y + 505 + row * 36, 36, 24, "#5d6675", 5)
    mug = c.any(CLOTHES)
    c.box(1080, 660, 110, 130, mug, 18)
    c.oval(1135, 664, 54, 16, "#4b2e20")


def book(c: Canvas) -> None:
    """A book on a table."""
    table = c.any(("#8b6a4f", "#5c4a3d", "#c9b08a", "#6f7f86"))
    c.fade(shaded(table, 1.15), shaded(table, 0.75))
    for _ in range(16):
        y = c.between(0, HEIGHT)
        c.pen.line((0, y, WIDTH, y + c.between(-30, 30)), fill=shaded(table, 0.85), width=4)
    x, y, w, h = c.between(330, 480), c.between(110, 170), c.between(430, 500), c.between(620, 700)
    cover = c.any(SPINES)
    c.box(x + 22, y + 22, w, h, shaded(table, 0.45), 10)
    c.box(x + 10, y + 8, w, h, "#f2ecdf", 8)
    c.box(x, y, w, h, cover, 8)
    c.box(x, y, 34, h, shaded(cover, 0.75), 8)
    c.box(x + 90, y + 80, w - 140, 150, "#f5efe2", 4)
    for row in range(c.luck.randint(2, 3)):
        long = c.between(120, w - 210)
        c.box(x + 90 + (w - 140 - long) / 2, y + 104 + row * 40, long, 20, shaded(cover, 0.6), 8)
    middle, tint = (x + w / 2 + 15, y + h * 0.62), c.any(("#e9c46a", "#f4f1de", "#a8dadc"))
    for ring in range(c.luck.randint(3, 6), 0, -1):
        c.circle(*middle, ring * 26, tint if ring % 2 else cover)
    if c.luck.random() < 0.6:
        c.circle(c.between(1030, 1130), c.between(180, 700), 110, "#f7f3ea")
    c.line([(150, 820), (c.between(230, 300), c.between(420, 640))], c.any(CLOTHES), 18)


def table_game(c: Canvas) -> None:
    """A board of togyzqumalaq seen from above."""
    cloth = c.any(("#7a8b6f", "#8c5f4a", "#4f6472", "#b59a78"))
    c.fade(shaded(cloth, 1.1), shaded(cloth, 0.8))
    board(c, c.between(120, 180), c.between(230, 320))
    for _ in range(c.luck.randint(0, 2)):
        c.line(
            [(c.between(100, 1180), HEIGHT + 30), (c.between(300, 980), c.between(640, 760))],
            c.any(SKIN),
            70,
        )


def ornament(c: Canvas) -> None:
    """A felt carpet with a pattern, in the making."""
    ground, figure = c.luck.choice(
        [
            ("#f1e4cc", "#8f2d2d"),
            ("#7c2f3f", "#e9c46a"),
            ("#23527c", "#f4f1de"),
            ("#3d5a40", "#e9d8a6"),
        ]
    )
    c.fade("#6b5848", "#4e4036")
    c.box(110, 90, 1060, 780, shaded(ground, 0.8), 12)
    c.box(130, 110, 1020, 740, ground, 8)
    columns, rows = c.luck.randint(3, 5), c.luck.randint(2, 3)
    for column in range(columns):
        for row in range(rows):
            x = 130 + 1020 * (column + 0.5) / columns
            y = 110 + 740 * (row + 0.5) / rows
            size = min(1020 / columns, 740 / rows) * 0.4
            for side in (-1, 1):
                horn = [
                    (
                        x + side * size * (0.5 - (0.5 - t * 0.07) * math.cos(t)),
                        y - size * 0.1 - size * (0.75 - t * 0.11) * math.sin(t),
                    )
                    for t in (step * 0.25 for step in range(21))
                ]
                c.line(horn, figure, size * 0.17)
                c.line([(x, y + size), (x + side * size * 0.6, y + size * 0.55)], figure, 20)
            c.line([(x, y - size * 0.1), (x, y + size)], figure, size * 0.17)
            c.circle(x, y + size * 0.2, size * 0.16, figure)
    if c.luck.random() < 0.7:
        c.line(
            [(c.between(600, 1100), HEIGHT), (c.between(500, 900), c.between(560, 760))],
            c.any(SKIN),
            84,
        )


def portrait(c: Canvas, long: bool) -> None:
    """A face for a card; long hair or short."""
    if c.luck.random() < 0.5:
        room(c)
    else:
        c.sky(560)
        c.hills(600, 220, "#6b8f6a")
    skin, hair, shirt = c.any(SKIN), c.any(HAIR), c.any(CLOTHES)
    x, y = c.between(560, 720), c.between(400, 450)
    if long:
        c.box(x - 190, y - 60, 380, 480, hair, 150)
    c.box(x - 330, y + 300, 660, 420, shirt, 170)
    c.box(x - 66, y + 150, 132, 210, shaded(skin, 0.88), 50)
    c.oval(x, y - 50, 186, 206, hair)
    c.oval(x, y + 20, 152, 192, skin)
    fringe = c.between(-120, 60)
    c.pen.chord((x - 172, y - 216, x + 172, y + 40), 190 + fringe / 8, 350 + fringe / 8, fill=hair)
    for side in (-1, 1):
        c.oval(x + side * 62, y + 22, 18, 12, "#fdfbf7")
        c.circle(x + side * 62, y + 22, 10, "#3b2417")
        c.line([(x + side * 38, y - 24), (x + side * 90, y - 16)], hair, 9)
    c.pen.arc((x - 62, y + 66, x + 62, y + 134), 15, 165, fill="#a8483f", width=9)
    c.line([(x, y + 34), (x - 10, y + 70)], shaded(skin, 0.82), 8)
