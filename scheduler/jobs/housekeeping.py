"""The nightly forgetting, by award/retention: what is of no use, and data whose term is over."""

from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from aiogram.fsm.storage.base import BaseStorage
from apscheduler.triggers.cron import CronTrigger

from award.programme import Programme
from award.retention.rules import CONVERSATIONS, Term, rules
from scheduler.jobs import runs
from scheduler.jobs.jobs import Job
from storage.conversations import ConversationStorage
from storage.database import Database

# What the service itself remembers has a job for each; all terms of people's data are one.
_OF_SERVICE = ("updates", "attempts", "invitations", "notices")


def housekeeping(
    database: Database, conversations: BaseStorage, programme: Programme
) -> tuple[Job, ...]:
    """The jobs of the night, at 03:30 in the programme's zone."""
    terms = {
        term.code: term
        for rule in rules(programme.retention)
        for term in rule.terms
        if term.forget is not None
    }
    works = {
        f"forget-{code}": partial(forget_past, database, [terms.pop(code)]) for code in _OF_SERVICE
    }
    works["forget-runs"] = partial(forget_runs, database)
    works["forget-people"] = partial(forget_past, database, tuple(terms.values()))
    if isinstance(conversations, ConversationStorage):
        works["forget-conversations"] = partial(forget_conversations, database, conversations)
    night = CronTrigger(hour=3, minute=30, timezone=programme.zone)
    return tuple(
        Job(name, night, partial(_and_leave_no_trace, database, work))
        for name, work in works.items()
    )


async def forget_past(database: Database, terms: Iterable[Term], now: datetime) -> int:
    """Forget what is past these terms, some rows a transaction; of how many rows.

    Of most terms nothing is past: a transaction goes on until it has forgotten something.
    """
    left = deque(
        (term.forget, term.past(now))
        for term in terms
        if term.past is not None and term.forget is not None
    )
    count = 0
    while left:
        async with database.transaction() as session:
            done = 0
            while left and not done:
                forget, past = left[0]
                if not (done := await forget(session, past, now)):
                    left.popleft()
        count += done
    return count


async def forget_runs(database: Database, now: datetime) -> int:
    """What jobs did long ago, but for the last of each, which says from where to go on."""
    async with database.transaction() as session:
        return await runs.forget(session, now)


async def forget_conversations(
    database: Database, conversations: ConversationStorage, now: datetime
) -> int:
    """Where people stood in forms that they have not touched since."""
    async with database.transaction() as session:
        return await conversations.forget_stale(session, now - timedelta(days=CONVERSATIONS))


async def _and_leave_no_trace(
    database: Database, work: Callable[[datetime], Awaitable[int]], now: datetime
) -> int:
    count = await work(now)
    if count:
        await database.empty_wal()
    return count
