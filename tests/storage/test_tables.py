"""What the database itself holds to, whoever writes."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.tables import OPEN_STATES, Audit, EnrolmentState, Person
from tests.storage.rows import NOON, add_audit, add_enrolment, add_person

ASTANA = timezone(timedelta(hours=5))


async def test_a_moment_comes_back_in_utc(session: AsyncSession) -> None:
    at = datetime(2025, 1, 1, 2, 30, 15, 123456, tzinfo=ASTANA)
    session.add(Person(telegram_id=1, joined_at=at))
    await session.commit()
    read = (await session.scalars(select(Person.joined_at))).one()
    assert read == at
    assert read.tzinfo is UTC
    assert read.day == 31


async def test_moments_compare_across_zones(session: AsyncSession) -> None:
    session.add(Person(telegram_id=1, joined_at=datetime(2025, 1, 1, 2, tzinfo=ASTANA)))
    await session.commit()
    hour = datetime(2024, 12, 31, 21, tzinfo=UTC)
    found = select(Person.id).where(Person.joined_at >= hour)
    assert (await session.scalars(found)).all()
    later = select(Person.id).where(Person.joined_at > hour.astimezone(ASTANA))
    assert not (await session.scalars(later)).all()


async def test_a_moment_without_a_zone_is_refused(session: AsyncSession) -> None:
    session.add(Person(telegram_id=1, joined_at=NOON.replace(tzinfo=None)))
    with pytest.raises(StatementError, match="time zone"):
        await session.flush()


@pytest.mark.parametrize("first", OPEN_STATES)
async def test_a_person_has_one_open_enrolment(
    session: AsyncSession, first: EnrolmentState
) -> None:
    person = await add_person(session)
    await add_enrolment(session, person, first)
    with pytest.raises(IntegrityError):
        await add_enrolment(session, person, EnrolmentState.DRAFT)


async def test_closed_enrolments_leave_room_for_a_new_one(session: AsyncSession) -> None:
    person, other = await add_person(session), await add_person(session, telegram_id=2)
    for state in set(EnrolmentState) - set(OPEN_STATES):
        await add_enrolment(session, person, state)
        await add_enrolment(session, person, state)
    await add_enrolment(session, person, EnrolmentState.ACTIVE)
    await add_enrolment(session, other, EnrolmentState.ACTIVE)
    await session.commit()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit SET action = 'nothing'",
        "UPDATE audit SET at = at",
        "DELETE FROM audit",
        "DELETE FROM audit WHERE id = 1",
    ],
)
async def test_audit_keeps_its_lines(database: Database, statement: str) -> None:
    async with database.transaction() as session:
        await add_audit(session, await add_person(session))
    with pytest.raises(IntegrityError, match="audit is append-only"):
        async with database.transaction() as session:
            await session.execute(text(statement))
    async with database.transaction() as session:
        assert (await session.scalars(select(Audit.action))).all() == ["look"]


async def test_audit_keeps_its_lines_from_other_ways(database: Database) -> None:
    async with database.transaction() as session:
        line = await add_audit(session, await add_person(session))
    way = (
        "INSERT OR REPLACE INTO audit (id, at, action, subject, details)"
        f" VALUES ({line.id}, '2025-01-01', 'nothing', 'person', '{{}}')"
        if database.is_sqlite
        else "TRUNCATE audit"
    )
    with pytest.raises(DBAPIError, match="audit is append-only"):
        async with database.transaction() as session:
            await session.execute(text(way))
    async with database.transaction() as session:
        await add_audit(session, await session.get_one(Person, line.actor_id))
        assert (await session.scalars(select(Audit.action))).all() == ["look", "look"]


@pytest.mark.parametrize("migrated", ["sqlite"], indirect=True)
async def test_sqlite_is_durable_and_strict_on_every_connection(database: Database) -> None:
    for _ in range(2):
        async with database.transaction() as session:
            found = {
                name: await session.scalar(text(f"PRAGMA {name}"))
                for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
            }
        assert found == {
            "journal_mode": "wal",
            "synchronous": 2,
            "foreign_keys": 1,
            "busy_timeout": 10_000,
        }
        await database.engine.dispose()
