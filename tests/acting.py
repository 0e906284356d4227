"""The context of operations that tests call."""

from datetime import datetime
from functools import cache

from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.actor import Actor
from award.programme import Programme, load
from bot.settings import SHIPPED_PROGRAMME


def acting(
    session: AsyncSession,
    actor: Actor,
    now: datetime | None = None,
    programme: Programme | None = None,
) -> Acting:
    """This person acts, now or when they were looked up, by the shipped programme or another."""
    return Acting(session, actor, programme or _shipped(), now or actor.at)


@cache
def _shipped() -> Programme:
    return load(SHIPPED_PROGRAMME)
