"""Reminders of terms in working days, of entries undecided, of participants silent (§10)."""

import datetime as dt
from collections.abc import Awaitable, Callable
from functools import partial

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from award.centre_applications import lapse_contracts
from award.programme import Programme
from award.reminding import remind_of_deadlines
from award.silence import ask, to_be_asked
from award.undecided import remind_of_undecided
from award.zones import zones_of
from scheduler.jobs import Job
from storage.database import Database

# Of the zone's day: working hours, and for participants the time after school.
MORNING = "9"  # terms are counted in days: what is owed on one is known when it begins
WORKING_HOURS = "9-20"
AFTER_SCHOOL = "17"

_Reminding = Callable[[AsyncSession, Programme, str, dt.datetime], Awaitable[int]]
_Work = Callable[[Database, Programme, str, dt.datetime], Awaitable[int]]


def deadlines(database: Database, programme: Programme) -> tuple[Job, ...]:
    """The jobs of every zone. Who is told once is not told again, however often one asks."""
    work: tuple[tuple[str, str, _Work], ...] = (
        ("deadlines", MORNING, partial(_at_once, remind_of_deadlines)),
        ("contracts", MORNING, partial(_at_once, lapse_contracts)),
        ("undecided", WORKING_HOURS, partial(_at_once, remind_of_undecided)),
        ("silence", AFTER_SCHOOL, ask_silent),
    )
    return tuple(
        Job(
            f"{name}:{zone}",
            CronTrigger(hour=hours, minute=0, timezone=zone),
            partial(doing, database, programme, zone),
        )
        for zone in zones_of(programme)
        for name, hours, doing in work
    )


async def ask_silent(database: Database, programme: Programme, zone: str, now: dt.datetime) -> int:
    """Ask a zone's silent participants; how many messages. Each mentor's are one transaction."""
    async with database.transaction() as session:
        silent = await to_be_asked(session, programme, zone, now)
    count = 0
    for of_mentor in silent:
        async with database.transaction() as session:
            count += await ask(session, of_mentor, now)
    return count


async def _at_once(
    reminding: _Reminding, database: Database, programme: Programme, zone: str, now: dt.datetime
) -> int:
    async with database.transaction() as session:
        return await reminding(session, programme, zone, now)
