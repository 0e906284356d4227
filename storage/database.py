"""The connection to the database, and the unit of work of the update at hand."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from sqlalchemy import AdaptedConnection, event, make_url
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import Session

from storage import sqlite

# The session of the update being handled: conversation state and operations share its transaction.
current_session: ContextVar[AsyncSession] = ContextVar("current_session")
_OVER = "over"
# Wherever PostgreSQL stands, the days that it counts are the same.
IN_UTC = {"timezone": "UTC"}


def session_at_hand() -> AsyncSession | None:
    """The session of the update being handled; None outside of one, and in a task outliving it."""
    session = current_session.get(None)
    return None if session is None or session.info.get(_OVER) else session


class Database:
    """Sessions on SQLite (one connection) or PostgreSQL (a pool).

    SQLite has one writer, so one connection: transactions then queue in the event loop, in order,
    instead of in SQLite's busy handler. Give it back by a commit before anything slow is awaited.
    """

    def __init__(self, url: str, *, plain: bool = False, patience: float = 10.0) -> None:
        """With `plain`, SQLite's driver is used as it comes.

        `patience`: seconds that SQLite waits for another process that writes. Statements wait in
        the event loop.
        """
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        direct = self.is_sqlite and not plain
        self.engine: AsyncEngine = create_async_engine(
            self.url,
            hide_parameters=True,  # people's data, which errors would carry into the log
            **(
                {
                    "pool_size": 1,
                    "max_overflow": 0,
                    "pool_timeout": 60,
                    "connect_args": sqlite.ANY_THREAD if direct else {},
                }
                if self.is_sqlite
                else {
                    "pool_size": 10,
                    "max_overflow": 10,
                    "pool_pre_ping": True,
                    "connect_args": {"server_settings": IN_UTC},
                }
            ),
        )
        if self.is_sqlite:
            if direct:
                event.listen(self.engine.sync_engine, "connect", _direct)
            set_up = partial(_set_up_sqlite, milliseconds=round(patience * 1000))
            event.listen(self.engine.sync_engine, "connect", set_up)
        # A class of its own, so that `after_commit` hears this database's sessions alone.
        self._sync_session = type("Session", (Session,), {})
        self.sessions = async_sessionmaker(
            self.engine, sync_session_class=self._sync_session, expire_on_commit=False
        )

    def after_commit(self, listener: Callable[[Session], None]) -> None:
        """Call the listener after every commit, with the session that committed."""
        event.listen(self._sync_session, "after_commit", listener)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session of its own, committed at the end, rolled back by an exception."""
        async with self.sessions.begin() as session:
            yield session

    @asynccontextmanager
    async def work(self) -> AsyncIterator[AsyncSession]:
        """The session of one update, known to everything that its handling calls."""
        async with self.sessions() as session:
            token = current_session.set(session)
            try:
                yield session
            finally:
                current_session.reset(token)
                session.info[_OVER] = True

    async def empty_wal(self) -> None:
        """Write SQLite's log into the file and empty it: what was erased stands in it still.

        While somebody reads an older state it stays, until it is asked for again.
        """
        if self.is_sqlite:
            async with self.engine.connect() as connection:
                await connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        await self.engine.dispose()


def _direct(connection: AdaptedConnection, _record: Any) -> None:
    sqlite.run_where_asked(connection.driver_connection)


def _set_up_sqlite(connection: Any, _record: Any, *, milliseconds: int) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA secure_delete=ON")  # what is erased is overwritten, not only let go
    cursor.execute(f"PRAGMA busy_timeout={milliseconds}")
    cursor.close()
