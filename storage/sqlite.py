"""SQLite through aiosqlite, with its statements run where they are asked for.

aiosqlite crosses to a thread and back for each cursor, execute, fetch and close, which takes many
times longer than SQLite needs for a statement of this bot. Only a commit waits for the disk, so
only a commit crosses. A longer statement keeps the event loop waiting no more than its one
connection would: nothing is handled without it.
"""

from collections.abc import Callable
from threading import Event
from typing import Any

# SQLite itself lets one thread in at a time.
ANY_THREAD = {"check_same_thread": False}


def run_where_asked(connection: Any) -> None:
    """Let an open aiosqlite.Connection cross to its thread for commits alone; needs ANY_THREAD."""
    # All that crosses goes through this method, and aiosqlite has no public way around it;
    # tests/storage/test_sqlite.py.
    cross = connection._execute  # noqa: SLF001
    last = Event()
    last.set()

    async def execute(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        # A commit whose caller was cancelled goes on: what is asked for meanwhile, a close above
        # all, runs after it on the thread.
        nonlocal last
        idle = last.is_set()
        if idle and work.__name__ != "commit":
            return work(*args, **kwargs)
        if idle and not connection.in_transaction:
            return None
        last = over = Event()

        def there() -> Any:
            try:
                return work(*args, **kwargs)
            finally:
                over.set()

        return await cross(there)

    connection._execute = execute  # noqa: SLF001
