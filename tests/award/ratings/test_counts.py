"""All ratings at once: the same as one by one, by the rules of progress (§8.3)."""

import datetime as dt
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.calendar.zones import today_in
from award.programme import Programme
from award.progress.current import progress_on
from storage.database import Database
from storage.tables import BEGUN_STATES, Enrolment, EnrolmentState, Entry, EntryState, Person
from tests.award.ratings.crowded import NOW, all_counted, crowded

MONTH = dt.date(2026, 4, 1)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.integers())
async def test_all_at_once_is_what_the_rules_count(
    database: Database, tosbelgi: Programme, seed: int
) -> None:
    async with database.sessions() as session:
        everyone = await crowded(session, tosbelgi, Random(seed), 25)
        rated = await all_counted(session, tosbelgi)
        begun = [each for each in everyone if each.state in BEGUN_STATES]
        assert rated.keys() == {each.id for each in begun}
        for enrolment in begun:
            region = await session.scalar(
                select(Person.region).where(Person.id == enrolment.person_id)
            )
            today = today_in(tosbelgi, region, NOW)
            stands = await progress_on(session, tosbelgi, enrolment, today)
            mine = rated[enrolment.id]
            assert mine.percents == {d.direction: d.percent for d in stands.directions}
            assert mine.rating == stands.rating
            assert mine.region == ("KZ-71" if enrolment.centre_id else region)
        await _only_what_happened_before(session)
        for enrolment in begun:
            before = await progress_on(session, tosbelgi, enrolment, today_in(tosbelgi, None, NOW))
            mine = rated[enrolment.id]
            assert mine.gained == pytest.approx(mine.rating - before.rating)
        await session.rollback()


async def _only_what_happened_before(session: AsyncSession) -> None:
    """As if nothing of this month were of any direction."""
    await session.execute(
        update(Entry)
        .where(Entry.happened_on >= MONTH)
        .values(direction=None)
        .execution_options(synchronize_session=False)
    )


async def test_a_level_completed_in_an_earlier_year_has_no_place(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    everyone = await crowded(session, tosbelgi, Random(1), 3)
    for enrolment, completed in zip(
        everyone,
        (NOW, dt.datetime(2025, 12, 31, 18, 59, tzinfo=dt.UTC), NOW),
        strict=True,
    ):
        enrolment.state, enrolment.completed_at = EnrolmentState.COMPLETE, completed
    everyone[2].erased_at = NOW
    await session.flush()
    assert list(await all_counted(session, tosbelgi)) == [everyone[0].id]


async def test_another_award_without_books(session: AsyncSession, tiny: Programme) -> None:
    person = Person(telegram_id=1, joined_at=NOW)
    session.add(person)
    await session.flush()
    enrolment = Enrolment(
        person_id=person.id, state=EnrolmentState.ACTIVE, level="sailor",
        choices={"answers": {"pace": "fast"}}, overrides={},
        begun_at=NOW, submitted_at=NOW, started_on=NOW.date(),
    )  # fmt: skip
    session.add(enrolment)
    await session.flush()
    for day in (NOW.date(), NOW.date() - DAY):
        session.add(Entry(
            enrolment_id=enrolment.id, state=EntryState.APPROVED, direction="camp",
            happened_on=day, days=1, sent_at=NOW, received_at=NOW,
        ))  # fmt: skip
    rated = await all_counted(session, tiny)
    assert rated[enrolment.id].percents == {"rowing": 0, "camp": 100}
    assert rated[enrolment.id].rating == 50
