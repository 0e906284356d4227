"""Let time pass for a running bot, as the sandbox and the tests do: each thing at its own time."""

from datetime import datetime
from typing import Any

from award.outbox import hasten, next_due
from bot.assemble import Service
from locales import texts


async def pass_time(bot: Service, now: datetime) -> None:
    """It is now: do and deliver what is owed by then."""
    bot.clock.move_to(now)
    await bot.jobs.run_due()
    await _deliver(bot)


async def next_owed(bot: Service, after: datetime) -> datetime | None:
    """The first moment after another at which the bot has something to do or to deliver."""
    async with bot.database.transaction() as session:
        message = await next_due(session, after)
    job = await bot.jobs.next_due(after)
    gathered = bot.delivery.next_end()
    found = [moment for moment in (message, job, gathered) if moment is not None]
    return min((moment for moment in found if moment > after), default=None)


async def upcoming(bot: Service, language: str) -> list[dict[str, Any]]:
    """Every job as the sandbox shows it: its id, title and next moment, the soonest first."""
    say = texts(language)
    found = []
    for job, moment in await bot.jobs.upcoming():
        key = f"job-{job.name}"
        title = say.plain(key) if say.has(key) else job.id
        found.append({"id": job.id, "title": title, "next": moment.isoformat()})
    return found


async def run_now(bot: Service, job_id: str) -> dict[str, Any]:
    """Run a job now instead of at its next moment, and deliver what it owes: count, problem.

    Raises KeyError for a job unknown.
    """
    ended = await bot.jobs.run_early(job_id)
    if ended is None:
        return {"count": 0, "problem": None}
    async with bot.database.transaction() as session:
        await hasten(session, ended.run.due_at, bot.clock.now())
    await _deliver(bot)
    return {"count": ended.count or 0, "problem": ended.problem}


async def _deliver(bot: Service) -> None:
    while await bot.delivery.deliver_due():
        continue
