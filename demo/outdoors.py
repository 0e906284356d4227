"""Scenes under the sky."""

import math

from demo.canvas import HEIGHT, WIDTH, Canvas, shaded
from demo.things import dog, tent, yurt


def track(canvas: Canvas) -> None:
    """A stadium, somebody running."""
    horizon = canvas.between(300, 420)
    canvas.sky(horizon)
    canvas.hills(horizon, canvas.between(40, 150), canvas.any(("#6f8fa8", "#7d9a86", "#8a94a6")))
    canvas.box(0, horizon - 46, WIDTH, 52, "#5d7f5a")
    for _ in range(9):
        canvas.tree(canvas.between(0, WIDTH), horizon + 6, canvas.between(90, 170))
    lane = canvas.any(("#b5533c", "#a8483a", "#3d6e8f", "#c0623f"))
    canvas.fade(shaded(lane, 1.1), shaded(lane, 0.75), horizon, HEIGHT)
    meet = canvas.between(200, 1080)
    for number in range(-9, 10):
        canvas.pen.line((meet, horizon, meet + number * 330, HEIGHT), fill="#f3e9e4", width=6)
    for _ in range(canvas.luck.randint(1, 3)):
        depth = canvas.between(0.25, 1)
        feet = horizon + 60 + depth * (HEIGHT - horizon - 130)
        canvas.person(
            canvas.between(200, 1080),
            feet,
            180 + depth * 320,
            step=canvas.between(0.1, 0.18),
            lean=canvas.between(0.02, 0.07),
            arms=((-0.2, 0.02), (0.22, 0.1)),
        )


def pitch(canvas: Canvas) -> None:
    """A football pitch with a goal."""
    horizon = canvas.between(330, 420)
    canvas.sky(horizon)
    for number in range(canvas.luck.randint(3, 6)):
        x, high = number * 240 + canvas.between(-40, 60), canvas.between(120, 300)
        wall = canvas.any(("#c9b79c", "#a8b5c2", "#d8cfc4", "#b8a9a0"))
        canvas.box(x, horizon - high, 190, high, wall)
        for row in range(int(high // 46)):
            for column in range(4):
                canvas.box(x + 18 + column * 42, horizon - high + 14 + row * 46, 22, 26, "#5f6f80")
    canvas.grass(horizon, canvas.any(("#6da34d", "#5a9a52", "#86a651")))
    left, width, high = canvas.between(150, 700), canvas.between(360, 460), canvas.between(170, 220)
    for step in range(13):
        x = left + width * step / 12
        canvas.pen.line((x, horizon + 30 - high, x, horizon + 30), fill="#dfe7ea", width=2)
    for step in range(6):
        y = horizon + 30 - high * step / 6
        canvas.pen.line((left, y, left + width, y), fill="#dfe7ea", width=2)
    frame = [(left, horizon + 34), (left, horizon + 30 - high)]
    frame += [(left + width, horizon + 30 - high), (left + width, horizon + 34)]
    canvas.line(frame, "#ffffff", 12)
    for _ in range(canvas.luck.randint(2, 4)):
        feet = canvas.between(horizon + 150, 880)
        canvas.person(
            canvas.between(120, 1160),
            feet,
            150 + (feet - horizon) * 0.5,
            step=canvas.between(0.05, 0.16),
            arms=((-0.2, 0.1), (0.2, 0.06)),
        )
    x, y = canvas.between(250, 1000), canvas.between(780, 900)
    canvas.oval(x, y + 34, 44, 12, "#3f6a35")
    canvas.circle(x, y, 38, "#fafafa")
    for turn in range(5):
        angle = turn * 1.257 + 0.4
        canvas.circle(x + 22 * math.cos(angle), y + 22 * math.sin(angle), 8, "#222222")


def mountains(canvas: Canvas) -> None:
    """The Alatau with hikers on a path."""
    canvas.sky(620)
    for base, high, tint in ((520, 330, "#8fa6c4"), (600, 260, "#6f8aa8")):
        peaks = [(x, base - high * canvas.between(0.35, 1.1)) for x in range(-80, 1440, 190)]
        canvas.pen.polygon([(-80, HEIGHT), *peaks, (1400, HEIGHT)], fill=tint)
        for (x1, y1), (x2, y2), (x3, y3) in zip(peaks, peaks[1:], peaks[2:], strict=False):
            if y2 < y1 and y2 < y3:
                canvas.pen.polygon(
                    [
                        (x2, y2),
                        (x2 - (x2 - x1) * 0.38, y2 + (y1 - y2) * 0.38),
                        (x2 - 14, y2 + 46),
                        (x2 + 12, y2 + 24),
                        (x2 + (x3 - x2) * 0.4, y2 + (y3 - y2) * 0.4),
                    ],
                    fill="#f4f8fc",
                )
    canvas.hills(740, 200, canvas.any(("#4f7a4d", "#6b8f4e", "#8b8f4a")))
    canvas.hills(880, 200, canvas.any(("#6b9a4f", "#83a552", "#a3a04e")))
    for _ in range(canvas.luck.randint(6, 14)):
        x, y, size = canvas.between(0, WIDTH), canvas.between(640, 780), canvas.between(50, 120)
        canvas.pen.polygon([(x, y - size), (x - size / 3, y), (x + size / 3, y)], fill="#2f5d43")
    for number in range(canvas.luck.randint(2, 5)):
        x = 220 + number * canvas.between(150, 210)
        canvas.person(
            x, 860 - number * 22, canvas.between(190, 260), step=0.07, lean=0.04, pack=True
        )


def camp(canvas: Canvas) -> None:
    """A tent or a yurt by a lake."""
    canvas.sky(430)
    canvas.hills(440, canvas.between(120, 260), canvas.any(("#6d87a1", "#5f8a78", "#8b8076")))
    canvas.fade("#7fb2cf", "#3f7fa6", 420, 620)
    for _ in range(40):
        x, y = canvas.between(0, WIDTH), canvas.between(440, 610)
        canvas.pen.line((x, y, x + canvas.between(30, 110), y), fill="#a9d0e4", width=3)
    canvas.grass(600, canvas.any(("#7fa653", "#a7a457", "#5f9150")))
    (tent if canvas.luck.random() < 0.6 else yurt)(
        canvas, canvas.between(240, 820), canvas.between(720, 800)
    )
    for _ in range(canvas.luck.randint(1, 3)):
        canvas.person(canvas.between(150, 1130), canvas.between(800, 900), canvas.between(240, 300))


def saplings(canvas: Canvas) -> None:
    """Young trees being planted."""
    horizon = canvas.between(330, 420)
    canvas.sky(horizon)
    canvas.hills(horizon, canvas.between(30, 120), "#7f9a78")
    soil = canvas.any(("#8a6543", "#775539", "#96744f"))
    canvas.grass(horizon, "#7d9f52", 120)
    canvas.fade(soil, shaded(soil, 0.7), horizon + 150, HEIGHT)
    for row in range(3):
        for number in range(6):
            x = 60 + number * 230 + row * 60 + canvas.between(-30, 30)
            y = horizon + 190 + row * 170
            size = 90 + row * 50 + canvas.between(-12, 20)
            canvas.oval(x, y, 40 + row * 8, 13, shaded(soil, 0.6))
            canvas.line([(x, y), (x + canvas.between(-6, 6), y - size)], "#6b4a2f", 7)
            for _ in range(6):
                leaf = canvas.any(("#6fae45", "#86c05a", "#4f9140"))
                dx, dy = canvas.between(-26, 26), canvas.between(-size, -size * 0.45)
                canvas.oval(x + dx, y + dy, 15, 10, leaf)
    for _ in range(canvas.luck.randint(1, 3)):
        hand = canvas.person(
            canvas.between(160, 1080),
            canvas.between(760, 910),
            canvas.between(360, 430),
            lean=canvas.between(0.03, 0.1),
            arms=((-0.05, 0.28), (0.24, 0.22)),
        )
        canvas.line([(hand[0], hand[1] - 110), (hand[0] + 20, hand[1] + 150)], "#8d6b48", 11)
        canvas.box(hand[0] - 2, hand[1] + 140, 44, 66, "#8f979e", 8)


def shelter(canvas: Canvas) -> None:
    """Dogs of a shelter, and who walks them."""
    horizon = canvas.between(420, 500)
    canvas.sky(horizon)
    canvas.box(0, horizon - 170, WIDTH, 190, "#6d5238")
    for x in range(0, WIDTH, 64):
        canvas.box(x, horizon - 190, 52, 210, shaded("#b58b62", canvas.between(0.85, 1.1)), 6)
    canvas.grass(horizon + 10, canvas.any(("#8a9a55", "#b2a36c", "#6f9a50")), 160)
    if canvas.luck.random() < 0.7:
        canvas.person(
            canvas.between(250, 500),
            860,
            canvas.between(430, 500),
            arms=((-0.14, 0.2), (0.22, 0.2)),
        )
    for number in range(canvas.luck.randint(1, 3)):
        dog(
            canvas,
            660 + number * 230 + canvas.between(-50, 30),
            canvas.between(790, 900),
            canvas.between(0.8, 1.25),
        )


def greenhouse(canvas: Canvas) -> None:
    """Rows of a greenhouse where somebody works."""
    canvas.fade("#dff0f5", "#b9d6c2", 0, 420)
    for x in range(-200, 1600, 160):
        canvas.pen.line((x, 0, 640 + (x - 640) * 0.3, 420), fill="#ffffff", width=8)
    canvas.fade("#8d7355", "#5e4a37", 400, HEIGHT)
    for row in range(5):
        y = 430 + row * row * 22
        for x in range(-20, WIDTH + 60, 44 + row * 16):
            for _ in range(4):
                leaf = canvas.any(("#4f9140", "#6fae45", "#3c7a34"))
                canvas.oval(
                    x + canvas.between(-22, 22), y + canvas.between(-30, 10), 20 + row * 4, 14, leaf
                )
            if canvas.luck.random() < 0.4:
                canvas.circle(x, y, 9 + row * 2, "#d1352b")
    canvas.person(
        canvas.between(300, 950), 930, canvas.between(470, 540), arms=((-0.2, 0.2), (0.22, 0.18))
    )
