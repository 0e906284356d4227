"""Terms in working days, and which reminder of one is owed on a day (programme.md §10).

The rule speaks of stages, not of days: whoever asks a day late, for the service was down, learns
what is owed still, and what has passed is not caught up.
"""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from award.calendar.dates import deadline, is_working_day, working_day_before, working_days_left

# Working days: to answer an application (§4.7), to sign a centre's contract, to answer a dispute.
ANSWER_DAYS = 14
CONTRACT_DAYS = 10
DISPUTE_DAYS = 5


class Stage(StrEnum):
    """How near the end of a term is; each stage owes one reminder."""

    HALF = "half"
    EVE = "eve"
    MISSED = "missed"


def stage_on(
    day: dt.date, start: dt.date, due: dt.date, extra: Collection[dt.date] = (), *, country: str
) -> Stage | None:
    """The reminder owed on a day of a term that began after `start` and ends with `due`.

    HALF from the working day by which half of the term is gone, EVE on the working day before the
    last one and on that, MISSED after it. None before all that, and on days off: nobody is told
    then.
    """
    if day <= start or not is_working_day(day, extra, country=country):
        return None
    if day > due:
        return Stage.MISSED
    if day >= eve(due, extra, country=country):
        return Stage.EVE
    if day >= half(start, due, extra, country=country):
        return Stage.HALF
    return None


def half(start: dt.date, due: dt.date, extra: Collection[dt.date] = (), *, country: str) -> dt.date:
    """The working day by which half of a term's working days are gone, rounded up."""
    length = working_days_left(start, due, extra, country=country)
    return deadline(start, -(-length // 2), extra, country=country)


def eve(due: dt.date, extra: Collection[dt.date] = (), *, country: str) -> dt.date:
    """The working day before the last day of a term."""
    return working_day_before(due, extra, country=country)
