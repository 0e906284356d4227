"""Working days for deadlines, calendar weeks for the journal (programme.md §2, §4.7).

A week is named by its Monday. Days are local dates of the region's zone; instants are aware.
"""

import datetime as dt
from collections.abc import Collection
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays
from dateutil.relativedelta import relativedelta

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(weeks=1)


def is_working_day(day: dt.date, extra: Collection[dt.date] = (), *, country: str) -> bool:
    """Neither a weekend nor a public holiday of the country nor one of the operator's `extra`."""
    return _calendar(day, day, extra, country).is_working_day(day)


def deadline(
    start: dt.date, working_days: int, extra: Collection[dt.date] = (), *, country: str
) -> dt.date:
    """The last day of a term of `working_days`, which begins on the day after `start`."""
    if working_days <= 0:
        return start
    days = _calendar(start, start + WEEK * working_days, extra, country)
    return days.get_nth_working_day(start, working_days)


def working_day_before(day: dt.date, extra: Collection[dt.date] = (), *, country: str) -> dt.date:
    """The last working day before a day."""
    return _calendar(day - WEEK, day, extra, country).get_nth_working_day(day, -1)


def working_days_left(
    today: dt.date, until: dt.date, extra: Collection[dt.date] = (), *, country: str
) -> int:
    """Working days after `today` up to and with `until`; minus those since, when it is past."""
    if until == today:
        return 0
    first, last = sorted((today, until))
    count = _calendar(first, last, extra, country).get_working_days_count(first + DAY, last)
    return count if until > today else -count


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


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months on, or the month's last where it has no such day."""
    return day + relativedelta(months=months)


def _calendar(
    first: dt.date, last: dt.date, extra: Collection[dt.date], country: str
) -> holidays.HolidayBase:
    """The days off, and the Saturdays and Sundays worked for others, of the years of both dates."""
    return _of_years(first.year, last.year, frozenset(extra), country)


@lru_cache(maxsize=64)
def _of_years(
    first: int, last: int, extra: frozenset[dt.date], country: str
) -> holidays.HolidayBase:
    days = holidays.country_holidays(country, years=range(first, last + 1))
    days.update(*extra)
    days.weekend_workdays = days.weekend_workdays - extra
    return days
