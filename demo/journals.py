"""Whole journals as plain rows, of weeks that lie before the sandbox's photos begin."""

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

from award.calendar import DAY, WEEK
from award.programme import Measure
from award.programme.requirements import Requirement
from demo import notes
from demo.essays import HABITS_KK, PRINCE_KK, QOZHA_KK, ZHIBEK_KK
from storage.tables import EntryState

Moment = Callable[[dt.date, int], dt.datetime]

_BOOKS = (QOZHA_KK, PRINCE_KK, HABITS_KK, ZHIBEK_KK)
_WORDS = {
    "sport": notes.RUNNING_KK,
    "talent": notes.DOMBRA_KK,
    "heritage": notes.TOGYZ_KK,
    "volunteering": notes.TREES_KK,
    "trips": notes.HIKE_KK,
}


def approved(asked: Requirement, weeks: Iterator[dt.date], at: Moment) -> Iterator[dict[str, Any]]:
    """Rows of `Entry` but for the enrolment: one a day of `weeks`, up to all that is asked."""
    books = [essay for essay in _BOOKS if (essay is ZHIBEK_KK) == (asked.direction == "heritage")]
    for number, day in zip(range(asked.amount), weeks, strict=False):
        sent = at(day, 18)
        row: dict[str, Any] = {
            "state": EntryState.APPROVED,
            "version": 1,
            "direction": asked.direction,
            "happened_on": day,
            **dict.fromkeys(("sent_at", "received_at", "submitted_at"), sent),
            "decided_at": at(day + DAY, 12),
            "is_final": asked.final_video and number == asked.amount - 1,
            **{"minutes": None, "days": None, "book": None},
            **{"action": None, "result": None, "note": ""},
        }
        if asked.measure is Measure.books:
            book = books[number % len(books)]
            row |= {"book": book.book, "note": book.words}
        else:
            theme = _WORDS[asked.direction].notes
            words = theme[number % len(theme)]
            row |= {"minutes": 60} if asked.measure is Measure.weeks else {"days": 1}
            row |= (
                {"note": words}
                if isinstance(words, str)
                else dict(zip(("action", "result"), words, strict=True))
            )
        yield row


def each_week(start: dt.date, shift: int = 0) -> Iterator[dt.date]:
    """A day of each week from a Monday on; another one by `shift`."""
    while True:
        yield start + DAY * (shift % 5)
        start += WEEK
