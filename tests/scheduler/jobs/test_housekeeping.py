"""What the night forgets, and what it keeps."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.programme import Retention, load
from award.retention.rules import rules
from bot.settings import SHIPPED_PROGRAMME
from scheduler.jobs.housekeeping import forget_past, housekeeping
from scheduler.jobs.jobs import Jobs
from scheduler.jobs.runs import KEPT, begin, forget
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.tables import (
    Conversation,
    Invitation,
    InvitationKind,
    JobRun,
    Outbox,
    SeenUpdate,
    UpdateAttempt,
)
from tests.journeys.world import World
from tests.scheduler.jobs.test_jobs import EVENING, Wall, almaty
from tests.storage.rows import add_person


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
        for undecoded, age in ((9, 85), (10, 91)):
            at = EVENING - timedelta(days=age)
            session.add(UpdateAttempt(update_id=undecoded, attempts=0, last_at=at, set_aside_at=at))


@pytest.mark.usefixtures("rows")
async def test_the_night_forgets_what_is_of_no_use(database: Database) -> None:
    wall, programme = Wall(), load(SHIPPED_PROGRAMME)
    storage = ConversationStorage(database, wall.now)
    jobs = Jobs(database, housekeeping(database, storage, programme), wall.now)
    wall.time += timedelta(minutes=2)
    await jobs.run_due()
    wall.time += timedelta(days=1)
    await jobs.run_due()
    async with database.transaction() as session:
        assert await _left(session, SeenUpdate.update_id) == {1}
        assert await _left(session, UpdateAttempt.update_id) == {7, 8, 9}
        assert await _left(session, Conversation.key) == {"1", "2", "4", "88"}
        left = await _left(session, Invitation.token_hash)
    assert len(left) == 9
    assert "91None" not in left


async def test_a_notice_is_forgotten_when_nothing_can_owe_it_again(database: Database) -> None:
    now = almaty(3, 4)
    async with database.transaction() as session:
        person_id = (await add_person(session)).id
        for kind, age, once, useful in (
            ("old", 91, False, None),
            ("new", 89, False, None),
            ("waiting", None, False, None),
            ("once, old", 91, True, None),
            ("once, its period over", 91, True, 91),
            ("once, its period over lately", 91, True, 89),
            ("once, older than any level", 731, True, None),
        ):
            session.add(
                Outbox(
                    person_id=person_id,
                    kind=kind,
                    once=kind if once else None,
                    written_at=now - timedelta(days=1000),
                    due_at=now - timedelta(days=1000),
                    useful_until=now - timedelta(days=useful) if useful else None,
                    settled_at=now - timedelta(days=age) if age else None,
                )
            )
    [of_notices] = next(rule.terms for rule in rules(Retention()) if rule.table is Outbox)
    assert await forget_past(database, [of_notices], now) == 3
    async with database.transaction() as session:
        left = {"new", "waiting", "once, old", "once, its period over lately"}
        assert await _left(session, Outbox.kind) == left


async def _left(session: AsyncSession, column: object) -> set[object]:
    return set(await session.scalars(select(column)))  # type: ignore[call-overload]


async def test_the_running_bot_forgets_too(world: World) -> None:
    async with world.bot.database.transaction() as session:
        session.add(SeenUpdate(update_id=1, at=world.clock.now()))
    await world.move(days=5)
    async with world.bot.database.transaction() as session:
        assert await session.get(SeenUpdate, 1) is None


async def test_old_runs_are_forgotten_but_for_the_newest(database: Database) -> None:
    async with database.transaction() as session:
        for id_, day in (("yearly", 1), ("yearly", 2), ("night", 2), ("night", 28)):
            await begin(session, [id_], almaty(day), almaty(day))
        assert await forget(session, almaty(3) + KEPT) == 2
        left = {(run.job, run.due_at) for run in await session.scalars(select(JobRun))}
    assert left == {("yearly", almaty(2)), ("night", almaty(28))}
