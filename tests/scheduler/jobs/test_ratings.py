"""Ratings are counted anew each hour and kept; a table that is opened asks for newer ones (§8)."""

import datetime as dt
from random import Random
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.audit import record
from award.calendar import DAY
from award.programme import Programme, load
from award.ratings.keeping import counted_at
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs import ratings as jobs
from scheduler.jobs.ratings import Recounting, ratings
from storage.database import Database
from storage.tables import Enrolment, EnrolmentState, Rating
from tests.award.ratings.crowded import NOW, all_counted, crowded

HOUR = dt.timedelta(hours=1)


@pytest.fixture(scope="module")
def programme() -> Programme:
    return load(SHIPPED_PROGRAMME)


@pytest.fixture
async def enrolled(session: AsyncSession, programme: Programme) -> list[int]:
    found = await crowded(session, programme, Random(5), 12)
    await session.commit()
    return [each.id for each in found]


@pytest.fixture
def recounting(database: Database, programme: Programme) -> Recounting:
    return Recounting(database, InForce(programme))


async def kept(session: AsyncSession) -> dict[int, float]:
    found = await session.execute(select(Rating.enrolment_id, Rating.rating))
    ratings_ = {row.enrolment_id: row.rating for row in found}
    await session.commit()  # SQLite's one connection is needed by what is tested
    return ratings_


async def test_what_is_kept_is_what_is_counted(
    session: AsyncSession,
    enrolled: list[int],
    recounting: Recounting,
    programme: Programme,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(jobs, "PART", 2)
    assert await recounting.recount(NOW) == len(await kept(session)) > 5
    counted = await all_counted(session, programme)
    assert await kept(session) == {number: each.rating for number, each in counted.items()}
    assert await recounting.recount(NOW + HOUR) == 0
    assert await counted_at(session) == NOW + HOUR
    left = next(iter(counted))
    await session.execute(
        update(Enrolment).where(Enrolment.id == left).values(state=EnrolmentState.WITHDRAWN)
    )
    await session.commit()
    assert await recounting.recount(NOW + HOUR) == 1
    assert left not in await kept(session)


async def test_a_table_that_is_opened_is_an_hour_old_at_most(
    session: AsyncSession, enrolled: list[int], recounting: Recounting
) -> None:
    await recounting.freshen(NOW)
    assert await kept(session)
    await session.execute(update(Rating).values(rating=-1))
    await session.commit()
    await recounting.freshen(NOW + HOUR)
    assert set((await kept(session)).values()) == {-1}
    await recounting.freshen(NOW + HOUR + dt.timedelta(seconds=1))
    assert -1 not in (await kept(session)).values()


async def test_nobody_waits_for_a_count_that_takes_long(
    session: AsyncSession, enrolled: list[int], recounting: Recounting
) -> None:
    recounting.patience = 0
    await recounting.freshen(NOW)
    assert not await kept(session)
    await recounting.recount(NOW)  # its turn comes after the one that was begun
    assert await kept(session)


async def test_the_job_counts_once_a_day_and_when_something_was_written_down(
    session: AsyncSession, enrolled: list[int], recounting: Recounting
) -> None:
    async def hourly(now: dt.datetime) -> int:
        assert job.idle is not None
        async with recounting.database.transaction() as beside:
            if await job.idle(beside, now):
                return 0
        return await job.work(now)

    (job,) = ratings(recounting)
    assert await hourly(NOW) > 5
    await session.execute(update(Rating).values(rating=-1))
    await session.commit()
    assert await hourly(NOW + HOUR) == 0
    assert await counted_at(session) == NOW + HOUR
    assert set((await kept(session)).values()) == {-1}
    await record(session, None, "entry.approved", "entry", 1, NOW + HOUR)
    await session.commit()
    assert await hourly(NOW + HOUR * 2) > 5
    await session.execute(update(Rating).values(rating=-1))
    await session.commit()
    assert await hourly(NOW + DAY) > 5


async def test_the_job_is_due_each_hour_of_the_day(
    recounting: Recounting, programme: Programme
) -> None:
    (job,) = ratings(recounting)
    zone = ZoneInfo(programme.zone)
    moment, hours = NOW.astimezone(zone).replace(hour=0), []
    for _ in range(13):
        moment = job.when.get_next_fire_time(None, moment)
        hours.append(moment.astimezone(zone).hour)
        moment += dt.timedelta(seconds=1)
    assert hours == [0, *range(9, 21)]
