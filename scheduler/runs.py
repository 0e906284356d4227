"""What is written down of jobs: who runs which moment, how it ended, what is left of the dead.

The row of a moment is the right to run it. It is inserted by one process alone, held as long as
the process lives, and taken over by another when it does not.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.tables import JobRun

FIRST_SEEN = "first seen"
TOO_LATE = "too late"
# A process that does not say within it that it is still at it is dead.
HOLD = timedelta(minutes=2)
KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Begun:
    """A moment of a job that this process has the right to run; `attempts` with this one."""

    job: str
    due_at: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: at a count, with a problem, or (no `ended_at`) to be tried again."""

    run: Begun
    ended_at: datetime | None
    count: int | None = None
    problem: str | None = None
    again_at: datetime | None = None


async def marks(session: AsyncSession) -> dict[str, datetime]:
    """Up to which moment each job is settled, by its id."""
    found = await session.execute(select(JobRun.job, func.max(JobRun.due_at)).group_by(JobRun.job))
    return dict(found.tuples().all())


async def begin(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, now: datetime
) -> list[Begun]:
    """Take the right to run these jobs for a moment; of those that nobody had yet."""
    values: dict[str, Any] = {"begun_at": now, "held_until": now + HOLD, "attempts": 1}
    taken = set(await _insert(session, jobs, due_at, values))
    return [Begun(job, due_at, 1) for job in jobs if job in taken]


async def settle(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, now: datetime, problem: str
) -> None:
    """Write down that these jobs do nothing at a moment, unless something was written already."""
    values: dict[str, Any] = {"begun_at": now, "ended_at": now, "problem": problem}
    await _insert(session, jobs, due_at, values)


async def take_over(session: AsyncSession, jobs: Collection[str], now: datetime) -> list[Begun]:
    """Take the right to run what others began and did not end, and what failed and has waited."""
    found = await session.execute(
        update(JobRun)
        .where(JobRun.ended_at.is_(None), JobRun.held_until <= now, JobRun.job.in_(jobs))
        .values(begun_at=now, held_until=now + HOLD, attempts=JobRun.attempts + 1)
        .returning(JobRun.job, JobRun.due_at, JobRun.attempts)
    )
    return sorted((Begun(*row) for row in found), key=lambda run: (run.due_at, run.job))


async def hold(session: AsyncSession, runs: Collection[Begun], until: datetime) -> None:
    """Say that this process is still at it; an `until` that is now gives it up."""
    which = [(run.job, run.due_at) for run in runs]
    await session.execute(
        update(JobRun)
        .where(JobRun.ended_at.is_(None), tuple_(JobRun.job, JobRun.due_at).in_(which))
        .values(held_until=until)
    )


async def end(session: AsyncSession, ended: Collection[Ended]) -> None:
    """Write down how runs ended, unless somebody else did who took them over."""
    for each in ended:
        await session.execute(
            update(JobRun)
            .where(
                JobRun.job == each.run.job,
                JobRun.due_at == each.run.due_at,
                JobRun.ended_at.is_(None),
            )
            .values(
                ended_at=each.ended_at,
                held_until=each.again_at,
                count=each.count,
                problem=each.problem,
            )
        )


async def next_again(session: AsyncSession, jobs: Collection[str]) -> datetime | None:
    """When the first unfinished run may be taken over or tried again."""
    return await session.scalar(
        select(func.min(JobRun.held_until)).where(JobRun.ended_at.is_(None), JobRun.job.in_(jobs))
    )


async def forget(session: AsyncSession, now: datetime) -> int:
    """Forget old runs; of each job the newest stays, as it says from where to go on."""
    newer = aliased(JobRun)
    is_newest = ~(
        select(newer).where(newer.job == JobRun.job, newer.due_at > JobRun.due_at).exists()
    )
    forgotten = await session.execute(delete(JobRun).where(JobRun.due_at < now - KEPT, ~is_newest))
    return cast("CursorResult[Any]", forgotten).rowcount


async def _insert(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, values: dict[str, Any]
) -> list[str]:
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    insert = (sqlite.insert if on_sqlite else postgresql.insert)(JobRun)
    written = await session.scalars(
        insert.values([{"job": job, "due_at": due_at, **values} for job in jobs])
        .on_conflict_do_nothing(index_elements=["job", "due_at"])
        .returning(JobRun.job)
    )
    return list(written)
