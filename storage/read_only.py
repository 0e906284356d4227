"""Long reading beside everything else: a thread, a connection of its own that cannot write.

SQLite's one connection runs its statements where the event loop runs. What counts the whole
programme would hold up everybody's screens there for seconds.
"""

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, text
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from storage.database import IN_UTC

_T = TypeVar("_T")


def read_only(url: URL, **options: Any) -> AsyncEngine:
    """An engine whose connections cannot write, to a database of either kind."""
    settings = {"default_transaction_read_only": "on", **IN_UTC}
    given: dict[str, Any] = {"server_settings": settings}
    if url.get_backend_name() == "sqlite":
        file = f"file:{quote(str(url.database))}"
        url, given = url.set(database=file, query={"mode": "ro", "uri": "true"}), {}
    return create_async_engine(url, hide_parameters=True, connect_args=given, **options)


async def read_apart(url: URL, work: Callable[[AsyncSession], Awaitable[_T]]) -> _T:
    """What `work` makes of a session that sees one state of the database, read in a thread.

    `work` computes there too, and may take its time. Cancelled, it ends at its next statement.
    """
    made: _T = await _Reading(url, work).done()
    return made


class _Reading:
    """One piece of work in a thread with an event loop of its own."""

    def __init__(self, url: URL, work: Callable[[AsyncSession], Awaitable[Any]]) -> None:
        self._url, self._work = url, work
        self._result: Future[Any] = Future()
        self._cancel: Callable[[], Any] | None = None

    async def done(self) -> Any:
        # Not of the loop's own threads: those are waited for when the service stops.
        Thread(target=self._run, name="reading", daemon=True).start()
        try:
            return await asyncio.wrap_future(self._result)
        except asyncio.CancelledError:
            if self._cancel is not None:
                self._cancel()
            raise

    def _run(self) -> None:
        if not self._result.set_running_or_notify_cancel():
            return
        try:
            self._result.set_result(asyncio.run(self._read()))
        except BaseException as error:  # whatever it is, it belongs to who asked
            self._result.set_exception(error)

    async def _read(self) -> Any:
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task is not None
        self._cancel = lambda: loop.is_closed() or loop.call_soon_threadsafe(task.cancel)
        # An engine belongs to one event loop. To write its statements anew takes some 20 ms.
        engine = read_only(self._url)
        try:
            async with AsyncSession(engine, expire_on_commit=False) as session:
                # All numbers are of one moment, whatever is written meanwhile.
                if self._url.get_backend_name() == "sqlite":
                    await session.execute(text("BEGIN"))
                else:
                    await session.connection(
                        execution_options={"isolation_level": "REPEATABLE READ"}
                    )
                return await self._work(session)
        finally:
            await engine.dispose()
