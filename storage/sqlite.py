"""SQLite through aiosqlite with its statements run where they are asked for.

aiosqlite crosses to a thread and back for each cursor, execute, fetch and close, which takes many
times longer than SQLite needs for a statement of this bot. Only a commit waits for the disk, so
only a commit crosses. A longer statement keeps the event loop waiting no more than its one
connection would: nothing is handled without it.
"""

from collections.abc import Sequence
from typing import Any

import aiosqlite
from sqlalchemy.dialects.sqlite.aiosqlite import (
    AsyncAdapt_aiosqlite_connection,
    AsyncAdapt_aiosqlite_cursor,
)
from sqlalchemy.util.concurrency import await_


class DirectCursor(AsyncAdapt_aiosqlite_cursor):
    """A cursor that runs where it is asked to.

    It never awaits, which `AsyncConnection.execute` takes for a mistake: use a session or
    `run_sync`.
    """

    __slots__ = ()
    _awaitable_cursor_close = False

    def _make_new_cursor(self, connection: Any) -> Any:
        return connection._conn.cursor()

    def _aenter_cursor(self, cursor: Any) -> Any:
        return cursor

    def execute(self, operation: str, parameters: Any = None) -> None:
        """Run it and fetch all at once: a statement read half would hold the next commit up."""
        cursor: Any = self._cursor
        cursor.execute(operation, parameters or ())
        if cursor.description:
            self._rows.extend(cursor.fetchall())

    def executemany(self, operation: str, seq_of_parameters: Sequence[Any]) -> None:
        cursor: Any = self._cursor
        cursor.executemany(operation, seq_of_parameters)


class DirectConnection(AsyncAdapt_aiosqlite_connection):
    """An aiosqlite connection that crosses to its thread for opening, committing and closing."""

    __slots__ = ()
    _cursor_cls = DirectCursor

    def commit(self) -> None:
        raw = self._connection._connection
        if raw is not None and raw.in_transaction:
            super().commit()

    def rollback(self) -> None:
        raw = self._connection._connection
        if raw is not None:
            raw.rollback()


def connect(dialect: Any, _record: Any, where: list[str], options: dict[str, Any]) -> Any:
    """For SQLAlchemy's event `do_connect`; the connection's thread ends with the process."""
    # SQLite itself lets one thread in at a time.
    connection: Any = aiosqlite.connect(*where, **options | {"check_same_thread": False})
    connection._thread.daemon = True
    return DirectConnection(dialect.dbapi, await_(connection))
