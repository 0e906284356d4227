"""The nightly forgetting of what is of no more use. Nothing that a person made is among it."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any, cast

from aiogram.fsm.storage.base import BaseStorage
from apscheduler.triggers.cron import CronTrigger
from sqlalchemy import CursorResult, Delete, delete, exists, or_

from scheduler.jobs import runs
from scheduler.jobs.jobs import Job
from storage.conversations import ConversationStorage
from storage.database import Database
from storage.tables import Invitation, Outbox, SeenUpdate, UpdateAttempt

# Telegram keeps what was not confirmed for 24 hours; three days are on the safe side.
SEEN_UPDATES = timedelta(days=3)
# Noted for `check`, and of use until the version that can decode them is there.
UNDECODED = timedelta(days=90)
CONVERSATIONS = timedelta(days=90)
INVITATIONS = timedelta(days=90)
NOTICES = timedelta(days=90)
# What is owed once holds its place for longer than the longest level lasts (programme.md §2), so
# that whatever it is the only one of is over. Where it says itself until when it is of use, that
# is its period, and it goes with all others.
ONCE = timedelta(days=730)


def housekeeping(database: Database, conversations: BaseStorage, zone: str) -> tuple[Job, ...]:
    """The jobs of the night, at 03:30 in a zone; Redis forgets conversations by its own rules."""
    night = CronTrigger(hour=3, minute=30, timezone=zone)
    jobs = [
        Job("forget-updates", night, partial(forget_updates, database)),
        Job("forget-attempts", night, partial(forget_attempts, database)),
        Job("forget-invitations", night, partial(forget_invitations, database)),
        Job("forget-notices", night, partial(forget_notices, database)),
        Job("forget-runs", night, partial(forget_runs, database)),
    ]
    if isinstance(conversations, ConversationStorage):
        work = partial(forget_conversations, database, conversations)
        jobs.append(Job("forget-conversations", night, work))
    return tuple(jobs)


async def forget_updates(database: Database, now: datetime) -> int:
    """Updates that Telegram can no longer send again."""
    return await _forget(database, delete(SeenUpdate).where(SeenUpdate.at < now - SEEN_UPDATES))


async def forget_attempts(database: Database, now: datetime) -> int:
    """Attempts at updates that were finished since; those set aside stay, to be reported.

    Only those that could not be decoded go in the end: whoever sends what is new makes many.
    """
    finished = exists().where(SeenUpdate.update_id == UpdateAttempt.update_id)
    over = finished | (UpdateAttempt.last_at < now - SEEN_UPDATES)
    undecoded = UpdateAttempt.attempts == 0
    return await _forget(
        database,
        delete(UpdateAttempt).where(
            or_(
                UpdateAttempt.set_aside_at.is_(None) & over,
                undecoded & (UpdateAttempt.set_aside_at < now - UNDECODED),
            )
        ),
    )


async def forget_invitations(database: Database, now: datetime) -> int:
    """Links that nobody used and that expired long ago."""
    return await _forget(
        database,
        delete(Invitation).where(
            Invitation.used_at.is_(None), Invitation.expires_at < now - INVITATIONS
        ),
    )


async def forget_notices(database: Database, now: datetime) -> int:
    """Messages delivered or given up long ago, once nothing can owe them again."""
    period_is_over = or_(
        Outbox.once.is_(None), Outbox.useful_until < now - NOTICES, Outbox.settled_at < now - ONCE
    )
    return await _forget(
        database, delete(Outbox).where(Outbox.settled_at < now - NOTICES, period_is_over)
    )


async def forget_runs(database: Database, now: datetime) -> int:
    """What jobs did long ago, but for the last of each, which says from where to go on."""
    async with database.transaction() as session:
        return await runs.forget(session, now)


async def forget_conversations(
    database: Database, conversations: ConversationStorage, now: datetime
) -> int:
    """Where people stood in forms that they have not touched since."""
    async with database.transaction() as session:
        return await conversations.forget_stale(session, now - CONVERSATIONS)


async def _forget(database: Database, which: Delete) -> int:
    async with database.transaction() as session:
        return cast("CursorResult[Any]", await session.execute(which)).rowcount
