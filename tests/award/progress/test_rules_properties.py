"""What must hold of progress whatever is approved, in whatever order, seen from wherever."""

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from award.calendar import WEEK, local_date, week_of
from award.programme import Measure
from award.programme.requirements import Requirement
from award.progress.rules import Done, Progress, WeekState, planned_end, progress

START = dt.date(2025, 9, 10)
ASKED = (
    Requirement("sport", Measure.weeks, 3, 60, norm=True, final_video=True),
    Requirement("talent", Measure.weeks, 5, 60),
    Requirement("reading", Measure.books, 6, sections={1: 2, 2: 1, 3: 1}),
    Requirement("heritage", Measure.books, 1, sections={1: 1}),
    Requirement("trips", Measure.days, 3),
)
happened = st.dates(START - WEEK * 2, START + WEEK * 12)
weekly = st.builds(
    Done, st.sampled_from(["sport", "talent", "volunteering"]), happened, st.integers(0, 240)
)
trips = st.builds(Done, st.just("trips"), happened, days=st.integers(0, 3))
# A book serves one direction: an entry with it in another is refused before it is approved.
books = st.builds(
    lambda day, n: Done(
        "heritage" if n % 5 == 0 else "reading", day, book=f"book{n}", section=n % 3 + 1
    ),
    happened,
    st.integers(0, 24),
)
entries = st.lists(st.one_of(weekly, books, trips), max_size=40)
todays = st.dates(START, START + WEEK * 14)
excuses = st.frozensets(happened.map(week_of), max_size=4)
codes = st.frozensets(st.sampled_from([r.direction for r in ASKED]))


def look(
    done: list[Done], today: dt.date = START, excused: frozenset[dt.date] = frozenset()
) -> Progress:
    return progress(ASKED, done, start=START, months=3, today=today, excused=excused)


@given(entries, st.one_of(weekly, books, trips), todays, excuses)
def test_an_approved_entry_never_lowers_a_percent(
    done: list[Done], another: Done, today: dt.date, excused: frozenset[dt.date]
) -> None:
    before, after = look(done, today, excused), look([*done, another], today, excused)
    for was, now in zip(before.directions, after.directions, strict=True):
        assert now.percent >= was.percent
        assert set(now.missing) <= set(was.missing)
        if was.projected_end and now.projected_end and was.percent < 100:
            assert now.percent == 100 or now.projected_end <= was.projected_end
    assert after.rating >= before.rating


@given(entries, todays, excuses, codes, codes, codes)
def test_a_percent_is_between_0_and_100(
    done: list[Done],
    today: dt.date,
    excused: frozenset[dt.date],
    marks: frozenset[str],
    norms: frozenset[str],
    videos: frozenset[str],
) -> None:
    found = progress(
        ASKED,
        done,
        start=START,
        months=3,
        today=today,
        excused=excused,
        marks=marks,
        norms=norms,
        videos=videos,
    )
    assert all(0 <= d.percent <= 100 for d in found.directions)
    assert all(d.done <= d.required for d in found.directions)
    assert 0 <= found.rating <= 100
    assert found.complete == all(d.percent == 100 and not d.missing for d in found.directions)


@given(entries.flatmap(lambda e: st.tuples(st.just(e), st.permutations(e))), todays, excuses)
def test_the_order_of_approval_does_not_matter(
    both: tuple[list[Done], list[Done]], today: dt.date, excused: frozenset[dt.date]
) -> None:
    assert look(both[0], today, excused) == look(both[1], today, excused)


@given(entries, st.data(), todays)
def test_no_minute_counts_twice(done: list[Done], data: st.DataObject, today: dt.date) -> None:
    known = [replace(piece, entry=n) for n, piece in enumerate(done)]
    again = data.draw(st.lists(st.sampled_from(known), max_size=10)) if known else []
    found = look([*known, *again], today)
    assert found == look(known, today)
    for direction in found.directions:
        shown = sum(week.minutes for week in direction.weeks)
        worked = sum(
            piece.minutes
            for piece in known
            if piece.direction == direction.direction and piece.happened >= week_of(START)
        )
        assert shown == (worked if direction.measure is Measure.weeks else 0)
        assert 60 * direction.done <= worked or direction.measure is not Measure.weeks


@given(
    entries,
    st.integers(0, 24 * 90),
    st.sampled_from(["UTC", "Asia/Almaty", "Pacific/Auckland", "America/New_York"]),
    excuses,
)
def test_moving_the_clocks_zone_loses_no_week(
    done: list[Done], hours: int, zone: str, excused: frozenset[dt.date]
) -> None:
    now = dt.datetime(2025, 9, 10, tzinfo=dt.UTC) + dt.timedelta(hours=hours)
    here = look(done, local_date(now, "Asia/Almaty"), excused)
    there = look(done, local_date(now, zone), excused)
    for one, other in zip(here.directions, there.directions, strict=True):
        assert (one.done, one.percent, one.missing) == (other.done, other.percent, other.missing)
        assert [w.monday for w in one.weeks] == [w.monday for w in other.weeks]
        assert [w.kept for w in one.weeks] == [w.kept for w in other.weeks]


@given(entries, todays, excuses)
def test_excused_weeks_move_the_end_and_are_neither_kept_nor_missed(
    done: list[Done], today: dt.date, excused: frozenset[dt.date]
) -> None:
    found = look(done, today, excused)
    plain = look(done, today)
    inside = [monday for monday in excused if week_of(START) <= monday <= found.ends - WEEK]
    assert found.ends >= plain.ends + WEEK * len(inside)
    assert (found.ends - plain.ends) % WEEK == dt.timedelta(0)
    for direction in found.directions:
        for week in direction.weeks:
            assert (week.state is WeekState.excused) == (week.monday in excused)


@given(excuses, st.dates(START, START + WEEK * 10).map(week_of))
def test_one_more_excused_week_moves_the_end_by_a_week(
    excused: frozenset[dt.date], monday: dt.date
) -> None:
    before = planned_end(START, 3, excused - {monday})
    assert planned_end(START, 3, excused | {monday}) >= before + WEEK
