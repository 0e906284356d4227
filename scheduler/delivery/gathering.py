"""Several notices to one person within a minute become one message.

The first goes at once: a mentor's phone shows an entry within a second. What follows within a
minute waits for the end of it, and goes as one, with its sound, which an edit of the first would
not have. It does not wait for a mentor who has dealt with what was told before, and so is at hand;
and anything else that is owed in the chat ends the wait: nothing is delayed or overtaken.
"""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Outbox

WITHIN = timedelta(minutes=1)
MOST = 100  # notices in one message


async def _waits(_session: AsyncSession, _told: Outbox, _now: datetime) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Gathers:
    """Kinds that may go several in one message; whether what one told of waits to be dealt with."""

    kinds: Collection[str] = ()
    waits: Callable[[AsyncSession, Outbox, datetime], Awaitable[bool]] = _waits


@dataclass(frozen=True, slots=True)
class Gathered:
    """What goes now, each a message; and until when those owed something else wait, by person."""

    parcels: Sequence[tuple[Outbox, ...]]
    until: Mapping[int, datetime]


async def gather(
    session: AsyncSession, firsts: Sequence[Outbox], gathers: Gathers, now: datetime
) -> Gathered:
    """Put together what belongs together, of those whose first row is given."""
    kinds = gathers.kinds
    persons = [row.person_id for row in firsts if row.kind in kinds]
    if not persons:
        return Gathered([(row,) for row in firsts], {})
    told = await _told_lately(session, persons, gathers, now)
    waiting = await _waiting(session, persons, now)
    parcels: list[tuple[Outbox, ...]] = []
    until: dict[int, datetime] = {}
    for first in firsts:
        if first.kind not in kinds:
            parcels.append((first,))
            continue
        line = waiting[first.person_id]
        alike = tuple(takewhile(lambda row: row.kind in kinds, line))
        end = told.get(first.person_id, now - WITHIN) + WITHIN
        if end > now and len(alike) == len(line) < MOST:
            until[first.person_id] = end
        else:
            parcels.append(alike[:MOST] or (first,))
    return Gathered(parcels, until)


async def _told_lately(
    session: AsyncSession, persons: Collection[int], gathers: Gathers, now: datetime
) -> dict[int, datetime]:
    """When each was told last within the minute, of those for whom any of that still waits."""
    found = await session.scalars(
        select(Outbox)
        .where(
            Outbox.person_id.in_(persons),
            Outbox.settled_at > now - WITHIN,
            Outbox.settled_at <= now,
            Outbox.kind.in_(gathers.kinds),
            Outbox.outcome.in_(("sent", "merged")),
        )
        .order_by(Outbox.settled_at)
    )
    last: dict[int, datetime] = {}
    waiting: set[int] = set()
    for row in found.all():
        assert row.settled_at is not None
        last[row.person_id] = row.settled_at
        if row.person_id not in waiting and await gathers.waits(session, row, now):
            waiting.add(row.person_id)
    return {person: at for person, at in last.items() if person in waiting}


async def _waiting(
    session: AsyncSession, persons: Collection[int], now: datetime
) -> dict[int, list[Outbox]]:
    """All that is due to each, in its order."""
    found = await session.scalars(
        select(Outbox)
        .where(Outbox.person_id.in_(persons), Outbox.settled_at.is_(None), Outbox.due_at <= now)
        .order_by(Outbox.due_at, Outbox.id)
    )
    lines: dict[int, list[Outbox]] = {person: [] for person in persons}
    for row in found:
        lines[row.person_id].append(row)
    return lines
