"""Days that the operator made holidays, and the ends of terms with them (programme.md §4.7)."""

import datetime as dt

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
    extra = await days_off(session)
    today = today_in(programme, region, now)
    return deadline(today, working_days, extra, country=programme.country)
