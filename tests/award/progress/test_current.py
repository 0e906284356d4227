import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor, Scope
from award.calendar import WEEK, week_of
from award.calendar.zones import today_in
from award.errors import NotFound
from award.programme import Programme
from award.programme.requirements import ChoiceError, Choices, Override
from award.progress.asked import (
    asked_of,
    choices_of_enrolment,
    overrides_of_enrolment,
    store_choices,
    store_overrides,
)
from award.progress.current import progress_on, situation, week_minutes
from storage.database import Database
from storage.tables import (
    Audit,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Mark,
    MarkKind,
    Person,
    RoleKind,
)
from tests.acting import acting

MONDAY = dt.date(2026, 3, 2)
NOW = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
TODAY = dt.date(2026, 4, 1)
APPROVED, SUBMITTED, REJECTED = EntryState.APPROVED, EntryState.SUBMITTED, EntryState.REJECTED


@dataclass
class Journal:
    """A participant of the bronze level, and what they did."""

    session: AsyncSession
    person: Person
    mentor: Person
    enrolment: Enrolment

    async def enter(self, state: EntryState, minutes: int | None = None, **fields: Any) -> Entry:
        fields = {"direction": "sport", "happened_on": MONDAY, **fields}
        entry = Entry(
            enrolment_id=self.enrolment.id,
            state=state,
            minutes=minutes,
            sent_at=NOW,
            received_at=NOW,
            **fields,
        )
        self.session.add(entry)
        await self.session.flush()
        return entry

    async def excuse(self, first: dt.date, last: dt.date | None, state: ExcuseState) -> None:
        self.session.add(
            Excuse(
                enrolment_id=self.enrolment.id,
                state=state,
                first_day=first,
                last_day=last,
                reason="illness",
                made_by=self.person.id,
                made_at=NOW,
            )
        )
        await self.session.flush()

    async def mark(self, direction: str, kind: MarkKind) -> None:
        by = self.mentor.id
        self.session.add(
            Mark(enrolment_id=self.enrolment.id, direction=direction, kind=kind, by=by, at=NOW)
        )
        await self.session.flush()

    @property
    def participant(self) -> Actor:
        return Actor(self.person.id, self.person.telegram_id, "kk", self.person.full_name)


@pytest.fixture
async def journal(session: AsyncSession, tosbelgi: Programme) -> Journal:
    bronze = tosbelgi.level("bronze")
    person = Person(telegram_id=1, joined_at=NOW, full_name="Айгерім", region="KZ-75")
    mentor = Person(telegram_id=2, joined_at=NOW, full_name="Тәлімгер")
    session.add_all([person, mentor])
    await session.flush()
    enrolment = Enrolment(
        person_id=person.id,
        mentor_id=mentor.id,
        state=EnrolmentState.ACTIVE,
        level=bronze.code,
        choices=store_choices(
            Choices({choice.code: choice.one_of[0].code for choice in bronze.choices})
        ),
        begun_at=NOW,
        submitted_at=NOW,
        started_on=MONDAY,
    )
    session.add(enrolment)
    await session.flush()
    return Journal(session, person, mentor, enrolment)


def test_choices_come_back_as_they_were_stored() -> None:
    choices = Choices({"heritage": "craft"}, frozenset({"work", "trips"}))
    stored = store_choices(choices)
    assert stored == {"answers": {"heritage": "craft"}, "extra": ["trips", "work"]}
    assert choices_of_enrolment(Enrolment(choices=stored)) == choices
    assert choices_of_enrolment(Enrolment(choices={})) == Choices()


def test_overrides_come_back_as_they_were_stored() -> None:
    overrides = (
        Override("sport", "health", amount=6, minutes_per_week=30, norm=False),
        Override("reading", "sight", sections={1: 0, 2: 2}),
    )
    stored = store_overrides(overrides)
    assert stored["sport"] == {
        "reason": "health",
        "amount": 6,
        "minutes_per_week": 30,
        "norm": False,
    }
    assert stored["reading"]["sections"] == {"1": 0, "2": 2}
    assert overrides_of_enrolment(Enrolment(overrides=stored)) == overrides


async def test_choices_and_overrides_survive_the_database(
    database: Database, journal: Journal, tosbelgi: Programme
) -> None:
    overrides = (Override("reading", "sight", amount=2, sections={1: 2}),)
    journal.enrolment.overrides = store_overrides(overrides)
    await journal.session.commit()
    async with database.sessions() as other:
        kept = await other.get_one(Enrolment, journal.enrolment.id)
        assert overrides_of_enrolment(kept) == overrides
        asked = {asked.direction: asked for asked in asked_of(tosbelgi, kept)}
    assert (asked["reading"].amount, asked["reading"].sections) == (2, {1: 2})
    assert asked["reading"].personal
    assert not asked["sport"].personal


def test_nothing_is_asked_before_the_level_is_chosen(tosbelgi: Programme) -> None:
    enrolment = Enrolment(level=None, choices={}, overrides={}, begun_at=NOW, submitted_at=None)
    with pytest.raises(ChoiceError, match="level"):
        asked_of(tosbelgi, enrolment)


def test_the_year_is_that_of_the_application_where_the_programme_is(tiny: Programme) -> None:
    later = replace(tiny, mandatory={2020: ("rowing", "camp"), 2026: ("camp",)})
    eve = dt.datetime(2025, 12, 31, 20, tzinfo=dt.UTC)  # in Auckland the year is a new one already
    enrolment = Enrolment(level="sailor", choices={}, overrides={}, begun_at=eve, submitted_at=None)
    assert [asked.direction for asked in asked_of(later, enrolment)] == ["camp"]
    enrolment.begun_at -= dt.timedelta(days=1)
    enrolment.choices = store_choices(Choices({"pace": "fast"}))
    assert [asked.direction for asked in asked_of(later, enrolment)] == ["rowing", "camp"]
    enrolment.submitted_at = eve
    assert [asked.direction for asked in asked_of(later, enrolment)] == ["camp"]


def test_today_is_the_date_where_the_person_lives(tiny: Programme) -> None:
    late = dt.datetime(2026, 6, 1, 11, 30, tzinfo=dt.UTC)
    assert today_in(tiny, "NZ-AUK", late) == dt.date(2026, 6, 1)
    assert today_in(tiny, "NZ-CIT", late) == dt.date(2026, 6, 2)
    assert today_in(tiny, "XX-1", late) == dt.date(2026, 6, 1)


async def test_only_approved_entries_count(journal: Journal, tosbelgi: Programme) -> None:
    await journal.enter(APPROVED, 60)
    for number, state in enumerate(set(EntryState) - {APPROVED}, start=1):
        await journal.enter(state, 60, happened_on=MONDAY + WEEK * number)
    found = await progress_on(journal.session, tosbelgi, journal.enrolment, TODAY)
    assert found.direction("sport").done == 1
    assert found.started == MONDAY


async def test_an_approved_correction_takes_the_place_of_what_it_corrects(
    journal: Journal, tosbelgi: Programme
) -> None:
    first = await journal.enter(APPROVED, 40)
    refused = await journal.enter(REJECTED, 90, replaces_id=first.id, version=2)
    assert await sport_minutes(journal, tosbelgi) == 40
    third = await journal.enter(SUBMITTED, 50, replaces_id=refused.id, version=3)
    assert await sport_minutes(journal, tosbelgi) == 40
    third.state = APPROVED
    await journal.session.flush()
    assert await sport_minutes(journal, tosbelgi) == 50


async def sport_minutes(journal: Journal, programme: Programme) -> int:
    found = await progress_on(journal.session, programme, journal.enrolment, TODAY)
    return sum(week.minutes for week in found.direction("sport").weeks)


async def test_books_days_marks_norms_and_videos_are_seen(
    journal: Journal, tosbelgi: Programme
) -> None:
    book = tosbelgi.books_of(1)[0].code
    await journal.enter(APPROVED, direction="reading", book=book)
    await journal.enter(APPROVED, direction="reading", book="off-the-list")
    await journal.enter(APPROVED, direction="trips", days=2)
    await journal.enter(APPROVED, 10, is_final=True)
    await journal.mark("sport", MarkKind.NORM)
    await journal.mark("trips", MarkKind.COMPLETE)
    found = await progress_on(journal.session, tosbelgi, journal.enrolment, TODAY)
    assert found.direction("reading").done == 1
    assert "section:1" not in found.direction("reading").missing
    assert found.direction("trips").complete
    assert found.direction("sport").missing == ("weeks", "mark")
    assert "mark" in found.direction("talent").missing
    assert "video" in found.direction("talent").missing


async def test_accepted_absence_excuses_and_a_pause_lasts_until_today(
    journal: Journal, tosbelgi: Programme
) -> None:
    plain = await progress_on(journal.session, tosbelgi, journal.enrolment, TODAY)
    await journal.excuse(MONDAY, MONDAY, ExcuseState.REFUSED)
    await journal.excuse(MONDAY, MONDAY, ExcuseState.ASKED)
    await journal.excuse(MONDAY + WEEK, MONDAY + WEEK, ExcuseState.ACCEPTED)
    await journal.excuse(TODAY - WEEK, None, ExcuseState.ACCEPTED)
    found = await progress_on(journal.session, tosbelgi, journal.enrolment, TODAY)
    states = [week.state.value for week in found.direction("sport").weeks]
    assert states[:6] == ["missed", "excused", "missed", "excused", "excused", "ahead"]
    assert found.ends == plain.ends + 3 * WEEK


async def test_the_standing_takes_few_queries(
    database: Database, journal: Journal, tosbelgi: Programme
) -> None:
    for number in range(20):
        await journal.enter(APPROVED, 60, happened_on=MONDAY + WEEK * (number % 4))
    statements: list[str] = []
    event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda *executed: statements.append(executed[2]),
    )
    await progress_on(journal.session, tosbelgi, journal.enrolment, TODAY)
    assert 0 < len(statements) <= 4


async def sport(journal: Journal, *mondays: dt.date) -> list[tuple[int, int]]:
    """Minutes of sport in these weeks, asked for at once."""
    weeks = [("sport", monday) for monday in mondays]
    found = await week_minutes(journal.session, journal.enrolment.id, weeks)
    return [found[week] for week in weeks]


async def test_the_week_tells_approved_minutes_from_waiting_ones(journal: Journal) -> None:
    await journal.enter(APPROVED, 25, happened_on=MONDAY)
    await journal.enter(SUBMITTED, 20, happened_on=MONDAY + WEEK - dt.timedelta(days=1))
    await journal.enter(SUBMITTED, 90, happened_on=MONDAY + WEEK)
    await journal.enter(SUBMITTED, 90, happened_on=MONDAY - dt.timedelta(days=1))
    await journal.enter(APPROVED, 90, direction="talent")
    await journal.enter(EntryState.DRAFT, 90)
    await journal.enter(EntryState.WITHDRAWN, 90)
    await journal.enter(SUBMITTED, None)
    for day in (MONDAY, MONDAY + dt.timedelta(days=3)):
        assert await sport(journal, week_of(day)) == [(25, 20)]
    week = ("sport", MONDAY)
    nobody = await week_minutes(journal.session, journal.enrolment.id + 1, [week])
    assert nobody == {week: (0, 0)}


async def test_a_waiting_correction_adds_only_the_difference(journal: Journal) -> None:
    first = await journal.enter(APPROVED, 40)
    await journal.enter(SUBMITTED, 55, replaces_id=first.id, version=2)
    assert await sport(journal, MONDAY) == [(40, 15)]


async def test_an_entry_corrected_into_another_week_leaves_this_one(journal: Journal) -> None:
    first = await journal.enter(APPROVED, 40)
    await journal.enter(APPROVED, 40, replaces_id=first.id, version=2, happened_on=MONDAY + WEEK)
    assert await sport(journal, MONDAY, MONDAY + WEEK) == [(0, 0), (40, 0)]


async def test_the_situation_is_for_those_in_scope_and_staff_looks_are_recorded(
    journal: Journal, tosbelgi: Programme
) -> None:
    session, enrolment = journal.session, journal.enrolment
    own = await situation(acting(session, journal.participant, NOW))
    assert own is not None
    assert own.progress is not None
    assert (own.name, own.today) == ("Айгерім", MONDAY)
    assert await looks(session) == 0
    mentor = Actor(journal.mentor.id, 2, "kk", None, (Scope(RoleKind.MENTOR),))
    seen = await situation(acting(session, mentor, NOW), enrolment.id)
    assert seen is not None
    assert seen.enrolment is enrolment
    assert await looks(session) == 1
    stranger = Actor(journal.mentor.id, 2, "kk", None)
    with pytest.raises(NotFound):
        await situation(acting(session, stranger, NOW), enrolment.id)
    assert await situation(acting(session, stranger, NOW)) is None


async def test_there_is_no_progress_before_activation(
    journal: Journal, tosbelgi: Programme
) -> None:
    journal.enrolment.state = EnrolmentState.PLANNING
    found = await situation(acting(journal.session, journal.participant, NOW))
    assert found is not None
    assert found.progress is None


async def looks(session: AsyncSession) -> int:
    return await session.scalar(select(func.count()).select_from(Audit)) or 0
