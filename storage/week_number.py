"""The number of a day, and of its week, as SQL for grouping: the same on both databases."""

from datetime import date
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

FIRST = date(1900, 1, 1)  # a Monday, before any that is counted
_FIRST_JULIAN = 2415020.5
_FIRST_ORDINAL = FIRST.toordinal()


class week_number(FunctionElement[int]):  # noqa: N801  like SQLAlchemy's own functions
    """Weeks since the first Monday of 1900, of a column of dates."""

    type = Integer()
    inherit_cache = True


class day_number(FunctionElement[int]):  # noqa: N801
    """Days since that Monday, of a column of dates."""

    type = Integer()
    inherit_cache = True


def number_of(day: date) -> int:
    """The week's number of a date."""
    return day_number_of(day) // 7


def day_of(number: int) -> date:
    """The date of a day's number."""
    return date.fromordinal(_FIRST_ORDINAL + number)


def day_number_of(day: date) -> int:
    """The day's number of a date."""
    return (day - FIRST).days


@compiles(day_number, "sqlite")
def _day_on_sqlite(element: day_number, compiler: Any, **how: Any) -> str:
    day = compiler.process(element.clauses, **how)
    return f"CAST(julianday({day}) - {_FIRST_JULIAN} AS INTEGER)"


@compiles(day_number, "postgresql")
def _day_on_postgresql(element: day_number, compiler: Any, **how: Any) -> str:
    day = compiler.process(element.clauses, **how)
    return f"({day} - DATE '{FIRST.isoformat()}')"


@compiles(week_number)
def _week(element: week_number, compiler: Any, **how: Any) -> str:
    return f"({compiler.process(day_number(*element.clauses), **how)} / 7)"
