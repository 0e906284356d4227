"""Points counted anew from everybody's history, beside a running service (programme.md §8.4).

Reading takes nothing from the service: it has a connection of its own that cannot write. A ledger
is written only where it differs, a few people in a transaction, and only if nothing of theirs has
changed since it was read. So it can be stopped at any time, and begun again.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from sqlalchemy import func, select, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession

from award.amendments.in_force import programme_in_force
from award.olzha.ledger import Counter, Difference, write
from award.programme import Programme, load
from bot.assemble import open_database
from bot.bar import Bar
from bot.run import stop_on_signal
from bot.settings import Settings
from storage.database import Database
from storage.migrate import upgrade
from storage.read_only import read_only
from storage.tables import Enrolment, OlzhaOwner

READ = 500  # people looked at together
# People in one transaction: on SQLite whoever taps meanwhile waits for these.
WRITTEN = {"sqlite": 25, "postgresql": 100}
STOPPED = "Stopped. What was counted stays."


async def olzha(settings: Settings, *, everybody: bool) -> int:
    """Say how many ledgers there are and how many wait; with `everybody`, count all of them."""
    programme = load(settings.programme)
    if programme.olzha is None:
        print("The programme has no olzha.yaml: there are no points.")
        return 0
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = open_database(settings)
    stop_on_signal()
    try:
        await upgrade(database)
        if everybody:
            async with database.transaction() as session:
                programme = await programme_in_force(session, programme)
            await _with_bar(database, programme)
        else:
            ledgers, waiting = await _counts(database)
            print(f"Participants with a ledger: {ledgers}. History changed since: {waiting}.")
    except asyncio.CancelledError:
        print(f"\n{STOPPED}")
    finally:
        await database.close()
    return 0


async def _with_bar(database: Database, programme: Programme) -> None:
    bar: Bar | None = None
    different = 0
    async for done, total, written in recount(database, programme):
        bar = bar or Bar(total)
        different += written
        bar.add(done)
    (bar or Bar(0)).end(f"Ledgers that differed and were put right: {different}")


async def recount(database: Database, programme: Programme) -> AsyncIterator[tuple[int, int, int]]:
    """Count everybody; after each part: people in it, people in all, ledgers put right.

    Nobody is told of what is found so.
    """
    engine = read_only(database.url)
    try:
        async with _snapshot(engine) as session:
            found = await session.scalars(
                select(Enrolment.person_id)
                .where(Enrolment.started_on.is_not(None))
                .distinct()
                .order_by(Enrolment.person_id)
            )
            people = found.all()
        for first in range(0, len(people), READ):
            part = people[first : first + READ]
            async with _snapshot(engine) as session:
                different = await Counter(session, programme).differences(part, quietly=True)
            yield len(part), len(people), await _put_right(database, different)
    finally:
        await engine.dispose()


async def _put_right(database: Database, different: Sequence[Difference]) -> int:
    written = 0
    some = WRITTEN[database.engine.dialect.name]
    for first in range(0, len(different), some):
        async with database.transaction() as session:
            written += await write(session, different[first : first + some])
    return written


@asynccontextmanager
async def _snapshot(engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
    """A session that sees one state of the database."""
    async with AsyncSession(engine) as session:
        if engine.dialect.name == "sqlite":
            await session.execute(text("BEGIN"))
        else:
            await session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session


async def _counts(database: Database) -> tuple[int, int]:
    async with database.transaction() as session:
        waiting = func.count().filter(OlzhaOwner.changes != OlzhaOwner.counted)
        found = await session.execute(select(func.count(), waiting).select_from(OlzhaOwner))
        ledgers, still = found.one()
        return ledgers, still
