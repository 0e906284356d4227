import datetime as dt

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar import DAY
from award.programme import Programme
from award.reminders.terms import near_ends
from storage.tables import EnrolmentState, Role, RoleKind
from tests.award.reminders.term_people import NOW, ZONE, enrolled, people, remind

# 17 March 2025 plus 14 working days, Nauryz among them.
DUE = dt.date(2025, 4, 9)
KIND = "applications-due"


def _at(month: int, day: int, hour: int = 9) -> dt.datetime:
    """An hour of Almaty's day, in 2025."""
    return dt.datetime(2025, month, day, hour - 5, tzinfo=dt.UTC)


async def _each_day(
    session: AsyncSession, programme: Programme, first: dt.datetime, last: dt.datetime
) -> list[str]:
    """What days somebody is told anything, of those on which the job runs, twice each."""
    told, moment = [], first
    while moment <= last:
        for hour in (0, 3):
            at = moment + dt.timedelta(hours=hour)
            if await remind(near_ends, session, programme, ZONE, at):
                told.append(f"{at:%d.%m}+{hour}")
        moment += DAY
    return told


async def test_an_application_is_reminded_of_at_half_on_the_eve_and_told_up_when_missed(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    days = await _each_day(session, tosbelgi, _at(3, 17), _at(4, 20))
    assert days == ["31.03+0", "08.04+0", "10.04+0"]
    half, eve = [sent.id, "half", ""], [sent.id, "eve", "2025-04-09"]
    missed = [sent.id, "missed", "2025-04-09"]
    assert await them.told(KIND) == {
        "mentor": [[half], [eve], [missed]],
        "expert": [[eve], [missed]],
        "head": [[eve], [missed]],
        "coordinator": [[missed]],
    }


async def test_one_without_a_mentor_is_the_heads(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    await enrolled(session, them, EnrolmentState.SUBMITTED, mentor=None, due=DUE)
    await _each_day(session, tosbelgi, _at(3, 31), _at(4, 11))
    told = await them.told(KIND)
    assert {who: len(messages) for who, messages in told.items()} == {"head": 3, "coordinator": 1}


async def test_without_a_coordinator_the_operator_is_told(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    await session.execute(delete(Role).where(Role.kind == RoleKind.COORDINATOR))
    await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    await remind(near_ends, session, tosbelgi, ZONE, _at(4, 10))
    assert "operator" in await them.told(KIND)


async def test_answered_in_time_nobody_is_told_any_more(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    await remind(near_ends, session, tosbelgi, ZONE, _at(3, 31))
    sent.state = EnrolmentState.PLANNING
    await session.flush()
    assert not await _each_day(session, tosbelgi, _at(4, 1), _at(4, 20))


async def test_a_service_that_was_down_tells_what_is_owed_now_and_not_what_has_passed(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    assert await remind(near_ends, session, tosbelgi, ZONE, _at(4, 9, 15))
    told = await them.told(KIND)
    assert [item[1] for items in told["mentor"] for item in items] == ["eve"]


async def test_a_new_mentor_is_reminded_as_well(session: AsyncSession, tosbelgi: Programme) -> None:
    them = await people(session)
    sent = await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    await remind(near_ends, session, tosbelgi, ZONE, _at(3, 31))
    sent.mentor_id = them["other"]
    await session.flush()
    await remind(near_ends, session, tosbelgi, ZONE, _at(4, 1))
    assert set(await them.told(KIND)) == {"mentor", "other"}


async def test_another_zones_terms_are_left_to_its_own_job(
    session: AsyncSession, tosbelgi: Programme
) -> None:
    them = await people(session)
    await enrolled(session, them, EnrolmentState.SUBMITTED, due=DUE)
    assert await remind(near_ends, session, tosbelgi, "Asia/Tokyo", _at(4, 10)) == 0
    assert _at(4, 10) > NOW
