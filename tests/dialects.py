"""SQLAlchemy's dialects for tests: what was compiled for one database is good for all of its kind.

Each test has a database, so an engine, of its own, and SQLAlchemy keeps what it compiled by engine
and dialect: every test would compile every statement anew.
"""

from typing import Any

from sqlalchemy import Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.asyncpg import PGDialect_asyncpg
from sqlalchemy.dialects.sqlite.aiosqlite import SQLiteDialect_aiosqlite
from sqlalchemy.util import LRUCache


class _AllAlike:
    """Instances of a class are equal, and engines of it keep together what they compiled."""

    _compiled: LRUCache[Any, Any]

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    @classmethod
    def engine_created(cls, engine: Engine) -> None:
        engine.update_execution_options(compiled_cache=cls._compiled)


class SQLite(_AllAlike, SQLiteDialect_aiosqlite):
    supports_statement_cache = True
    _compiled = LRUCache(3000)


class PostgreSQL(_AllAlike, PGDialect_asyncpg):
    supports_statement_cache = True
    _compiled = LRUCache(3000)


def share() -> None:
    """Let all engines that are made from here on be of these dialects."""
    registry.register("sqlite.aiosqlite", __name__, SQLite.__name__)
    registry.register("postgresql.asyncpg", __name__, PostgreSQL.__name__)
