"""Days and weeks of the programme: dates, terms and their stages, days off, zones."""

from award.calendar.dates import (
    DAY,
    WEEK,
    add_months,
    deadline,
    is_working_day,
    local_date,
    week_of,
    weeks_between,
    working_day_before,
    working_days_left,
)

__all__ = [
    "DAY",
    "WEEK",
    "add_months",
    "deadline",
    "is_working_day",
    "local_date",
    "week_of",
    "weeks_between",
    "working_day_before",
    "working_days_left",
]
