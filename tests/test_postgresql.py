"""A database that is lent to another test shows nothing of the test before."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import URL, func, select, text

from storage.database import Database
from storage.tables import Audit, Person, Table
from tests.postgresql import Lender
from tests.storage.rows import add_audit, add_person


@pytest.fixture
async def lender(migrated_postgresql: URL) -> AsyncIterator[Lender]:
    lender = Lender(str(migrated_postgresql.database))
    yield lender
    await lender.close()


@asynccontextmanager
async def opened(lender: Lender) -> AsyncIterator[Database]:
    async with lender.lent() as url:
        database = Database(url.render_as_string(hide_password=False))
        try:
            yield database
        finally:
            await database.close()


async def test_it_is_empty_again_and_counts_from_one(lender: Lender) -> None:
    async with opened(lender) as database, database.transaction() as session:
        await add_audit(session, await add_person(session))
        name = database.url.database
    async with opened(lender) as database, database.transaction() as session:
        assert database.url.database == name
        for table in Table.metadata.sorted_tables:
            assert await session.scalar(select(func.count()).select_from(table)) == 0, table.name
        assert await session.scalar(text("SELECT count(*) FROM alembic_version")) == 1
        line = await add_audit(session, await add_person(session))
        assert (line.id, line.actor_id) == (1, 1)


async def test_the_audit_table_is_still_protected(lender: Lender) -> None:
    async with opened(lender):
        pass
    async with opened(lender) as database:
        async with database.transaction() as session:
            await add_audit(session, await add_person(session))
        with pytest.raises(Exception, match="audit is append-only"):
            async with database.transaction() as session:
                await session.execute(text("DELETE FROM audit"))
        async with database.transaction() as session:
            assert (await session.scalars(select(Audit.id))).all() == [1]


async def test_who_is_still_in_it_is_out(lender: Lender) -> None:
    async with lender.lent() as url:
        left = Database(url.render_as_string(hide_password=False))
        session = left.sessions()
        await add_person(session)
    async with opened(lender) as database, database.transaction() as other:
        assert database.url.database == left.url.database
        assert (await other.scalars(select(Person.id))).all() == []
    await session.invalidate()
    await left.close()


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE person ALTER COLUMN telegram_id DROP NOT NULL",
        "ALTER TABLE person ADD COLUMN height INTEGER",
        "ALTER TABLE audit DISABLE TRIGGER ALL",
        "CREATE TABLE stray (id INTEGER)",
        "CREATE INDEX stray ON person (full_name)",
        "UPDATE alembic_version SET version_num = '9999_later'",
    ],
)
async def test_with_other_tables_it_is_not_lent_again(lender: Lender, statement: str) -> None:
    async with opened(lender) as database, database.transaction() as session:
        await session.execute(text(statement))
        name = database.url.database
    async with opened(lender) as database:
        assert database.url.database != name
