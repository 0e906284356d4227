"""When a direction is done at the pace kept so far, beside what `award.progress` promises (§10)."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from award.calendar import DAY, WEEK, week_of
from award.digests.pace import NEVER, SETTLING, Course, Kept, is_at_risk, paced_end
from award.programme import Measure
from award.programme.requirements import Requirement
from award.progress.rules import Done, progress

START = dt.date(2026, 1, 5)
MONTHS, REQUIRED = 6, 13


def after(weeks: int, excused: frozenset[int] = frozenset()) -> Course:
    """When so many weeks are over; `excused` are numbers of weeks from the start."""
    mondays = frozenset(START + WEEK * n for n in excused)
    return Course.of(START, MONTHS, START + WEEK * (weeks - 1), mondays)


@settings(deadline=None)
@given(st.integers(1, 40), st.data(), st.frozensets(st.integers(0, 50), max_size=6))
def test_it_is_never_sooner_than_keeping_every_week(
    weeks: int, data: st.DataObject, excused: frozenset[int]
) -> None:
    countable = [n for n in range(weeks) if n not in excused]
    kept = data.draw(st.lists(st.sampled_from(countable), unique=True)) if countable else []
    course = after(weeks, excused)
    stands = progress(
        [Requirement("sport", Measure.weeks, REQUIRED, 60)],
        [Done("sport", START + WEEK * n, 60) for n in kept],
        start=START,
        months=MONTHS,
        today=course.monday + DAY * 6,
        excused=course.excused,
    ).directions[0]
    paced = paced_end(course, Kept(REQUIRED, stands.done))
    if stands.done >= REQUIRED:
        assert paced is None
        return
    assert paced is not None
    assert stands.projected_end is not None
    # This week is over: what progress hopes for of it, the pace knows to be missed.
    soonest = max(stands.projected_end, course.monday + WEEK + DAY * 6)
    assert paced >= soonest
    if len(countable) < SETTLING or len(kept) == len(countable):
        # One week that can count, and the excused ones on the way to it.
        later = range((soonest - START).days // 7 + 1, (paced - START).days // 7 + 1)
        assert len(set(later) - excused) <= 1


@settings(deadline=None)
@given(st.integers(SETTLING, 30), st.data())
def test_keeping_more_is_never_later(weeks: int, data: st.DataObject) -> None:
    less = data.draw(st.integers(0, min(weeks, REQUIRED - 1) - 1))
    course = after(weeks)
    one, other = (paced_end(course, Kept(REQUIRED, kept)) for kept in (less, less + 1))
    assert one is not None
    assert other is None or other <= one


def test_half_the_weeks_of_bronze_are_just_enough() -> None:
    assert not is_at_risk(after(10), [Kept(REQUIRED, 5)])
    assert is_at_risk(after(10), [Kept(REQUIRED, 4)])
    assert is_at_risk(after(10), [Kept(REQUIRED, 10), Kept(REQUIRED, 4)])


def test_the_first_weeks_say_nothing_and_none_kept_since_says_all() -> None:
    assert not is_at_risk(after(SETTLING - 1), [Kept(REQUIRED, 0)])
    assert paced_end(after(SETTLING), Kept(REQUIRED, 0)) == NEVER
    assert is_at_risk(after(SETTLING), [Kept(REQUIRED, 0)])
    assert not is_at_risk(after(30), [Kept(REQUIRED, REQUIRED)])


def test_excused_weeks_move_both_ends() -> None:
    assert not is_at_risk(after(14, frozenset(range(4, 8))), [Kept(REQUIRED, 5)])
    assert is_at_risk(after(14), [Kept(REQUIRED, 5)])


def test_a_direction_begins_when_the_plan_says() -> None:
    later = START + WEEK * 10
    assert not is_at_risk(after(12), [Kept(REQUIRED, 0, begins=later)])
    assert is_at_risk(after(12), [Kept(REQUIRED, 0)])
    too_late = week_of(START + WEEK * 18)
    assert is_at_risk(after(2), [Kept(REQUIRED, 0, begins=too_late)])
