import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from award.calendar import DAY, deadline, is_working_day, working_days_left
from award.calendar.deadlines import Stage, eve, half, stage_on

D = dt.date
starts = st.dates(D(2024, 1, 1), D(2029, 12, 31))
lengths = st.integers(1, 30)
# The operator's own days off, near enough to matter.
offsets = st.frozensets(st.integers(-3, 60), max_size=8)
ORDER = (None, Stage.HALF, Stage.EVE, Stage.MISSED)


def _extra(start: D, off: frozenset[int]) -> frozenset[D]:
    return frozenset(start + DAY * each for each in off)


def _stage(day: D, start: D, due: D, extra: frozenset[D] = frozenset()) -> Stage | None:
    return stage_on(day, start, due, extra, country="KZ")


def test_an_application_sent_before_nauryz() -> None:
    """17 March 2025 plus 14 working days: the 21st and the 24th and 25th are days off."""
    start, due = D(2025, 3, 17), D(2025, 4, 9)
    told = {D(2025, 3, n): _stage(D(2025, 3, n), start, due) for n in range(17, 32)}
    assert [day.day for day, stage in told.items() if stage is Stage.HALF] == [31]
    assert _stage(D(2025, 4, 7), start, due) is Stage.HALF
    assert _stage(D(2025, 4, 8), start, due) is Stage.EVE
    assert _stage(D(2025, 4, 9), start, due) is Stage.EVE
    assert _stage(D(2025, 4, 10), start, due) is Stage.MISSED
    assert _stage(D(2025, 4, 12), start, due) is None  # a Saturday


@pytest.mark.parametrize(("length", "at"), [(14, 7), (10, 5), (5, 3)])
def test_half_of_the_programmes_terms(length: int, at: int) -> None:
    start = D(2025, 9, 5)
    due = deadline(start, length, country="KZ")
    assert half(start, due, country="KZ") == deadline(start, at, country="KZ")


@given(starts, lengths, offsets)
def test_stages_follow_each_other_and_never_go_back(
    start: D, length: int, off: frozenset[int]
) -> None:
    extra = _extra(start, off)
    due = deadline(start, length, extra, country="KZ")
    days = [start + DAY * n for n in range((due - start).days + 10)]
    stages = [
        _stage(day, start, due, extra) for day in days if is_working_day(day, extra, country="KZ")
    ]
    places = [ORDER.index(stage) for stage in stages]
    assert places == sorted(places)


@given(starts, lengths, offsets)
def test_the_eve_is_one_working_day_before_and_missed_is_after(
    start: D, length: int, off: frozenset[int]
) -> None:
    extra = _extra(start, off)
    due = deadline(start, length, extra, country="KZ")
    before = eve(due, extra, country="KZ")
    assert working_days_left(before, due, extra, country="KZ") == 1
    if before > start:
        assert _stage(before, start, due, extra) is Stage.EVE
    assert _stage(due, start, due, extra) is Stage.EVE
    first_after = deadline(due, 1, extra, country="KZ")
    assert _stage(first_after, start, due, extra) is Stage.MISSED


@given(starts, st.integers(4, 30), offsets)
def test_half_is_told_when_half_is_gone_and_not_before(
    start: D, length: int, off: frozenset[int]
) -> None:
    extra = _extra(start, off)
    due = deadline(start, length, extra, country="KZ")
    days = [start + DAY * n for n in range((due - start).days + 1)]
    told = [day for day in days if _stage(day, start, due, extra) is Stage.HALF]
    assert told, "a term of four days and more has a half before its eve"
    gone = [working_days_left(start, day, extra, country="KZ") for day in told]
    assert 2 * gone[0] >= length > 2 * (gone[0] - 1)


@given(starts, lengths, st.integers(0, 90), offsets)
def test_nobody_is_told_on_a_day_off_or_before_the_term(
    start: D, length: int, later: int, off: frozenset[int]
) -> None:
    extra = _extra(start, off)
    due = deadline(start, length, extra, country="KZ")
    day = start + DAY * later
    if later == 0 or not is_working_day(day, extra, country="KZ"):
        assert _stage(day, start, due, extra) is None
