"""Reminders of terms, of entries undecided, of participants silent; the 18th birthday (§7, §10)."""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from functools import partial

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.calendar import local_date
from award.calendar.zones import zones_of
from award.centres.applications import lapse_contracts
from award.consent.of_age import came_of_age
from award.dossiers.moving import give_terms
from award.interviews.reminding import remind_of_interviews
from award.programme import Programme
from award.reminders.silence import ask, to_be_asked
from award.reminders.terms import near_ends
from award.reminders.told_once import Owed, tell_each_new
from award.reminders.undecided import any_undecided, undecided
from award.transfers.transfers import lapse_transfers
from scheduler.jobs.jobs import Job
from storage.database import Database
from storage.read_only import read_apart

# Of the zone's day: its beginning, working hours, and for participants the time after school.
MIDNIGHT = "0"
MORNING = "9"  # terms are counted in days: what is owed on one is known when it begins
WORKING_HOURS = "9-20"
AFTER_SCHOOL = "17"

PART = 50  # messages in a transaction: whoever taps meanwhile waits for one

Find = Callable[..., Awaitable[Owed]]
_Work = Callable[[Database, Programme, str, dt.datetime], Awaitable[int]]


def deadlines(database: Database, in_force: InForce) -> tuple[Job, ...]:
    """The jobs of every zone. Who is told once is not told again, however often one asks."""
    work: tuple[tuple[str, str, _Work], ...] = (
        ("of-age", MIDNIGHT, grow_up),
        ("award-terms", MIDNIGHT, begin_terms),
        ("deadlines", MORNING, partial(remind, find=near_ends)),
        ("contracts", MORNING, lapse),
        ("transfers", MORNING, end_transfers),
        ("interviews", MORNING, interviews),
        ("undecided", WORKING_HOURS, partial(remind, find=undecided)),
        ("silence", AFTER_SCHOOL, ask_silent),
    )
    idle = {"undecided": none_undecided}
    return tuple(
        Job(
            f"{name}:{zone}",
            CronTrigger(hour=hours, minute=0, timezone=zone),
            partial(in_force.by(doing), database, zone),
            idle=idle.get(name),
        )
        for zone in zones_of(in_force.filed)
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


async def grow_up(database: Database, programme: Programme, zone: str, now: dt.datetime) -> int:
    """Who turned 18 in a zone waits for no representative any more; how many."""
    async with database.transaction() as session:
        return await came_of_age(session, programme, zone, now)


async def begin_terms(database: Database, programme: Programme, zone: str, now: dt.datetime) -> int:
    """Whoever has to act on a complete level has a term from tonight on; of how many levels."""
    async with database.transaction() as session:
        return await give_terms(session, programme, zone, now)


async def lapse(database: Database, programme: Programme, zone: str, now: dt.datetime) -> int:
    """Let contracts lapse that nobody signed in time; how many."""
    async with database.transaction() as session:
        return await lapse_contracts(session, programme, zone, now)


async def end_transfers(
    database: Database, programme: Programme, zone: str, now: dt.datetime
) -> int:
    """Let transfers lapse that nobody pulled in time; how many."""
    async with database.transaction() as session:
        return await lapse_transfers(session, programme, zone, now)


async def none_undecided(session: AsyncSession, now: dt.datetime) -> bool:
    """Whether nothing at all waits too long for a decision."""
    return not await any_undecided(session, now)


async def interviews(database: Database, programme: Programme, zone: str, now: dt.datetime) -> int:
    """Owe reminders of the next days' interviews to whoever has joined since; how many."""
    if zone != programme.zone:
        return 0  # they are few, and those of all zones are looked through at once
    async with database.transaction() as session:
        return await remind_of_interviews(session, programme, now)


async def remind(
    database: Database, programme: Programme, zone: str, now: dt.datetime, *, find: Find
) -> int:
    """Find beside the service whom to tell of what, and tell some people at once; how many.

    To look through all that waits in the programme takes seconds.
    """
    looking = partial(find, programme=programme, zone=zone, now=now)
    owed = [*(await read_apart(database.url, looking)).items()]
    today, count = local_date(now, zone), 0
    for first in range(0, len(owed), PART):
        async with database.transaction() as session:
            count += await tell_each_new(session, dict(owed[first : first + PART]), today, now)
        await asyncio.sleep(0)
    return count
