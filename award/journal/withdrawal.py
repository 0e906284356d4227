"""What was sent to the mentor waits no more: taken back by hand, or because its enrolment ends."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from award.evidence.comparison import follow
from award.journal.effects import set_tasks
from award.journal.employer import revoke
from storage.tables import Entry, EntryState, TaskState


async def take_back(session: AsyncSession, entries: Sequence[Entry], now: datetime) -> None:
    """Let sent entries, which the caller has locked, wait no more; their tasks are open again."""
    for entry in entries:
        entry.state = EntryState.WITHDRAWN
    await follow(session, entries)
    await revoke(session, [entry.id for entry in entries], now)
    await set_tasks(session, entries, TaskState.OPEN)


async def waiting_of(session: AsyncSession, enrolment_id: int) -> Sequence[Entry]:
    """What of an enrolment waits for the mentor, locked.

    To be asked for before the enrolment is locked, as a decision locks them: neither of the two
    then waits for the other.
    """
    found = await session.scalars(
        select(Entry)
        .where(Entry.enrolment_id == enrolment_id, Entry.state == EntryState.SUBMITTED)
        .order_by(Entry.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    return found.all()


async def take_back_all(session: AsyncSession, enrolment_id: int, now: datetime) -> list[int]:
    """Let nothing of an enrolment that ends wait for the mentor; the ids of what did."""
    taken = await waiting_of(session, enrolment_id)
    await take_back(session, taken, now)
    return [entry.id for entry in taken]
