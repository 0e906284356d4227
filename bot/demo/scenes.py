"""Photos of what participants do, drawn; no two of a scene are alike."""

import math
import random
from collections.abc import Callable
from functools import partial

from bot.demo.canvas import CLOTHES, HAIR, HEIGHT, SKIN, WIDTH, Canvas, shaded
from bot.demo.things import SPINES, board, dog, dombra, guitar, tent, yurt


def photo(scene: str, number: int) -> bytes:
    """A JPEG of a scene (a name in `SCENES`); the same number draws the same photo."""
    canvas = Canvas(random.Random(f"{scene} {number}"))
    SCENES[scene](canvas)
    return canvas.develop()


def track(c: Canvas) -> None:
    """A stadium, somebody running."""
    horizon = c.between(300, 420)
    c.sky(horizon)
    c.hills(horizon, c.between(40, 150), c.any(("#6f8fa8", "#7d9a86", "#8a94a6")))
    c.box(0, horizon - 46, WIDTH, 52, "#5d7f5a")
    for _ in range(9):
        c.tree(c.between(0, WIDTH), horizon + 6, c.between(90, 170))
    lane = c.any(("#b5533c", "#a8483a", "#3d6e8f", "#c0623f"))
    c.fade(shaded(lane, 1.1), shaded(lane, 0.75), horizon, HEIGHT)
    meet = c.between(200, 1080)
    for number in range(-9, 10):
        c.pen.line((meet, horizon, meet + number * 330, HEIGHT), fill="#f3e9e4", width=6)
    for _ in range(c.luck.randint(1, 3)):
        depth = c.between(0.25, 1)
        feet = horizon + 60 + depth * (HEIGHT - horizon - 130)
        c.person(
            c.between(200, 1080),
            feet,
            180 + depth * 320,
            step=c.between(0.1, 0.18),
            lean=c.between(0.02, 0.07),
            arms=((-0.2, 0.02), (0.22, 0.1)),
        )


def pitch(c: Canvas) -> None:
    """A football pitch with a goal."""
    horizon = c.between(330, 420)
    c.sky(horizon)
    for number in range(c.luck.randint(3, 6)):
        x, high = number * 240 + c.between(-40, 60), c.between(120, 300)
        wall = c.any(("#c9b79c", "#a8b5c2", "#d8cfc4", "#b8a9a0"))
        c.box(x, horizon - high, 190, high, wall)
        for row in range(int(high // 46)):
            for column in range(4):
                c.box(x + 18 + column * 42, horizon - high + 14 + row * 46, 22, 26, "#5f6f80")
    c.grass(horizon, c.any(("#6da34d", "#5a9a52", "#86a651")))
    left, width, high = c.between(150, 700), c.between(360, 460), c.between(170, 220)
    for step in range(13):
        x = left + width * step / 12
        c.pen.line((x, horizon + 30 - high, x, horizon + 30), fill="#dfe7ea", width=2)
    for step in range(6):
        y = horizon + 30 - high * step / 6
        c.pen.line((left, y, left + width, y), fill="#dfe7ea", width=2)
    frame = [(left, horizon + 34), (left, horizon + 30 - high)]
    frame += [(left + width, horizon + 30 - high), (left + width, horizon + 34)]
    c.line(frame, "#ffffff", 12)
    for _ in range(c.luck.randint(2, 4)):
        feet = c.between(horizon + 150, 880)
        c.person(
            c.between(120, 1160),
            feet,
            150 + (feet - horizon) * 0.5,
            step=c.between(0.05, 0.16),
            arms=((-0.2, 0.1), (0.2, 0.06)),
        )
    x, y = c.between(250, 1000), c.between(780, 900)
    c.oval(x, y + 34, 44, 12, "#3f6a35")
    c.circle(x, y, 38, "#fafafa")
    for turn in range(5):
        angle = turn * 1.257 + 0.4
        c.circle(x + 22 * math.cos(angle), y + 22 * math.sin(angle), 8, "#222222")


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


def mountains(c: Canvas) -> None:
    """The Alatau with hikers on a path."""
    c.sky(620)
    for base, high, tint in ((520, 330, "#8fa6c4"), (600, 260, "#6f8aa8")):
        peaks = [(x, base - high * c.between(0.35, 1.1)) for x in range(-80, 1440, 190)]
        c.pen.polygon([(-80, HEIGHT), *peaks, (1400, HEIGHT)], fill=tint)
        for (x1, y1), (x2, y2), (x3, y3) in zip(peaks, peaks[1:], peaks[2:], strict=False):
            if y2 < y1 and y2 < y3:
                c.pen.polygon(
                    [
                        (x2, y2),
                        (x2 - (x2 - x1) * 0.38, y2 + (y1 - y2) * 0.38),
                        (x2 - 14, y2 + 46),
                        (x2 + 12, y2 + 24),
                        (x2 + (x3 - x2) * 0.4, y2 + (y3 - y2) * 0.4),
                    ],
                    fill="#f4f8fc",
                )
    c.hills(740, 200, c.any(("#4f7a4d", "#6b8f4e", "#8b8f4a")))
    c.hills(880, 200, c.any(("#6b9a4f", "#83a552", "#a3a04e")))
    for _ in range(c.luck.randint(6, 14)):
        x, y, size = c.between(0, WIDTH), c.between(640, 780), c.between(50, 120)
        c.pen.polygon([(x, y - size), (x - size / 3, y), (x + size / 3, y)], fill="#2f5d43")
    for number in range(c.luck.randint(2, 5)):
        x = 220 + number * c.between(150, 210)
        c.person(x, 860 - number * 22, c.between(190, 260), step=0.07, lean=0.04, pack=True)


def camp(c: Canvas) -> None:
    """A tent or a yurt by a lake."""
    c.sky(430)
    c.hills(440, c.between(120, 260), c.any(("#6d87a1", "#5f8a78", "#8b8076")))
    c.fade("#7fb2cf", "#3f7fa6", 420, 620)
    for _ in range(40):
        x, y = c.between(0, WIDTH), c.between(440, 610)
        c.pen.line((x, y, x + c.between(30, 110), y), fill="#a9d0e4", width=3)
    c.grass(600, c.any(("#7fa653", "#a7a457", "#5f9150")))
    (tent if c.luck.random() < 0.6 else yurt)(c, c.between(240, 820), c.between(720, 800))
    for _ in range(c.luck.randint(1, 3)):
        c.person(c.between(150, 1130), c.between(800, 900), c.between(240, 300))


def saplings(c: Canvas) -> None:
    """Young trees being planted."""
    horizon = c.between(330, 420)
    c.sky(horizon)
    c.hills(horizon, c.between(30, 120), "#7f9a78")
    soil = c.any(("#8a6543", "#775539", "#96744f"))
    c.grass(horizon, "#7d9f52", 120)
    c.fade(soil, shaded(soil, 0.7), horizon + 150, HEIGHT)
    for row in range(3):
        for number in range(6):
            x = 60 + number * 230 + row * 60 + c.between(-30, 30)
            y = horizon + 190 + row * 170
            size = 90 + row * 50 + c.between(-12, 20)
            c.oval(x, y, 40 + row * 8, 13, shaded(soil, 0.6))
            c.line([(x, y), (x + c.between(-6, 6), y - size)], "#6b4a2f", 7)
            for _ in range(6):
                leaf = c.any(("#6fae45", "#86c05a", "#4f9140"))
                dx, dy = c.between(-26, 26), c.between(-size, -size * 0.45)
                c.oval(x + dx, y + dy, 15, 10, leaf)
    for _ in range(c.luck.randint(1, 3)):
        hand = c.person(
            c.between(160, 1080),
            c.between(760, 910),
            c.between(360, 430),
            lean=c.between(0.03, 0.1),
            arms=((-0.05, 0.28), (0.24, 0.22)),
        )
        c.line([(hand[0], hand[1] - 110), (hand[0] + 20, hand[1] + 150)], "#8d6b48", 11)
        c.box(hand[0] - 2, hand[1] + 140, 44, 66, "#8f979e", 8)


def shelter(c: Canvas) -> None:
    """Dogs of a shelter, and who walks them."""
    horizon = c.between(420, 500)
    c.sky(horizon)
    c.box(0, horizon - 170, WIDTH, 190, "#6d5238")
    for x in range(0, WIDTH, 64):
        c.box(x, horizon - 190, 52, 210, shaded("#b58b62", c.between(0.85, 1.1)), 6)
    c.grass(horizon + 10, c.any(("#8a9a55", "#b2a36c", "#6f9a50")), 160)
    if c.luck.random() < 0.7:
        c.person(c.between(250, 500), 860, c.between(430, 500), arms=((-0.14, 0.2), (0.22, 0.2)))
    for number in range(c.luck.randint(1, 3)):
        dog(c, 660 + number * 230 + c.between(-50, 30), c.between(790, 900), c.between(0.8, 1.25))


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


def greenhouse(c: Canvas) -> None:
    """Rows of a greenhouse where somebody works."""
    c.fade("#dff0f5", "#b9d6c2", 0, 420)
    for x in range(-200, 1600, 160):
        c.pen.line((x, 0, 640 + (x - 640) * 0.3, 420), fill="#ffffff", width=8)
    c.fade("#8d7355", "#5e4a37", 400, HEIGHT)
    for row in range(5):
        y = 430 + row * row * 22
        for x in range(-20, WIDTH + 60, 44 + row * 16):
            for _ in range(4):
                leaf = c.any(("#4f9140", "#6fae45", "#3c7a34"))
                c.oval(x + c.between(-22, 22), y + c.between(-30, 10), 20 + row * 4, 14, leaf)
            if c.luck.random() < 0.4:
                c.circle(x, y, 9 + row * 2, "#d1352b")
    c.person(c.between(300, 950), 930, c.between(470, 540), arms=((-0.2, 0.2), (0.22, 0.18)))


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


SCENES: dict[str, Callable[[Canvas], None]] = {
    "track": track,
    "pitch": pitch,
    "dombra": partial(strings, instrument=dombra),
    "guitar": partial(strings, instrument=guitar),
    "easel": easel,
    "laptop": laptop,
    "book": book,
    "mountains": mountains,
    "camp": camp,
    "saplings": saplings,
    "shelter": shelter,
    "table_game": table_game,
    "ornament": ornament,
    "greenhouse": greenhouse,
    "girl": partial(portrait, long=True),
    "boy": partial(portrait, long=False),
}
