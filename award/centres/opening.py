"""A new centre: one of a name in a region, however many operators make it at once."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.errors import Refusal
from storage.locking import one_at_a_time
from storage.tables import Centre


async def open_centre(
    session: AsyncSession, name: str, region: str, place: str, *, applied: bool = False
) -> Centre:
    """The centre, made; raises a Refusal like `is_new`."""
    await one_at_a_time(session, "centre")
    await is_new(session, name, region, applied=applied)
    centre = Centre(name=name, region=region, place=place)
    session.add(centre)
    await session.flush()
    return centre


async def is_new(session: AsyncSession, name: str, region: str, *, applied: bool = False) -> None:
    """Raises a Refusal where the region has an open centre of this name.

    `applied`: to an operator, of the application that gives the name.
    """
    # SQLite knows small and capital letters of ASCII alone.
    there = select(Centre.name).where(Centre.region == region, Centre.closed_at.is_(None))
    if name.casefold() in {each.casefold() for each in await session.scalars(there)}:
        raise Refusal("refused-centre-known-applied" if applied else "refused-centre-known")
