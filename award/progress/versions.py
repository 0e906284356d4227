"""The chain of versions: a correction is a new entry, and names the one that it replaces (§5)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, bindparam, select, true
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import Entry, EntryState


async def versions_before(
    session: AsyncSession, entries: Sequence[Entry]
) -> Mapping[int, tuple[Entry, ...]]:
    """For each of these: the versions that it replaces, directly or not, the newest first.

    By the entry's id; one statement for all.
    """
    older = {entry.id: entry.replaces_id for entry in entries if entry.replaces_id is not None}
    if not older:
        return defaultdict(tuple)
    line = select(Entry.id, Entry.replaces_id).where(Entry.id.in_(older.values()))
    back = line.cte(recursive=True)
    before = aliased(Entry)
    back = back.union(select(before.id, before.replaces_id).where(before.id == back.c.replaces_id))
    rows = await session.scalars(select(Entry).where(Entry.id.in_(select(back.c.id))))
    found = {row.id: row for row in rows}
    versions: dict[int, tuple[Entry, ...]] = defaultdict(tuple)
    for number, replaced in older.items():
        next_: int | None = replaced
        while next_ is not None:
            versions[number] += (found[next_],)
            next_ = found[next_].replaces_id
    return versions


def corrected(rows: Iterable[Any], counting: Iterable[Any]) -> set[int]:
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


async def replaced(
    session: AsyncSession, which: ColumnElement[bool], states: Collection[EntryState]
) -> set[int]:
    """Ids of the versions that a later one in these states replaces, of some enrolments."""
    found = await session.execute(
        select(Entry.id, Entry.replaces_id, Entry.state).where(
            which, Entry.replaces_id.is_not(None)
        )
    )
    rows = found.all()
    return corrected(rows, [row for row in rows if row.state in states])


def not_among(gone: Collection[int]) -> ColumnElement[bool]:
    """A condition on Entry: not one of these versions."""
    if not gone:
        return true()
    # Written out, as they may be more than a statement takes parameters.
    ids: BindParameter[Any] = bindparam("gone", [*gone], expanding=True, literal_execute=True)
    return Entry.id.not_in(ids)
