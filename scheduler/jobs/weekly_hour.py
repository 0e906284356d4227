"""Reminders of the week's hour, and the good word on weeks kept (programme.md §10).

Each zone has its jobs, at every full hour at which somebody may want them. A part of the
participants is looked at in a transaction of its own: whoever taps meanwhile waits for one part.
"""

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable
from functools import partial
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import ColumnElement, exists
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.calendar import DAY, WEEK, week_of
from award.calendar.zones import in_zone, zones_of
from award.messages.preferences import HOURS, Regular, whose_hour
from award.outbox import NoticeKind, tell_all_once
from award.programme import Programme
from award.reminders.weekly_hour import DAYS, USUAL_HOURS, week_key
from award.reminders.weekly_hour_of_all import WeekOfAll
from scheduler.jobs.jobs import Job
from storage.database import Database
from storage.tables import Outbox, Person

CELEBRATION_HOUR = 9
_HOURS = f"{HOURS[0]}-{HOURS[-1]}"

Find = Callable[[WeekOfAll, AsyncSession, int, int], Awaitable[list[int]]]


def weekly_hour(database: Database, in_force: InForce) -> tuple[Job, ...]:
    """The jobs of Thursday, Sunday and Monday, for each zone of the programme.

    Each hour has people of its own, so after a pause of the service none is skipped; but Thursday's
    are not owed on Sunday, which has its own, and Sunday's not in the week after.
    """
    days = (
        ("thursday", "thu", remind, dt.timedelta(hours=54)),
        ("sunday", "sun", remind, dt.timedelta(hours=8)),
        ("celebration", "mon", celebrate, dt.timedelta(days=2)),
    )
    return tuple(
        Job(
            f"weekly-hour-{name}:{zone}",
            CronTrigger(day_of_week=day, hour=_HOURS, minute=0, timezone=zone),
            partial(in_force.by(work), database, zone),
            useful_for=useful_for,
            each=True,
        )
        for zone in zones_of(in_force.filed)
        for name, day, work, useful_for in days
    )


async def remind(database: Database, programme: Programme, zone: str, moment: dt.datetime) -> int:
    """Owe a reminder to each who is short and whose hour it is on this Thursday or Sunday.

    That of Thursday is of use until Sunday, which has its own; that of Sunday until the week ends.
    """
    today = moment.astimezone(ZoneInfo(zone)).date()
    monday, weekday = week_of(today), today.weekday()
    once = f"{Regular.WEEKLY_HOUR}:{week_key(monday)}:{DAYS[weekday]}"
    theirs = whose_hour(Regular.WEEKLY_HOUR, moment, zone, USUAL_HOURS[weekday])
    tell = partial(
        tell_all_once,
        kind=NoticeKind.WEEKLY_HOUR,
        once=once,
        now=moment,
        useful_until=_midnight(monday + (WEEK if weekday == 6 else DAY * 6), zone),
        week=monday.isoformat(),
    )
    here = in_zone(programme, zone, Person.region)
    week = WeekOfAll(programme, today, here, theirs, ~_owed(once))
    return await owe(database, week, WeekOfAll.short, tell)


async def celebrate(
    database: Database, programme: Programme, zone: str, moment: dt.datetime
) -> int:
    """Owe a good word to each who kept all of last week, on Monday from their hour on.

    From then on, not at it alone: some of the week is approved only in the course of the day.
    """
    today = moment.astimezone(ZoneInfo(zone)).date()
    monday = week_of(today) - WEEK
    once = f"{Regular.CELEBRATION}:{week_key(monday)}"
    theirs = whose_hour(Regular.CELEBRATION, moment, zone, CELEBRATION_HOUR, or_before=True)
    tell = partial(
        tell_all_once,
        kind=NoticeKind.CELEBRATION,
        once=once,
        now=moment,
        useful_until=_midnight(today + DAY * 3, zone),
        week=monday.isoformat(),
    )
    last_day = monday + DAY * 6
    week = WeekOfAll(
        programme, last_day, in_zone(programme, zone, Person.region), theirs, ~_owed(once)
    )
    return await owe(database, week, WeekOfAll.kept, tell)


async def owe(
    database: Database, week: WeekOfAll, find: Find, tell: Callable[..., Awaitable[int]]
) -> int:
    """Find people part by part, and owe each part its messages in one transaction; how many."""
    async with database.transaction() as session:
        parts = await week.parts(session)
    count = 0
    for first, last in parts:
        async with database.transaction() as session:
            count += await tell(session, await find(week, session, first, last))
        await asyncio.sleep(0)
    return count


def _owed(once: str) -> ColumnElement[bool]:
    """A condition on Person: they are owed this already."""
    return exists().where(Outbox.person_id == Person.id, Outbox.once == once)


def _midnight(day: dt.date, zone: str) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), ZoneInfo(zone))
