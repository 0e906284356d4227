"""A page of a table as a picture for a phone: who, the rating, each direction's percent (§8.11).

What does not fit is made smaller or cut short, never laid over something else.
"""

from award.paging import PAGE
from award.programme import Level, Programme
from award.ratings.tables import Page, Row
from evidence.lettering import fitted
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
from handlers.wording.names import told_apart
from locales import Texts

EDGE, PAD = 20, 26  # px
LEFT, RIGHT = EDGE + PAD, WIDTH - EDGE - PAD
HEADER = 146
LEGEND_LINE = 40
ROW = 118
RING = 84
BAR = 10


def draw(page: Page, level: Level, programme: Programme, say: Texts, *, numbered: bool) -> bytes:
    """A PNG of a page of the table in the language of `say`; `numbered`: highest first."""
    return compose(page, level, programme, say, numbered=numbered).png()


def compose(
    page: Page, level: Level, programme: Programme, say: Texts, *, numbered: bool
) -> Canvas:
    """The same before it is written as PNG; 1080 px wide, at most 1280 px high."""
    legend = _Legend(level, programme, say)
    table = HEADER + EDGE + legend.height + EDGE
    sheet = Canvas(table + max(1, len(page.rows)) * ROW + EDGE, PAPER)
    _write_header(sheet, page, level, say)
    legend.draw(sheet, HEADER + EDGE)
    sheet.panel((EDGE, table, WIDTH - EDGE, table + max(1, len(page.rows)) * ROW), 28, WHITE)
    for place, row in enumerate(page.rows):
        top = table + place * ROW
        if place:
            sheet.panel((LEFT, top, RIGHT, top + 2), 1, PALE)
        number = page.number * PAGE + place + 1 if numbered else None
        _draw_row(sheet, row, number, legend, top, say)
    return sheet


def _write_header(sheet: Canvas, page: Page, level: Level, say: Texts) -> None:
    sheet.image.paste(DEEP, (0, 0, WIDTH, HEADER))
    sheet.image.paste(GOLD, (0, HEADER - 6, WIDTH, HEADER))
    width = RIGHT - LEFT
    title = say.plain("ratings-picture-title", level=level.name[say.language])
    under = sheet.write(LEFT, 20, fitted(title, width, 46, least=30, bold=True), WHITE)
    facts = say.plain("ratings-picture-mean", total=page.total, percent=int(page.mean))
    sheet.write(LEFT, under + 4, fitted(facts, width, 32), mixed(WHITE, SKY, 0.86))


class _Legend:
    """Which colour is which direction, in two columns."""

    def __init__(self, level: Level, programme: Programme, say: Texts) -> None:
        self.directions = [programme.direction(code) for code in level.directions]
        self.say = say
        self.lines = -(-len(self.directions) // 2)
        self.height = self.lines * LEGEND_LINE

    def draw(self, sheet: Canvas, top: int) -> None:
        half = (RIGHT - LEFT) / 2
        for number, direction in enumerate(self.directions):
            x = LEFT + number // self.lines * half
            y = top + number % self.lines * LEGEND_LINE
            sheet.panel((x, y + 6, x + 26, y + 32), 8, colour(direction.colour))
            name = fitted(direction.name[self.say.language], half - 56, 30)
            sheet.write(x + 38, y, name, INK)


def _draw_row(
    sheet: Canvas, row: Row, number: int | None, legend: _Legend, top: float, say: Texts
) -> None:
    """The name above bars of the directions that the participant does; the rating in a ring."""
    name = told_apart(row.name, row.apart, say)
    if number is not None:
        name = say.plain("ratings-picture-line", number=number, name=name)
    wide = RIGHT - LEFT - RING - 30
    sheet.write(LEFT, top + 12, fitted(name, wide, 36, least=28, bold=True), INK)
    room = wide / max(1, len(legend.directions))
    for place, direction in enumerate(legend.directions):
        percent = row.percents.get(direction.code)
        if percent is None:
            continue
        shade = colour(direction.colour)
        x, bar = LEFT + place * room, room - 18
        figure = say.plain("picture-percent", percent=percent)
        sheet.write(x, top + 58, fitted(figure, bar, 28), MUTED)
        y = top + 96
        sheet.panel((x, y, x + bar, y + BAR), BAR // 2, mixed(shade, WHITE, 0.2))
        if percent:
            sheet.panel((x, y, x + max(BAR, bar * percent / 100), y + BAR), BAR // 2, shade)
    _draw_rating(sheet, int(row.rating), RIGHT - RING, top + (ROW - RING) / 2, say)


def _draw_rating(sheet: Canvas, percent: int, x: float, y: float, say: Texts) -> None:
    sheet.stamp(canvas.ring(RING, 8, 100), x, y, mixed(GOLD, WHITE, 0.3))
    sheet.stamp(canvas.ring(RING, 8, percent), x, y, GOLD)
    words = fitted(say.plain("picture-percent", percent=percent), RING - 20, 28, bold=True)
    sheet.write(x + RING / 2, y + RING / 2 - words.middle, words, INK, "m")
