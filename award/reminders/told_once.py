"""Reminders of several things in one message, each told once to a person (programme.md §10)."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.outbox import NoticeKind, tell_once
from storage.tables import Outbox

REMEMBERED = dt.timedelta(days=366)

# What each is to be told of, by person and kind.
Owed: TypeAlias = Mapping[tuple[int, NoticeKind], Sequence[Any]]


async def tell_each_new(session: AsyncSession, owed: Owed, today: dt.date, now: dt.datetime) -> int:
    """Owe each of many people what is new to them; how many messages that are."""
    count = 0
    for (person, kind), items in owed.items():
        count += await tell_new(session, person, kind, items, today, now)
    return count


async def tell_new(
    session: AsyncSession,
    person_id: int,
    kind: NoticeKind,
    items: Iterable[Any],
    today: dt.date,
    now: dt.datetime,
) -> bool:
    """Owe a person one message of all items (of JSON) that no message of the kind had before.

    One a day at most, however often it is asked; what comes up later in the day waits for the next.
    """
    told = await session.scalars(
        select(Outbox.details).where(
            Outbox.person_id == person_id,
            Outbox.kind == kind,
            Outbox.written_at > now - REMEMBERED,
        )
    )
    known = [item for details in told for item in details.get("items", ())]
    new = [item for item in items if item not in known]
    if not new:
        return False
    return await tell_once(session, person_id, kind, f"{kind}:{today}", now, items=new)
