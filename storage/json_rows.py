"""Rows of a query as one value, for long reading in threads beside others (`read_only.py`).

A thread that computes is interrupted for each row that another fetches, and the other waits for it:
of a million rows that takes most of the time.
"""

from typing import Any

from sqlalchemy import JSON, Select, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement


class json_rows(FunctionElement[list[Any]]):  # noqa: N801  like SQLAlchemy's own functions
    """An array of all rows, each an array of these columns: numbers, texts, nothing else."""

    type = JSON()
    inherit_cache = True


@compiles(json_rows, "sqlite")
def _on_sqlite(element: json_rows, compiler: Any, **how: Any) -> str:
    return f"json_group_array(json_array({compiler.process(element.clauses, **how)}))"


@compiles(json_rows, "postgresql")
def _on_postgresql(element: json_rows, compiler: Any, **how: Any) -> str:
    return f"json_agg(json_build_array({compiler.process(element.clauses, **how)}))"


async def rows_at_once(session: AsyncSession, query: Select[*tuple[Any, ...]]) -> list[list[Any]]:
    """The rows of a query whose columns are numbers and texts."""
    found: list[list[Any]] | None = await session.scalar(select(json_rows(*query.subquery().c)))
    return found or []
