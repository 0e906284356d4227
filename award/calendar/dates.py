"""Working days for deadlines, calendar weeks for the journal (programme.md §2, §4.7).

A week is named by its Monday. Days are local dates of the region's zone; instants are aware.
"""

import calendar
import datetime as dt
from collections.abc import Collection
from functools import cache
from zoneinfo import ZoneInfo

import holidays

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def is_working_day(day: dt.date, extra: Collection[dt.date] = (), *, country: str) -> bool:
    """Neither a weekend nor a public holiday of the country nor one of the operator's `extra`."""
    return day not in extra and _calendar(country, day.year).is_working_day(day)


def deadline(
    start: dt.date, working_days: int, extra: Collection[dt.date] = (), *, country: str
) -> dt.date:
    """The last day of a term of `working_days`, which begins on the day after `start`."""
    day = start
    for _ in range(working_days):
        day += DAY
        while not is_working_day(day, extra, country=country):
            day += DAY
    return day


def working_days_left(
    today: dt.date, until: dt.date, extra: Collection[dt.date] = (), *, country: str
) -> int:
    """Working days after `today` up to and with `until`; minus those since, when it is past."""
    first, last = sorted((today, until))
    days = (first + DAY * n for n in range(1, (last - first).days + 1))
    count = sum(is_working_day(day, extra, country=country) for day in days)
    return count if until >= today else -count


def local_date(when: dt.datetime, zone: str) -> dt.date:
    """The date of an aware instant in a zone."""
    return when.astimezone(ZoneInfo(zone)).date()


def week_of(when: dt.date | dt.datetime, zone: str | None = None) -> dt.date:
    """The Monday of the week of a local date, or of an aware instant seen in `zone`.

    Raises ValueError for an instant without a zone to see it in, or a naive one.
    """
    if isinstance(when, dt.datetime):
        if zone is None or when.tzinfo is None:
            raise ValueError("an instant needs a zone")
        when = local_date(when, zone)
    return when - DAY * when.weekday()


def weeks_between(first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
    """Mondays of the weeks from that of `first` to that of `last`, both included."""
    monday, end = week_of(first), week_of(last)
    return tuple(monday + WEEK * n for n in range((end - monday).days // 7 + 1))


def days_left(today: dt.date, end: dt.date) -> int:
    """Calendar days from today to the end; 0 on the last day, negative after it."""
    return (end - today).days


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


@cache
def _calendar(country: str, year: int) -> holidays.HolidayBase:
    # The next year too: a Saturday worked for a day off in January belongs to its list.
    return holidays.country_holidays(country, years=(year, year + 1))
