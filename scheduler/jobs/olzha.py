"""Points counted for whose history has changed, and trophies told of (programme.md §8.4).

A few people at a time: whoever taps meanwhile waits for one small transaction.
"""

import asyncio
import datetime as dt
from functools import partial

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.olzha.ledger import due, settle
from award.olzha.telling import tell_of_trophies, to_be_told
from award.programme import Programme
from scheduler.jobs.deadlines import WORKING_HOURS
from scheduler.jobs.jobs import Job
from storage.database import Database


def olzha(database: Database, in_force: InForce) -> tuple[Job, ...]:
    """The job of every full hour of the day; none where the programme has no olzha."""
    if in_force.filed.olzha is None:
        return ()
    when = CronTrigger(hour=WORKING_HOURS, minute=0, timezone=in_force.filed.zone)
    work = partial(in_force.by(count_and_tell), database)
    return (Job("olzha", when, work, idle=nothing_new),)


async def nothing_new(session: AsyncSession, now: dt.datetime) -> bool:
    """Whether nobody has to be counted, nor told."""
    return not await due(session) and not await to_be_told(session, now)


async def count_and_tell(database: Database, programme: Programme, now: dt.datetime) -> int:
    """Count whoever changed, then owe the messages; how many of both."""
    counted = 0
    after = 0
    while True:
        async with database.transaction() as session:
            people = await due(session, after)
            if not people:
                break
            counted += await settle(session, programme, people)
        # Who changed once more in this moment is left to the next hour.
        after = people[-1]
        await asyncio.sleep(0)
    told = -1
    while told:
        async with database.transaction() as session:
            told = await tell_of_trophies(session, now)
        counted += told
    return counted
