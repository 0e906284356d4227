"""What is owed to people, and owed once."""

import asyncio
from datetime import timedelta

from sqlalchemy import select

from award.outbox import NoticeKind, tell_once
from storage.database import Database
from storage.tables import Outbox, Urgency
from tests.storage.rows import NOON, add_person


async def test_a_notice_of_one_period_is_owed_once(database: Database) -> None:
    async with database.transaction() as session:
        aru, bek = await add_person(session, 1), await add_person(session, 2)
        assert await tell_once(
            session, aru.id, NoticeKind.WEEKLY_HOUR, "weekly-hour:2025-W11", NOON
        )
        assert not await tell_once(
            session, aru.id, NoticeKind.WEEKLY_HOUR, "weekly-hour:2025-W11", NOON
        )
        assert await tell_once(
            session, aru.id, NoticeKind.WEEKLY_HOUR, "weekly-hour:2025-W12", NOON
        )
        assert await tell_once(
            session, bek.id, NoticeKind.WEEKLY_HOUR, "weekly-hour:2025-W11", NOON
        )


async def test_two_who_owe_at_once_owe_once(database: Database) -> None:
    async with database.transaction() as session:
        person_id = (await add_person(session)).id

    async def owe() -> bool:
        async with database.transaction() as session:
            return await tell_once(
                session, person_id, NoticeKind.DAILY_DIGEST, "digest:2025-03-10", NOON
            )

    assert sorted(await asyncio.gather(*(owe() for _ in range(5)))) == [False] * 4 + [True]


async def test_it_keeps_when_and_how_urgently(database: Database) -> None:
    until = NOON + timedelta(days=3)
    async with database.transaction() as session:
        person = await add_person(session)
        await tell_once(
            session,
            person.id,
            NoticeKind.DAILY_DIGEST,
            "digest:1",
            NOON,
            due_at=NOON + timedelta(hours=1),
            useful_until=until,
            urgency=Urgency.MASS,
            region="KZ-75",
        )
        row = (await session.scalars(select(Outbox))).one()
    assert (row.due_at, row.useful_until) == (NOON + timedelta(hours=1), until)
    assert (row.urgency, row.details) == (Urgency.MASS, {"region": "KZ-75"})
