"""Migrations: up and down with data in them, and never apart from the tables."""

import asyncio
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, func, inspect, select, text

from storage import migrate
from storage.database import Database
from storage.tables import Audit, Enrolment, EnrolmentState, Outbox, Person, Table, Urgency
from tests.storage.rows import NOON, add_audit, add_enrolment, add_person


def differences(connection: Connection) -> list[Any]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Table.metadata))


async def tables_of(database: Database) -> set[str]:
    async with database.engine.connect() as connection:
        names = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
    return set(names) - {"alembic_version"}


async def test_migrations_make_exactly_the_tables(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []


async def test_a_missing_column_would_be_noticed(database: Database) -> None:
    async with database.transaction() as session:
        await session.execute(text("ALTER TABLE person DROP COLUMN hobbies"))
        connection = await session.connection()
        assert [change[0] for change in await connection.run_sync(differences)] == ["add_column"]


async def test_up_and_down_and_up(bare_database: Database) -> None:
    assert await migrate.current(bare_database) is None
    assert await migrate.pending(bare_database)
    await migrate.upgrade(bare_database)
    assert await migrate.current(bare_database) == migrate.newest()
    assert not await migrate.pending(bare_database)
    assert await tables_of(bare_database) == set(Table.metadata.tables)

    async with bare_database.transaction() as session:
        person = await add_person(session)
        await add_enrolment(session, person, EnrolmentState.ACTIVE)
        await add_audit(session, person)
    await migrate.upgrade(bare_database)
    async with bare_database.transaction() as session:
        assert (await session.scalars(select(Enrolment.state))).all() == [EnrolmentState.ACTIVE]
        assert (await session.scalars(select(Person.joined_at))).all() == [NOON]

    await migrate.downgrade(bare_database, "base")
    assert await tables_of(bare_database) == set()
    assert await migrate.current(bare_database) is None
    await migrate.upgrade(bare_database)
    async with bare_database.transaction() as session:
        assert await session.scalar(select(func.count(Audit.id))) == 0
        await add_audit(session, await add_person(session))


async def test_each_step_goes_down_and_up_with_data(bare_database: Database) -> None:
    script = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    steps = [step.revision for step in script.walk_revisions()]
    await migrate.upgrade(bare_database)
    async with bare_database.transaction() as session:
        person = await add_person(session)
        await add_enrolment(session, person)
        session.add(Outbox(person_id=person.id, kind="hello", written_at=NOON, due_at=NOON))
    for step in steps[1:]:
        await migrate.downgrade(bare_database, step)
        assert await migrate.current(bare_database) == step
    await migrate.upgrade(bare_database)
    async with bare_database.transaction() as session:
        assert await session.scalar(select(func.count(Enrolment.id))) == 1
        assert (await session.scalars(select(Outbox.urgency))).all() == [Urgency.SOON]


async def test_a_failed_migration_changes_nothing(bare_database: Database) -> None:
    """A table in the way of the last step: all steps before it are undone as well."""
    async with bare_database.transaction() as session:
        await session.execute(text("CREATE TABLE review (id INTEGER)"))
    with pytest.raises(Exception, match="already exists"):
        await migrate.upgrade(bare_database)
    assert await tables_of(bare_database) == {"review"}
    assert await migrate.current(bare_database) is None
    async with bare_database.transaction() as session:
        await session.execute(text("DROP TABLE review"))
    await migrate.upgrade(bare_database)
    assert not await migrate.pending(bare_database)


async def test_processes_that_start_together_migrate_once(bare_database: Database) -> None:
    other = Database(bare_database.url.render_as_string(hide_password=False))
    try:
        # SQLite lets nobody wait while a new file is given its journal.
        assert await migrate.pending(bare_database)
        assert await migrate.pending(other)
        await asyncio.gather(migrate.upgrade(bare_database), migrate.upgrade(other))
    finally:
        await other.close()
    assert not await migrate.pending(bare_database)


async def test_a_database_of_a_newer_version_is_left_alone(database: Database) -> None:
    async with database.transaction() as session:
        await session.execute(text("UPDATE alembic_version SET version_num = '9999_later'"))
    with pytest.raises(CommandError, match="9999_later"):
        await migrate.upgrade(database)
    assert await migrate.current(database) == "9999_later"


async def test_foreign_keys_are_on_again_after_a_migration(bare_database: Database) -> None:
    await migrate.upgrade(bare_database)
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        async with bare_database.transaction() as session:
            session.add(Enrolment(person_id=404, state=EnrolmentState.DRAFT, begun_at=NOON))


def test_the_newest_file_is_alembics_only_head() -> None:
    script = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert script.get_heads() == [migrate.newest()]


async def test_a_developer_finds_nothing_to_add(database: Database) -> None:
    """`alembic check` goes the way of `alembic revision --autogenerate`, through env.py."""
    async with database.engine.connect() as connection:
        await connection.run_sync(lambda sync: command.check(migrate.alembic_config(sync)))
