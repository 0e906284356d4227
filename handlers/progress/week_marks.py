"""The marks of weeks: told apart by their shape, as large as their place allows."""

from collections.abc import Iterable, Iterator
from math import ceil

from award.progress.rules import DirectionProgress, Week, WeekState
from evidence.lettering import Words, fitted
from handlers.ui import canvas
from handlers.ui.canvas import GOLD, INK, MUTED, PALE, QUIET, WHITE, Canvas, Colour, mixed
from locales import Texts

MOST_ROWS = 3  # of a direction's weeks


def arranged(weeks: int, width: float, height: float, most: int) -> tuple[int, int]:
    """In how many lines the marks of so many weeks are large, and how large they are there."""
    sizes = [
        int(min(most, width / ceil(weeks / lines), height / lines))
        for lines in range(1, MOST_ROWS + 1)
    ]
    # A few pixels more are not worth another line.
    return next((n, size) for n, size in enumerate(sizes, 1) if size >= 0.85 * max(sizes))


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


def share_of(direction: DirectionProgress, week: Week) -> float:
    """How full a week is, in tenths; a short one of the past half: what it needed is not told."""
    if week.state is not WeekState.current:
        return 0.5
    needed = direction.minutes_this_week + direction.minutes_needed
    return round(10 * direction.minutes_this_week / needed) / 10 if needed else 0.0


def explained(
    states: Iterable[WeekState], say: Texts, mark: int, size: int, edges: tuple[float, float]
) -> Iterator[tuple[WeekState, Words, float, int]]:
    """What each mark means, in words of `size` px, where it begins, and in which line."""
    left, right = edges
    x, line = left, 0
    for state in states:
        words = fitted(say.plain(f"week-{state}"), right - left - mark - 10, size)
        if x > left and x + mark + 10 + words.width > right:
            x, line = left, line + 1
        yield state, words, x, line
        x += mark + 10 + words.width + 30
