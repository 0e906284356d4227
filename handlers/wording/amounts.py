"""How long something waited and how much was done, in words short enough for a picture."""

from datetime import date

from award.programme import Measure, Programme
from handlers.wording.names import book_title
from locales import Texts
from storage.tables import Entry

HOUR, DAY = 3600, 86_400  # seconds


def waited(seconds: int, say: Texts) -> str:
    """Whole days, or hours below two days; less than an hour is an hour."""
    if seconds >= 2 * DAY:
        return say.plain("digest-days", days=seconds // DAY)
    return say.plain("digest-hours", hours=max(1, seconds // HOUR))


def hours_of(minutes: int) -> int:
    """Minutes in hours, to the nearest."""
    return (minutes + 30) // 60


RESULT_SHOWN = 500  # letters; of an entry's cards too


def when(day: date, today: date, say: Texts) -> str:
    """A day as people say it: today, yesterday, 5 March."""
    return say.plain("journal-when", ago=(today - day).days, day=day)


def amount(entry: Entry, measure: Measure | None, programme: Programme, say: Texts) -> str:
    """How much an entry says was done: minutes, days, or which book; empty if not told."""
    match measure:
        case Measure.books:
            return book_title(programme, entry.book, say.language)
        case Measure.days:
            return say.plain("days", days=entry.days or 1)
        case _:
            return say.plain("minutes", minutes=entry.minutes) if entry.minutes else ""
