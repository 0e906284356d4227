"""What is written down of jobs: who runs which moment, how it ended, what is left of the dead.

The row of a moment is the right to run it. It is inserted by one process alone, held as long as
the process lives, and taken over by another when it does not. A row that was begun later than now
is from a clock that was wrong: its moment was not run.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, and_, bindparam, delete, exists, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from award.retention.rules import RUNS
from scheduler.skew import SKEW
from storage.inserting import insert_into
from storage.tables import JobRun

FIRST_SEEN = "first seen"
TOO_LATE = "too late"
# A process that does not say within it that it is still at it is dead.
HOLD = timedelta(minutes=2)
# What fails waits for that long at most: who holds a run longer does so by a wrong clock.
LONGEST_PAUSE = timedelta(hours=1)
KEPT = timedelta(days=RUNS)


# Built once: a clock that is moved by half a year comes by here two thousand times.
_table = JobRun.__table__
_run = _table.c
_unfinished = and_(_run.ended_at.is_(None), _run.job.in_(bindparam("jobs", expanding=True)))
_real = _run.begun_at <= bindparam("latest")
_again = select(_run.held_until).where(_unfinished, _real)
_any_unfinished = select(exists().where(_unfinished))
_take_over = (
    update(_table)
    .where(
        _unfinished,
        _real,
        (_run.held_until <= bindparam("now"))
        | (_run.held_until > bindparam("longest_pause"))
        | (_run.held_until > bindparam("longest_hold")) & _run.problem.is_(None),
    )
    .values(begun_at=bindparam("now"), held_until=bindparam("until"), attempts=_run.attempts + 1)
    .returning(_run.job, _run.due_at, _run.attempts, _run.problem)
)
_end = (
    update(_table)
    .where(_unfinished, _run.due_at == bindparam("due"))
    .values(
        ended_at=bindparam("ended"),
        held_until=bindparam("again"),
        count=bindparam("done"),
        problem=bindparam("why"),
    )
)


@dataclass(frozen=True, slots=True)
class Begun:
    """A moment of a job that this process has the right to run; `attempts` with this one.

    `problem`: why the last attempt failed, None where it broke off. `taken_over`: it was begun
    before, and may be too late by now.
    """

    job: str
    due_at: datetime
    attempts: int
    problem: str | None = None
    taken_over: bool = False


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: with a count of what it did, or a problem; `again_at`: it is tried again."""

    run: Begun
    count: int | None = None
    problem: str | None = None
    again_at: datetime | None = None

    @property
    def over(self) -> bool:
        return self.again_at is None


async def marks(session: AsyncSession, now: datetime) -> dict[str, datetime]:
    """Up to which moment each job is settled, by its id."""
    found = await session.execute(
        select(JobRun.job, func.max(JobRun.due_at))
        .where(JobRun.begun_at <= now + SKEW)
        .group_by(JobRun.job)
    )
    return dict(found.tuples().all())


async def begin(
    session: AsyncSession,
    jobs: Collection[str],
    due_at: datetime,
    now: datetime,
    *,
    idle: Collection[str] = (),
) -> list[Begun]:
    """Take the right to run these jobs for a moment; of those that nobody had yet.

    Those that are `idle` have nothing to do: with that they are done.
    """
    run = {"begun_at": now, "attempts": 1}
    values = {job: {**run, "held_until": now + HOLD} for job in jobs}
    values |= {job: {**run, "ended_at": now, "count": 0} for job in idle}
    return [Begun(job, due_at, 1) for job in await _insert(session, values, due_at, now)]


async def settle(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, now: datetime, problem: str
) -> None:
    """Write down that these jobs do nothing at a moment, unless something was written already."""
    values = {"begun_at": now, "ended_at": now, "problem": problem}
    await _insert(session, dict.fromkeys(jobs, values), due_at, now)


async def take_over(session: AsyncSession, jobs: Collection[str], now: datetime) -> list[Begun]:
    """Take the right to run what others began and did not end, and what failed and has waited."""
    # Mostly there is nothing, and who only looks waits for nobody who writes.
    if not await session.scalar(_any_unfinished, {"jobs": list(jobs)}):
        return []
    values = {
        "jobs": list(jobs),
        "now": now,
        "until": now + HOLD,
        "latest": now + SKEW,
        "longest_hold": now + HOLD + SKEW,
        "longest_pause": now + LONGEST_PAUSE + SKEW,
    }
    found = await session.execute(_take_over, values)
    taken = [replace(Begun(*row), taken_over=True) for row in found]
    return sorted(taken, key=lambda run: (run.due_at, run.job))


async def hold(session: AsyncSession, runs: Collection[Begun], until: datetime) -> None:
    """Say that this process is still at it."""
    which = [(run.job, run.due_at) for run in runs]
    await session.execute(
        update(JobRun)
        .where(JobRun.ended_at.is_(None), tuple_(JobRun.job, JobRun.due_at).in_(which))
        .values(held_until=until)
    )


async def end(session: AsyncSession, ended: Collection[Ended], now: datetime) -> None:
    """Write down how runs ended, unless somebody else did who took them over."""
    # Most find nothing to do: those of one moment that ended alike are one statement.
    alike: dict[tuple[Any, ...], list[str]] = defaultdict(list)
    for each in ended:
        how = (each.again_at, each.count, each.problem)
        alike[each.run.due_at, now if each.over else None, *how].append(each.run.job)
    for how, jobs in alike.items():
        names = ("due", "ended", "again", "done", "why")
        await session.execute(_end, {"jobs": jobs, **dict(zip(names, how, strict=True))})


async def again(session: AsyncSession, jobs: Collection[str], now: datetime) -> list[datetime]:
    """When each unfinished run may be taken over or tried again."""
    found = await session.execute(_again, {"jobs": list(jobs), "latest": now + SKEW})
    return [moment for (moment,) in found if moment is not None]


async def put_right(session: AsyncSession, now: datetime) -> None:
    """Hold nothing until a time that a clock has shown which was put back meanwhile."""
    await session.execute(
        update(JobRun)
        .where(JobRun.ended_at.is_(None), JobRun.held_until > now + HOLD + SKEW)
        .values(held_until=now)
    )


async def let_go(session: AsyncSession, runs: Collection[Begun], now: datetime) -> None:
    """Leave runs to whoever comes next: who stops in order did not die of them."""
    which = [(run.job, run.due_at) for run in runs]
    await session.execute(
        update(JobRun)
        .where(JobRun.ended_at.is_(None), tuple_(JobRun.job, JobRun.due_at).in_(which))
        .values(held_until=now, attempts=JobRun.attempts - 1)
    )


async def given_up(session: AsyncSession, since: datetime, now: datetime) -> list[JobRun]:
    """Runs that were begun, failed and are not tried again, ended since a moment; by that."""
    found = await session.scalars(
        select(JobRun)
        .where(
            JobRun.ended_at.between(since, now + SKEW),
            JobRun.problem.is_not(None),
            JobRun.attempts > 0,
        )
        .order_by(JobRun.ended_at, JobRun.job, JobRun.due_at)
    )
    return list(found)


async def forget(session: AsyncSession, now: datetime) -> int:
    """Forget old runs; of each job the newest stays, as it says from where to go on."""
    newer = aliased(JobRun)
    is_newest = ~(
        select(newer)
        .where(
            newer.job == JobRun.job,
            newer.due_at > JobRun.due_at,
            newer.begun_at <= now + SKEW,
        )
        .exists()
    )
    forgotten = await session.execute(delete(JobRun).where(JobRun.due_at < now - KEPT, ~is_newest))
    return cast("CursorResult[Any]", forgotten).rowcount


_NOTHING_YET = dict.fromkeys(("ended_at", "held_until", "count", "problem")) | {"attempts": 0}
_WRITTEN = ("begun_at", *_NOTHING_YET)


async def _insert(
    session: AsyncSession, values: Mapping[str, Mapping[str, Any]], due_at: datetime, now: datetime
) -> list[str]:
    insert = insert_into(session, _table)
    begun_by_a_wrong_clock = _run.begun_at > now + SKEW
    insert = insert.on_conflict_do_update(
        index_elements=["job", "due_at"],
        set_={name: insert.excluded[name] for name in _WRITTEN},
        where=begun_by_a_wrong_clock,
    )
    rows = [{"job": job, "due_at": due_at, **_NOTHING_YET, **each} for job, each in values.items()]
    return sorted(await session.scalars(insert.returning(_run.job), rows))
