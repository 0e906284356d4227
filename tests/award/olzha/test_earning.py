"""Points are a function of the history, whatever the order, and take nothing of today."""

import datetime as dt
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from award.calendar import DAY, WEEK, week_of
from award.olzha.earning import Absence, Deeds, Earned, Key, Piece, Way, earned
from award.programme import Cause, Measure, Olzha, Programme, Reward, Text
from award.programme.requirements import Requirement
from award.progress.rules import Done, progress

START = dt.date(2025, 9, 10)  # a Wednesday
MONDAY = week_of(START)
ASKED = {
    each.direction: each
    for each in (
        Requirement("sport", Measure.weeks, 13, 60),
        Requirement("volunteering", Measure.weeks, 13, 60),
        Requirement("reading", Measure.books, 3),
        Requirement("trips", Measure.days, 2),
    )
}
NAMED = Text("а", "а", "a")


def reward(cause: Cause, points: int = 10, **more: int | str | None) -> Reward:
    return Reward(cause.value, cause, points, NAMED, NAMED, **more)  # type: ignore[arg-type]


def weeks(marks: str, minutes: int = 60, direction: str = "sport") -> list[Piece]:
    """Pieces of the weeks from the start on that have a +."""
    return [
        Piece(n + 1, direction, MONDAY + WEEK * n, minutes)
        for n, mark in enumerate(marks)
        if mark == "+"
    ]


def a_way(pieces: list[Piece], **more: object) -> Way:
    return replace(Way(1, "bronze", MONDAY, ASKED, pieces), **more)  # type: ignore[arg-type]


def given_for(one: Reward, *ways: Way, outages: tuple[dt.date, ...] = ()) -> list[tuple[str, int]]:
    rows = earned(Olzha((one,), outages), ways)
    return sorted((key.cause, given_.points) for key, given_ in rows.items())


def test_a_week_is_rewarded_once_whichever_the_directions() -> None:
    both = [*weeks("++"), *weeks("+", direction="volunteering"), *weeks("+++", minutes=59)]
    mondays = [(str(MONDAY + WEEK * n), 10) for n in range(2)]
    assert given_for(reward(Cause.week), a_way(both[:3])) == mondays
    of_one = reward(Cause.week, of="volunteering")
    assert given_for(of_one, a_way(both[:3])) == mondays[:1]


def test_a_streak_is_given_on_the_week_that_makes_it_as_often_as_it_says() -> None:
    way = a_way(weeks("++++.++++++++"))
    four = reward(Cause.streak, at=4)
    assert given_for(four, way) == [(str(MONDAY + WEEK * 3), 10), (str(MONDAY + WEEK * 8), 10)]
    assert given_for(replace(four, times=1), way) == [(str(MONDAY + WEEK * 3), 10)]
    assert given_for(replace(four, at=9), way) == []


def test_an_excused_week_neither_breaks_nor_lengthens() -> None:
    sick = [Absence(MONDAY + WEEK * 2 + DAY * 3, MONDAY + WEEK * 2 + DAY * 4)]
    gap, kept = weeks("++.++"), weeks("+++++")
    for pieces in (gap, kept):
        way = a_way(pieces, absences=sick)
        assert given_for(reward(Cause.streak, at=4), way)
        assert not given_for(reward(Cause.streak, at=5), way)
    assert not given_for(reward(Cause.streak, at=4), a_way(gap))
    assert len(given_for(reward(Cause.week), a_way(kept, absences=sick))) == 4


def test_an_outage_breaks_nothing_and_takes_nothing() -> None:
    down = (MONDAY + WEEK * 2 + DAY,)
    four, five = reward(Cause.streak, at=4), reward(Cause.streak, at=5)
    assert given_for(four, a_way(weeks("++.++")), outages=down)
    assert given_for(five, a_way(weeks("+++++")), outages=down)
    assert not given_for(five, a_way(weeks("++.++")), outages=down)


def test_minutes_make_hours_together_and_the_rest_is_carried_on() -> None:
    pieces = [Piece(n, "volunteering", START + DAY * n, m) for n, m in enumerate((50, 50, 200))]
    hours = reward(Cause.hour, 5, of="volunteering")
    assert given_for(hours, a_way(pieces)) == [("1", 5), ("2", 20)]  # 100 min, then 300 in all
    assert given_for(replace(hours, times=3), a_way(pieces)) == [("1", 5), ("2", 10)]
    assert given_for(replace(hours, at=5), a_way(pieces)) == [("2", 5)]
    assert given_for(replace(hours, of="sport"), a_way(pieces)) == []


def test_books_days_marks_levels_and_events_each_have_their_rows() -> None:
    pieces = [
        Piece(1, "reading", START, book="abai"),
        Piece(2, "trips", START, days=2),
        Piece(3, "trips", START + DAY, days=1),
        Piece(4, "sport", START, 10, mended=True),
    ]
    way = a_way(pieces, marked={"sport": START}, completed=START, events={7: START})
    again = a_way([Piece(9, "reading", START + DAY, book="abai")], enrolment=2, level="silver")
    assert given_for(reward(Cause.book), again, way) == [("abai", 10)]
    assert len(given_for(reward(Cause.day, of="trips"), way)) == 2
    assert given_for(reward(Cause.mended), way) == [("4", 10)]
    assert given_for(reward(Cause.direction, of="sport", at=1), way) == [("sport", 10)]
    assert given_for(reward(Cause.direction, of="talent"), way) == []
    assert given_for(reward(Cause.level), way, again) == [("bronze", 10)]
    assert given_for(reward(Cause.event), way) == [("7", 10)]


def test_what_was_before_the_week_of_the_start_or_is_not_asked_gives_nothing() -> None:
    early = Piece(1, "sport", MONDAY - DAY, 60)
    other = Piece(2, "chess", START, 60)
    for cause in (Cause.entry, Cause.week, Cause.hour):
        assert given_for(reward(cause), a_way([early, other])) == []


# --- whatever the history

pieces = st.lists(
    st.builds(
        Piece,
        st.integers(1, 10**6),
        st.sampled_from(["sport", "volunteering", "reading", "trips", "chess"]),
        st.dates(START - WEEK * 2, START + WEEK * 60),
        st.sampled_from([0, 20, 59, 60, 61, 240]),
        st.integers(0, 3),
        st.sampled_from([None, "abai", "hobbit", "dune"]),
        st.booleans(),
    ),
    max_size=60,
    unique_by=lambda piece: piece.entry,
)
absences = st.lists(
    st.builds(
        lambda first, length: Absence(first, first + DAY * length if length < 40 else None),
        st.dates(START, START + WEEK * 60),
        st.integers(0, 41),
    ),
    max_size=3,
)


def _with_outage(programme: Programme) -> Olzha:
    assert programme.olzha is not None
    return replace(programme.olzha, outages=(MONDAY + WEEK * 5,))


@given(pieces, absences, st.integers())
def test_the_order_does_not_matter(
    tosbelgi: Programme, of: list[Piece], away: list[Absence], seed: int
) -> None:
    olzha = _with_outage(tosbelgi)
    shuffled = Random(seed).sample(of, len(of))
    ways = [a_way(of, absences=away), a_way([], enrolment=2)]
    assert earned(olzha, ways) == earned(olzha, [ways[1], a_way(shuffled, absences=away[::-1])])


@given(pieces, absences, st.data())
def test_a_cause_that_is_gone_leaves_no_row(
    tosbelgi: Programme, of: list[Piece], away: list[Absence], data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(of)) if of else None
    rows = earned(_with_outage(tosbelgi), [a_way([p for p in of if p != gone], absences=away)])
    left = {str(piece.entry) for piece in of if piece != gone}
    assert all(_of_entry(key) in (None, *left) for key in rows)
    assert _points(rows) <= _points(earned(_with_outage(tosbelgi), [a_way(of, absences=away)]))


def _of_entry(key: Key) -> str | None:
    return key.cause if key.cause.isdecimal() else None


def _points(rows: Earned) -> int:
    return sum(given_.points for given_ in rows.values())


@given(pieces, absences, st.dates(START, START + WEEK * 62))
def test_weeks_are_those_that_progress_counts(
    of: list[Piece], away: list[Absence], today: dt.date
) -> None:
    away = [each for each in away if each.last is not None]
    excused = {
        first + DAY * n
        for first, last in away
        if last is not None
        for n in range((last - first).days + 1)
    }
    stands = progress(
        list(ASKED.values()),
        [Done(p.direction, p.happened, p.minutes, p.days, p.book, 1, p.entry) for p in of],
        start=MONDAY,
        months=18,
        today=today,
        excused=frozenset(map(week_of, excused)),
    )
    way = a_way(of, absences=away)
    kept = {str(week.monday) for d in stands.directions for week in d.weeks if week.kept}
    assert {cause for cause, _ in given_for(reward(Cause.week), way)} == kept
    now = Deeds([way]).amount(reward(Cause.streak, at=4), today)
    if not any(dt.date.fromisoformat(monday) > today for monday in kept):
        assert now == stands.streak
