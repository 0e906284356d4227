"""The chain of versions: a correction is a new entry, and names the one that it replaces (§5)."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Entry

_Columns: TypeAlias = Row[*tuple[Any, ...]]


async def versions_before(session: AsyncSession, entry: Entry) -> tuple[Entry, ...]:
    """The versions that this one replaces, directly or not; the newest first."""
    before: list[Entry] = []
    older = entry.replaces_id
    while older is not None:
        before.append(await session.get_one(Entry, older))
        older = before[-1].replaces_id
    return tuple(before)


def corrected(rows: Iterable[_Columns], counting: Iterable[_Columns]) -> set[int]:
    """Ids of the versions that one of those `counting` replaces, directly or not.

    `rows`: all corrections there are, each with its `id` and `replaces_id`.
    """
    before = {row.id: row.replaces_id for row in rows}
    gone: set[int] = set()
    for row in counting:
        older = row.replaces_id
        while older is not None and older not in gone:
            gone.add(older)
            older = before.get(older)
    return gone
