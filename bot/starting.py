"""What must hold before the bot runs.

What starting again would not mend ends it, with exit code 2 and a line; what passes by itself, such
as a database that begins at the same time, is waited for.
"""

import asyncio
import fcntl
from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from aiogram.utils.backoff import Backoff, BackoffConfig
from sqlalchemy.exc import DBAPIError

from bot.assemble import open_database
from bot.installation import NO_SECRET, database_fault, not_writable, programme_problems
from bot.settings import Settings
from storage.migrate import upgrade

log = structlog.get_logger()

LOCK = "award.lock"


class CannotRun(Exception):
    """Starting again would not mend it; the text is one line that says what it is, and the mend."""


@contextmanager
def held(settings: Settings) -> Iterator[None]:
    """Have the data folder to oneself: what stands in memory and in SQLite is for one process.

    On PostgreSQL several share the folder. A process that dies lets go. Raises CannotRun.
    """
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / LOCK).open("a")
    except OSError:
        raise CannotRun(not_writable(folder)) from None
    with file:
        if settings.database.startswith("sqlite"):
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CannotRun(
                    f"another process runs on DATA_DIR {folder}: stop it, or name another folder"
                ) from None
        yield


async def prepare(settings: Settings) -> None:
    """Find out whether the bot can run, and bring its database up to date; raises CannotRun."""
    problems = programme_problems(settings)
    if settings.webhook_url and settings.webhook_secret is None:
        problems.append(NO_SECRET)
    if problems:
        raise CannotRun("; ".join(problems))
    waits = Backoff(BackoffConfig(min_delay=0.5, max_delay=30, factor=2, jitter=0.1))
    while True:
        try:
            return await _bring_up_to_date(settings)
        except Exception as error:
            if fault := database_fault(settings, error):
                raise CannotRun(fault) from None
            if not isinstance(error, OSError | DBAPIError):
                raise
            log.warning(
                "database_away", error=type(error).__name__, wait=round(waits.next_delay, 1)
            )
        await asyncio.sleep(next(waits))


async def _bring_up_to_date(settings: Settings) -> None:
    database = open_database(settings)
    try:
        await upgrade(database)
    finally:
        await database.close()
