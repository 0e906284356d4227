"""The week's hour of one participant: what is missing, weeks in a row, putting it off."""

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY, WEEK
from award.errors import Refusal
from award.messages.preferences import Regular, choose_hour, wish_of
from award.programme import Measure, Programme
from award.programme.requirements import Requirement
from award.progress.rules import Done, Progress, progress
from award.reminders.weekly_hour import (
    DAYS,
    Hour,
    Lack,
    Snooze,
    hour_of,
    lacks,
    snooze_hour,
    snoozes_at,
    weeks_in_a_row,
)
from handlers.reminders.weekly_hour import WORDS, which
from storage.tables import EnrolmentState, Outbox, Plan, PlanItem, PlanState
from tests.acting import acting
from tests.award.journal.diary import Diary, a_diary

MONDAY = dt.date(2026, 3, 2)
ALMATY = ZoneInfo("Asia/Almaty")
ASKED = (
    Requirement("sport", Measure.weeks, 3, 60),
    Requirement("talent", Measure.weeks, 9, 60),
    Requirement("reading", Measure.books, 2),
)
PLANNED = {"sport": MONDAY, "talent": MONDAY, "reading": MONDAY}


def done(sport: str, talent: str = "") -> list[Done]:
    """Weeks from the first on: `+` is one with an hour, `.` one without."""
    return [
        Done(code, MONDAY + WEEK * n, 60)
        for code, weeks in (("sport", sport), ("talent", talent))
        for n, kept in enumerate(weeks)
        if kept == "+"
    ]


def look(
    entries: list[Done],
    week: int,
    excused: frozenset[dt.date] = frozenset(),
    marks: frozenset[str] = frozenset(),
) -> Progress:
    """On the Tuesday after so many weeks."""
    today = MONDAY + WEEK * week + DAY
    return progress(
        ASKED, entries, start=MONDAY, months=6, today=today, excused=excused, marks=marks
    )


def missing(progress: Progress, planned: dict[str, dt.date], week: int) -> list[str]:
    return [lack.direction for lack in lacks(progress, planned, MONDAY + WEEK * week + DAY)]


def test_what_is_missing_is_named_with_its_minutes() -> None:
    entries = [Done("sport", MONDAY, 20), Done("talent", MONDAY, 70)]
    assert lacks(look(entries, 0), PLANNED, MONDAY) == (Lack("sport", 40),)


def test_a_direction_counts_from_its_first_day_until_it_is_over() -> None:
    later = PLANNED | {"talent": MONDAY + WEEK * 2}
    assert missing(look([], 1), later, 1) == ["sport"]
    assert missing(look([], 2), later, 2) == ["sport", "talent"]
    assert missing(look([], 2), {"talent": MONDAY}, 2) == ["talent"]
    assert missing(look(done("+++"), 3), PLANNED, 3) == ["talent"]
    assert missing(look([], 3, marks=frozenset({"talent"})), PLANNED, 3) == ["sport"]


def test_nothing_is_missing_in_an_excused_week() -> None:
    assert missing(look([], 1, frozenset({MONDAY + WEEK})), PLANNED, 1) == []


@pytest.mark.parametrize(
    ("sport", "talent", "row"),
    [
        ("+++", "+++", 3),
        ("+.+", "+++", 1),  # broken, and begun anew
        ("++.", "+++", 0),
        ("..+", "..+", 1),
        ("", "", 0),
        ("+++.", "++++", 4),  # sport has all its weeks
        ("+++.", "+++.", 0),
    ],
)
def test_a_row_is_of_weeks_kept_in_every_direction(sport: str, talent: str, row: int) -> None:
    weeks = max(len(sport), 1)
    last = MONDAY + WEEK * (weeks - 1)
    assert weeks_in_a_row(look(done(sport, talent), weeks), PLANNED, last) == row


def test_an_excused_week_neither_breaks_a_row_nor_counts() -> None:
    away = frozenset({MONDAY + WEEK})
    stands = look(done("+.+", "+.+"), 3, away)
    assert weeks_in_a_row(stands, PLANNED, MONDAY + WEEK * 2) == 2
    assert weeks_in_a_row(stands, PLANNED, MONDAY + WEEK) == 0


def test_a_week_is_kept_without_what_had_not_begun() -> None:
    later = PLANNED | {"talent": MONDAY + WEEK}
    assert weeks_in_a_row(look(done("++", ".+"), 2), later, MONDAY + WEEK) == 2


@given(st.integers(1, 10**6), st.dates(MONDAY, MONDAY + WEEK * 80))
def test_no_reminder_begins_like_one_of_the_four_before(person: int, day: dt.date) -> None:
    """And in nine weeks a participant reads all of them."""
    monday = day - DAY * day.weekday()
    read = [
        which(person, Hour(monday + WEEK * n, monday + WEEK * n + DAY * weekday, (), ()))
        for n in range(WORDS)
        for weekday in DAYS
    ]
    assert all(len({*read[n : n + 5]}) == 5 for n in range(len(read) - 4))
    assert {*read} == {*range(1, WORDS + 1)}


@given(
    st.datetimes(dt.datetime.fromisoformat("2026-03-02"), dt.datetime.fromisoformat("2026-03-30"))
)
def test_nothing_is_put_off_into_the_night_or_the_next_week(naive: dt.datetime) -> None:
    local = naive.replace(tzinfo=ALMATY)
    offered = snoozes_at(local)
    assert Snooze.WEEK in offered
    assert (Snooze.EVENING in offered) == (local.hour < 19)
    assert (Snooze.TOMORROW in offered) == (local.weekday() < 6)


# --- on the tables


async def _planned(session: AsyncSession, programme: Programme) -> Diary:
    diary = await a_diary(session, programme)
    plan = Plan(
        enrolment_id=diary.enrolment.id,
        version=1,
        state=PlanState.AGREED,
        made_by=diary.mentor.id,
        made_at=diary.now,
    )
    session.add(plan)
    await session.flush()
    session.add(
        PlanItem(
            plan_id=plan.id,
            direction="sport",
            activity="",
            weekdays=[0],
            minutes=60,
            starts_on=MONDAY,
        )
    )
    await session.flush()
    return diary


def at(day: int, hour: int = 18, minute: int = 0) -> dt.datetime:
    """That time in Almaty; 19 March 2026 is a Thursday."""
    return dt.datetime(2026, 3, day, hour, minute, tzinfo=ALMATY)


async def test_what_waits_for_the_mentor_is_not_missing(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    diary = await _planned(session, tosbelgi)
    await diary.submits(await diary.sport(40))
    found = await hour_of(session, tosbelgi, diary.actor.id, at(19))
    assert found is not None
    assert (found.lacks, found.days_left) == ((Lack("sport", 20),), 4)
    await diary.submits(await diary.sport(30))
    assert await hour_of(session, tosbelgi, diary.actor.id, at(19)) is None


@pytest.mark.parametrize("state", [*EnrolmentState])
async def test_only_the_active_are_short(
    session: AsyncSession, tosbelgi: Programme, state: EnrolmentState
) -> None:
    diary = await _planned(session, tosbelgi)
    diary.enrolment.state = state
    await session.flush()
    found = await hour_of(session, tosbelgi, diary.actor.id, at(19))
    assert (found is not None) == (state is EnrolmentState.ACTIVE)


@pytest.mark.parametrize(
    ("now", "snooze", "until"),
    [
        (at(19), Snooze.EVENING, at(19, 20)),
        (at(19, 18, 59), Snooze.EVENING, at(19, 20)),
        (at(19), Snooze.TOMORROW, at(20)),
        (at(21), Snooze.TOMORROW, at(22, 16)),  # Sunday has an hour of its own
        (at(19), Snooze.WEEK, at(23, 0)),
        (at(22), Snooze.WEEK, at(23, 0)),
    ],
)
async def test_it_is_put_off_until(
    session: AsyncSession,
    tosbelgi: Programme,
    now: dt.datetime,
    snooze: Snooze,
    until: dt.datetime,
) -> None:
    diary = await _planned(session, tosbelgi)
    monday = dt.date(2026, 3, 16)
    for _ in range(2):  # a second tap changes nothing
        assert await snooze_hour(acting(session, diary.actor, now), monday, snooze) == until
    assert (await wish_of(session, diary.actor.id, Regular.WEEKLY_HOUR)).snoozed_until == until
    owed = (await session.scalars(select(Outbox).where(Outbox.kind == "weekly-hour"))).all()
    times = [(row.due_at, row.useful_until) for row in owed]
    assert times == ([] if snooze is Snooze.WEEK else [(until, at(23, 0))])


async def test_tomorrow_is_at_ones_own_hour(session: AsyncSession, tosbelgi: Programme) -> None:
    diary = await _planned(session, tosbelgi)
    await choose_hour(acting(session, diary.actor, diary.now), Regular.WEEKLY_HOUR, 11)
    monday = dt.date(2026, 3, 16)
    until = await snooze_hour(acting(session, diary.actor, at(19)), monday, Snooze.TOMORROW)
    assert until == at(20, 11)


@pytest.mark.parametrize(
    ("now", "monday", "snooze", "refusal"),
    [
        (at(19, 19), 16, Snooze.EVENING, "refused-hour-evening"),
        (at(22), 16, Snooze.TOMORROW, "refused-hour-tomorrow"),
        (at(23), 16, Snooze.WEEK, "refused-hour-week-over"),
        (at(19), 23, Snooze.WEEK, "refused-hour-week-over"),
    ],
)
async def test_what_there_is_no_time_for_is_refused(
    session: AsyncSession,
    tosbelgi: Programme,
    now: dt.datetime,
    monday: int,
    snooze: Snooze,
    refusal: str,
) -> None:
    diary = await _planned(session, tosbelgi)
    day = dt.date(2026, 3, monday)
    with pytest.raises(Refusal, match=refusal):
        await snooze_hour(acting(session, diary.actor, now), day, snooze)
