"""Scenes under the sky."""

import math

from demo.canvas import HEIGHT, WIDTH, Canvas, shaded
from demo.things import dog, tent, yurt


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
