import datetime as dt

import pytest
from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.programme import Programme
from award.reminders.undecided import overdue, undecided
from storage.tables import Enrolment, EnrolmentState, Entry, EntryState, Role, RoleKind
from tests.acting import acting
from tests.award.reminders.term_people import NOW, ZONE, People, enrolled, people, remind

# A Tuesday, 12:00 in Almaty, far from holidays.
SENT = dt.datetime(2025, 4, 8, 7, tzinfo=dt.UTC)


@pytest.fixture
async def them(session: AsyncSession) -> People:
    return await people(session)


@pytest.fixture
async def enrolment(session: AsyncSession, them: People) -> Enrolment:
    return await enrolled(session, them, EnrolmentState.ACTIVE)


async def _sent(session: AsyncSession, enrolment: Enrolment, at: dt.datetime = SENT) -> Entry:
    entry = Entry(
        enrolment_id=enrolment.id,
        state=EntryState.SUBMITTED,
        direction="sport",
        happened_on=at.date(),
        sent_at=at,
        received_at=at,
        submitted_at=at,
    )
    session.add(entry)
    await session.flush()
    return entry


async def test_the_mentor_after_three_days_and_the_expert_after_seven(
    session: AsyncSession, tosbelgi: Programme, them: People, enrolment: Enrolment
) -> None:
    entry = await _sent(session, enrolment)
    told = [
        (days, hour)
        for days in range(12)
        for hour in (0, 3)
        if await remind(
            undecided, session, tosbelgi, ZONE, SENT + DAY * days + dt.timedelta(hours=hour)
        )
    ]
    assert told == [(3, 0), (7, 0)]
    assert await them.told("entries-undecided") == {"mentor": [[entry.id]]}
    assert await them.told("entries-overdue") == {"expert": [[entry.id]]}


async def test_on_a_day_off_nobody_is_told(
    session: AsyncSession, tosbelgi: Programme, them: People, enrolment: Enrolment
) -> None:
    await _sent(session, enrolment, SENT + DAY)  # three days later is a Saturday
    assert await remind(undecided, session, tosbelgi, ZONE, SENT + DAY * 4) == 0
    assert await remind(undecided, session, tosbelgi, ZONE, SENT + DAY * 6) == 1


async def test_several_are_one_message_a_day(
    session: AsyncSession, tosbelgi: Programme, them: People, enrolment: Enrolment
) -> None:
    first = await _sent(session, enrolment)
    second = await _sent(session, enrolment, SENT + dt.timedelta(hours=2))
    later = SENT + DAY * 3
    assert await remind(undecided, session, tosbelgi, ZONE, later) == 1
    assert await remind(undecided, session, tosbelgi, ZONE, later + dt.timedelta(hours=3)) == 0
    assert await remind(undecided, session, tosbelgi, ZONE, SENT + DAY * 6) == 1
    assert await them.told("entries-undecided") == {"mentor": [[first.id], [second.id]]}


@pytest.mark.parametrize("state", sorted(set(EntryState) - {EntryState.SUBMITTED}))
async def test_a_decided_entry_is_nobodys_work(
    session: AsyncSession,
    tosbelgi: Programme,
    them: People,
    enrolment: Enrolment,
    state: EntryState,
) -> None:
    entry = await _sent(session, enrolment)
    entry.state = state
    await session.flush()
    assert await remind(undecided, session, tosbelgi, ZONE, SENT + DAY * 8) == 0


@pytest.mark.parametrize(
    ("without", "told"),
    [
        ((RoleKind.EXPERT,), "head"),
        ((RoleKind.EXPERT, RoleKind.CENTRE_HEAD), "coordinator"),
        ((RoleKind.EXPERT, RoleKind.CENTRE_HEAD, RoleKind.COORDINATOR), "operator"),
    ],
)
async def test_where_there_is_no_expert_the_next_above_is_told(
    session: AsyncSession,
    tosbelgi: Programme,
    them: People,
    enrolment: Enrolment,
    without: tuple[RoleKind, ...],
    told: str,
) -> None:
    await session.execute(update(Role).values(reports_to=None))
    await session.execute(update(Role).where(Role.kind.in_(without)).values(until=NOW))
    await _sent(session, enrolment)
    await remind(undecided, session, tosbelgi, ZONE, SENT + DAY * 7)
    assert set(await them.told("entries-overdue")) == {told}


async def test_the_expert_reads_how_many_wait_for_whom(
    session: AsyncSession, them: People, enrolment: Enrolment
) -> None:
    entries = [await _sent(session, enrolment, SENT + DAY * n) for n in range(3)]
    entries[0].state = EntryState.APPROVED
    await session.flush()
    ids = [entry.id for entry in entries]
    found = await overdue(acting(session, await them.actor("expert"), SENT + DAY * 10), ids)
    assert [(each.mentor, each.count, each.since) for each in found] == [
        ("mentor Аты", 2, SENT + DAY)
    ]
    assert not await overdue(acting(session, await them.actor("coordinator"), SENT + DAY * 10), ids)
