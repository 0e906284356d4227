"""The number of a day's week as SQL, for grouping: the same on SQLite and PostgreSQL."""

from datetime import date
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

FIRST = date(1900, 1, 1)  # a Monday, before any that is counted
_FIRST_JULIAN = 2415020.5


class week_number(FunctionElement[int]):  # noqa: N801  like SQLAlchemy's own functions
    """Weeks since the first Monday of 1900, of a column of dates."""

    type = Integer()
    inherit_cache = True


def number_of(day: date) -> int:
    """The same of a date."""
    return (day - FIRST).days // 7


@compiles(week_number, "sqlite")
def _on_sqlite(element: week_number, compiler: Any, **how: Any) -> str:
    day = compiler.process(element.clauses, **how)
    return f"(CAST(julianday({day}) - {_FIRST_JULIAN} AS INTEGER) / 7)"


@compiles(week_number, "postgresql")
def _on_postgresql(element: week_number, compiler: Any, **how: Any) -> str:
    day = compiler.process(element.clauses, **how)
    return f"(({day} - DATE '{FIRST.isoformat()}') / 7)"
