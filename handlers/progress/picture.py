"""Progress as a picture: the rating as a sun, a ring for each direction, weeks as a strip (§8)."""

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from award.programme import Direction, Level, Measure, Programme
from award.progress.rules import DirectionProgress, Progress, WeekState
from evidence.lettering import Words, fitted
from handlers.progress.week_marks import arranged, draw_week, explained, share_of
from handlers.ui import canvas
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
from handlers.wording.progress import done, this_week
from locales import Texts

EDGE = 20  # from the picture's edge to a panel
PAD = 24  # from a panel's side to what stands in it
ROUND = 32
INNER = WIDTH - 2 * (EDGE + PAD)
LEFT = EDGE + PAD
RIGHT = WIDTH - LEFT


def draw(
    progress: Progress,
    programme: Programme,
    say: Texts,
    *,
    name: str,
    level: Level,
    today: dt.date,
) -> bytes:
    """A PNG of where a participant stands on `today`, in the language of `say`.

    1080 px wide, at most 1280 px high for up to four weekly directions and three others.
    """
    return compose(progress, programme, say, name=name, level=level, today=today).png()


def compose(
    progress: Progress,
    programme: Programme,
    say: Texts,
    *,
    name: str,
    level: Level,
    today: dt.date,
) -> Canvas:
    """The same before it is written as PNG: as roomy as fits what Telegram leaves unshrunk."""
    subject = _Subject(progress, programme, say, today)
    header = _Header(subject, name, level)
    dates = _Dates(subject)
    foot = fitted(say.plain("picture-now", date=today), INNER, 26)
    for size in _SIZES:
        panels = [dates, *(panel(subject, size) for panel in (_Weeks, _Others))]
        panels = [panel for panel in panels if panel.height]
        under = size.gap + foot.height + size.gap
        height = header.height + sum(size.gap + panel.height for panel in panels) + under
        if height <= HIGHEST:
            break
    sheet = Canvas(height, PAPER)
    header.draw(sheet)
    top = float(header.height)
    for panel in panels:
        top += size.gap
        box = (EDGE, top, WIDTH - EDGE, top + panel.height)
        sheet.panel(box, ROUND, WHITE)
        panel.draw(sheet, top)
        top += panel.height
    sheet.write(WIDTH / 2, top + size.gap, foot, MUTED, "m")
    return sheet


@dataclass(frozen=True)
class _Size:
    """How large what may be larger or smaller is drawn, px."""

    ring: int
    mark: int  # at most, with the space to the next
    text: int
    name: int
    apart: int  # rows of a panel
    pad: int  # from a panel's top to what stands in it
    gap: int  # between panels


_SIZES = (
    _Size(ring=160, mark=64, text=28, name=34, apart=36, pad=32, gap=22),
    _Size(ring=140, mark=58, text=28, name=34, apart=30, pad=28, gap=18),
    _Size(ring=124, mark=52, text=28, name=32, apart=24, pad=24, gap=16),
    _Size(ring=110, mark=46, text=26, name=30, apart=18, pad=20, gap=14),
    _Size(ring=98, mark=44, text=26, name=30, apart=14, pad=16, gap=10),
    _Size(ring=92, mark=44, text=26, name=28, apart=10, pad=12, gap=8),
)


@dataclass(frozen=True)
class _Subject:
    """Whose progress it is, and in which words it is told."""

    progress: Progress
    programme: Programme
    say: Texts
    today: dt.date

    def name(self, direction: DirectionProgress) -> str:
        return self.direction(direction).name[self.say.language]

    def colour(self, direction: DirectionProgress) -> Colour:
        return colour(self.direction(direction).colour)

    def direction(self, direction: DirectionProgress) -> Direction:
        return self.programme.direction(direction.direction)


class _Panel(ABC):
    """A white panel: `height` px, and what is drawn in it from its `top`."""

    height: int

    def __init__(self, subject: _Subject) -> None:
        self.subject = subject
        self.say = subject.say
        self.progress = subject.progress

    @abstractmethod
    def draw(self, sheet: Canvas, top: float) -> None: ...


class _Header:
    """Who, which level, how many weeks in a row, and the rating: so many rays of a sun shine."""

    SUN = 164
    TOP = 16
    MOTIF = 30

    def __init__(self, subject: _Subject, name: str, level: Level) -> None:
        say, language = subject.say, subject.say.language
        width = INNER - self.SUN - 92
        self.percent = int(subject.progress.rating)
        self.programme = fitted(subject.programme.name[language], width, 26)
        self.name = fitted(name, width, 48, least=34, bold=True)
        if self.name.lines and self.name.lines[0].endswith("…"):
            self.name = fitted(name, width, 38, least=34, lines=2, bold=True)
        self.streaking = subject.progress.streak > 0
        self.streak = fitted(say.plain("picture-streak"), width * 0.3, 28)
        weeks = say.plain("picture-weeks", weeks=subject.progress.streak)
        self.weeks = fitted(weeks, width * 0.25, 30, bold=True)
        rest = width - self.streak.width - self.weeks.width - 90
        badge = say.plain("picture-level", level=level.name[language])
        self.level = fitted(badge, rest, 30, bold=True)
        self.label = fitted(say.plain("picture-rating"), self.SUN + 80, 28)
        self.number = fitted(say.plain("picture-percent", percent=self.percent), 76, 38, bold=True)
        self.badge = self.level.height + 18
        words = self.programme.height + 4 + self.name.height + 12 + self.badge
        sun = self.SUN + 2 + self.label.height
        self.words_top = self.TOP + max(0, sun - words) // 2
        self.height = self.TOP + max(words, sun) + 4 + self.MOTIF + 10

    def draw(self, sheet: Canvas) -> None:
        sheet.image.paste(DEEP, (0, 0, WIDTH, self.height))
        sheet.image.paste(GOLD, (0, self.height - 6, WIDTH, self.height))
        motif = canvas.horns(self.MOTIF)
        for x in range(0, WIDTH, self.MOTIF):
            sheet.stamp(motif, x, self.height - 8 - self.MOTIF, mixed(SKY, DEEP, 0.55))
        faint = mixed(WHITE, SKY, 0.86)
        under = sheet.write(LEFT, self.words_top, self.programme, faint)
        y = sheet.write(LEFT, under + 4, self.name, WHITE) + 12
        x = LEFT + self.level.width + 48
        sheet.panel((LEFT, y, x, y + self.badge), 40, GOLD)
        sheet.write(LEFT + 24, y + 7, self.level, INK)
        if self.streaking:
            sheet.write(x + 28, y + 9, self.streak, faint)
            sheet.write(x + 40 + self.streak.width, y + 7, self.weeks, WHITE)
        self._sun(sheet, RIGHT - self.SUN - 40, self.TOP)

    def _sun(self, sheet: Canvas, x: int, y: int) -> None:
        shining = 32 * self.percent // 100
        faint = mixed(WHITE, SKY, 0.28)
        sheet.stamp(canvas.rays(self.SUN, 20, shining, 32), x, y, faint)
        sheet.stamp(canvas.rays(self.SUN, 20, 0, shining), x, y, GOLD)
        size = self.SUN - 52
        sheet.stamp(canvas.ring(size, 11, 100), x + 26, y + 26, faint)
        sheet.stamp(canvas.ring(size, 11, self.percent), x + 26, y + 26, GOLD)
        middle = x + self.SUN / 2
        sheet.write(middle, y + self.SUN / 2 - self.number.middle, self.number, WHITE, "m")
        sheet.write(middle, y + self.SUN + 2, self.label, WHITE, "m")


class _Dates(_Panel):
    """When it began, how it goes, when it ends, and where today is between."""

    BAR = 12
    TOP = 14

    def __init__(self, subject: _Subject) -> None:
        super().__init__(subject)
        progress = self.progress
        pace = "picture-finished" if progress.complete else "picture-pace"
        self.pairs = (
            self._pair("picture-start", progress.started),
            self._pair(pace, progress.projected_end),
            self._pair("picture-end", progress.ends),
        )
        words = max(label.height + value.height for label, value in self.pairs)
        self.bar_top = self.TOP + words + 16
        self.height = self.bar_top + self.BAR + 22

    def _pair(self, key: str, day: dt.date) -> tuple[Words, Words]:
        third = INNER / 3 - 12
        value = fitted(self.say.plain("picture-day", date=day), third, 30, bold=True)
        return fitted(self.say.plain(key), third, 28), value

    def draw(self, sheet: Canvas, top: float) -> None:
        places = ((LEFT, "l"), (WIDTH / 2, "m"), (RIGHT, "r"))
        for (label, value), (x, anchor) in zip(self.pairs, places, strict=True):
            under = sheet.write(x, top + self.TOP, label, MUTED, anchor)
            sheet.write(x, under, value, INK, anchor)
        y = top + self.bar_top
        sheet.panel((LEFT, y, RIGHT, y + self.BAR), self.BAR // 2, PALE)
        days = max(1, (self.progress.ends - self.progress.started).days)
        gone = min(1.0, max(0.0, (self.subject.today - self.progress.started).days / days))
        now = LEFT + 14 + gone * (INNER - 28)
        sheet.panel((LEFT, y, now, y + self.BAR), self.BAR // 2, SKY)
        for size, shade in ((34, WHITE), (28, GOLD)):
            sheet.stamp(canvas.disc(size), now - size / 2, y + (self.BAR - size) / 2, shade)


class _Ring:
    """How much of a direction is done, its percent inside."""

    def __init__(self, subject: _Subject, direction: DirectionProgress, size: int) -> None:
        percent = subject.say.plain("picture-percent", percent=direction.percent)
        self.percent = fitted(percent, size * 0.8, size // 4, bold=True)
        self.shade = subject.colour(direction)
        self.direction = direction
        self.size = size

    def draw(self, sheet: Canvas, x: float, y: float) -> None:
        size, thickness = self.size, self.size // 12
        sheet.stamp(canvas.ring(size, thickness, 100), x, y, mixed(self.shade, WHITE, 0.16))
        sheet.stamp(canvas.ring(size, thickness, self.direction.percent), x, y, self.shade)
        middle = x + size / 2
        sheet.write(middle, y + size / 2 - self.percent.middle, self.percent, INK, "m")
        if self.direction.complete:
            badge = size // 3
            for larger, shade in ((8, WHITE), (0, GOLD)):
                edge = size - badge - larger / 2
                sheet.stamp(canvas.disc(badge + larger), x + edge, y + edge, shade)
            sheet.stamp(canvas.tick(badge), x + size - badge, y + size - badge, INK)


_Cell = tuple[_Ring, Words, Words]


class _Others(_Panel):
    """The directions of books and days: a ring each, the words beside it."""

    def __init__(self, subject: _Subject, size: _Size) -> None:
        super().__init__(subject)
        self.size = size
        found = [d for d in self.progress.directions if not _weekly(d)]
        columns = min(3, len(found)) or 1
        self.width = INNER / columns
        cells = [self._cell(direction) for direction in found]
        self.rows = [cells[n : n + columns] for n in range(0, len(cells), columns)]
        self.heights = [max(size.ring, *map(_height, row)) for row in self.rows]
        between = size.apart * (len(self.rows) - 1)
        self.height = sum(self.heights) + between + 2 * size.pad if cells else 0

    def _cell(self, direction: DirectionProgress) -> _Cell:
        width = self.width - self.size.ring - 14 - 10
        name = fitted(self.subject.name(direction), width, self.size.name, lines=2, bold=True)
        amount = fitted(done(direction, self.say), width, self.size.text, lines=2)
        return _Ring(self.subject, direction, self.size.ring), name, amount

    def draw(self, sheet: Canvas, top: float) -> None:
        y = top + self.size.pad
        for row, height in zip(self.rows, self.heights, strict=True):
            for number, cell in enumerate(row):
                ring, name, amount = cell
                x = LEFT + number * self.width
                ring.draw(sheet, x, y + (height - ring.size) / 2)
                x += ring.size + 14
                under = sheet.write(x, y + (height - _height(cell)) / 2, name, INK)
                sheet.write(x, under, amount, MUTED)
            y += height + self.size.apart


def _height(cell: _Cell) -> int:
    """Of the words beside the ring."""
    _, name, amount = cell
    return name.height + amount.height


class _Row:
    """One weekly direction: its ring, its name, this week in words, and its weeks as marks."""

    def __init__(self, subject: _Subject, direction: DirectionProgress, size: _Size) -> None:
        say = subject.say
        self.direction = direction
        self.ring = _Ring(subject, direction, size.ring)
        numbers = {"done": direction.done, "required": direction.required}
        amount = say.plain(f"done-{direction.measure}", **numbers)
        self.amount = fitted(amount, INNER * 0.25, size.text)
        now = (done if direction.percent == 100 else this_week)(direction, say)
        self.now = "" if now == amount else now
        self.name = subject.name(direction)
        self.height = size.ring + 4 + self.amount.height


class _Weeks(_Panel):
    """The weekly directions, and what the marks of their weeks mean."""

    MARK = 28  # in the legend
    ABOVE = 6  # the legend, besides what is between rows

    def __init__(self, subject: _Subject, size: _Size) -> None:
        super().__init__(subject)
        self.size = size
        self.rows = [_Row(subject, d, size) for d in self.progress.directions if _weekly(d)]
        self.column = max([size.ring, *(row.amount.width for row in self.rows)])
        self.left = LEFT + self.column + 22
        self.width = RIGHT - self.left
        self.words = [self._words(row) for row in self.rows]
        self.head = max((name.height for name, _ in self.words), default=0) + 6
        self.height = 0
        if self.rows:
            rows = sum(row.height + size.apart for row in self.rows)
            self.height = size.pad + rows + self.ABOVE + self._legend_height + size.pad
            self.space = min(row.height for row in self.rows) - self.head
            longest = max(len(row.direction.weeks) for row in self.rows)
            self.lines, self.pitch = arranged(longest, self.width, self.space, size.mark)
            self.length = ceil(longest / self.lines)  # one for all: a week stands under itself

    def _words(self, row: _Row) -> tuple[Words, Words]:
        """The name and this week, in one line: neither leaves too little to the other."""
        name = fitted(row.name, self.width * 0.54, self.size.name, bold=True)
        now = fitted(row.now, max(INNER * 0.36, self.width - 16 - name.width), self.size.text)
        rest = self.width - 16 - now.width
        return fitted(row.name, rest, self.size.name, bold=True), now

    def draw(self, sheet: Canvas, top: float) -> None:
        y = top + self.size.pad
        for row, (name, now) in zip(self.rows, self.words, strict=True):
            middle = LEFT + self.column / 2
            row.ring.draw(sheet, middle - row.ring.size / 2, y)
            sheet.write(middle, y + row.ring.size + 4, row.amount, MUTED, "m")
            sheet.write(self.left, y, name, INK)
            below = name.font.size - now.font.size  # one baseline for both
            sheet.write(RIGHT, y + below, now, MUTED, "r")
            self._strip(sheet, y + self.head, row)
            y += row.height + self.size.apart
        for state, words, x, line in self._legend:
            place = y + self.ABOVE + line * (words.height + 4)
            centre = place + words.middle
            draw_week(sheet, x, centre - self.MARK / 2, self.MARK, state, SKY, 0.5)
            sheet.write(x + self.MARK + 10, place, words, MUTED)

    def _strip(self, sheet: Canvas, top: float, row: _Row) -> None:
        weeks = row.direction.weeks
        top += (self.space - self.lines * self.pitch) / 2
        mark = self.pitch - max(3, self.pitch // 8)
        for number, week in enumerate(weeks):
            x = self.left + number % self.length * self.pitch
            y = top + number // self.length * self.pitch
            draw_week(sheet, x, y, mark, week.state, row.ring.shade, share_of(row.direction, week))

    @cached_property
    def _legend(self) -> list[tuple[WeekState, Words, float, int]]:
        """What each mark that occurs means, where it begins, and in which line."""
        occurring = {week.state for row in self.rows for week in row.direction.weeks}
        states = [state for state in WeekState if state in occurring]
        return list(explained(states, self.say, self.MARK, self.size.text, (LEFT, RIGHT)))

    @property
    def _legend_height(self) -> int:
        _, words, _, line = self._legend[-1]
        return (line + 1) * (words.height + 4) - 4


def _weekly(direction: DirectionProgress) -> bool:
    return direction.measure is Measure.weeks and bool(direction.weeks)
