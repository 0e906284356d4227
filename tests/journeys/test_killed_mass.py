"""A message to two thousand people, and a bot that is killed again and again while it goes out.

Nobody is forgotten; who gets it twice is one of the few to whom the dead process was sending it.
"""

import asyncio
import random
from collections import Counter
from pathlib import Path

from sqlalchemy import func, insert, select

from sandbox.server import Sandbox
from sandbox.telegram import Person as SandboxPerson
from scheduler.delivery import BATCH
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import (
    Broadcast,
    Enrolment,
    EnrolmentState,
    Outbox,
    Person,
    Role,
    RoleKind,
    Table,
)
from tests.journeys.forked_bot import TOKEN
from tests.journeys.test_killed import kill, start_bot

PEOPLE = 2000
FIRST = 700_000_001
KILLS = 6
PATIENCE = 300.0


async def test_killed_in_the_middle_of_a_message_to_two_thousand(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'award.db'}")
    await upgrade(database)
    sandbox = Sandbox(TOKEN)  # with its flood limits
    for number in range(PEOPLE + 1):
        person = SandboxPerson(id=FIRST + number, first_name="Ару", started=True)
        sandbox.telegram.people[person.id] = person
    await sandbox.start(0)
    chance = random.Random(20260203)
    try:
        await _confirmed(database, sandbox)
        for _ in range(KILLS):
            bot = await start_bot(sandbox, tmp_path)
            await asyncio.sleep(chance.uniform(0.5, 4))
            await kill(bot)
        bot = await start_bot(sandbox, tmp_path)
        await _all_settled(database)
        bot.terminate()
        await bot.wait()
        calls = sandbox.calls.after(0, "sendMessage")
    finally:
        await database.close()
        await sandbox.stop()
    # The operator's bar and report besides.
    sent = [c for c in calls if c["status"] == 200 and c["parameters"]["chat_id"] != str(FIRST)]
    by_person = Counter(int(call["parameters"]["chat_id"]) for call in sent)
    assert set(by_person) - {FIRST} == {FIRST + n for n in range(1, PEOPLE + 1)}
    twice = [person for person, times in by_person.items() if times > 1 and person != FIRST]
    assert max(by_person[person] for person in by_person if person != FIRST) <= 2
    assert len(twice) <= KILLS * BATCH
    assert [call for call in calls if call["status"] == 429] == []


async def _confirmed(database: Database, sandbox: Sandbox) -> None:
    """Two thousand participants, and an operator's broadcast of which no row is written yet."""
    now = sandbox.clock.now()
    tables = Table.metadata.tables
    people = [
        {"telegram_id": FIRST + number, "language": "kk", "joined_at": now}
        for number in range(PEOPLE + 1)
    ]
    async with database.transaction() as session:
        await session.execute(insert(tables[Person.__tablename__]), people)
        operator, *others = (await session.scalars(select(Person.id).order_by(Person.id))).all()
        session.add(Role(person_id=operator, kind=RoleKind.OPERATOR, since=now))
        active = [
            {
                "person_id": person,
                "state": EnrolmentState.ACTIVE,
                "level": "bronze",
                "choices": {},
                "overrides": {},
                "begun_at": now,
            }
            for person in others
        ]
        await session.execute(insert(tables[Enrolment.__tablename__]), active)
        session.add(
            Broadcast(
                made_by=operator,
                made_at=now,
                words={"kk": "Сәлем!"},
                first="kk",
                audience={"roles": ["participant"]},
                count=PEOPLE,
                confirmed_at=now,
            )
        )


async def _all_settled(database: Database) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            async with database.transaction() as session:
                reported = await session.scalar(select(Broadcast.reported_at))
                owed = await session.scalar(
                    select(func.count(Outbox.id)).where(Outbox.settled_at.is_(None))
                )
            if reported is not None and not owed:
                return
            await asyncio.sleep(0.5)
