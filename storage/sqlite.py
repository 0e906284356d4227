"""SQLite through aiosqlite with its statements run where they are asked for.

aiosqlite crosses to a thread and back for each cursor, execute, fetch and close, which takes many
times longer than SQLite needs for a statement of this bot. Only a commit waits for the disk, so
only a commit crosses. A longer statement keeps the event loop waiting no more than its one
connection would: nothing is handled without it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Self

import aiosqlite


class DirectCursor:
    """What SQLAlchemy needs of an aiosqlite cursor; `rowcount` and the rest as in sqlite3."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self._cursor = cursor
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        return self._keep(self._cursor.execute(statement, parameters))

    async def executemany(self, statement: str, parameters: Iterable[Any]) -> Self:
        return self._keep(self._cursor.executemany(statement, parameters))

    async def fetchall(self) -> Sequence[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = ()
        self._cursor.close()

    def _keep(self, cursor: sqlite3.Cursor) -> Self:
        """Fetch all at once: a statement read half would hold the next commit up."""
        self._rows = cursor.fetchall() if cursor.description else ()
        self.description = cursor.description
        self.rowcount = cursor.rowcount
        self.lastrowid = cursor.lastrowid
        return self


class DirectConnection(aiosqlite.Connection):
    """An aiosqlite connection that crosses to its thread for opening, committing and closing."""

    def cursor(self) -> DirectCursor:  # type: ignore[override]
        return DirectCursor(self._conn.cursor())

    async def rollback(self) -> None:
        self._conn.rollback()


def connect(database: str, **options: Any) -> DirectConnection:
    """As aiosqlite.connect; its thread ends with the process."""
    options.pop("timeout", None)
    options["check_same_thread"] = False  # SQLite itself lets one thread in at a time
    connection = DirectConnection(lambda: sqlite3.connect(database, **options), iter_chunk_size=64)
    connection._thread.daemon = True
    return connection
