import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Programme
from award.reminders.silence import Silent, ask, to_be_asked
from storage.tables import (
    Centre,
    Enrolment,
    EnrolmentState,
    Entry,
    EntryState,
    Excuse,
    ExcuseState,
    Outbox,
    Person,
    Preference,
)
from tests.participants import participant

DAY = dt.timedelta(days=1)
# A Wednesday, 17:00 in Almaty; the participant is active since 30 days before.
NOW = dt.datetime(2026, 3, 18, 12, tzinfo=dt.UTC)
ZONE = "Asia/Almaty"


@pytest.fixture
async def enrolment(session: AsyncSession, tosbelgi: Programme) -> Enrolment:
    return await participant(session, tosbelgi, NOW, telegram_id=10, mentor_telegram_id=20)


async def _sends(session: AsyncSession, enrolment: Enrolment, before: int, **other: Any) -> None:
    """An entry sent so many days before now."""
    at = NOW - DAY * before
    entry = Entry(
        enrolment_id=enrolment.id,
        happened_on=at.date(),
        sent_at=at,
        received_at=at,
        **{"state": EntryState.SUBMITTED, "submitted_at": at, **other},
    )
    session.add(entry)
    await session.flush()


async def _away(session: AsyncSession, enrolment: Enrolment, first: int, last: int | None) -> None:
    """An accepted absence from so many days before now to so many days before now."""
    session.add(
        Excuse(
            enrolment_id=enrolment.id,
            state=ExcuseState.ACCEPTED,
            first_day=(NOW - DAY * first).date(),
            last_day=None if last is None else (NOW - DAY * last).date(),
            reason="illness",
            made_by=enrolment.person_id,
            made_at=NOW,
        )
    )
    await session.flush()


async def _silent(
    session: AsyncSession, programme: Programme, zone: str = ZONE, now: dt.datetime = NOW
) -> dict[int, Silent]:
    groups = await to_be_asked(session, programme, zone, now)
    return {each.enrolment_id: each for group in groups for each in group}


@pytest.mark.parametrize(("before", "silent"), [(13, False), (14, True), (20, True)])
async def test_silence_counts_from_the_last_entry_sent(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment, before: int, silent: bool
) -> None:
    await _sends(session, enrolment, before + 7)
    await _sends(session, enrolment, before)
    found = await _silent(session, tosbelgi)
    assert (enrolment.id in found) is silent
    if silent:
        assert found[enrolment.id].days == before
        assert found[enrolment.id].since == NOW - DAY * before


async def test_one_who_never_sent_anything_is_silent_since_the_start(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    assert (await _silent(session, tosbelgi))[enrolment.id].days == 30


async def test_a_draft_is_no_sign_of_life(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    await _sends(session, enrolment, 1, state=EntryState.DRAFT, submitted_at=None)
    assert enrolment.id in await _silent(session, tosbelgi)


@pytest.mark.parametrize("state", sorted(set(EnrolmentState) - {EnrolmentState.ACTIVE}))
async def test_only_the_active_are_silent(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment, state: EnrolmentState
) -> None:
    enrolment.state = state
    await session.flush()
    assert not await _silent(session, tosbelgi)


@pytest.mark.parametrize(
    ("first", "last", "silent"),
    [(3, None, False), (3, 0, False), (40, 10, False), (40, 15, True), (-1, -5, True)],
)
async def test_the_time_of_an_absence_does_not_count(
    session: AsyncSession,
    tosbelgi: Programme,
    enrolment: Enrolment,
    first: int,
    last: int | None,
    silent: bool,
) -> None:
    await _away(session, enrolment, first, last)
    assert (enrolment.id in await _silent(session, tosbelgi)) is silent


async def test_by_region_of_the_centre_and_else_of_the_person(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    centre = Centre(name="Жас", region="KZ-71", place="Астана")
    session.add(centre)
    await session.flush()
    elsewhere = replace(
        tosbelgi,
        regions=tuple(
            replace(each, zone="Asia/Tokyo") if each.code == "KZ-71" else each
            for each in tosbelgi.regions
        ),
    )
    assert enrolment.id in await _silent(session, elsewhere)
    enrolment.centre_id = centre.id
    await session.flush()
    assert not await _silent(session, elsewhere)
    assert enrolment.id in await _silent(session, elsewhere, "Asia/Tokyo")


# --- asking


async def ask_silent(
    session: AsyncSession, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """As the job does it."""
    groups = await to_be_asked(session, programme, zone, now)
    return sum([await ask(session, group, now) for group in groups])


async def _told(session: AsyncSession) -> list[tuple[int, str]]:
    found = await session.execute(select(Outbox.person_id, Outbox.kind).order_by(Outbox.id))
    return [(person, kind) for person, kind in found]


async def test_a_participant_is_asked_once_and_the_mentor_told(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    expected = [(enrolment.person_id, "silent"), (enrolment.mentor_id, "participants-silent")]
    assert await ask_silent(session, tosbelgi, ZONE, NOW) == 2
    assert await _told(session) == expected
    for day in range(3):
        assert await ask_silent(session, tosbelgi, ZONE, NOW + DAY * day) == 0
    assert await _told(session) == expected


async def test_a_new_silence_is_asked_about_again(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    await ask_silent(session, tosbelgi, ZONE, NOW)
    await _sends(session, enrolment, 0)
    assert await ask_silent(session, tosbelgi, ZONE, NOW + DAY * 13) == 0
    assert await ask_silent(session, tosbelgi, ZONE, NOW + DAY * 14) == 2


async def test_a_mentor_is_told_of_all_in_one_message(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    second = await participant(session, tosbelgi, NOW, telegram_id=11, mentor_telegram_id=20)
    assert await ask_silent(session, tosbelgi, ZONE, NOW) == 3
    told = await session.scalars(select(Outbox).where(Outbox.kind == "participants-silent"))
    assert told.one().details == {"enrolments": [enrolment.id, second.id]}


async def test_one_who_snoozed_is_asked_when_that_is_over(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    await ask_silent(session, tosbelgi, ZONE, NOW)
    until = NOW + DAY * 7
    session.add(Preference(person_id=enrolment.person_id, kind="silence", snoozed_until=until))
    await session.flush()
    assert await ask_silent(session, tosbelgi, ZONE, until - DAY) == 0
    assert await ask_silent(session, tosbelgi, ZONE, until) == 2
    assert await ask_silent(session, tosbelgi, ZONE, until + DAY) == 0


async def test_another_zone_is_another_jobs(
    session: AsyncSession, tosbelgi: Programme, enrolment: Enrolment
) -> None:
    assert await ask_silent(session, tosbelgi, "Asia/Tokyo", NOW) == 0
    person = await session.get_one(Person, enrolment.person_id)
    person.region = None
    await session.flush()
    assert await ask_silent(session, tosbelgi, ZONE, NOW) == 2
