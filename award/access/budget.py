"""How often one person may make another's phone ring, or the service work for long.

What is done and taken back is told each time; the budget is on the word that makes it begin.
"""

import datetime as dt

from sqlalchemy import func, select

from award.access.acting import Acting
from award.calendar import DAY
from award.errors import Refusal
from storage.tables import Audit

A_DAY = 10  # times in 24 hours
COSTLY_EVERY = dt.timedelta(hours=1)  # what is read and put together of years


async def within_budget(at: Acting, action: str, most: int = A_DAY) -> None:
    """Raises Refusal where the person's own record has the action `most` times within 24 hours."""
    done = await at.session.scalar(
        select(func.count(Audit.id)).where(
            Audit.actor_id == at.actor.id, Audit.action == action, Audit.at > at.now - DAY
        )
    )
    if (done or 0) >= most:
        raise Refusal("refused-too-often", most=most)


async def done_lately(at: Acting, action: str, subject: str, subject_id: int) -> bool:
    """Whether the person did it to the same thing within COSTLY_EVERY."""
    lately = await at.session.scalar(
        select(Audit.id)
        .where(
            Audit.subject == subject,
            Audit.subject_id == subject_id,
            Audit.actor_id == at.actor.id,
            Audit.action == action,
            Audit.at > at.now - COSTLY_EVERY,
        )
        .limit(1)
    )
    return lately is not None
