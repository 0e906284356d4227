import datetime as dt

import pytest

from award.calendar import WEEK
from award.programme import Measure, Programme
from award.programme.requirements import Choices, Requirement, requirements
from award.progress.rules import Done, Progress, WeekState, planned_end, progress

D = dt.date
MONDAY = D(2026, 1, 5)
SPORT = Requirement("sport", Measure.weeks, 13, 60, norm=True, final_video=True)
READING = Requirement("reading", Measure.books, 3, sections={1: 1, 2: 1, 3: 1})
HERITAGE = Requirement("heritage", Measure.books, 1, sections={1: 1})
TRIPS = Requirement("trips", Measure.days, 2)


def week(number: int, minutes: int = 60, weekday: int = 2, direction: str = "sport") -> Done:
    return Done(direction, MONDAY + WEEK * number + dt.timedelta(days=weekday), minutes)


def book(code: str, section: int, direction: str = "reading", day: int = 10) -> Done:
    return Done(direction, MONDAY + dt.timedelta(days=day), book=code, section=section)


def look(
    *asked: Requirement, done: list[Done], today: D = MONDAY, excused: frozenset[D] = frozenset()
) -> Progress:
    return progress(asked, done, start=MONDAY, months=6, today=today, excused=excused)


def test_a_week_is_kept_by_sixty_minutes_together() -> None:
    found = look(SPORT, done=[week(0, 40, 0), week(0, 20, 6)]).direction("sport")
    assert (found.done, found.percent) == (1, 7)
    assert found.weeks[0].state is WeekState.kept
    assert found.minutes_needed == 0


def test_minutes_are_not_carried_over() -> None:
    found = look(SPORT, done=[week(0, 600), week(1, 59)], today=MONDAY + WEEK * 2)
    sport = found.direction("sport")
    assert sport.done == 1
    assert [w.state for w in sport.weeks[:4]] == [
        WeekState.kept,
        WeekState.short,
        WeekState.current,
        WeekState.ahead,
    ]


def test_what_this_week_lacks() -> None:
    sport = look(SPORT, done=[week(0, 45)]).direction("sport")
    assert (sport.minutes_this_week, sport.minutes_needed) == (45, 15)


def test_nothing_is_lacking_when_the_weeks_are_done() -> None:
    done = [week(n) for n in range(13)]
    sport = look(SPORT, done=done, today=MONDAY + WEEK * 15).direction("sport")
    assert (sport.percent, sport.minutes_needed, len(sport.weeks)) == (100, 0, 13)
    assert sport.projected_end == done[-1].happened


def test_what_happened_before_the_first_week_does_not_count() -> None:
    assert look(SPORT, done=[week(-1)]).direction("sport").done == 0


def test_an_excused_week_is_neither_missed_nor_counted_and_the_end_moves() -> None:
    excused = frozenset({MONDAY + WEEK})
    found = look(SPORT, done=[week(0), week(1), week(2)], today=MONDAY + WEEK * 3, excused=excused)
    sport = found.direction("sport")
    assert sport.weeks[1].state is WeekState.excused
    assert sport.done == 2
    assert found.ends == D(2026, 7, 5) + WEEK
    assert found.streak == 2


def test_nothing_is_lacking_in_an_excused_week() -> None:
    found = look(SPORT, done=[], excused=frozenset({MONDAY + dt.timedelta(days=3)}))
    assert found.direction("sport").minutes_needed == 0


def test_only_excused_weeks_of_the_level_move_its_end() -> None:
    assert planned_end(MONDAY, 1, [MONDAY - WEEK]) == D(2026, 2, 5)
    assert planned_end(MONDAY, 1, [MONDAY + WEEK * 5]) == D(2026, 2, 5)
    # The first excuse lets the second week in.
    assert planned_end(MONDAY, 1, [MONDAY + WEEK * 5, MONDAY]) == D(2026, 2, 5) + WEEK * 2


def test_the_streak_bears_the_week_that_lasts() -> None:
    done = [week(0), week(2), week(3)]
    assert look(SPORT, done=done, today=MONDAY + WEEK * 4).streak == 2
    assert look(SPORT, done=done, today=MONDAY + WEEK * 5).streak == 0
    assert look(SPORT, done=[*done, week(4)], today=MONDAY + WEEK * 4).streak == 3


def test_the_projected_end_is_by_a_week_each_week() -> None:
    found = look(SPORT, done=[week(0)], today=MONDAY + WEEK * 2)
    # Twelve more, this week the first of them.
    assert found.projected_end == MONDAY + WEEK * 14 - dt.timedelta(days=1)
    later = look(
        SPORT, done=[week(0)], today=MONDAY + WEEK * 2, excused=frozenset({MONDAY + WEEK * 3})
    )
    assert later.projected_end == found.projected_end + WEEK


def test_complete_needs_weeks_norm_video_and_mark() -> None:
    done = [week(n) for n in range(13)]
    sport = look(SPORT, done=done).direction("sport")
    assert sport.missing == ("norm", "video", "mark")
    it = frozenset({"sport"})
    waiting = progress([SPORT], done, start=MONDAY, months=6, today=MONDAY, norms=it, videos=it)
    assert waiting.direction("sport").awaits_mark
    whole = progress(
        [SPORT], done, start=MONDAY, months=6, today=MONDAY, norms=it, videos=it, marks=it
    )
    assert whole.complete
    assert whole.rating == 100


def test_a_book_counts_once() -> None:
    found = look(READING, done=[book("a", 1), book("a", 1, day=20)]).direction("reading")
    assert (found.done, found.percent) == (1, 33)


def test_books_must_fill_their_sections() -> None:
    found = look(READING, done=[book(c, 1) for c in "abcd"]).direction("reading")
    assert found.done == 1
    assert found.missing == ("books", "section:2", "section:3", "mark")


def test_books_over_the_sections_fill_what_is_free() -> None:
    silver = Requirement("reading", Measure.books, 6, sections={1: 2, 2: 1, 3: 1})
    done = [book(c, 1) for c in "abcde"]
    assert look(silver, done=done).direction("reading").done == 4
    done += [book("f", 2), book("g", 3)]
    assert look(silver, done=done).direction("reading").done == 6


def test_a_book_serves_one_direction_only() -> None:
    done = [book("a", 1), book("a", 1, "heritage")]
    found = look(READING, HERITAGE, done=done)
    assert (found.direction("reading").done, found.direction("heritage").done) == (1, 0)


def test_an_extra_book_of_another_section_is_no_heritage() -> None:
    assert look(HERITAGE, done=[book("x", 2, "heritage")]).direction("heritage").percent == 0


def test_days_are_counted_once() -> None:
    done = [
        Done("trips", MONDAY, days=1),
        Done("trips", MONDAY, days=1),
        Done("trips", MONDAY, minutes=300),
    ]
    assert look(TRIPS, done=done).direction("trips").percent == 50
    done.append(Done("trips", MONDAY, days=2))
    assert look(TRIPS, done=done).direction("trips").percent == 100


def test_the_rating_is_the_mean_of_the_percents() -> None:
    found = look(READING, TRIPS, done=[book("a", 1), Done("trips", MONDAY, days=2)])
    assert [d.percent for d in found.directions] == [33, 100]
    assert found.rating == pytest.approx(66.5)
    assert not found.complete


def test_an_entry_that_comes_twice_counts_once() -> None:
    half = Done("sport", MONDAY, 30, entry=7)
    assert look(SPORT, done=[half, half]).direction("sport").minutes_this_week == 30
    other = Done("sport", MONDAY, 30, entry=8)
    assert look(SPORT, done=[half, other]).direction("sport").done == 1


def test_a_whole_bronze_level(tosbelgi: Programme) -> None:
    level = tosbelgi.level("bronze")
    asked = requirements(tosbelgi, level, Choices({"heritage": "book"}), year=2026)
    done = [
        week(n, direction=direction)
        for n in range(13)
        for direction in ("sport", "talent", "volunteering")
    ]
    done += [book("hamlet", 2), book("cosmos", 3), book("ulpan", 1)]
    done += [book("aqbilek", 1, "heritage"), Done("trips", D(2026, 5, 2), days=2)]
    codes = frozenset(r.direction for r in asked)
    found = progress(
        asked,
        done,
        start=MONDAY,
        months=level.months,
        today=D(2026, 6, 1),
        marks=codes,
        norms=codes,
        videos=codes,
    )
    assert found.complete
    assert found.rating == 100
    assert found.projected_end == D(2026, 5, 2)


def test_another_programme_counts_in_its_own_minutes(tiny: Programme) -> None:
    level = tiny.level("sailor")
    asked = requirements(tiny, level, Choices({"pace": "fast"}), year=2026)
    done = [Done("rowing", MONDAY, 30), Done("camp", MONDAY, days=1)]
    found = progress(asked, done, start=MONDAY, months=level.months, today=MONDAY)
    assert {d.direction: d.percent for d in found.directions} == {"rowing": 33, "camp": 50}
