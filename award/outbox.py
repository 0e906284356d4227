"""Messages owed to people: rows of the outbox, written with the change that causes them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Outbox, Urgency

WOKEN = "outbox_written"
UNREACHABLE = "unreachable"


def tell(
    session: AsyncSession,
    person_id: int,
    kind: str,
    now: datetime,
    *,
    after: timedelta = timedelta(0),
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> Outbox:
    """Owe a person a notice of a kind that `handlers.notices` knows; details are ids and codes.

    It is worded when it is sent, in the receiver's language and from the tables as they are then.
    """
    notice = Outbox(
        person_id=person_id,
        kind=kind,
        details=details,
        written_at=now,
        due_at=now + after,
        urgency=urgency,
    )
    session.add(notice)
    session.info[WOKEN] = True
    return notice


async def tell_once(
    session: AsyncSession,
    person_id: int,
    kind: str,
    once: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    useful_until: datetime | None = None,
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> bool:
    """Owe a person the one notice of its kind and period, such as `weekly-hour:2025-W11:thu`.

    False where it was owed already, whether delivered since or not: the database itself holds to
    that, however many processes ask at once. After `useful_until` it is dropped instead of sent.
    """
    told = await tell_all_once(
        session,
        [person_id],
        kind,
        once,
        now,
        due_at=due_at,
        useful_until=useful_until,
        urgency=urgency,
        **details,
    )
    return told == 1


async def tell_all_once(
    session: AsyncSession,
    people: Sequence[int],
    kind: str,
    once: str,
    now: datetime,
    *,
    due_at: datetime | None = None,
    useful_until: datetime | None = None,
    urgency: Urgency = Urgency.SOON,
    **details: Any,
) -> int:
    """The same for many people at once; how many were not owed it already."""
    if not people:
        return 0
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = (sqlite.insert if on_sqlite else postgresql.insert)(Outbox)
    row = {
        "kind": kind,
        "once": once,
        "details": details,
        "written_at": now,
        "due_at": due_at or now,
        "useful_until": useful_until,
        "urgency": urgency,
    }
    written = await session.scalars(
        insert.on_conflict_do_nothing(index_elements=["person_id", "once"]).returning(Outbox.id),
        [{"person_id": person_id, **row} for person_id in people],
    )
    count = len(written.all())
    if count:
        session.info[WOKEN] = True
    return count


async def owe_again(session: AsyncSession, person_id: int, since: datetime, now: datetime) -> None:
    """Owe a person again, in the same order, what could not reach them since then.

    It is worded anew: what has become pointless meanwhile is not sent.
    """
    await session.execute(
        update(Outbox)
        .where(
            Outbox.person_id == person_id,
            Outbox.outcome == UNREACHABLE,
            Outbox.settled_at >= since,
        )
        .values(settled_at=None, outcome=None, due_at=now, again_at=None, attempts=0)
    )
    session.info[WOKEN] = True


# Built once: a clock that is moved far asks at each of its steps.
_waits = Outbox.settled_at.is_(None)
_next_due = select(
    *(
        select(func.min(moment)).where(_waits, moment > bindparam("after")).scalar_subquery()
        for moment in (Outbox.due_at, Outbox.again_at)
    )
)


async def next_due(session: AsyncSession, after: datetime) -> datetime | None:
    """The first moment after another at which something owed becomes due, or is tried again."""
    found = (await session.execute(_next_due, {"after": after})).one()
    return min((moment for moment in found if moment is not None), default=None)


async def hasten(session: AsyncSession, due_at: datetime, now: datetime) -> None:
    """What is owed for a moment that was run ahead of its time goes out now."""
    await session.execute(
        update(Outbox)
        .where(Outbox.settled_at.is_(None), Outbox.due_at == due_at)
        .values(due_at=now)
    )
    session.info[WOKEN] = True
