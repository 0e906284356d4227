"""What the clock does by the calendar: when, once, and what the night forgets."""

from datetime import UTC, datetime, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.housekeeping import housekeeping
from scheduler.jobs import Job, Jobs
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.tables import (
    Conversation,
    Invitation,
    InvitationKind,
    SeenUpdate,
    UpdateAttempt,
)
from tests.journeys.world import World

ALMATY = "Asia/Almaty"
# 03:29 in Almaty.
EVENING = datetime(2026, 2, 2, 22, 29, tzinfo=UTC)


class Wall:
    """A clock on the wall."""

    def __init__(self) -> None:
        self.time = EVENING

    def now(self) -> datetime:
        return self.time


def _job(done: list[tuple[str, datetime]], id_: str, **when: object) -> Job:
    async def work(moment: datetime) -> int:
        done.append((id_, moment))
        if id_ == "broken":
            raise RuntimeError("broken")
        return 1

    return Job(id_, CronTrigger(timezone=ALMATY, **when), work)


@pytest.fixture
def done() -> list[tuple[str, datetime]]:
    return []


async def test_what_lies_between_is_done_in_order(done: list[tuple[str, datetime]]) -> None:
    wall = Wall()
    night = _job(done, "night", hour=3, minute=30)
    thursday = _job(done, "thursday", day_of_week="thu", hour=18)
    jobs = Jobs((thursday, night), wall.now)
    await jobs.run_due()
    assert done == []
    wall.time += timedelta(days=3)
    await jobs.run_due()
    await jobs.run_due()
    nights = [EVENING + timedelta(days=n, minutes=1) for n in range(3)]
    assert done == [
        *(("night", each) for each in nights),
        ("thursday", datetime(2026, 2, 5, 13, tzinfo=UTC)),
    ]


async def test_a_broken_job_stops_no_other(done: list[tuple[str, datetime]]) -> None:
    wall = Wall()
    jobs = Jobs(tuple(_job(done, id_, hour=3, minute=30) for id_ in ("broken", "sound")), wall.now)
    wall.time += timedelta(minutes=2)
    await jobs.run_due()
    assert [id_ for id_, _ in done] == ["broken", "sound"]


async def test_a_clock_turned_back_does_nothing_twice(done: list[tuple[str, datetime]]) -> None:
    wall = Wall()
    jobs = Jobs((_job(done, "night", hour=3, minute=30),), wall.now)
    for step in (timedelta(hours=1), timedelta(hours=-1), timedelta(hours=1)):
        wall.time += step
        await jobs.run_due()
    assert len(done) == 1


@pytest.fixture
async def rows(database: Database) -> None:
    async with database.transaction() as session:
        for age in (1, 2, 4, 88, 91):
            at = EVENING - timedelta(days=age)
            session.add(SeenUpdate(update_id=age, at=at))
            session.add(UpdateAttempt(update_id=age, attempts=1, last_at=at))
            session.add(Conversation(key=str(age), state="x", data={}, touched_at=at))
            for used in (None, at):
                session.add(
                    Invitation(
                        token_hash=f"{age}{used}",
                        kind=InvitationKind.STAFF,
                        made_at=at,
                        expires_at=at,
                        used_at=used,
                    )
                )
        set_aside = EVENING - timedelta(days=300)
        session.add(
            UpdateAttempt(update_id=7, attempts=3, last_at=set_aside, set_aside_at=set_aside)
        )
        session.add(UpdateAttempt(update_id=8, attempts=1, last_at=EVENING))


@pytest.mark.usefixtures("rows")
async def test_the_night_forgets_what_is_of_no_use(database: Database) -> None:
    wall = Wall()
    storage = ConversationStorage(database, wall.now)
    jobs = Jobs(housekeeping(database, storage, ALMATY), wall.now)
    wall.time += timedelta(minutes=2)
    await jobs.run_due()
    wall.time += timedelta(days=1)
    await jobs.run_due()
    async with database.transaction() as session:
        assert await _left(session, SeenUpdate.update_id) == {1}
        assert await _left(session, UpdateAttempt.update_id) == {7, 8}
        assert await _left(session, Conversation.key) == {"1", "2", "4", "88"}
        left = await _left(session, Invitation.token_hash)
    assert len(left) == 9
    assert "91None" not in left


async def _left(session: AsyncSession, column: object) -> set[object]:
    return set(await session.scalars(select(column)))  # type: ignore[call-overload]


async def test_the_running_bot_forgets_too(world: World) -> None:
    async with world.bot.database.transaction() as session:
        session.add(SeenUpdate(update_id=1, at=world.clock.now()))
    await world.move(days=5)
    async with world.bot.database.transaction() as session:
        assert await session.get(SeenUpdate, 1) is None
