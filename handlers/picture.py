"""Progress as a picture: the rating as a sun, a ring for each direction, weeks as a strip (§8)."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from award.programme import Direction, Level, Measure, Programme
from award.progress import DirectionProgress, Progress, Week, WeekState
from handlers import canvas
from handlers.canvas import SMALLEST, WIDTH, Canvas, Colour, Words, colour, fitted, in_a_line, mixed
from handlers.progress_in_words import done, this_week
from locales import Texts

WHITE: Colour = (255, 255, 255)
PAPER = colour("#EEF6FA")
SKY = colour("#00A6CB")
DEEP = colour("#0077A8")
GOLD = colour("#FFC72C")
INK = colour("#10324A")
MUTED = colour("#587285")
PALE = colour("#DFE9EF")
QUIET = colour("#8DA2B1")

EDGE = 28  # from the picture's edge to a panel
PAD = 36  # from a panel's edge to what stands in it
GAP = 24  # between panels
ROUND = 36
INNER = WIDTH - 2 * (EDGE + PAD)
LEFT = EDGE + PAD
RIGHT = WIDTH - LEFT
LONGEST_ROW = 30  # weeks: smaller marks could not be told apart on a phone
_COLUMNS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3, 7: 4, 8: 4}


def draw(
    progress: Progress,
    programme: Programme,
    say: Texts,
    *,
    name: str,
    level: Level,
    today: dt.date,
) -> bytes:
    """A PNG, 1080 px wide, of where a participant stands on `today`, in the language of `say`."""
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
    """The same before it is written as PNG."""
    subject = _Subject(progress, programme, say, today)
    header = _Header(subject, name, level)
    panels: list[_Panel] = [_Dates(subject), _Rings(subject)]
    weeks = _Weeks(subject)
    if weeks.rows:
        panels.append(weeks)
    foot = fitted(say.plain("picture-now", date=today), INNER, SMALLEST)
    height = header.height + sum(GAP + panel.height for panel in panels) + 2 * GAP + foot.height
    sheet = Canvas(height, PAPER)
    header.draw(sheet)
    top = float(header.height)
    for panel in panels:
        top += GAP
        box = (EDGE, top, WIDTH - EDGE, top + panel.height)
        sheet.panel(box, ROUND, WHITE)
        panel.draw(sheet, top)
        top += panel.height
    sheet.write(WIDTH / 2, top + GAP, foot, MUTED, "m")
    return sheet


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


class _Panel:
    """A white panel: `height` px, and what is drawn in it from its `top`."""

    height: int

    def __init__(self, subject: _Subject) -> None:
        self.subject = subject
        self.say = subject.say
        self.progress = subject.progress

    def draw(self, sheet: Canvas, top: float) -> None:
        raise NotImplementedError


class _Header:
    """Who, which level, and the rating: a sun of which so many rays shine."""

    SUN = 304
    TOP = 48
    MOTIF = 54

    def __init__(self, subject: _Subject, name: str, level: Level) -> None:
        language = subject.say.language
        width = RIGHT - self.SUN - 36 - LEFT
        self.percent = int(subject.progress.rating)
        self.programme = fitted(subject.programme.name[language], width, 32, lines=2)
        self.name = fitted(name, width, 60, least=36, lines=3, bold=True)
        badge = subject.say.plain("picture-level", level=level.name[language])
        self.level = fitted(badge, width - 56, 34, bold=True)
        self.label = fitted(subject.say.plain("picture-rating"), self.SUN, 32, lines=2)
        self.number = fitted(
            subject.say.plain("picture-percent", percent=self.percent), 150, 60, bold=True
        )
        words = self.programme.height + 20 + self.name.height + 32 + self.level.height + 28
        sun = self.SUN + 14 + self.label.height
        self.words_top = self.TOP + max(0, sun - words) // 2
        self.height = self.TOP + max(words, sun) + 36 + self.MOTIF

    def draw(self, sheet: Canvas) -> None:
        sheet.image.paste(DEEP, (0, 0, WIDTH, self.height))
        sheet.image.paste(GOLD, (0, self.height - 8, WIDTH, self.height))
        motif = canvas.horns(self.MOTIF)
        for x in range(0, WIDTH, self.MOTIF):
            sheet.stamp(motif, x, self.height - 12 - self.MOTIF, mixed(SKY, DEEP, 0.55))
        under = sheet.write(LEFT, self.words_top, self.programme, mixed(WHITE, SKY, 0.86))
        y = sheet.write(LEFT, under + 20, self.name, WHITE) + 32
        bottom = y + self.level.height + 28
        sheet.panel((LEFT, y, LEFT + self.level.width + 56, bottom), 40, GOLD)
        sheet.write(LEFT + 28, y + 12, self.level, INK)
        self._sun(sheet, RIGHT - self.SUN, self.TOP)

    def _sun(self, sheet: Canvas, x: int, y: int) -> None:
        shining = 32 * self.percent // 100
        faint = mixed(WHITE, SKY, 0.28)
        sheet.stamp(canvas.rays(self.SUN, 34, shining, 32), x, y, faint)
        sheet.stamp(canvas.rays(self.SUN, 34, 0, shining), x, y, GOLD)
        size = self.SUN - 92
        sheet.stamp(canvas.ring(size, 20, 100), x + 46, y + 46, faint)
        sheet.stamp(canvas.ring(size, 20, self.percent), x + 46, y + 46, GOLD)
        middle = x + self.SUN / 2
        sheet.write(middle, y + (self.SUN - self.number.height) / 2, self.number, WHITE, "m")
        sheet.write(middle, y + self.SUN + 14, self.label, WHITE, "m")


class _Dates(_Panel):
    """When it began, when it ends, where today is between, and how it goes."""

    BAR = 16

    def __init__(self, subject: _Subject) -> None:
        super().__init__(subject)
        say, progress = self.say, self.progress
        pace = "picture-finished" if progress.complete else "picture-pace"
        self.pairs = (
            self._pair("picture-start", self._day(progress.started)),
            self._pair("picture-end", self._day(progress.ends)),
            self._pair(pace, self._day(progress.projected_end)),
            self._pair("picture-streak", say.plain("picture-weeks", weeks=progress.streak)),
        )
        first, second = (
            max(label.height + value.height for label, value in pairs)
            for pairs in (self.pairs[:2], self.pairs[2:])
        )
        self.bar_top = PAD + first + 26
        self.second_top = self.bar_top + self.BAR + 34
        self.height = self.second_top + second + PAD

    def _day(self, day: dt.date) -> str:
        return self.say.plain("picture-day", date=day)

    def _pair(self, key: str, value: str) -> tuple[Words, Words]:
        half = INNER / 2 - 20
        label = fitted(self.say.plain(key), half, 30, lines=2)
        return label, in_a_line(value, half, 34, bold=True)

    def draw(self, sheet: Canvas, top: float) -> None:
        for number, (label, value) in enumerate(self.pairs):
            x, anchor = ((LEFT, "l"), (RIGHT, "r"))[number % 2]
            first = top + (PAD if number < 2 else self.second_top)
            sheet.write(x, sheet.write(x, first, label, MUTED, anchor), value, INK, anchor)
        y = top + self.bar_top
        sheet.panel((LEFT, y, RIGHT, y + self.BAR), self.BAR // 2, PALE)
        days = max(1, (self.progress.ends - self.progress.started).days)
        gone = min(1.0, max(0.0, (self.subject.today - self.progress.started).days / days))
        now = LEFT + 17 + gone * (INNER - 34)
        sheet.panel((LEFT, y, now, y + self.BAR), self.BAR // 2, SKY)
        for size, shade in ((42, WHITE), (34, GOLD)):
            sheet.stamp(canvas.disc(size), now - size / 2, y + (self.BAR - size) / 2, shade)


class _Rings(_Panel):
    """A ring for each direction, in rows."""

    def __init__(self, subject: _Subject) -> None:
        super().__init__(subject)
        directions = self.progress.directions
        columns = _COLUMNS.get(len(directions), 4)
        self.width = INNER / columns
        self.size = min(232, round(self.width - 36))
        cells = [self._cell(direction) for direction in directions]
        self.rows = [cells[n : n + columns] for n in range(0, len(cells), columns)]
        self.heights = [max(cell.height for cell in row) for row in self.rows]
        self.height = (
            2 * PAD + self.size * len(self.rows) + sum(self.heights) + 28 * (len(self.rows) - 1)
        )

    def _cell(self, direction: DirectionProgress) -> "_Cell":
        width = self.width - 8
        name = fitted(self.subject.name(direction), width, 30, lines=3, bold=width > 300)
        percent = self.say.plain("picture-percent", percent=direction.percent)
        return _Cell(
            percent=fitted(percent, self.size * 0.76, self.size // 5, bold=True),
            name=name,
            done=in_a_line(done(direction, self.say), width, 30),
            shade=self.subject.colour(direction),
            filled=direction.percent,
            complete=direction.complete,
        )

    def draw(self, sheet: Canvas, top: float) -> None:
        y = top + PAD
        for row, height in zip(self.rows, self.heights, strict=True):
            x = LEFT + (INNER - self.width * len(row)) / 2 + self.width / 2
            for cell in row:
                cell.draw(sheet, x, y, self.size)
                x += self.width
            y += self.size + height + 28


@dataclass(frozen=True)
class _Cell:
    """One direction: its ring, and the words beneath."""

    percent: Words
    name: Words
    done: Words
    shade: Colour
    filled: int
    complete: bool

    @property
    def height(self) -> int:
        """Of the words beneath the ring."""
        return 20 + self.name.height + 4 + self.done.height

    def draw(self, sheet: Canvas, middle: float, y: float, size: int) -> None:
        left = middle - size / 2
        thickness = size // 9
        sheet.stamp(canvas.ring(size, thickness, 100), left, y, mixed(self.shade, WHITE, 0.16))
        sheet.stamp(canvas.ring(size, thickness, self.filled), left, y, self.shade)
        sheet.write(middle, y + (size - self.percent.height) / 2, self.percent, INK, "m")
        if self.complete:
            badge = size // 3
            for larger, shade in ((12, WHITE), (0, GOLD)):
                place = left + size - badge - larger / 2, y + size - badge - larger / 2
                sheet.stamp(canvas.disc(badge + larger), *place, shade)
            sheet.stamp(canvas.tick(badge), left + size - badge, y + size - badge, INK)
        y = sheet.write(middle, y + size + 20, self.name, INK, "m")
        sheet.write(middle, y + 4, self.done, MUTED, "m")


class _Weeks(_Panel):
    """The weeks of each weekly direction, and what their marks mean."""

    HEAD = 14  # between a direction's name and its weeks
    MARK = 36

    def __init__(self, subject: _Subject) -> None:
        super().__init__(subject)
        weekly = [d for d in self.progress.directions if d.measure is Measure.weeks and d.weeks]
        longest = max((_row_length(len(d.weeks)) for d in weekly), default=1)
        self.pitch = min(64, INNER // longest)
        self.mark = self.pitch - max(4, self.pitch // 7)
        self.rows = [(d, *self._head(d)) for d in weekly]
        height = sum(self._height(d, name) + 26 for d, name, _ in self.rows)
        self.height = PAD + height + self._legend_height + PAD

    def _head(self, direction: DirectionProgress) -> tuple[Words, Words]:
        week = fitted(this_week(direction, self.say), INNER * 0.5, 30)
        rest = INNER - week.width - 30 - 36
        return in_a_line(self.subject.name(direction), rest, 32, bold=True), week

    def _height(self, direction: DirectionProgress, name: Words) -> int:
        rows = ceil(len(direction.weeks) / _row_length(len(direction.weeks)))
        return name.height + self.HEAD + rows * self.pitch

    def draw(self, sheet: Canvas, top: float) -> None:
        y = top + PAD
        for direction, name, week in self.rows:
            shade = self.subject.colour(direction)
            sheet.stamp(canvas.disc(22), LEFT, y + 9, shade)
            sheet.write(LEFT + 36, y, name, INK)
            sheet.write(RIGHT, y + 1, week, MUTED, "r")
            self._strip(sheet, y + name.height + self.HEAD, direction, shade)
            y += self._height(direction, name) + 26
        for state, words, x, row in self._legend:
            place = y + row * (self.MARK + 18)
            draw_week(sheet, x, place, self.MARK, state, SKY, 0.5)
            sheet.write(x + self.MARK + 14, place + 1, words, MUTED)

    def _strip(
        self, sheet: Canvas, top: float, direction: DirectionProgress, shade: Colour
    ) -> None:
        length = _row_length(len(direction.weeks))
        for number, week in enumerate(direction.weeks):
            x = LEFT + number % length * self.pitch
            y = top + number // length * self.pitch
            draw_week(sheet, x, y, self.mark, week.state, shade, _share(direction, week))

    @cached_property
    def _legend(self) -> list[tuple[WeekState, Words, float, int]]:
        """Each mark's meaning, where it begins, and in which row."""
        return list(_flow(self.say, self.MARK))

    @property
    def _legend_height(self) -> int:
        return (self._legend[-1][3] + 1) * (self.MARK + 18) - 18


def _flow(say: Texts, mark: int) -> Iterator[tuple[WeekState, Words, float, int]]:
    x, row = float(LEFT), 0
    for state in WeekState:
        words = fitted(say.plain(f"week-{state}"), INNER - mark - 14, SMALLEST)
        if x > LEFT and x + mark + 14 + words.width > RIGHT:
            x, row = float(LEFT), row + 1
        yield state, words, x, row
        x += mark + 14 + words.width + 44


def draw_week(
    sheet: Canvas, x: float, y: float, size: int, state: WeekState, shade: Colour, share: float
) -> None:
    """The mark of a week, told apart by its shape as well as by its colour."""
    outline = max(2, size // 10)
    if state is WeekState.kept:
        sheet.stamp(canvas.tile(size), x, y, shade)
        sheet.stamp(canvas.tick(size), x, y, INK if canvas.is_light(shade) else WHITE)
    elif state is WeekState.short:
        sheet.stamp(canvas.filled_tile(size, share), x, y, mixed(shade, WHITE, 0.5))
        sheet.stamp(canvas.frame(size, outline), x, y, mixed(shade, WHITE, 0.8))
    elif state is WeekState.missed:
        sheet.stamp(canvas.tile(size), x, y, PALE)
        sheet.stamp(canvas.cross(size), x, y, MUTED)
    elif state is WeekState.excused:
        sheet.stamp(canvas.frame(size, outline), x, y, QUIET)
        middle, half = y + size / 2, outline / 2
        bar = (x + size * 0.3, middle - half, x + size * 0.7, middle + half + 1)
        sheet.panel(bar, 1, QUIET)
    elif state is WeekState.current:
        sheet.stamp(canvas.filled_tile(size, share), x, y, shade)
        sheet.stamp(canvas.frame(size, outline * 2), x, y, GOLD)
    else:
        dot = max(6, size // 3)
        sheet.stamp(
            canvas.disc(dot), x + (size - dot) / 2, y + (size - dot) / 2, mixed(QUIET, WHITE, 0.55)
        )


def _row_length(weeks: int) -> int:
    return ceil(weeks / ceil(weeks / LONGEST_ROW))


def _share(direction: DirectionProgress, week: Week) -> float:
    """How full a week is, in tenths; a short one of the past half: what it needed is not told."""
    if week.state is not WeekState.current:
        return 0.5
    needed = direction.minutes_this_week + direction.minutes_needed
    return round(10 * direction.minutes_this_week / needed) / 10 if needed else 0.0
