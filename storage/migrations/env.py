"""What Alembic runs: on the connection of storage/migrate.py, or on a developer's `-x url=`."""

import asyncio
from typing import Any, Literal

from alembic import context
from sqlalchemy import Connection, Enum

from storage.database import Database
from storage.tables import Moment, Table


def _render_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name plain SQL types: ours may change after a migration was written."""
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(item, Enum):
        return f"sa.String({item.length})"
    return False


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=Table.metadata,
        transactional_ddl=True,
        render_as_batch=True,
        render_item=_render_type,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _run_for_developer() -> None:
    url = context.get_x_argument(as_dictionary=True).get("url")
    if not isinstance(url, str):
        raise SystemExit("Say which database: alembic -x url=sqlite+aiosqlite:////tmp/draft.db …")
    database = Database(url)
    try:
        async with database.engine.begin() as connection:
            await connection.run_sync(_run)
    finally:
        await database.close()


if (given := context.config.attributes.get("connection")) is not None:
    _run(given)
else:
    asyncio.run(_run_for_developer())
