"""How many processes deliver at this moment: they share what Telegram takes a second.

Each says that it lives, in the database that they share. One process has a SQLite to itself.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.skew import SKEW
from storage.database import Database
from storage.tables import Courier

EVERY = timedelta(seconds=1)
ALIVE = timedelta(seconds=5)
FORGET = timedelta(minutes=10)


class Couriers:
    """This process among those that deliver. `several`: there may be others."""

    def __init__(self, database: Database) -> None:
        self.several = not database.is_sqlite
        self._name = secrets.token_hex(8)
        self._said_at: datetime | None = None
        self._count = 1

    async def beat(self, session: AsyncSession, now: datetime) -> int:
        """Say that this one lives, once a second at most; how many do."""
        said_at = self._said_at
        if not self.several or (said_at is not None and timedelta(0) <= now - said_at < EVERY):
            return self._count
        if said_at is None:
            await session.execute(delete(Courier).where(Courier.seen_at < now - FORGET))
        said = insert(Courier).values(name=self._name, seen_at=now)
        await session.execute(
            said.on_conflict_do_update(index_elements=["name"], set_={"seen_at": now})
        )
        alive = select(func.count(Courier.name)).where(
            Courier.seen_at.between(now - ALIVE, now + SKEW)
        )
        self._count = max(1, (await session.scalar(alive)) or 1)
        self._said_at = now
        return self._count

    async def leave(self, session: AsyncSession) -> None:
        """Leave what one had to the others."""
        if self.several:
            await session.execute(delete(Courier).where(Courier.name == self._name))
