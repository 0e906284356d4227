"""Reminders of several things in one message, each told once to a person (programme.md §10)."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.notices import tell_once
from storage.tables import Outbox

REMEMBERED = dt.timedelta(days=366)


async def tell_new(
    session: AsyncSession,
    person_id: int,
    kind: str,
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
