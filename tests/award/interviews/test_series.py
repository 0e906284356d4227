"""Times of a day lie within its hours and never overlap; a place is an https address or words."""

import datetime as dt
import itertools
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.errors import Refusal
from award.interviews.series import (
    CLOSES,
    LENGTHS,
    OPENS,
    PAUSES,
    Series,
    fit_place,
    is_online,
    most,
    starts,
)

ZONE = "Asia/Almaty"
NOW = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)


@given(
    first=st.times(),
    minutes=st.sampled_from(LENGTHS),
    pause=st.sampled_from(PAUSES),
    count=st.integers(-1, 60),
)
def test_all_lie_within_the_day_and_none_overlap(
    first: dt.time, minutes: int, pause: int, count: int
) -> None:
    first = first.replace(second=0, microsecond=0)
    series = Series(dt.date(2026, 10, 12), first, minutes, pause, count)
    fits = first >= OPENS and 1 <= count <= most(first, minutes, pause)
    if not fits:
        with pytest.raises(Refusal):
            starts(series, ZONE, NOW)
        return
    begins = starts(series, ZONE, NOW)
    length = dt.timedelta(minutes=minutes)
    assert len(begins) == count
    assert all(one + length <= other for one, other in itertools.pairwise(begins))
    last = (begins[-1] + length).astimezone(ZoneInfo(ZONE))
    assert last.date() == series.day
    assert last.time() <= CLOSES


def test_what_lies_in_the_past_is_refused() -> None:
    today = NOW.astimezone(ZoneInfo(ZONE)).date()
    with pytest.raises(Refusal):
        starts(Series(today, dt.time(13), 30, 0, 1), ZONE, NOW)  # it is two in the afternoon
    assert starts(Series(today, dt.time(15), 30, 0, 1), ZONE, NOW)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://meet.example/abc-def", "https://meet.example/abc-def"),
        ("meet.example/abc", "https://meet.example/abc"),
        ("Алматы, Абай даңғылы 10, 204-бөлме", "Алматы, Абай даңғылы 10, 204-бөлме"),
    ],
)
def test_a_place_as_people_write_it(typed: str, kept: str) -> None:
    assert fit_place(typed) == kept
    assert is_online(kept) == kept.startswith("https://")


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "ab", "x" * 301),
        *("http://meet.example/a", "javascript://x", "tg://resolve?domain=a"),
        *("https://", "https://user:pass@meet.example", "https://[", "see https://meet.example"),
    ],
)
def test_other_addresses_are_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        fit_place(typed)
