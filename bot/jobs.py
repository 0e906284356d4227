"""`python -m bot jobs`: what the clock does next, and how it went lately."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from award.amendments.in_force import InForce
from award.programme import load
from bot.assemble import all_jobs, open_database
from bot.clock import Clock
from bot.settings import Settings
from scheduler.jobs.due_times import next_moment
from scheduler.jobs.jobs import Job
from scheduler.jobs.runs import FIRST_SEEN, TOO_LATE
from storage.conversations import ConversationStorage
from storage.migrate import current, newest
from storage.tables import JobRun

LATELY = timedelta(days=30)
HEAD = ("job", "next", "last", "late", "did", f"in {LATELY.days} days")


async def jobs(settings: Settings, clock: Clock | None = None) -> int:
    """Print one line for each job, in its own zone's time; the exit code."""
    now = (clock or Clock()).now()
    database = open_database(settings)
    try:
        if await current(database) != newest():
            print("The database is not up to date: python -m bot migrate")
            return 1
        in_force = InForce(load(settings.programme))
        storage = ConversationStorage(database, lambda: now)
        known = all_jobs(database, in_force, storage)
        async with database.transaction() as session:
            runs = (
                await session.scalars(
                    select(JobRun)
                    .where(JobRun.due_at >= now - LATELY, JobRun.begun_at <= now)
                    .order_by(JobRun.due_at)
                )
            ).all()
        lines = [_line(job, [run for run in runs if run.job == job.id], now) for job in known]
        for line in aligned([HEAD, *(line for _, line in sorted(lines))]):
            print(line)
    finally:
        await database.close()
    return 0


def _line(job: Job, runs: Sequence[JobRun], now: datetime) -> tuple[datetime, tuple[str, ...]]:
    zone = job.when.timezone
    next_at = next_moment(job.when, now)
    real = [run for run in runs if run.problem != FIRST_SEEN]
    if not real:
        return next_at, (job.id, _shown(next_at, zone), "never", "", "", "")
    last = real[-1]
    late = "" if last.problem == TOO_LATE else span(last.begun_at - last.due_at)
    return next_at, (
        job.id,
        _shown(next_at, zone),
        _shown(last.due_at, zone),
        late,
        _did(last),
        _lately(real),
    )


def _did(run: JobRun) -> str:
    if run.ended_at is None:
        return f"{run.problem}, is tried again" if run.problem else "is running"
    return run.problem or str(run.count)


def _lately(runs: Sequence[JobRun]) -> str:
    late = sum(run.problem == TOO_LATE for run in runs)
    failed = sum(run.problem not in {None, TOO_LATE} for run in runs)
    worst = max((run.begun_at - run.due_at for run in runs), default=timedelta(0))
    said = [f"{len(runs)} runs", f"at most {span(worst)} late"]
    if failed:
        said.append(f"{failed} failed")
    if late:
        said.append(f"{late} too late")
    return ", ".join(said)


def span(lateness: timedelta) -> str:
    """A duration in its two largest units: `3 d 4 h`, `12 min`, `0 s`."""
    seconds = max(round(lateness.total_seconds()), 0)
    sizes = (("d", 86_400), ("h", 3600), ("min", 60), ("s", 1))
    parts: list[tuple[int, str]] = []
    for unit, size in sizes:
        count, seconds = divmod(seconds, size)
        if count or (parts and len(parts) < 2):
            parts.append((count, unit))
    shown = [f"{count} {unit}" for count, unit in parts[:2] if count]
    return " ".join(shown) or "0 s"


def _shown(moment: datetime, zone: ZoneInfo) -> str:
    return f"{moment.astimezone(zone):%a %d %b %H:%M}"


def aligned(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    """Lines of a table for a terminal, each column as wide as its widest cell."""
    table = list(rows)
    widths = [max(len(cell) for cell in column) for column in zip(*table, strict=True)]
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()
