"""What was found over the last weeks as a small chart: flags, and of them the confirmed (§9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from award.calendar import DAY, WEEK
from award.findings.overview import Week
from evidence.lettering import fitted
from handlers.ui.canvas import DEEP, GOLD, INK, MUTED, PALE, PAPER, SKY, WHITE, WIDTH, Canvas, mixed
from locales import Texts

EDGE, PAD = 20, 28  # px from the picture's edge to the panel, from there to what stands in it
LEFT, RIGHT = EDGE + PAD, WIDTH - EDGE - PAD
HEADER = 156
LOWEST, TALLEST = 8, 300  # px of a bar
FEW = 5  # flags a week
NUMBER = 36  # px of the letters
LABELS = 4  # weeks that are named below the bars, the last among them

FLAGS, CONFIRMED = mixed(SKY, WHITE, 0.42), INK


def draw(weeks: Sequence[Week], say: Texts) -> bytes:
    """A PNG of weeks (oldest first, at least one) as bars, in the language of `say`."""
    return compose(weeks, say).png()


def compose(weeks: Sequence[Week], say: Texts) -> Canvas:
    """The same before it is written as PNG."""
    chart = _Chart(weeks, say)
    sheet = Canvas(HEADER + EDGE + chart.height + EDGE, PAPER)
    _write_header(sheet, weeks, say)
    top = HEADER + EDGE
    sheet.panel((EDGE, top, WIDTH - EDGE, top + chart.height), 32, WHITE)
    chart.draw(sheet, top)
    return sheet


def _write_header(sheet: Canvas, weeks: Sequence[Week], say: Texts) -> None:
    sheet.image.paste(DEEP, (0, 0, WIDTH, HEADER))
    sheet.image.paste(GOLD, (0, HEADER - 6, WIDTH, HEADER))
    width = RIGHT - LEFT
    title = fitted(say.plain("honesty-chart-title"), width, 46, least=34, bold=True)
    first, last = weeks[0].monday, weeks[-1].monday + WEEK - DAY
    period = say.plain("honesty-chart-period", weeks=len(weeks), first=first, last=last)
    under = sheet.write(LEFT, 22, title, WHITE)
    sheet.write(LEFT, under + 6, fitted(period, width, 34), mixed(WHITE, SKY, 0.86))


@dataclass(frozen=True)
class _Chart:
    """The bars of weeks, their numbers, the days that they begin with, what the colours mean."""

    weeks: Sequence[Week]
    say: Texts

    @property
    def height(self) -> int:
        return self._floor + self._pill + 66 + PAD

    def draw(self, sheet: Canvas, top: float) -> None:
        self._write_legend(sheet, top + PAD)
        floor = top + self._floor
        for number, week in enumerate(self.weeks):
            self._draw_week(sheet, week, LEFT + number * self._pitch, floor)
        sheet.panel((LEFT, floor, RIGHT, floor + 4), 2, PALE)
        if not self._most:
            none = fitted(self.say.plain("honesty-chart-none"), RIGHT - LEFT, NUMBER, lines=2)
            sheet.write(WIDTH / 2, floor - TALLEST / 2, none, MUTED, "m")
        self._write_days(sheet, floor + self._pill + 18)

    @cached_property
    def _most(self) -> int:
        return max(week.flags for week in self.weeks)

    @property
    def _full(self) -> int:
        """Flags of a bar as high as can be: a few are not to look like many."""
        return max(FEW, self._most)

    @property
    def _pitch(self) -> float:
        """Pixels from week to week."""
        return (RIGHT - LEFT) / len(self.weeks)

    @property
    def _floor(self) -> int:
        """Where the bars stand, in px below the panel's top."""
        return PAD + 52 + 64 + TALLEST

    @property
    def _pill(self) -> int:
        """Pixels below the floor for the numbers of the confirmed."""
        return 72 if any(week.confirmed for week in self.weeks) else 0

    def _write_legend(self, sheet: Canvas, top: float) -> None:
        sums = {
            "flags": (sum(week.flags for week in self.weeks), FLAGS),
            "confirmed": (sum(week.confirmed for week in self.weeks), CONFIRMED),
        }
        half = (RIGHT - LEFT) / 2
        for number, (name, (total, shade)) in enumerate(sums.items()):
            x = LEFT + number * half
            words = self.say.plain(f"honesty-chart-{name}", **{name: total})
            sheet.panel((x, top + 4, x + 36, top + 40), 9, shade)
            sheet.write(x + 50, top, fitted(words, half - 60, NUMBER, bold=True), INK)

    def _draw_week(self, sheet: Canvas, week: Week, left: float, floor: float) -> None:
        wide = min(90.0, self._pitch * 0.7)
        middle = left + self._pitch / 2
        for amount, shade in ((week.flags, FLAGS), (week.confirmed, CONFIRMED)):
            if amount:
                box = (middle - wide / 2, floor - self._high(amount), middle + wide / 2, floor)
                sheet.panel(box, 10, shade)
        if week.flags:
            words = fitted(str(week.flags), self._pitch - 6, NUMBER, bold=True)
            above = floor - self._high(week.flags) - words.height - 4
            sheet.write(middle, above, words, INK, "m")
        if week.confirmed:
            words = fitted(str(week.confirmed), self._pitch - 18, NUMBER, bold=True)
            reach = max(wide, words.width + 14) / 2
            box = (middle - reach, floor + 16, middle + reach, floor + 64)
            sheet.panel(box, 24, CONFIRMED)
            sheet.write(middle, floor + 40 - words.middle, words, WHITE, "m")

    def _high(self, amount: int) -> float:
        """Pixels of a bar; the lowest are still seen."""
        return max(LOWEST, TALLEST * amount / self._full)

    def _write_days(self, sheet: Canvas, top: float) -> None:
        """Some weeks by their Monday, the last one as this week."""
        step = ceil(len(self.weeks) / LABELS)
        wide = self._pitch * step - 12
        named = range(0, len(self.weeks) - step, step)
        days = [self.say.plain("honesty-chart-day", day=self.weeks[n].monday) for n in named]
        days.append(self.say.plain("week-current"))
        size = min(fitted(each, wide, 32).font.size for each in days)
        *before, last = (fitted(each, wide, round(size)) for each in days)
        for number, words in zip(named, before, strict=True):
            sheet.write(LEFT + number * self._pitch, top, words, MUTED)
        sheet.write(RIGHT, top, last, MUTED, "r")
