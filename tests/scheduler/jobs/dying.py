"""A process killed in the middle of a job: `python -m tests.scheduler.jobs.dying URL MOMENT`.

It owes everybody a digest, in parts, each committed, and is killed after the second part.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta

from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import select

from award.outbox import NoticeKind, tell_once
from scheduler.jobs.jobs import Job, Jobs
from storage.database import Database
from storage.tables import Person

PART = 10


def digest(database: Database, after_part: Callable[[int], None]) -> Job:
    """A job at nine that owes everybody a digest, once a day."""

    async def owe(moment: datetime) -> int:
        async with database.transaction() as session:
            people = list(await session.scalars(select(Person.id).order_by(Person.id)))
        count = 0
        for part, start in enumerate(range(0, len(people), PART), 1):
            async with database.transaction() as session:
                for person_id in people[start : start + PART]:
                    once = f"digest:{moment:%Y-%m-%d}"
                    count += await tell_once(
                        session, person_id, NoticeKind.DAILY_DIGEST, once, moment
                    )
            after_part(part)
        return count

    return Job("digest", CronTrigger(hour=9, timezone="Asia/Almaty"), owe)


async def main(url: str, moment: str) -> None:
    database = Database(url)
    now = datetime.fromisoformat(moment) - timedelta(hours=1)
    jobs = Jobs(database, (digest(database, _killed_after_two),), lambda: now)
    await jobs.run_due()
    now = datetime.fromisoformat(moment)
    await jobs.run_due()


def _killed_after_two(part: int) -> None:
    if part == 2:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
