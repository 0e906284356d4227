"""The one first argument of every operation that a person acts in."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.programme import Programme


@dataclass(frozen=True)
class Acting:
    """Who acts, in which transaction, by which programme's rules, and when (`now` is aware).

    What a person acts on follows it. What the clock calls has no actor, and so none of this.
    """

    session: AsyncSession
    actor: Actor
    programme: Programme
    now: datetime
