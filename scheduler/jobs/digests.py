"""The clock's digests: what waits in the evening, the day's and the week's numbers (§10).

Everything is counted beside the service, in a thread that reads by itself; here only the rows of
the outbox are written, a hundred at a time, with the numbers in them. However late one is sent, and
whoever else it is sent to, it says the same.
"""

import asyncio
import datetime as dt
from collections.abc import Coroutine, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import structlog
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.actor import Actor
from award.access.lookup import find_actor
from award.amendments.in_force import InForce
from award.calendar import DAY, WEEK, week_of
from award.calendar.zones import zones_of
from award.digests.day_counts import count_today
from award.digests.numbers import (
    Cell,
    Counted,
    DailyDigest,
    Today,
    Under,
    WeeklyDigest,
    daily_digest,
    told_apart_by,
    weekly_digest,
)
from award.digests.readers import USUAL, readers, reviewers
from award.digests.week_counts import count_weeks, experts
from award.messages.preferences import HOURS, Regular
from award.outbox import tell, tell_once
from award.programme import Programme
from scheduler.jobs.jobs import Job
from storage.database import Database
from storage.read_only import read_apart
from storage.tables import Urgency

PART = 100  # rows written at once: whoever uses the one connection meanwhile is let in between

PATIENCE = 2.0  # seconds that a person is waited with; what takes longer comes as a message

log = structlog.get_logger()
_Digest = TypeVar("_Digest", WeeklyDigest, DailyDigest)
Owed = list[tuple[int, dict[str, Any]]]


class Counting:
    """Counts the whole programme for whoever asks; a week is counted once, for its end is past."""

    def __init__(self, database: Database, in_force: InForce) -> None:
        self.database = database
        self.in_force = in_force
        self.patience = PATIENCE
        self._week: Counted | None = None
        self._later: set[asyncio.Task[None]] = set()
        self._awaited: set[tuple[int, Regular]] = set()  # what comes as a message, by person
        self._turn = asyncio.Lock()

    @property
    def programme(self) -> Programme:
        """The one in force."""
        return self.in_force.programme

    async def week(self, monday: dt.date) -> Counted:
        """The week of `monday`, which is over, and the one before."""
        async with self._turn:
            if self._week is None or self._week.monday != monday:
                count = partial(count_weeks, programme=self.programme, monday=monday)
                self._week = await read_apart(self.database.url, count)
            return self._week

    async def today(self, now: dt.datetime) -> tuple[Mapping[Cell, Today], Under]:
        """What there is to do, by cell; and the mentors of each expert."""

        async def count(session: AsyncSession) -> tuple[Mapping[Cell, Today], Under]:
            return await count_today(session, now), await experts(session, now)

        return await read_apart(self.database.url, count)

    async def weekly(self, actor: Actor, monday: dt.date, now: dt.datetime) -> WeeklyDigest | None:
        """A week within the acting person's scope; None where it will come as a message."""

        async def digest() -> WeeklyDigest:
            return weekly_digest(actor, await self.week(monday))

        return await self._soon(digest(), actor, Regular.WEEKLY_DIGEST, now)

    async def daily(self, actor: Actor, day: dt.date, now: dt.datetime) -> DailyDigest | None:
        """What there is to do within the acting person's scope; None like that of the week."""

        async def digest() -> DailyDigest:
            return daily_digest(actor, day, *await self.today(now))

        return await self._soon(digest(), actor, Regular.DAILY_DIGEST, now)

    async def _soon(
        self, counted: Coroutine[Any, Any, _Digest], actor: Actor, kind: Regular, now: dt.datetime
    ) -> _Digest | None:
        """What is counted, if that does not take long: updates of others wait meanwhile.

        Who asks again while it is still counted is told once.
        """
        if (actor.id, kind) in self._awaited:
            counted.close()
            return None
        task = asyncio.create_task(counted)
        done, _ = await asyncio.wait((task,), timeout=self.patience)
        if done:
            return task.result()
        self._awaited.add((actor.id, kind))
        later = asyncio.create_task(self._owe_later(task, actor, kind, now))
        self._later.add(later)
        later.add_done_callback(self._later.discard)
        return None

    async def _owe_later(
        self, counted: asyncio.Task[_Digest], actor: Actor, kind: Regular, now: dt.datetime
    ) -> None:
        try:
            digest = await counted
        except Exception:
            log.exception("digest_failed", kind=kind)
            return
        finally:
            self._awaited.discard((actor.id, kind))
        async with self.database.transaction() as session:
            tell(session, actor.id, kind.notice, now, urgency=Urgency.NOW, **digest.stored())


def digests(counting: Counting) -> tuple[Job, ...]:
    """The jobs of each zone, at every full hour at which somebody may wish to have it."""
    jobs: list[Job] = []
    for zone in zones_of(counting.programme):
        hours = f"{HOURS[0]}-{HOURS[-1]}"
        for kind, owe, useful_for in (
            (Regular.REVIEW_EVENING, owe_evening, dt.timedelta(hours=6)),
            (Regular.DAILY_DIGEST, owe_daily, dt.timedelta(hours=12)),
            (Regular.WEEKLY_DIGEST, owe_weekly, dt.timedelta(days=6)),
        ):
            days = "mon" if kind is Regular.WEEKLY_DIGEST else "*"
            when = CronTrigger(day_of_week=days, hour=hours, minute=0, timezone=zone)
            work = partial(owe, counting, zone)
            # Each hour belongs to other people: none may be left out after a pause.
            idle = partial(nobody_reads, counting, zone, kind)
            jobs.append(Job(f"{kind}:{zone}", when, work, useful_for, each=True, idle=idle))
    return tuple(jobs)


async def nobody_reads(
    counting: Counting, zone: str, kind: Regular, session: AsyncSession, moment: dt.datetime
) -> bool:
    """Whether it is nobody's hour for it."""
    return not await _Run(counting, zone, kind, moment).readers(session)


async def owe_evening(counting: Counting, zone: str, moment: dt.datetime) -> int:
    """To each for whom something waits, as a mentor or in the place of one; what it is, is looked
    up when it is sent.
    """
    run = _Run(counting, zone, Regular.REVIEW_EVENING, moment)
    async with counting.database.transaction() as session:
        people = await run.readers(session)
    if not people:
        return 0
    cells, _ = await counting.today(moment)
    mentors = {cell.mentor_id for cell, today in cells.items() if today.waits and cell.mentor_id}
    async with counting.database.transaction() as session:
        busy = await reviewers(session, [each for each in mentors if each is not None], moment)
    return await run.owe([(person, {}) for person in people if person in busy])


async def owe_daily(counting: Counting, zone: str, moment: dt.datetime) -> int:
    """To experts, coordinators, centre heads and operators: what there is to do."""
    run = _Run(counting, zone, Regular.DAILY_DIGEST, moment)
    async with counting.database.transaction() as session:
        people = await run.readers(session)
    if not people:
        return 0
    cells, under = await counting.today(moment)
    owed = [
        (actor.id, daily_digest(actor, run.day, cells, under).stored())
        for actor in await run.actors(people)
    ]
    return await run.owe(owed)


async def owe_weekly(counting: Counting, zone: str, moment: dt.datetime) -> int:
    """To all staff: the last full week; not to a mentor who has had nobody to look after."""
    run = _Run(counting, zone, Regular.WEEKLY_DIGEST, moment)
    async with counting.database.transaction() as session:
        people = await run.readers(session)
    if not people:
        return 0
    counted = await counting.week(week_of(run.day) - WEEK)
    owed = []
    for actor in await run.actors(people):
        digest = weekly_digest(actor, counted)
        idle = digest.week.nothing and digest.before.nothing
        if not idle or told_apart_by(actor):
            owed.append((actor.id, digest.stored()))
    return await run.owe(owed)


@dataclass(frozen=True, slots=True)
class _Run:
    """One kind for one zone at one moment."""

    counting: Counting
    zone: str
    kind: Regular
    moment: dt.datetime

    @property
    def day(self) -> dt.date:
        return self.moment.astimezone(ZoneInfo(self.zone)).date()

    @property
    def once(self) -> str:
        """The day, or of the weekly one the ISO week in which it comes."""
        if self.kind is Regular.WEEKLY_DIGEST:
            return f"{self.kind}:{self.day:%G-W%V}"
        return f"{self.kind}:{self.day}"

    @property
    def useful_until(self) -> dt.datetime:
        """Until the next of its kind is due."""
        after = WEEK if self.kind is Regular.WEEKLY_DIGEST else DAY
        usual = dt.time(USUAL[self.kind])
        return dt.datetime.combine(self.day + after, usual, ZoneInfo(self.zone))

    async def readers(self, session: AsyncSession) -> tuple[int, ...]:
        programme = self.counting.programme
        return await readers(session, programme, self.zone, self.kind, self.once, self.moment)

    async def actors(self, people: Iterable[int]) -> list[Actor]:
        """With the roles in force, and so the scope of each."""

        async def found(session: AsyncSession) -> list[Actor]:
            each = [await find_actor(session, self.moment, person_id=one) for one in people]
            return [actor for actor in each if actor is not None]

        return await read_apart(self.counting.database.url, found)

    async def owe(self, owed: Owed) -> int:
        count = 0
        for first in range(0, len(owed), PART):
            async with self.counting.database.transaction() as session:
                for person, details in owed[first : first + PART]:
                    count += await tell_once(
                        session,
                        person,
                        self.kind.notice,
                        self.once,
                        self.moment,
                        useful_until=self.useful_until,
                        urgency=Urgency.MASS,
                        **details,
                    )
        return count
