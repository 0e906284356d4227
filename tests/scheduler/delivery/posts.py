"""A Telegram that only counts: what a delivery sent, to whom, in which order."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncSession

from scheduler.delivery.delivery import Delivery, Letter
from scheduler.delivery.gathering import Gathers
from storage.database import Database
from storage.tables import Outbox, Person, Urgency
from tests.no_pace import NoPace

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)


class HandClock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def move(self, **span: float) -> None:
        self.at += timedelta(**span)


@dataclass
class Post:
    """What was sent: the ids of rows, message by message; and what it is to run into."""

    sent: list[tuple[int, ...]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    hangs: asyncio.Event | None = None

    async def word(
        self, session: AsyncSession, rows: Sequence[Outbox], now: datetime
    ) -> Letter | None:
        person = await session.get_one(Person, rows[0].person_id)
        if rows[0].details.get("pointless"):
            return None

        async def send() -> int:
            if self.hangs is not None:
                await self.hangs.wait()
            if self.faults:
                raise self.faults.pop(0)
            self.sent.append(tuple(row.id for row in rows))
            return len(self.sent)

        return Letter(person.telegram_id, send)

    async def waits(self, session: AsyncSession, told: Outbox, now: datetime) -> bool:
        return not told.details.get("dealt with")

    @property
    def rows(self) -> list[int]:
        return [each for message in self.sent for each in message]


def delivery(
    database: Database, post: Post, clock: HandClock, gathers: Collection[str] = ()
) -> Delivery:
    """A delivery that sends as fast as it goes."""
    return Delivery(database, post.word, clock.now, NoPace(clock.now), Gathers(gathers, post.waits))


async def people(database: Database, count: int) -> list[int]:
    """Ids of so many new people."""
    rows = [{"telegram_id": 1000 + n, "language": "kk", "joined_at": NOW} for n in range(count)]
    async with database.transaction() as session:
        await session.execute(insert(Person.__table__), rows)
        return list(await session.scalars(select(Person.id).order_by(Person.id)))


async def owe(database: Database, *rows: dict[str, Any]) -> list[int]:
    """Owe messages; their ids."""
    made = [
        Outbox(
            **{
                "kind": "note",
                "details": {},
                "written_at": NOW,
                "due_at": NOW,
                "urgency": Urgency.SOON,
            }
            | row
        )
        for row in rows
    ]
    async with database.transaction() as session:
        session.add_all(made)
        await session.flush()
        return [row.id for row in made]


async def outcomes(database: Database) -> dict[int, str | None]:
    async with database.transaction() as session:
        found = await session.execute(select(Outbox.id, Outbox.outcome))
        return dict(found.tuples().all())
