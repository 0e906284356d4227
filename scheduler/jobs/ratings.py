"""All ratings counted anew, each hour of the day and when they are asked for (programme.md §8).

They are counted beside the service, each half of them in a thread that reads by itself. What
changed is then written here, some rows at a time, so that whoever uses the one connection is let in
between.
"""

import asyncio
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, zip_longest
from typing import TypeVar

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from award.amendments.in_force import InForce
from award.calendar import local_date
from award.programme import Programme
from award.ratings.keeping import counted_at, difference, keep, note_count
from scheduler.jobs.deadlines import MIDNIGHT, WORKING_HOURS
from scheduler.jobs.jobs import Job
from storage.database import Database
from storage.read_only import read_apart
from storage.tables import Audit

PART = 250  # rows written at once
STALE = timedelta(hours=1)
PATIENCE = 2.0  # seconds that whoever opens a table waits for newer numbers; else they see older

# Whatever changes leaves a line in the audit log. PostgreSQL gives out numbers before it commits: a
# line may appear before the newest.
_LAST = select(func.max(Audit.id)).scalar_subquery()
_WRITTEN = select(func.max(Audit.id), func.count()).where(Audit.id > _LAST - 1000)

_Row = TypeVar("_Row")
log = structlog.get_logger()


class Recounting:
    """Counts all ratings, one time after another."""

    def __init__(self, database: Database, in_force: InForce) -> None:
        self.database = database
        self.in_force = in_force
        self.patience = PATIENCE
        self._turn = asyncio.Lock()
        self._begun: asyncio.Task[int] | None = None
        # The day, and what had been written down by then, when a job counted last.
        self._as_of: tuple[object, ...] | None = None

    @property
    def programme(self) -> Programme:
        """The one in force."""
        return self.in_force.programme

    async def unchanged(self, session: AsyncSession, now: datetime) -> bool:
        """Whether it is the day of the job's last count and nothing was written down meanwhile.

        Then that count is noted as one of now.
        """
        if await self._written(session, now) != self._as_of:
            return False
        await note_count(session, now)
        return True

    async def recount_and_note(self, now: datetime) -> int:
        """Count all, and note what had been written down by then; how many ratings changed."""
        async with self.database.transaction() as session:
            as_of = await self._written(session, now)
        changed = await self.recount(now)
        self._as_of = as_of
        return changed

    async def _written(self, session: AsyncSession, now: datetime) -> tuple[object, ...]:
        day = local_date(now, self.programme.zone)
        return (day, *(await session.execute(_WRITTEN)).one())

    async def recount(self, now: datetime) -> int:
        """Count all as of `now`; how many ratings changed."""
        async with self._turn:
            count = partial(difference, programme=self.programme, now=now)
            halves = (read_apart(self.database.url, partial(count, half=n)) for n in range(2))
            found = await asyncio.gather(*halves)
            changed = tuple(chain.from_iterable(each.changed for each in found))
            gone = tuple(chain.from_iterable(each.gone for each in found))
            parts = (range(0, len(each), PART) for each in (changed, gone))
            for first, other in zip_longest(*parts):
                async with self.database.transaction() as session:
                    await keep(session, _part(changed, first), _part(gone, other))
            async with self.database.transaction() as session:
                await note_count(session, now)
            return len(changed) + len(gone)

    async def freshen(self, now: datetime) -> None:
        """Before a table is shown: count anew what is stale, and wait a moment for it.

        What takes longer goes on beside all else; until then the kept ratings are shown.
        """
        async with self.database.transaction() as session:
            last = await counted_at(session)
        if last is not None and now - STALE <= last <= now:
            return
        if self._begun is None or self._begun.done():
            self._begun = asyncio.create_task(self.recount(now))
            self._begun.add_done_callback(_log_failure)
        await asyncio.wait((self._begun,), timeout=self.patience)


def ratings(recounting: Recounting) -> tuple[Job, ...]:
    """The job of each hour of the day, the first of which is midnight, when a month may begin.

    Whoever opens a table at night has it counted then.
    """
    hours, zone = f"{MIDNIGHT},{WORKING_HOURS}", recounting.programme.zone
    when = CronTrigger(hour=hours, minute=0, timezone=zone)
    work, idle = recounting.recount_and_note, recounting.unchanged
    return (Job("ratings", when, work, useful_for=STALE, idle=idle),)


def _part(rows: tuple[_Row, ...], first: int | None) -> tuple[_Row, ...]:
    return () if first is None else rows[first : first + PART]


def _log_failure(task: asyncio.Task[int]) -> None:
    if not task.cancelled() and task.exception() is not None:
        log.error("ratings_failed", exc_info=task.exception())
