"""Scenes of rooms and tables."""

import math
from collections.abc import Callable

from demo.canvas import CLOTHES, HAIR, HEIGHT, SKIN, WIDTH, Canvas, shaded
from demo.things import SPINES, board


def room(canvas: Canvas) -> None:
    """The wall and floor of a room, sometimes a window and a carpet on the wall."""
    wall = canvas.any(("#e7dcc8", "#d6e0dc", "#dcd3e2", "#cfd8e3", "#efe3d3", "#e3cfc0"))
    floor = canvas.between(640, 760)
    canvas.fade(wall, shaded(wall, 0.86), 0, floor)
    boards = canvas.any(("#a9825a", "#8c6a4a", "#b99470", "#7d6552"))
    canvas.fade(boards, shaded(boards, 0.7), floor, HEIGHT)
    for y in range(round(floor) + 34, HEIGHT, 54):
        canvas.pen.line((0, y, WIDTH, y), fill=shaded(boards, 0.65), width=3)
    if canvas.luck.random() < 0.55:
        x = canvas.between(40, 900)
        canvas.box(x, 90, 300, 360, "#ffffff", 6)
        canvas.box(x + 14, 104, 272, 332, canvas.any(("#bfe0f5", "#ffe2b0", "#9fb9d9")))
        canvas.box(x + 142, 104, 14, 332, "#ffffff")
        canvas.glow(x + 150, 260, 420, "#fff6dc", 90)
    else:
        x = canvas.between(60, 760)
        red = canvas.any(("#8f2d2d", "#7a3144", "#23527c"))
        canvas.box(x, 70, 460, 320, red)
        canvas.box(x + 22, 92, 416, 276, "#d9a441")
        canvas.box(x + 36, 106, 388, 248, red)
        for number in range(5):
            canvas.circle(x + 80 + number * 75, 230, 28, "#d9a441")
            canvas.circle(x + 80 + number * 75, 230, 15, red)


def strings(
    canvas: Canvas, instrument: Callable[[Canvas, float, float, float, float], None]
) -> None:
    """An instrument in a room, alone or played."""
    room(canvas)
    x, y, turn = canvas.between(470, 810), canvas.between(600, 700), canvas.between(-0.9, -0.35)
    if canvas.luck.random() < 0.5:
        canvas.box(x - 190, 780, 380, 180, canvas.any(("#6b5b4d", "#4a5568", "#7c4f3a")), 24)
        canvas.person(
            x - 20, 1000, canvas.between(820, 900), arms=((-0.14, 0.26), (0.26, 0.02)), lean=-0.02
        )
        instrument(canvas, x, y, turn, 0.72)
    else:
        canvas.oval(x, 880, 260, 46, "#5b4636")
        instrument(canvas, x, y, turn - 0.5, 1.05)


def easel(canvas: Canvas) -> None:
    """A canvas on an easel: a still life or the steppe."""
    room(canvas)
    x, y, w, h = (
        canvas.between(300, 520),
        canvas.between(90, 160),
        canvas.between(420, 520),
        canvas.between(440, 560),
    )
    for foot in (-90, w / 2, w + 90):
        canvas.line([(x + w / 2, y - 60), (x + foot, 920)], "#7b5a3a", 22)
    canvas.box(x - 10, y - 10, w + 20, h + 20, "#e9e2d4")
    canvas.box(x, y, w, h, canvas.any(("#f6efe0", "#bcd9ea", "#f3d9b1", "#d5e5d0")))
    if canvas.luck.random() < 0.5:
        canvas.box(x, y + h * 0.62, w, h * 0.38, canvas.any(("#c8a165", "#93a86b", "#9a7b61")))
        for _ in range(5):
            fruit = canvas.any(("#c0392b", "#e67e22", "#f1c40f", "#7cb342"))
            canvas.circle(
                x + canvas.between(90, w - 90), y + h * canvas.between(0.56, 0.72), 44, fruit
            )
        canvas.box(x + w * 0.55, y + h * 0.25, 90, h * 0.38, canvas.any(("#3f6f8f", "#8e5572")), 30)
    else:
        for step, tint in enumerate(("#8fb3a5", "#6f9a7f", "#c8a84b")):
            top = y + h * (0.4 + 0.18 * step)
            canvas.pen.polygon(
                [
                    (x, top + canvas.between(0, 60)),
                    (x + w * canvas.between(0.3, 0.6), top - canvas.between(20, 80)),
                    (x + w, top + canvas.between(0, 50)),
                    (x + w, y + h),
                    (x, y + h),
                ],
                fill=tint,
            )
        canvas.circle(x + w * canvas.between(0.2, 0.8), y + h * 0.2, 36, "#f4c95d")
    for _ in range(7):
        tint = canvas.any(CLOTHES)
        canvas.circle(
            canvas.between(850, 1180), canvas.between(800, 900), canvas.between(16, 30), tint
        )


def laptop(canvas: Canvas) -> None:
    """Code on a laptop's screen."""
    room(canvas)
    canvas.fade("#c49a6c", "#8f6b47", 660, HEIGHT)
    x, y, w = canvas.between(230, 360), canvas.between(150, 230), canvas.between(640, 740)
    canvas.box(x - 20, y - 20, w + 40, 500, "#2f3440", 22)
    canvas.box(x, y, w, 450, canvas.any(("#1e1e2e", "#0f2233", "#fdf6e3", "#23272e")))
    for row in range(13):
        left = x + 30 + 40 * canvas.luck.randint(0, 3)
        for _ in range(canvas.luck.randint(1, 4)):
            long = canvas.between(30, 150)
            if left + long > x + w - 20:
                break
            tint = canvas.any(("#7aa2f7", "#9ece6a", "#e0af68", "#f7768e", "#8a94a6"))
            canvas.box(left, y + 24 + row * 32, long, 14, tint, 6)
            left += long + 16
    canvas.pen.polygon(
        [(x - 20, y + 480), (x + w + 20, y + 480), (x + w + 110, 800), (x - 110, 800)],
        fill="#b8bfca",
    )
    for row in range(4):
        for column in range(13):
            canvas.box(
                x + 8 + column * (w / 13.4) - row * 4, y + 505 + row * 36, 36, 24, "#5d6675", 5
            )
    mug = canvas.any(CLOTHES)
    canvas.box(1080, 660, 110, 130, mug, 18)
    canvas.oval(1135, 664, 54, 16, "#4b2e20")


def book(canvas: Canvas) -> None:
    """A book on a table."""
    table = canvas.any(("#8b6a4f", "#5c4a3d", "#c9b08a", "#6f7f86"))
    canvas.fade(shaded(table, 1.15), shaded(table, 0.75))
    for _ in range(16):
        y = canvas.between(0, HEIGHT)
        canvas.pen.line(
            (0, y, WIDTH, y + canvas.between(-30, 30)), fill=shaded(table, 0.85), width=4
        )
    x, y, w, h = (
        canvas.between(330, 480),
        canvas.between(110, 170),
        canvas.between(430, 500),
        canvas.between(620, 700),
    )
    cover = canvas.any(SPINES)
    canvas.box(x + 22, y + 22, w, h, shaded(table, 0.45), 10)
    canvas.box(x + 10, y + 8, w, h, "#f2ecdf", 8)
    canvas.box(x, y, w, h, cover, 8)
    canvas.box(x, y, 34, h, shaded(cover, 0.75), 8)
    canvas.box(x + 90, y + 80, w - 140, 150, "#f5efe2", 4)
    for row in range(canvas.luck.randint(2, 3)):
        long = canvas.between(120, w - 210)
        canvas.box(
            x + 90 + (w - 140 - long) / 2, y + 104 + row * 40, long, 20, shaded(cover, 0.6), 8
        )
    middle, tint = (x + w / 2 + 15, y + h * 0.62), canvas.any(("#e9c46a", "#f4f1de", "#a8dadc"))
    for ring in range(canvas.luck.randint(3, 6), 0, -1):
        canvas.circle(*middle, ring * 26, tint if ring % 2 else cover)
    if canvas.luck.random() < 0.6:
        canvas.circle(canvas.between(1030, 1130), canvas.between(180, 700), 110, "#f7f3ea")
    canvas.line(
        [(150, 820), (canvas.between(230, 300), canvas.between(420, 640))], canvas.any(CLOTHES), 18
    )


def table_game(canvas: Canvas) -> None:
    """A board of togyzqumalaq seen from above."""
    cloth = canvas.any(("#7a8b6f", "#8c5f4a", "#4f6472", "#b59a78"))
    canvas.fade(shaded(cloth, 1.1), shaded(cloth, 0.8))
    board(canvas, canvas.between(120, 180), canvas.between(230, 320))
    for _ in range(canvas.luck.randint(0, 2)):
        canvas.line(
            [
                (canvas.between(100, 1180), HEIGHT + 30),
                (canvas.between(300, 980), canvas.between(640, 760)),
            ],
            canvas.any(SKIN),
            70,
        )


def ornament(canvas: Canvas) -> None:
    """A felt carpet with a pattern, in the making."""
    ground, figure = canvas.luck.choice(
        [
            ("#f1e4cc", "#8f2d2d"),
            ("#7c2f3f", "#e9c46a"),
            ("#23527c", "#f4f1de"),
            ("#3d5a40", "#e9d8a6"),
        ]
    )
    canvas.fade("#6b5848", "#4e4036")
    canvas.box(110, 90, 1060, 780, shaded(ground, 0.8), 12)
    canvas.box(130, 110, 1020, 740, ground, 8)
    columns, rows = canvas.luck.randint(3, 5), canvas.luck.randint(2, 3)
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
                canvas.line(horn, figure, size * 0.17)
                canvas.line([(x, y + size), (x + side * size * 0.6, y + size * 0.55)], figure, 20)
            canvas.line([(x, y - size * 0.1), (x, y + size)], figure, size * 0.17)
            canvas.circle(x, y + size * 0.2, size * 0.16, figure)
    if canvas.luck.random() < 0.7:
        canvas.line(
            [
                (canvas.between(600, 1100), HEIGHT),
                (canvas.between(500, 900), canvas.between(560, 760)),
            ],
            canvas.any(SKIN),
            84,
        )


def portrait(canvas: Canvas, long: bool) -> None:
    """A face for a card; long hair or short."""
    if canvas.luck.random() < 0.5:
        room(canvas)
    else:
        canvas.sky(560)
        canvas.hills(600, 220, "#6b8f6a")
    skin, hair, shirt = canvas.any(SKIN), canvas.any(HAIR), canvas.any(CLOTHES)
    x, y = canvas.between(560, 720), canvas.between(400, 450)
    if long:
        canvas.box(x - 190, y - 60, 380, 480, hair, 150)
    canvas.box(x - 330, y + 300, 660, 420, shirt, 170)
    canvas.box(x - 66, y + 150, 132, 210, shaded(skin, 0.88), 50)
    canvas.oval(x, y - 50, 186, 206, hair)
    canvas.oval(x, y + 20, 152, 192, skin)
    fringe = canvas.between(-120, 60)
    canvas.pen.chord(
        (x - 172, y - 216, x + 172, y + 40), 190 + fringe / 8, 350 + fringe / 8, fill=hair
    )
    for side in (-1, 1):
        canvas.oval(x + side * 62, y + 22, 18, 12, "#fdfbf7")
        canvas.circle(x + side * 62, y + 22, 10, "#3b2417")
        canvas.line([(x + side * 38, y - 24), (x + side * 90, y - 16)], hair, 9)
    canvas.pen.arc((x - 62, y + 66, x + 62, y + 134), 15, 165, fill="#a8483f", width=9)
    canvas.line([(x, y + 34), (x - 10, y + 70)], shaded(skin, 0.82), 8)
