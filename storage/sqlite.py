"""SQLite through aiosqlite, with its statements run where they are asked for.

aiosqlite crosses to a thread and back for each cursor, execute, fetch and close, which takes many
times longer than SQLite needs for a statement of this bot. Only a commit waits for the disk, so
only a commit crosses. A longer statement keeps the event loop waiting no more than its one
connection would: nothing is handled without it.
"""

from collections.abc import Callable
from typing import Any

# SQLite itself lets one thread in at a time.
ANY_THREAD = {"check_same_thread": False}


def run_where_asked(connection: Any) -> None:
    """Let an open aiosqlite.Connection cross to its thread for commits alone; needs ANY_THREAD."""
    # All that crosses goes through this method, and aiosqlite has no public way around it;
    # tests/storage/test_sqlite.py.
    cross = connection._execute  # noqa: SLF001

    async def execute(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        if work.__name__ != "commit":
            return work(*args, **kwargs)
        return await cross(work) if connection.in_transaction else None

    connection._execute = execute  # noqa: SLF001
