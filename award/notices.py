"""Messages owed to people: rows of the outbox, written with the change that causes them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Outbox

WOKEN = "outbox_written"
UNREACHABLE = "unreachable"


def tell(
    session: AsyncSession,
    person_id: int,
    kind: str,
    now: datetime,
    *,
    after: timedelta = timedelta(0),
    **details: Any,
) -> Outbox:
    """Owe a person a notice of a kind that `handlers.notices` knows; details are ids and codes.

    It is worded when it is sent, in the receiver's language and from the tables as they are then.
    """
    notice = Outbox(
        person_id=person_id, kind=kind, details=details, written_at=now, due_at=now + after
    )
    session.add(notice)
    session.info[WOKEN] = True
    return notice


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
