import datetime as dt
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.calendar import (
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

D = dt.date
days = st.dates(D(2024, 1, 1), D(2030, 12, 31))
# Days that Kazakhstan worked for another, the first of them for one of the year after.
WORKED = [D(2013, 12, 28), D(2024, 5, 4), D(2025, 1, 5)]
turns = st.sampled_from([*WORKED, D(2027, 1, 1)])
near_turns = st.builds(lambda day, away: day + dt.timedelta(days=away), turns, st.integers(-20, 20))
KAZAKHSTAN = holidays.country_holidays("KZ", years=range(2013, 2033))
instants = st.integers(0, 60 * 24 * 365 * 10).map(
    lambda minutes: dt.datetime(2020, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes)
)
zones = st.sampled_from(
    ["Asia/Almaty", "UTC", "Pacific/Auckland", "America/New_York", "Asia/Kathmandu"]
)


def test_fourteen_working_days_step_over_nauryz() -> None:
    # 2025: 21 (Fri) to 25 March are days off, for 22 and 23 fall on a weekend and move.
    assert deadline(D(2025, 3, 17), 14, country="KZ") == D(2025, 4, 9)


def test_the_term_begins_on_the_next_day() -> None:
    assert deadline(D(2025, 9, 5), 1, country="KZ") == D(2025, 9, 8)
    assert deadline(D(2025, 9, 5), 0, country="KZ") == D(2025, 9, 5)


def test_the_operator_adds_days_off() -> None:
    assert deadline(D(2025, 9, 5), 1, {D(2025, 9, 8)}, country="KZ") == D(2025, 9, 9)


def test_a_saturday_worked_for_another_day() -> None:
    # 5 January 2025, a Sunday, was worked instead of Friday the 3rd.
    assert is_working_day(D(2025, 1, 5), country="KZ")
    assert not is_working_day(D(2025, 1, 3), country="KZ")


def test_another_country_has_other_holidays() -> None:
    assert not is_working_day(D(2025, 3, 21), country="KZ")
    assert is_working_day(D(2025, 3, 21), country="NZ")


def counted(first: D, length: int, extra: frozenset[D]) -> list[D]:
    """Working days after a day, one by one."""
    after = (first + dt.timedelta(days=n) for n in range(1, length + 1))
    return [day for day in after if day not in extra and KAZAKHSTAN.is_working_day(day)]


@given(days | near_turns, st.frozensets(near_turns, max_size=12), st.integers(0, 20))
def test_terms_are_as_counted_day_by_day(start: D, extra: frozenset[D], length: int) -> None:
    working = counted(start, 99, extra)
    assert is_working_day(start, extra, country="KZ") == (
        counted(start - dt.timedelta(days=1), 1, extra) == [start]
    )
    end = deadline(start, length, extra, country="KZ")
    assert end == [start, *working][length]
    assert working_days_left(start, end, extra, country="KZ") == length
    assert working_days_left(end, start, extra, country="KZ") == -length
    before = counted(start - dt.timedelta(days=60), 59, extra)
    assert working_day_before(start, extra, country="KZ") == before[-1]


@given(days | near_turns, st.integers(-400, 400), st.frozensets(near_turns, max_size=12))
def test_what_is_left_is_as_counted_day_by_day(today: D, away: int, extra: frozenset[D]) -> None:
    first, last = sorted((today, until := today + dt.timedelta(days=away)))
    left = len(counted(first, (last - first).days, extra))
    assert working_days_left(today, until, extra, country="KZ") == (
        left if today <= until else -left
    )


def test_a_saturday_worked_can_be_made_a_day_off() -> None:
    saturday = D(2024, 5, 4)
    assert is_working_day(saturday, country="KZ")
    assert not is_working_day(saturday, {saturday}, country="KZ")
    assert is_working_day(saturday, country="KZ")
    assert deadline(D(2024, 5, 3), 1, {saturday}, country="KZ") == D(2024, 5, 6)


@given(days, st.integers(1, 30))
def test_a_deadline_leaves_exactly_its_working_days(start: D, length: int) -> None:
    end = deadline(start, length, country="KZ")
    assert is_working_day(end, country="KZ")
    assert working_days_left(start, end, country="KZ") == length
    assert working_days_left(end, start, country="KZ") == -length


def test_the_week_of_an_instant_depends_on_where_it_is_seen() -> None:
    late_sunday = dt.datetime(2025, 9, 7, 20, 0, tzinfo=dt.UTC)
    assert week_of(late_sunday, "UTC") == D(2025, 9, 1)
    assert week_of(late_sunday, "Asia/Almaty") == D(2025, 9, 8)


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        week_of(dt.datetime(2025, 9, 7, tzinfo=dt.UTC))
    with pytest.raises(ValueError, match="zone"):
        week_of(dt.datetime(2025, 9, 7), "UTC")  # noqa: DTZ001


@given(instants, zones)
def test_a_week_is_the_monday_at_or_before(instant: dt.datetime, zone: str) -> None:
    monday = week_of(instant, zone)
    assert monday.weekday() == 0
    assert monday <= local_date(instant, zone) < monday + WEEK


@given(instants, st.integers(0, 300), zones, zones)
def test_no_zone_loses_a_week(first: dt.datetime, days_on: int, zone: str, other: str) -> None:
    """Asking each day of a time, in any zone, also when the zone's clock moves, meets all weeks."""
    met = {week_of(first + dt.timedelta(days=n), zone) for n in range(days_on + 1)}
    assert sorted(met) == list(weeks_between(min(met), max(met)))
    elsewhere = {week_of(first + dt.timedelta(days=n), other) for n in range(days_on + 1)}
    assert abs(len(met) - len(elsewhere)) <= 1


def test_kazakhstan_moving_to_one_zone_lost_no_week() -> None:
    # On 1 March 2024 clocks in Almaty went back from UTC+6 to UTC+5.
    almaty = ZoneInfo("Asia/Almaty")
    hours = [
        dt.datetime(2024, 2, 26, tzinfo=almaty) + dt.timedelta(hours=n) for n in range(24 * 14)
    ]
    assert {week_of(hour, "Asia/Almaty") for hour in hours} == {D(2024, 2, 26), D(2024, 3, 4)}


@given(days, st.integers(0, 120))
def test_weeks_between_are_all_mondays_in_a_row(first: D, length: int) -> None:
    last = first + dt.timedelta(days=length)
    weeks = weeks_between(first, last)
    assert weeks[0] == week_of(first)
    assert weeks[-1] == week_of(last)
    assert all(b - a == WEEK for a, b in pairwise(weeks))


@pytest.mark.parametrize(
    ("day", "months", "end"),
    [
        (D(2025, 8, 31), 6, D(2026, 2, 28)),
        (D(2025, 12, 15), 1, D(2026, 1, 15)),
        (D(2024, 2, 29), 12, D(2025, 2, 28)),
        (D(2025, 1, 1), 18, D(2026, 7, 1)),
        (D(2025, 11, 30), 1, D(2025, 12, 30)),
    ],
)
def test_months_on(day: D, months: int, end: D) -> None:
    assert add_months(day, months) == end
