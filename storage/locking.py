"""What transactions that come at once keep from each other."""

from typing import Any, TypeVar

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Table

Row = TypeVar("Row", bound=Table)


async def locked(
    session: AsyncSession, table: type[Row], key: Any, *, key_share: bool = False
) -> Row | None:
    """The row of this primary key, locked until the end of the transaction; None without one.

    It is read anew: what the session read before it had the lock may be out of date by now. With
    `key_share` others' new rows may refer to it meanwhile. On SQLite there is nothing to lock.
    """
    lock = {"key_share": key_share}
    return await session.get(table, key, with_for_update=lock, populate_existing=True)


async def locked_one(session: AsyncSession, table: type[Row], key: Any) -> Row:
    """The same of a row that there must be; raises NoResultFound without one."""
    return await session.get_one(table, key, with_for_update=True, populate_existing=True)


async def one_at_a_time(session: AsyncSession, what: str) -> None:
    """Wait until no other transaction is about the same thing; it is then this one's to its end.

    For what a new row depends on that others may add meanwhile: there is no row to lock yet.
    SQLite's transactions are one after another anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(select(func.pg_advisory_xact_lock(func.hashtext(what))))
