"""How often one person may do what leaves something behind, or makes the service work for long.

Above all another's phone that rings: what is done and taken back is told each time, so the budget
is on the word that makes it begin.
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
    """Raises Refusal where the person's own record has the action `most` times within 24 hours.

    Somebody got a message each time.
    """
    if await _times(at, action) >= most:
        raise Refusal("refused-too-often", most=most)


async def not_enough_today(at: Acting, action: str, most: int = A_DAY) -> None:
    """The same for what nobody else is told of, but leaves a row behind each time."""
    if await _times(at, action) >= most:
        raise Refusal("refused-enough-today", most=most)


async def _times(at: Acting, action: str) -> int:
    done = await at.session.scalar(
        select(func.count(Audit.id)).where(
            Audit.actor_id == at.actor.id, Audit.action == action, Audit.at > at.now - DAY
        )
    )
    return done or 0


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
