import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.locking import locked, locked_one, one_at_a_time
from storage.tables import Person

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


async def _somebody(session: AsyncSession) -> Person:
    person = Person(telegram_id=1, place="Талғар", joined_at=NOW)
    session.add(person)
    await session.commit()
    return person


async def test_a_row_is_read_anew(session: AsyncSession) -> None:
    person = await _somebody(session)
    await session.execute(
        update(Person).values(place="Қаскелең"), execution_options={"synchronize_session": False}
    )
    assert person.place == "Талғар"
    assert await locked(session, Person, person.id) is person
    assert person.place == "Қаскелең"


async def test_a_row_that_is_not_there(session: AsyncSession) -> None:
    assert await locked(session, Person, 1) is None
    with pytest.raises(NoResultFound):
        await locked_one(session, Person, 1)


@pytest.mark.parametrize("migrated", ["postgresql"], indirect=True)
@pytest.mark.parametrize("key_share", [False, True])
async def test_a_row_is_kept_from_others(
    database: Database, session: AsyncSession, key_share: bool
) -> None:
    """From their changes; from their rows that refer to it unless those are let in."""
    person = await _somebody(session)
    await locked(session, Person, person.id, key_share=key_share)
    for refers in (False, True):
        lock = select(Person.id).with_for_update(nowait=True, read=refers, key_share=refers)
        async with database.sessions() as other:
            if refers and key_share:
                assert await other.scalar(lock) == person.id
            else:
                with pytest.raises(DBAPIError, match="could not obtain lock"):
                    await other.scalar(lock)


async def test_one_at_a_time(database: Database) -> None:
    """Whoever comes second sees what the first has written."""

    async def add_if_none(number: int) -> bool:
        async with database.transaction() as session:
            await one_at_a_time(session, "person")
            if await session.scalar(select(Person.id)) is not None:
                return False
            session.add(Person(telegram_id=number, joined_at=NOW))
            return True

    added = await asyncio.gather(*(add_if_none(number) for number in range(1, 6)))
    assert sorted(added) == [False] * 4 + [True]
