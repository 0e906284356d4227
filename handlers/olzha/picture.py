"""The shelf as a picture: points, trophies on their boards, and what is near (§8.4)."""

from collections.abc import Sequence
from math import ceil

from award.olzha.shelf import Near, Shelf, Won
from evidence.lettering import Words, fitted
from handlers.olzha.trophies import trophy
from handlers.ui import canvas
from handlers.ui.canvas import (
    DEEP,
    GOLD,
    INK,
    MUTED,
    PALE,
    PAPER,
    SKY,
    WHITE,
    WIDTH,
    Canvas,
    colour,
    mixed,
)
from locales import Texts

EDGE = 20
LEFT = 44
ACROSS = 3  # on one board: on a phone a trophy is as large as a fingertip
PAGE = 6  # so many stand on one picture
CELL = (WIDTH - 2 * EDGE) // ACROSS
SIZE = 228  # of a trophy, px
NEAR = 84  # of a small one
HEAD = 150
MOTIF = 30
WOOD = colour("#B98147")
_DARK = mixed(WOOD, (0, 0, 0), 0.7)


def draw(shelf: Shelf, say: Texts, page: int = 0) -> bytes:
    """A PNG of one page of the shelf, 1080 px wide, at most 1280 high; `page` begins with 0."""
    return compose(shelf, say, page).png()


def pages(shelf: Shelf) -> int:
    """How many pictures the shelf takes; an empty one takes one."""
    return max(1, ceil(len(shelf.won) / PAGE))


def compose(shelf: Shelf, say: Texts, page: int = 0) -> Canvas:
    """The same before it is written as PNG. What is near stands on the first page alone."""
    won = shelf.won[page * PAGE : (page + 1) * PAGE]
    boards = _Boards(won, say)
    near = _NearPanel(shelf.near if page == 0 else (), say)
    sheet = Canvas(HEAD + boards.height + near.height + EDGE, PAPER)
    _header(sheet, shelf.points, say)
    boards.draw(sheet, HEAD)
    near.draw(sheet, HEAD + boards.height)
    return sheet


def _header(sheet: Canvas, points: int, say: Texts) -> None:
    sheet.image.paste(DEEP, (0, 0, WIDTH, HEAD - 12))
    sheet.image.paste(GOLD, (0, HEAD - 18, WIDTH, HEAD - 12))
    motif = canvas.horns(MOTIF)
    for x in range(0, WIDTH, MOTIF):
        sheet.stamp(motif, x, HEAD - 20 - MOTIF, mixed(SKY, DEEP, 0.55))
    title = fitted(say.plain("olzha-picture-title"), WIDTH / 2, 60, bold=True)
    sheet.write(LEFT, 12, title, WHITE)
    worth = fitted(say.plain("olzha-picture-points", points=points), WIDTH / 2 - 120, 48, bold=True)
    width = worth.width + 56
    sheet.panel((WIDTH - LEFT - width, 14, WIDTH - LEFT, 90), 38, GOLD)
    sheet.write(WIDTH - LEFT - width / 2, 52 - worth.middle, worth, INK, "m")


class _Boards:
    """Trophies in lines of three, each line on a board of wood, its names below."""

    TOP = 18
    BOARD = 16
    NAMES = 92

    def __init__(self, won: Sequence[Won], say: Texts) -> None:
        self.won = won
        self.say = say
        self.empty = fitted(say.plain("olzha-picture-empty"), WIDTH - 240, 36, lines=3)
        self.lines = max(1, ceil(len(won) / ACROSS))
        self.line = self.TOP + SIZE + self.BOARD + self.NAMES
        self.height = self.lines * self.line + 8

    def draw(self, sheet: Canvas, top: float) -> None:
        for line in range(self.lines):
            self._board(sheet, top + line * self.line + self.TOP + SIZE - 8)
        if not self.won:
            middle = top + self.TOP + SIZE / 2 - self.empty.height / 2
            sheet.write(WIDTH / 2, middle, self.empty, MUTED, "m")
        for number, each in enumerate(self.won):
            x = EDGE + number % ACROSS * CELL + CELL / 2
            self._trophy(sheet, x, top + number // ACROSS * self.line + self.TOP, each)

    def _board(self, sheet: Canvas, y: float) -> None:
        sheet.panel((EDGE, y, WIDTH - EDGE, y + self.BOARD), 6, WOOD)
        sheet.panel((EDGE + 8, y + self.BOARD, WIDTH - EDGE - 8, y + self.BOARD + 6), 3, _DARK)

    def _trophy(self, sheet: Canvas, middle: float, top: float, won: Won) -> None:
        assert won.reward.trophy is not None
        made = trophy(won.reward.trophy, SIZE)
        sheet.image.paste(made, (round(middle - SIZE / 2), round(top)), made)
        if won.times > 1:
            self._often(sheet, middle + SIZE / 2 - 10, top + 6, won.times)
        name = fitted(won.reward.name[self.say.language], CELL - 16, 32, lines=2, bold=True)
        sheet.write(middle, top + SIZE + self.BOARD + 6, name, INK, "m")

    def _often(self, sheet: Canvas, middle: float, top: float, times: int) -> None:
        words = fitted(self.say.plain("olzha-picture-times", times=times), 110, 34, bold=True)
        half = words.width / 2 + 16
        sheet.panel((middle - half, top, middle + half, top + 54), 27, INK)
        sheet.write(middle, top + 27 - words.middle, words, WHITE, "m")


class _NearPanel:
    """What is near, with how much of it there is as a bar."""

    PAD = 18
    APART = 14

    def __init__(self, near: Sequence[Near], say: Texts) -> None:
        self.near = near
        self.say = say
        self.title = fitted(say.plain("olzha-picture-near"), WIDTH - 2 * LEFT, 36, bold=True)
        rows = len(near) * (NEAR + self.APART)
        self.height = 2 * self.PAD + self.title.height + 10 + rows if near else 0

    def draw(self, sheet: Canvas, top: float) -> None:
        if not self.near:
            return
        sheet.panel((EDGE, top, WIDTH - EDGE, top + self.height), 32, WHITE)
        y = sheet.write(LEFT, top + self.PAD, self.title, INK) + 10
        for each in self.near:
            self._row(sheet, y, each)
            y += NEAR + self.APART

    def _row(self, sheet: Canvas, top: float, near: Near) -> None:
        assert near.reward.trophy is not None
        made = trophy(near.reward.trophy, NEAR)
        sheet.image.paste(made, (LEFT, round(top)), made)
        left, right = LEFT + NEAR + 24, WIDTH - LEFT
        share = {"there": near.there, "needed": near.needed}
        amount = fitted(self.say.plain("olzha-picture-share", **share), 200, 34, bold=True)
        name = _name(near, right - left - amount.width - 20, self.say)
        sheet.write(left, top + 4, name, INK)
        sheet.write(right, top + 4, amount, MUTED, "r")
        bar = top + NEAR - 28
        sheet.panel((left, bar, right, bar + 22), 11, PALE)
        if near.there:
            full = max(22.0, (right - left) * near.there / near.needed)
            sheet.panel((left, bar, left + full, bar + 22), 11, colour(near.reward.trophy.colour))


def _name(near: Near, width: float, say: Texts) -> Words:
    return fitted(near.reward.name[say.language], width, 34, bold=True)
