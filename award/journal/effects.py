"""What an entry does to other things: the book that it gives, the extra task that it answers."""

from collections.abc import Collection, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Entry, EntryState, Task, TaskState


async def give_book_too(
    session: AsyncSession,
    lines: Mapping[Entry, Collection[int]],
    states: Collection[EntryState],
) -> set[Entry]:
    """Those of these entries whose book one outside of their line, in one of these states, gives.

    A book serves one direction, once (§2). A line: ids of the entry and its earlier versions.
    """
    reviews = [entry for entry in lines if entry.book is not None]
    if not reviews:
        return set()
    found = await session.execute(
        select(Entry.id, Entry.enrolment_id, Entry.book).where(
            Entry.enrolment_id.in_({entry.enrolment_id for entry in reviews}),
            Entry.book.in_({entry.book for entry in reviews}),
            Entry.state.in_(states),
        )
    )
    given = found.all()
    return {
        entry
        for entry in reviews
        for row in given
        if (row.enrolment_id, row.book) == (entry.enrolment_id, entry.book)
        and row.id not in lines[entry]
    }


async def set_tasks(session: AsyncSession, entries: Collection[Entry], state: TaskState) -> None:
    """Their extra tasks are done once they are sent, and open again when they do not count.

    One that was dropped stays so.
    """
    answered = {entry.task_id for entry in entries} - {None}
    if answered:
        tasks = select(Task).where(Task.id.in_(answered), Task.state != TaskState.DROPPED)
        for task in await session.scalars(tasks):
            task.state = state
