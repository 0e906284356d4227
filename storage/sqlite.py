"""SQLite through aiosqlite with one crossing to its thread a statement.

SQLAlchemy asks a driver for a cursor, to execute, to fetch, to close; aiosqlite crosses to the
connection's thread and back for each. Of small transactions that is most of the time, so here a
statement is executed and fetched in one crossing, and its cursor never leaves the thread.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Self

import aiosqlite


class OneCrossingCursor:
    """What SQLAlchemy needs of an aiosqlite cursor; `rowcount` and the rest as in sqlite3."""

    def __init__(self, connection: "OneCrossingConnection") -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Self:
        return await self._cross(lambda cursor: cursor.execute(statement, parameters))

    async def executemany(self, statement: str, parameters: Iterable[Any]) -> Self:
        return await self._cross(lambda cursor: cursor.executemany(statement, parameters))

    async def fetchall(self) -> Sequence[Any]:
        return self._rows

    async def close(self) -> None:
        self._rows = ()

    async def _cross(self, run: Callable[[sqlite3.Cursor], object]) -> Self:
        (
            self.description,
            self.rowcount,
            self.lastrowid,
            self._rows,
        ) = await self._connection.run(run)
        return self


class OneCrossingConnection(aiosqlite.Connection):
    """An aiosqlite connection whose cursors cross to its thread once a statement."""

    def cursor(self) -> OneCrossingCursor:  # type: ignore[override]
        return OneCrossingCursor(self)

    async def run(
        self, run: Callable[[sqlite3.Cursor], object]
    ) -> tuple[Any, int, int | None, Sequence[Any]]:
        """Execute on a fresh cursor: its description, row count, last row's id and all rows."""

        def in_thread() -> tuple[Any, int, int | None, Sequence[Any]]:
            cursor = self._conn.cursor()
            try:
                run(cursor)
                rows = cursor.fetchall() if cursor.description else ()
                return cursor.description, cursor.rowcount, cursor.lastrowid, rows
            finally:
                cursor.close()

        return await self._execute(in_thread)  # type: ignore[no-any-return, no-untyped-call]


def connect(database: str, **options: Any) -> OneCrossingConnection:
    """As aiosqlite.connect; its thread ends with the process."""
    options.pop("timeout", None)
    connection = OneCrossingConnection(
        lambda: sqlite3.connect(database, **options), iter_chunk_size=64
    )
    connection._thread.daemon = True
    return connection
