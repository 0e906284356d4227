"""Messages owed to people: rows of the outbox, written with the change that causes them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Outbox

WOKEN = "outbox_written"


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
