"""INSERT as the database at hand has it: it can say what becomes of a row that is there already."""

import sqlalchemy
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Table


def insert_into(
    session: AsyncSession, table: type[Table] | sqlalchemy.Table
) -> sqlite.Insert | postgresql.Insert:
    """An INSERT with `on_conflict_do_nothing` and the like, for the session's database."""
    on_sqlite = session.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if on_sqlite else postgresql.insert(table)
