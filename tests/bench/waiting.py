"""How long a polite person waits for an answer while something large goes on beside them."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any

from aiogram import Bot
from aiogram.methods import SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from pydantic import SecretStr
from sqlalchemy import func, insert, select

from award.outbox import NoticeKind
from bot.assemble import service
from bot.clock import Clock
from bot.settings import Settings
from handlers.review.card import ReviewDo, ReviewTap
from locales import texts
from sandbox.telegram import Person as SandboxPerson
from storage.tables import Enrolment, Entry, EntryState, Media, Outbox, Person, Table, Urgency
from tests.bench.null_telegram import TOKEN, NullTelegram, text
from tests.bench.service import memory
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant, a_picture
from tests.journeys.world import World, a_world
from tests.no_pace import NoPace

POLITE = 40  # people who each send a text now and then
SAMPLES = 100
EVERY = 0.1  # seconds between two of their texts
HIGHEST = 1.0  # seconds of the p99
CALL = 20.0  # seconds that a call to the slow chat takes
TEXTS = 200
PHOTOS = 60
APPROVED = 50
READERS = 50_000
FIRST_READER = 600_000_001
CHATS = 10_000
MOST = 100  # MB for the replies that they are owed
YES = texts("kk").plain("journal-button-ok")

Load = Callable[[World], Coroutine[Any, Any, None]]


async def measure(folder: Path) -> None:
    """Print p50, p95 and p99 in each case, and the memory of replies that wait."""
    cases: tuple[tuple[str, Load], ...] = (
        ("nothing", _nothing),
        (f"another sends {TEXTS} texts at once", _texts),
        (f"one chat's calls take {CALL:.0f} s each", _slow_chat),
        (f"a mentor opens an entry with {PHOTOS} photos", _large_entry),
        (f"{APPROVED} entries are approved at once", _approvals),
        (f"a digest to {READERS} goes out", _digest),
    )
    for number, (name, load) in enumerate(cases):
        place = folder / f"waiting-{number}"
        place.mkdir()
        async with a_world(place, paced=True) as world:
            polite = [await a_participant(world, f"Әдепті {n}") for n in range(POLITE)]
            await _past_probation(world, polite)
            beside = asyncio.create_task(load(world))
            waited = await _waited(polite)
            beside.cancel()
            await asyncio.gather(beside, return_exceptions=True)
            await world.no_faults()
        cuts = quantiles(waited, n=100, method="inclusive")
        p50, p95, p99 = (1000 * cuts[at - 1] for at in (50, 95, 99))
        print(
            f"answer while {name}: p50 {p50:.0f} ms, p95 {p95:.0f} ms, p99 {p99:.0f} ms"
            f" (≤ {1000 * HIGHEST:.0f} ms)",
            flush=True,
        )
    await _memory(folder / "waiting-memory")


async def _past_probation(world: World, polite: list[Phone]) -> None:
    for phone in polite:
        await phone.write("/menu")
    await world.idle()


async def _waited(polite: list[Phone]) -> list[float]:
    """Seconds until each of so many texts was answered."""

    async def one(number: int) -> float:
        phone, minutes = polite[number % POLITE], 20 + number // POLITE
        begun = time.perf_counter()
        await phone.write(f"жүгіру {minutes} мин")
        await phone.sees(f"жүгіру {minutes} мин", YES)
        return time.perf_counter() - begun

    asked = []
    for number in range(SAMPLES):
        asked.append(asyncio.create_task(one(number)))
        await asyncio.sleep(EVERY)
    return await asyncio.gather(*asked)


async def _nothing(_world: World) -> None:
    """What the polite wait anyway, on this machine."""


async def _texts(world: World) -> None:
    hasty = await a_participant(world, "Асығыс")
    await asyncio.gather(*(hasty.write(f"жүгіру {20 + n} мин") for n in range(TEXTS)))


async def _slow_chat(world: World) -> None:
    slow = await a_participant(world, "Баяу")
    await world.fault("*", chat_id=slow.id, delay=CALL, times=None)
    for number in range(10):
        await slow.write(f"жүгіру {20 + number} мин")


async def _large_entry(world: World) -> None:
    girl = await a_participant(world, "Көп суретті")
    await girl.send(a_picture(), text="жүгіру 40 мин")
    await girl.sees("40 мин", YES)
    async with world.bot.database.transaction() as session:
        entry = (await session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1))).one()
        piece = (await session.scalars(select(Media).where(Media.entry_id == entry.id))).one()
        values = {
            column.name: getattr(piece, column.key)
            for column in Media.__table__.columns
            if column.name != "id"
        }
        await session.execute(
            insert(Media.__table__),
            [values | {"file_unique_id": f"more-{number}"} for number in range(PHOTOS - 1)],
        )
        entry.state, entry.submitted_at = EntryState.SUBMITTED, world.clock.now()
        mentor = await _mentor_of(world, session, entry)
    card = (await mentor.messages())[-1]
    for _ in range(3):
        await mentor.forge(card["message_id"], ReviewTap(do=ReviewDo.SHOW, entry=entry.id).pack())
        await mentor.write("/review")


async def _approvals(world: World) -> None:
    girl = await a_participant(world, "Белсенді")
    await girl.write("жүгіру 25 мин")
    await girl.sees("25 мин", YES)
    async with world.bot.database.transaction() as session:
        entry = (await session.scalars(select(Entry).order_by(Entry.id.desc()).limit(1))).one()
        values = {
            column.name: getattr(entry, column.key)
            for column in Entry.__table__.columns
            if column.name not in ("id", "message_id")
        }
        submitted = {"state": EntryState.SUBMITTED, "submitted_at": world.clock.now()}
        await session.execute(insert(Entry.__table__), [values | submitted] * APPROVED)
        newest = await session.scalar(select(func.max(Entry.id)))
        assert newest is not None
        mentor = await _mentor_of(world, session, entry)
    card = (await mentor.messages())[-1]
    tap = ReviewTap(do=ReviewDo.APPROVE_ALL, entry=newest, value=str(newest))
    await mentor.forge(card["message_id"], tap.pack())


async def _mentor_of(world: World, session: Any, entry: Entry) -> Phone:
    enrolment = await session.get_one(Enrolment, entry.enrolment_id)
    person = await session.get_one(Person, enrolment.mentor_id)
    http, url = world.http, world.sandbox.url
    return Phone(http, url, {"id": person.telegram_id, "first_name": "Тәлімгер"})


async def _digest(world: World) -> None:
    now = world.clock.now()
    for number in range(FIRST_READER, FIRST_READER + READERS):
        world.sandbox.telegram.people[number] = SandboxPerson(
            id=number, first_name="Оқырман", started=True
        )
    tables = Table.metadata.tables
    async with world.bot.database.transaction() as session:
        people = [
            {"telegram_id": FIRST_READER + n, "language": "kk", "joined_at": now - timedelta(1)}
            for n in range(READERS)
        ]
        await session.execute(insert(tables[Person.__tablename__]), people)
        added = select(Person.id).where(Person.telegram_id >= FIRST_READER)
        rows = [
            {
                "person_id": person,
                "kind": NoticeKind.CONSENT_WITHDRAWN,
                "details": {},
                "written_at": now,
                "due_at": now,
                "urgency": Urgency.MASS,
            }
            for person in await session.scalars(added)
        ]
        await session.execute(insert(tables[Outbox.__tablename__]), rows)


class _Silent(NullTelegram):
    """Takes no message: every one is awaited for as long as this lasts."""

    silent = False

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        if self.silent and isinstance(method, SendMessage):
            await asyncio.Event().wait()
        return await super().make_request(bot, method, timeout)


async def _memory(folder: Path) -> None:
    """What replies hold that nobody takes, above what the same updates leave behind anyway."""
    telegram = _Silent()
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=folder, _env_file=None)
    clock = Clock()
    pace = NoPace(clock.now)
    async with service(settings, clock, session=telegram, pace=pace) as bot:
        held = []
        for telegram.silent in (False, True):
            for first in range(0, CHATS, 100):
                batch = [text(bot.bot, 500_000_000 + n, "/menu") for n in range(first, first + 100)]
                await bot.updates.handle_all(batch)
                if not telegram.silent:
                    await bot.updates.settled()
            held.append(memory(os.getpid()))
    print(
        f"{CHATS} chats that are owed a screen: {held[1] - held[0]:+.0f} MB above idle"
        f" (≤ {MOST} MB)"
    )
