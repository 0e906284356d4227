"""When a job is due: every day once in every zone, and what is left of it after a pause."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.jobs.due_times import came_due, next_moment

ZONES = (
    "Asia/Almaty",  # put back by an hour for good at the end of 29 February 2024
    "Europe/Berlin",
    "America/Havana",  # changes at midnight
    "Australia/Lord_Howe",  # by half an hour
    "Pacific/Apia",
    "Asia/Kathmandu",
)
HOUR = timedelta(hours=1)
# The machine may have much else to do.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Of four years, with every change of the clock in them.
moments = st.integers(0, 4 * 366 * 24 * 60).map(
    lambda minutes: datetime(2023, 6, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
zones = st.sampled_from(ZONES)


@unhurried
@given(zones, st.integers(0, 23), st.sampled_from((0, 30)), moments)
def test_every_day_has_it_once(zone: str, hour: int, minute: int, start: datetime) -> None:
    when = CronTrigger(hour=hour, minute=minute, timezone=zone)
    seen = [next_moment(when, start)]
    for _ in range(9):
        seen.append(next_moment(when, seen[-1]))
    days = [moment.astimezone(ZoneInfo(zone)).date() for moment in seen]
    assert days == [days[0] + timedelta(days=n) for n in range(10)]


@unhurried
@given(zones, st.integers(0, 23), moments)
def test_it_is_on_the_hour_but_for_one_that_is_left_out(
    zone: str, hour: int, start: datetime
) -> None:
    moment = next_moment(CronTrigger(hour=hour, timezone=zone), start)
    shown = moment.astimezone(ZoneInfo(zone))
    if shown.replace(tzinfo=None) != shown.replace(hour=hour, minute=0, tzinfo=None):
        before = (moment - HOUR).astimezone(ZoneInfo(zone))
        assert before.utcoffset() != shown.utcoffset()
    assert moment > start
    assert moment.tzinfo is UTC


@pytest.mark.parametrize(
    ("zone", "after", "hour", "minute", "expected"),
    [
        # 02:30 does not exist in Berlin on 29 March 2026: as late as the clock went forward.
        ("Europe/Berlin", "2026-03-29T00:00:00+01:00", 2, 30, "2026-03-29T03:30:00+02:00"),
        # It is there twice on 25 October: the first one, and then the next day's.
        ("Europe/Berlin", "2026-10-25T00:00:00+02:00", 2, 30, "2026-10-25T02:30:00+02:00"),
        ("Europe/Berlin", "2026-10-25T02:30:00+02:00", 2, 30, "2026-10-26T02:30:00+01:00"),
        ("Asia/Almaty", "2024-02-29T23:30:00+06:00", 23, 30, "2024-03-01T23:30:00+05:00"),
        ("Asia/Almaty", "2026-02-05T17:59:59+05:00", 18, 0, "2026-02-05T18:00:00+05:00"),
        ("Asia/Almaty", "2026-02-05T18:00:00+05:00", 18, 0, "2026-02-06T18:00:00+05:00"),
    ],
)
def test_when_clocks_are_changed(
    zone: str, after: str, hour: int, minute: int, expected: str
) -> None:
    when = CronTrigger(hour=hour, minute=minute, timezone=zone)
    found = next_moment(when, datetime.fromisoformat(after))
    assert found == datetime.fromisoformat(expected)


def test_a_day_that_never_comes_is_a_mistake() -> None:
    when = CronTrigger(year=2020, timezone="Asia/Almaty")
    with pytest.raises(ValueError, match="never comes"):
        next_moment(when, datetime(2026, 1, 1, tzinfo=UTC))


spans = st.timedeltas(min_value=timedelta(0), max_value=timedelta(days=20))


@unhurried
@given(zones, moments, spans, spans, st.booleans())
def test_what_was_missed(
    zone: str, after: datetime, pause: timedelta, useful_for: timedelta, each: bool
) -> None:
    when, now = CronTrigger(hour="9-20/3", timezone=zone), after + pause
    expected = []
    moment = after
    while (moment := next_moment(when, moment)) <= now:
        expected.append(moment)

    found = came_due(when, useful_for, after, now, each=each)

    useful = [moment for moment in expected if now - moment <= useful_for]
    assert found.count == len(expected)
    assert list(found.runs) == (useful if each else useful[-1:])
    # Whatever is not run is covered by a newer run, or written down as too late.
    settled = [*found.runs, *([found.too_late] if found.too_late else [])]
    if expected:
        assert max(settled) == expected[-1]
    if found.too_late:
        assert now - found.too_late > useful_for
    assert bool(found.too_late) == (len(useful) < len(expected) and (each or not useful))
