"""What an entry does to other things: the book that it gives, the extra task that it answers."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Entry, EntryState, Task, TaskState


async def gives_book_too(
    session: AsyncSession, entry: Entry, line: Collection[int], states: Collection[EntryState]
) -> bool:
    """Whether an entry outside of `line`, in one of these states, gives the same book.

    A book serves one direction, once (§2). `line`: ids of the entry and its earlier versions.
    """
    if entry.book is None:
        return False
    found = await session.scalar(
        select(Entry.id)
        .where(
            Entry.enrolment_id == entry.enrolment_id,
            Entry.book == entry.book,
            Entry.state.in_(states),
            Entry.id.not_in(line),
        )
        .limit(1)
    )
    return found is not None


async def set_task(session: AsyncSession, entry: Entry, state: TaskState) -> None:
    """Its extra task is done once it is sent, and open again when it does not count.

    One that was dropped stays so.
    """
    task = await session.get(Task, entry.task_id) if entry.task_id else None
    if task is not None and task.state is not TaskState.DROPPED:
        task.state = state
