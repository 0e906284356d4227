"""A digest to a thousand and an operator's message, and a bot that is killed again and again.

Nobody is forgotten; who gets it twice is one of the few to whom the dead process was sending it.
"""

import asyncio
import random
import shutil
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import ColumnElement, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.settings import SHIPPED_PROGRAMME
from sandbox.server import Sandbox
from sandbox.telegram import Person as SandboxPerson
from scheduler.delivery.delivery import BATCH
from scheduler.jobs.runs import FIRST_SEEN
from storage.database import Database
from storage.tables import (
    Broadcast,
    Enrolment,
    EnrolmentState,
    JobRun,
    Outbox,
    Person,
    Role,
    RoleKind,
)
from tests.journeys.forked_bot import TOKEN, forks
from tests.journeys.test_killed import start_bot

DIGESTS, MESSAGES = 1200, 200
KILLS = 6
PATIENCE = 300.0
FIRST = 700_000_001  # the operator; after them those with a digest, then those with a message
_unfinished = JobRun.ended_at.is_(None)


@pytest.fixture
async def database(data_folder: Path) -> AsyncIterator[Database]:
    database = Database(f"sqlite+aiosqlite:///{data_folder / 'award.db'}")
    yield database
    await database.close()


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    sandbox = Sandbox(TOKEN)  # with its flood limits
    await sandbox.start(0)
    yield sandbox
    await sandbox.stop()


@pytest.mark.long(2)
async def test_killed_again_and_again(
    database: Database, sandbox: Sandbox, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first dies while it writes down who is owed the digest, the others while they send."""
    chance, zone = random.Random(20260203), _where_it_is_ten()
    monkeypatch.setenv("PROGRAMME", str(_programme_of(zone, data_folder)))
    async with database.transaction() as session:
        operator, *others = await _people(session, sandbox, 1 + DIGESTS + MESSAGES)
        _owe_a_digest(session, zone, others[:DIGESTS])
        _confirm_a_message(session, operator, others[DIGESTS:])
    async with forks() as bots:
        for number in range(KILLS):
            await _let_go(database)
            forked = await bots.start(sandbox, data_folder)
            if number == 0:
                await _half_written(database)
            else:
                await asyncio.sleep(chance.uniform(0.5, 4))
            await bots.kill(forked)
    await _let_go(database)
    bot = await start_bot(sandbox, data_folder)
    async with asyncio.timeout(PATIENCE):
        while await _is_owed(database):  # noqa: ASYNC110
            await asyncio.sleep(0.5)
    bot.terminate()
    await bot.wait()
    calls = sandbox.calls.after(0, "sendMessage")
    # A process does not know what the dead one sent within the last second.
    assert sum(call["status"] == 429 for call in calls) <= KILLS * BATCH
    times = Counter(int(call["parameters"]["chat_id"]) for call in calls if call["status"] == 200)
    got = [times[FIRST + number] for number in range(1, 1 + DIGESTS + MESSAGES)]
    assert min(got) >= 1
    assert max(got) <= 2
    assert sum(each > 1 for each in got) <= KILLS * BATCH


def _where_it_is_ten() -> str:
    """A zone where the digest of nine o'clock was due an hour ago, and night is far."""
    east = (10 - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-east:+d}"


def _programme_of(zone: str, folder: Path) -> Path:
    """The shipped programme, in a country that lies in this zone."""
    moved = folder / "programme"
    shutil.copytree(SHIPPED_PROGRAMME, moved)
    file = moved / "programme.yaml"
    file.write_text(file.read_text().replace("zone: Asia/Almaty ", f"zone: {zone} "))
    return moved


async def _people(session: AsyncSession, sandbox: Sandbox, count: int) -> Sequence[int]:
    """Ids of people who have started the bot, in the order of their Telegram ids from `FIRST`."""
    numbers = range(FIRST, FIRST + count)
    for number in numbers:
        sandbox.telegram.people[number] = SandboxPerson(id=number, first_name="Ару", started=True)
    now = datetime.now(UTC)
    rows = [{"telegram_id": number, "language": "kk", "joined_at": now} for number in numbers]
    await session.execute(insert(Person.__table__), rows)
    return (await session.scalars(select(Person.id).order_by(Person.telegram_id))).all()


def _owe_a_digest(session: AsyncSession, zone: str, people: Sequence[int]) -> None:
    """To coordinators: yesterday it ran, and this morning the service was down."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    role = {"kind": RoleKind.COORDINATOR, "region": "KZ-75", "since": yesterday}
    session.add_all(Role(person_id=person, **role) for person in people)
    run = {"due_at": yesterday, "begun_at": yesterday, "ended_at": yesterday}
    session.add(JobRun(job=f"daily-digest:{zone}", problem=FIRST_SEEN, **run))


def _confirm_a_message(session: AsyncSession, operator: int, people: Sequence[int]) -> None:
    """An operator's to participants, of which no row is written yet."""
    now = datetime.now(UTC)
    session.add(Role(person_id=operator, kind=RoleKind.OPERATOR, since=now))
    state = {"state": EnrolmentState.ACTIVE, "level": "bronze", "begun_at": now}
    session.add_all(Enrolment(person_id=person, **state) for person in people)
    session.add(
        Broadcast(
            made_by=operator,
            made_at=now,
            words={"kk": "Сәлем!"},
            first="kk",
            audience={"roles": ["participant"]},
            count=len(people),
            confirmed_at=now,
        )
    )


async def _let_go(database: Database) -> None:
    """As if the two minutes were over for which the dead one holds its job."""
    async with database.transaction() as session:
        await session.execute(
            update(JobRun).where(_unfinished).values(held_until=datetime.now(UTC))
        )


async def _half_written(database: Database) -> None:
    """Until some rows of the digest are there; it writes them a hundred at a time."""
    async with asyncio.timeout(PATIENCE):
        while not (written := await _count(database, Outbox.kind == "daily-digest")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    assert written < DIGESTS


async def _is_owed(database: Database) -> bool:
    """Something waits to be sent, to be reported, or to be written down first."""
    waiting = (Outbox.settled_at.is_(None), Broadcast.reported_at.is_(None), _unfinished)
    return any([await _count(database, which) for which in waiting])


async def _count(database: Database, which: ColumnElement[bool]) -> int:
    async with database.transaction() as session:
        return await session.scalar(select(func.count()).where(which)) or 0
