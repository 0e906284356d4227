"""Bring a database to the tables of this version of the bot, and back.

A developer who changed `storage/tables/` writes the next migration so, tidies it by hand, and lets
`tests/storage/test_migrate.py` say whether it agrees with the tables:

    alembic -x url=sqlite+aiosqlite:////tmp/draft.db upgrade head
    alembic -x url=sqlite+aiosqlite:////tmp/draft.db revision --autogenerate \\
        --rev-id 0002_lessons -m "Add lessons"

A revision is named like its file, and the numbers in front give the order. SQLite changes a column
by making its table anew: use `op.batch_alter_table`, and after it protect the audit table again.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.database import Database

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number will do, as long as every process of the bot asks for the same one.
_POSTGRESQL_LOCK = 4_839_201


def newest() -> str:
    """The revision that belongs to this version of the bot.

    Read off the file names, because importing Alembic alone takes a tenth of a second.
    """
    return max(path.stem for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


async def current(database: Database) -> str | None:
    """The revision of the database; None if it has no tables yet."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_revision)


async def pending(database: Database) -> bool:
    """Whether the database is at another revision than this version of the bot needs."""
    return await current(database) != newest()


async def upgrade(database: Database, revision: str = "head") -> None:
    """Migrate up, all or nothing; other processes that start at the same time wait.

    Raises alembic.util.CommandError if the database was made by a newer version of the bot.
    """
    if revision == "head" and not await pending(database):
        return
    from alembic import command

    await _migrate(database, lambda config: command.upgrade(config, revision))


async def downgrade(database: Database, revision: str) -> None:
    """Migrate down to a revision, or to "base", which leaves no table and no data."""
    from alembic import command

    await _migrate(database, lambda config: command.downgrade(config, revision))


def alembic_config(connection: Connection) -> Config:
    """Alembic's settings for these migrations on a connection."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


async def _migrate(database: Database, run: Callable[[Config], None]) -> None:
    one_transaction = _on_sqlite if database.is_sqlite else _on_postgresql
    async with database.engine.connect() as connection:
        await connection.run_sync(one_transaction, run)


def _on_postgresql(connection: Connection, run: Callable[[Config], None]) -> None:
    with connection.begin():
        connection.execute(text(f"SELECT pg_advisory_xact_lock({_POSTGRESQL_LOCK})"))
        run(alembic_config(connection))


def _on_sqlite(connection: Connection, run: Callable[[Config], None]) -> None:
    # While foreign keys are on, making a table anew removes the rows that refer to it; and the
    # driver itself begins no transaction before CREATE or ALTER.
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        run(alembic_config(connection))
        if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
            raise RuntimeError(f"The migration leaves rows that refer to nothing: {broken[:10]}")
        connection.commit()
    finally:
        connection.rollback()
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
