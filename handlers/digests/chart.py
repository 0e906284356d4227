"""A week as a picture for staff: what was done and what waits, beside the week before (§10).

Eight numbers, then a line for each region, centre or mentor. Drawn for a phone: what does not fit
is made smaller or cut short, never laid over something else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.numbers import format_decimal

from award.digests.numbers import Key, Line, Numbers, WeeklyDigest, last_day
from evidence.lettering import Words, fitted
from handlers.ui.canvas import (
    DEEP,
    GOLD,
    HIGHEST,
    INK,
    MUTED,
    PALE,
    PAPER,
    SKY,
    WHITE,
    WIDTH,
    Canvas,
    Colour,
    colour,
    mixed,
)
from handlers.wording.amounts import hours_of, waited
from locales import Texts

EDGE, PAD, GAP = 20, 26, 14  # px
LEFT, RIGHT = EDGE + PAD, WIDTH - EDGE - PAD
HEADER = 146
TILE = 138  # px high
# How wide the numbers of a row are, of what it has room for.
SHARES = ((0.25, 0.25, 0.25, 0.25), (0.22, 0.4, 0.19, 0.19))
HEAD = 58  # px of the names of columns
ROW, LOWEST_ROW = 70, 34  # px
ROOMY = 62  # px of a row that has room for two lines of a name
# Where the columns of a line end: its name, its bars, their numbers, waiting, at risk.
NAME, BARS, SUMS, WAITING = 372, 550, 778, 882

SENT, APPROVED = mixed(SKY, WHITE, 0.42), INK
ALARM = colour("#B3261E")


def draw(digest: WeeklyDigest, names: Mapping[Key, str], say: Texts) -> bytes:
    """A PNG of the week in the language of `say`; `names` of what the lines stand for."""
    return compose(digest, names, say).png()


def compose(digest: WeeklyDigest, names: Mapping[Key, str], say: Texts) -> Canvas:
    """The same before it is written as PNG."""
    tiles = HEADER + EDGE
    table = tiles + 2 * TILE + GAP + EDGE
    rows = _Table(digest.lines, names, say, HIGHEST - EDGE - table)
    high = table + rows.height + EDGE if digest.lines else table
    sheet = Canvas(high, PAPER)
    _write_header(sheet, digest, say)
    _draw_tiles(sheet, tiles, digest, say)
    if digest.lines:
        rows.draw(sheet, table)
    return sheet


def _write_header(sheet: Canvas, digest: WeeklyDigest, say: Texts) -> None:
    sheet.image.paste(DEEP, (0, 0, WIDTH, HEADER))
    sheet.image.paste(GOLD, (0, HEADER - 6, WIDTH, HEADER))
    width = RIGHT - LEFT
    period = say.plain("digest-chart-week", first=digest.monday, last=last_day(digest.monday))
    under = sheet.write(LEFT, 20, fitted(period, width, 46, least=30, bold=True), WHITE)
    scope = say.plain(f"digest-chart-by-{digest.by or 'self'}")
    sheet.write(LEFT, under + 4, fitted(scope, width, 32), mixed(WHITE, SKY, 0.86))


# --- the numbers


@dataclass(frozen=True)
class _Tile:
    """A number with its name, its change since the week before, and words where there are any."""

    name: str
    number: int
    since: int
    words: str | None = None
    alarms: bool = False


def _draw_tiles(sheet: Canvas, top: int, digest: WeeklyDigest, say: Texts) -> None:
    tiles = iter(_tiles(digest, say))
    for row, shares in enumerate(SHARES):
        room = WIDTH - 2 * EDGE - (len(shares) - 1) * GAP
        left, up = float(EDGE), top + row * (TILE + GAP)
        for share in shares:
            wide = room * share
            sheet.panel((left, up, left + wide, up + TILE), 22, WHITE)
            _draw_tile(sheet, next(tiles), left + 16, up, wide - 32, say)
            left += wide + GAP


def _tiles(digest: WeeklyDigest, say: Texts) -> Sequence[_Tile]:
    now, before = digest.week, digest.before

    def tile(name: str, words: str | None = None, *, alarms: bool = False) -> _Tile:
        number = getattr(now, name)
        return _Tile(name, number, number - getattr(before, name), words, alarms)

    worked = hours_of(now.minutes), hours_of(before.minutes)
    waits = waiting_words(now, say) if now.waiting else None
    return (
        tile("active"),
        tile("new"),
        tile("entries"),
        tile("approved"),
        _Tile("hours", worked[0], worked[0] - worked[1]),
        tile("waiting", waits),
        tile("flags", alarms=True),
        tile("at_risk", alarms=True),
    )


def waiting_words(numbers: Numbers, say: Texts) -> str:
    """How long what waits has waited: usually, and the longest."""
    median, longest = waited(numbers.median, say), waited(numbers.longest, say)
    return say.plain("digest-chart-waited", median=median, longest=longest)


def _draw_tile(
    sheet: Canvas, tile: _Tile, left: float, top: float, wide: float, say: Texts
) -> None:
    name = say.plain(f"digest-chart-{tile.name.replace('_', '-')}")
    sheet.write(left, top + 10, fitted(name, wide, 27), MUTED)
    beside = tile.words is not None  # where words take the place below
    figures = fitted(_written(tile.number, say), wide * (0.58 if beside else 1), 46, bold=True)
    sheet.write(left, top + 44, figures, ALARM if tile.alarms and tile.number else INK)
    since = fitted(_since(tile.since, say), wide * (0.38 if beside else 1), 25)
    if tile.words is None:
        sheet.write(left, top + 101, since, MUTED)
        return
    sheet.write(left + wide, top + 58, since, MUTED, "r")
    sheet.write(left, top + 101, fitted(tile.words, wide, 25), MUTED)


def _since(change: int, say: Texts) -> str:
    """The change since the week before."""
    return f"{'▲' if change > 0 else '▼'} {_written(abs(change), say)}" if change else "="


def _written(number: int, say: Texts) -> str:
    """As the language groups its digits."""
    return format_decimal(number, locale=say.language)


# --- the lines

_COLUMNS = ("sent", "approved", "waiting", "risk")


@dataclass(frozen=True)
class _Table:
    """A line each: its name, bars of what was sent and approved, what waits, who is at risk."""

    lines: Sequence[Line]
    names: Mapping[Key, str]
    say: Texts
    most: int

    @property
    def height(self) -> int:
        return round(HEAD + len(self.lines) * self._row + PAD)

    @property
    def _row(self) -> float:
        room = self.most - HEAD - PAD
        return max(LOWEST_ROW, min(ROW, room / max(1, len(self.lines))))

    @property
    def _letters(self) -> int:
        return 30 if self._row >= 44 else 26

    def draw(self, sheet: Canvas, top: float) -> None:
        sheet.panel((EDGE, top, WIDTH - EDGE, top + self.height), 28, WHITE)
        self._write_head(sheet, top + 16)
        numbers = [line.numbers for line in self.lines]
        longest = max(1, *(max(each.entries, each.approved) for each in numbers))
        for place, line in enumerate(self.lines):
            up = top + HEAD + place * self._row
            if place:
                sheet.panel((LEFT, up, RIGHT, up + 2), 1, PALE)
            self._draw_line(sheet, line, up, longest)

    def _write_head(self, sheet: Canvas, top: float) -> None:
        x = float(LEFT)
        named = {each: self.say.plain(f"digest-chart-bar-{each}") for each in _COLUMNS}
        for name, shade in (("sent", SENT), ("approved", APPROVED)):
            sheet.panel((x, top + 5, x + 24, top + 29), 7, shade)
            words = fitted(named[name], 250, 26)
            sheet.write(x + 34, top, words, INK)
            x += 34 + words.width + 34
        for name, left, right in (("waiting", SUMS - 60, WAITING), ("risk", WAITING, RIGHT - LEFT)):
            sheet.write(LEFT + right, top, fitted(named[name], right - left - 10, 26), MUTED, "r")

    def _draw_line(self, sheet: Canvas, line: Line, top: float, longest: int) -> None:
        numbers, middle = line.numbers, top + self._row / 2
        name = self.names.get(line.key) or "–"
        lines = 2 if self._row >= ROOMY else 1
        self._write(sheet, LEFT, middle, fitted(name, NAME - 16, self._letters, lines=lines), INK)
        thick = min(16.0, self._row / 2 - 7)
        wide = BARS - NAME
        for amount, shade, up in (
            (numbers.entries, SENT, middle - thick - 1),
            (numbers.approved, APPROVED, middle + 1),
        ):
            if amount:
                reach = LEFT + NAME + max(4, wide * amount / longest)
                sheet.panel((LEFT + NAME, up, reach, up + thick), 5, shade)
        sums = self.say.plain("digest-chart-sums", sent=numbers.entries, approved=numbers.approved)
        self._write(sheet, LEFT + SUMS - 12, middle, self._figure(sums, SUMS - BARS - 24), INK, "r")
        waiting = self._figure(_written(numbers.waiting, self.say), WAITING - SUMS - 10)
        self._write(sheet, LEFT + WAITING, middle, waiting, INK if numbers.waiting else MUTED, "r")
        risk = self._figure(_written(numbers.at_risk, self.say), RIGHT - LEFT - WAITING - 10)
        self._write(sheet, RIGHT, middle, risk, ALARM if numbers.at_risk else MUTED, "r")

    def _figure(self, words: str, wide: float) -> Words:
        return fitted(words, wide, self._letters, bold=True)

    def _write(
        self, sheet: Canvas, x: float, middle: float, words: Words, shade: Colour, anchor: str = "l"
    ) -> None:
        """Words around a middle."""
        more = words.leading * (len(words.lines) - 1) / 2
        sheet.write(x, middle - words.middle - more, words, shade, anchor)
