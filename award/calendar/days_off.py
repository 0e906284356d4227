"""Days that the operator made holidays, and the ends of terms with them (programme.md §4.7)."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.calendar.dates import deadline
from award.calendar.zones import today_in
from award.programme import Programme
from storage.tables import DayOff


async def days_off(session: AsyncSession) -> frozenset[dt.date]:
    """All of the operator's days, besides the country's holidays."""
    return frozenset(await session.scalars(select(DayOff.day)))


async def term_end(
    session: AsyncSession,
    programme: Programme,
    region: str | None,
    working_days: int,
    now: dt.datetime,
) -> dt.date:
    """The last day of a term that begins now, by the date where the person lives."""
    return (await term_ends(session, programme, [region], working_days, now))[region]


async def term_ends(
    session: AsyncSession,
    programme: Programme,
    regions: Iterable[str | None],
    working_days: int,
    now: dt.datetime,
) -> dict[str | None, dt.date]:
    """The same of several regions; one query."""
    extra = await days_off(session)
    return {
        region: deadline(
            today_in(programme, region, now), working_days, extra, country=programme.country
        )
        for region in set(regions)
    }
