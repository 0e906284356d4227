"""What is written down of jobs: who runs which moment, how it ended, what is left of the dead.

The row of a moment is the right to run it. It is inserted by one process alone, held as long as
the process lives, and taken over by another when it does not.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from sqlalchemy import CursorResult, and_, bindparam, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.inserting import insert_into
from storage.tables import JobRun

FIRST_SEEN = "first seen"
TOO_LATE = "too late"
# A process that does not say within it that it is still at it is dead.
HOLD = timedelta(minutes=2)
KEPT = timedelta(days=90)


# Built once: a clock that is moved by half a year comes by here two thousand times.
_table = JobRun.__table__
_run = _table.c
_unfinished = and_(_run.ended_at.is_(None), _run.job.in_(bindparam("jobs", expanding=True)))
_again = select(_run.held_until).where(_unfinished)
_take_over = (
    update(_table)
    .where(_unfinished, _run.held_until <= bindparam("now"))
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

    `problem`: why the last attempt failed, None where it broke off.
    """

    job: str
    due_at: datetime
    attempts: int
    problem: str | None = None


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


async def marks(session: AsyncSession) -> dict[str, datetime]:
    """Up to which moment each job is settled, by its id."""
    found = await session.execute(select(JobRun.job, func.max(JobRun.due_at)).group_by(JobRun.job))
    return dict(found.tuples().all())


async def begin(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, now: datetime
) -> list[Begun]:
    """Take the right to run these jobs for a moment; of those that nobody had yet."""
    values: dict[str, Any] = {"begun_at": now, "held_until": now + HOLD, "attempts": 1}
    return [Begun(job, due_at, 1) for job in await _insert(session, jobs, due_at, values)]


async def settle(
    session: AsyncSession, jobs: Collection[str], due_at: datetime, now: datetime, problem: str
) -> None:
    """Write down that these jobs do nothing at a moment, unless something was written already."""
    values: dict[str, Any] = {"begun_at": now, "ended_at": now, "problem": problem}
    await _insert(session, jobs, due_at, values)


async def take_over(session: AsyncSession, jobs: Collection[str], now: datetime) -> list[Begun]:
    """Take the right to run what others began and did not end, and what failed and has waited."""
    values = {"jobs": list(jobs), "now": now, "until": now + HOLD}
    found = await session.execute(_take_over, values)
    return sorted((Begun(*row) for row in found), key=lambda run: (run.due_at, run.job))


async def hold(session: AsyncSession, runs: Collection[Begun], until: datetime) -> None:
    """Say that this process is still at it; an `until` that is now gives it up."""
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


async def again(session: AsyncSession, jobs: Collection[str]) -> list[datetime]:
    """When each unfinished run may be taken over or tried again."""
    found = await session.execute(_again, {"jobs": list(jobs)})
    return [moment for (moment,) in found if moment is not None]


async def given_up(session: AsyncSession, since: datetime) -> list[JobRun]:
    """Runs that were begun, failed and are not tried again, ended since a moment; by that."""
    found = await session.scalars(
        select(JobRun)
        .where(JobRun.ended_at >= since, JobRun.problem.is_not(None), JobRun.attempts > 0)
        .order_by(JobRun.ended_at, JobRun.job, JobRun.due_at)
    )
    return list(found)


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
    insert = insert_into(session, _table).on_conflict_do_nothing(index_elements=["job", "due_at"])
    rows = [{"job": job, "due_at": due_at, **values} for job in jobs]
    return sorted(await session.scalars(insert.returning(_run.job), rows))
