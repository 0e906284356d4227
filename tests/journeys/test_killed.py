"""Nothing lost, nothing twice: the bot dies by SIGKILL again and again under load.

Ten people send texts, albums and taps, their mentors approve; the sandbox keeps what the dead bot
did not confirm, as Telegram does. Afterwards everything sent is there exactly once, every decision
once, every notice was delivered at least once and at most twice.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import random
import re
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image
from sqlalchemy import exists, func, select
from sqlalchemy.orm import aliased

from award.programme import load
from bot.settings import SHIPPED_PROGRAMME
from sandbox.server import Sandbox
from storage.database import Database
from storage.migrate import upgrade
from storage.tables import Entry, EntryState, Media, Outbox, Person, Review, SeenUpdate
from tests.journeys.forked_bot import TOKEN, forks, settings_of
from tests.journeys.people import Phone
from tests.participants import participant

KILLS = 60
PEOPLE = 10
A_SECOND = 20  # things sent
LONGEST_LIFE = 0.6  # seconds of load that a process lives at most
PATIENCE = 180.0  # seconds for the survivor to catch up
ROOT = Path(__file__).parents[2]


@dataclass
class Sent:
    """What the people did: numbers of texts and albums, taps by the number on their card."""

    texts: set[int] = field(default_factory=set)
    albums: dict[int, int] = field(default_factory=dict)
    last: int = 0

    def number(self) -> int:
        self.last += 1
        return self.last


@dataclass
class Crowd:
    """Ten participants and the mentor of each, at their phones."""

    http: aiohttp.ClientSession
    sandbox: Sandbox
    chance: random.Random
    participants: list[Phone] = field(default_factory=list)
    mentors: list[Phone] = field(default_factory=list)
    sent: Sent = field(default_factory=Sent)
    under_way: set[asyncio.Task[None]] = field(default_factory=set)

    def act(self) -> None:
        """Somebody does something; nobody waits for an answer."""
        at = self.chance.randrange(PEOPLE)
        kind = self.chance.random()
        if kind < 0.4:
            deed = self._text(self.participants[at])
        elif kind < 0.55:
            deed = self._album(self.participants[at])
        elif kind < 0.8:
            deed = self._tap(self.participants[at], "✅ Иә")
        else:
            deed = self._tap(self.mentors[at], "✅ Растау")
        task = asyncio.create_task(deed)
        self.under_way.add(task)
        task.add_done_callback(self.under_way.discard)

    async def _text(self, phone: Phone) -> None:
        number = self.sent.number()
        await phone.write(f"жүгіру 20 мин №{number}.")
        self.sent.texts.add(number)

    async def _album(self, phone: Phone) -> None:
        number, size = self.sent.number(), self.chance.randint(2, 4)
        await phone.send(
            *(_picture(number * 10 + piece) for piece in range(size)),
            text=f"жүгіру 20 мин №{number}.",
        )
        self.sent.albums[number] = size

    async def _tap(self, phone: Phone, label: str) -> None:
        """Tap a button that is in sight; one that just went away is no concern here."""
        cards = [m for m in await phone.messages() if label in _labels(m)]
        if cards:
            with contextlib.suppress(AssertionError):
                await phone.tap(label, on=self.chance.choice(cards))


def _labels(message: dict[str, Any]) -> list[str]:
    return [button["text"] for row in message["buttons"] for button in row]


def _picture(seed: int) -> bytes:
    image = Image.effect_noise((48, 48), 40).convert("RGB")
    image.putpixel((seed % 48, seed // 48 % 48), (seed % 256, 255, 0))
    out = io.BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


@contextlib.asynccontextmanager
async def crowd(database: Database) -> AsyncIterator[Crowd]:
    """The sandbox with people who have started the bot and are active in the programme."""
    sandbox = Sandbox(TOKEN, flood_limits=False)
    await sandbox.start(0)
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=60)) as http:
            people = Crowd(http, sandbox, random.Random(20260203))
            programme = load(SHIPPED_PROGRAMME)
            for number in range(PEOPLE):
                mentor = await _phone(people, f"Тәлімгер {number}")
                person = await _phone(people, f"Қатысушы {number}")
                async with database.transaction() as session:
                    await participant(
                        session,
                        programme,
                        sandbox.clock.now(),
                        telegram_id=person.id,
                        mentor_telegram_id=mentor.id,
                    )
                people.participants.append(person)
                people.mentors.append(mentor)
            yield people
    finally:
        await sandbox.stop()


async def _phone(people: Crowd, name: str) -> Phone:
    body = {"first_name": name, "language_code": "kk"}
    async with people.http.post(f"{people.sandbox.url}/people", json=body) as answer:
        phone = Phone(people.http, people.sandbox.url, await answer.json())
    await phone.start()
    return phone


async def start_bot(sandbox: Sandbox, folder: Path) -> Process:
    """A process of its own, as it runs for real; returns when it asks for updates."""
    polls = asyncio.create_task(sandbox.asked())  # not what the dead one before it left open
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=ROOT,
        env=os.environ | settings_of(sandbox, folder),
    )
    died = asyncio.create_task(process.wait())
    await asyncio.wait({polls, died}, return_when=asyncio.FIRST_COMPLETED, timeout=60)
    polls.cancel()
    assert process.returncode is None, "the bot died by itself"
    died.cancel()
    return process


@pytest.mark.long(3)
async def test_sixty_deaths_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    database = Database(f"sqlite+aiosqlite:///{tmp_path / 'award.db'}")
    await upgrade(database)
    async with crowd(database) as people, forks() as bots:
        await database.close()
        for number in range(KILLS):
            forked = await bots.start(people.sandbox, tmp_path)
            asked_again = asyncio.create_task(people.sandbox.asked())
            life = people.chance.uniform(0.05, LONGEST_LIFE)
            for _ in range(max(1, round(life * A_SECOND))):
                people.act()
                await asyncio.sleep(1 / A_SECOND)
            if number % 2:  # one gets on a little: three deaths at one update set it aside
                await asyncio.wait({asked_again}, timeout=PATIENCE)
            asked_again.cancel()
            await bots.kill(forked)
        bot = await start_bot(people.sandbox, tmp_path)
        await asyncio.gather(*people.under_way, return_exceptions=True)
        await _caught_up(database, people)
        bot.terminate()
        await bot.wait()
        try:
            await _check_entries(database, people.sent)
            await _check_decisions(database)
            await _check_notices(database, people)
        finally:
            await database.close()


async def _caught_up(database: Database, people: Crowd) -> None:
    """Until every update is confirmed and every notice settled."""
    async with asyncio.timeout(PATIENCE):
        while True:
            async with database.transaction() as session:
                owed = await session.scalar(
                    select(func.count(Outbox.id)).where(Outbox.settled_at.is_(None))
                )
            if not owed and not await _unconfirmed(people):
                return
            await asyncio.sleep(0.2)


async def _unconfirmed(people: Crowd) -> int:
    async with people.http.get(f"{people.sandbox.url}/bot{TOKEN}/getWebhookInfo") as answer:
        return int((await answer.json())["result"]["pending_update_count"])


async def _check_entries(database: Database, sent: Sent) -> None:
    """Each text and each album is one entry; each photo is in the entry of its album, once."""
    async with database.transaction() as session:
        notes = (await session.execute(select(Entry.id, Entry.note))).all()
        pieces = (await session.scalars(select(Media.entry_id))).all()
        seen = await session.scalar(select(func.count(SeenUpdate.update_id)))
    numbers = Counter(int(found) for _, note in notes for found in re.findall(r"№(\d+)\.", note))
    assert numbers == Counter(dict.fromkeys(sent.texts | sent.albums.keys(), 1))
    media = Counter(pieces)
    for entry_id, note in notes:
        (number,) = map(int, re.findall(r"№(\d+)\.", note))
        assert media[entry_id] == sent.albums.get(number, 0), note
    assert len(notes) > KILLS
    assert (seen or 0) > len(notes)


async def _check_decisions(database: Database) -> None:
    async with database.transaction() as session:
        approved = await session.scalar(
            select(func.count(Entry.id)).where(Entry.state == EntryState.APPROVED)
        )
        reviews = Counter(await session.scalars(select(Review.entry_id)))
    assert approved == len(reviews) > 0, (approved, len(reviews))
    assert set(reviews.values()) == {1}


async def _check_notices(database: Database, people: Crowd) -> None:
    """By what went out: each notice is among the calls that took effect once or twice.

    One that went together with others is in a message that counts them and names none.
    """
    other = aliased(Outbox)
    together = exists().where(
        other.person_id == Outbox.person_id,
        other.settled_at == Outbox.settled_at,
        other.outcome == "merged",
    )
    async with database.transaction() as session:
        submitted = dict(
            (
                await session.execute(
                    select(Entry.note, Person.telegram_id)
                    .join(Outbox, Outbox.details["entry"].as_integer() == Entry.id)
                    .join(Person, Person.id == Outbox.person_id)
                    .where(Outbox.kind == "entry-submitted", Outbox.outcome == "sent", ~together)
                )
            ).all()
        )
        owed = Counter(
            await session.scalars(
                select(Outbox.details["entry"].as_integer()).where(Outbox.kind == "entry-submitted")
            )
        )
        left = await session.scalar(
            select(func.count(Outbox.id)).where(
                Outbox.outcome.not_in(("sent", "merged", "obsolete")) | Outbox.outcome.is_(None)
            )
        )
    assert left == 0
    assert set(owed.values()) == {1}
    assert submitted
    delivered = await _delivered(people)
    for note, mentor in submitted.items():
        (number,) = map(int, re.findall(r"№(\d+)\.", note))
        times = delivered[mentor, number]
        assert times >= 1, number
        # An album that takes the place of a decided entry is sent too: it cannot be edited in.
        assert times <= 2 or number in people.sent.albums, number


async def _delivered(people: Crowd) -> Counter[tuple[int, int]]:
    """How often a number was sent to a chat."""
    async with people.http.get(f"{people.sandbox.url}/calls") as answer:
        calls = (await answer.json())["calls"]
    found: Counter[tuple[int, int]] = Counter()
    for call in calls:
        if call["method"] in {"sendMessage", "sendPhoto"} and call["status"] == 200:
            given = call["parameters"]
            words = f"{given.get('text')} {given.get('caption')}"
            for number in set(map(int, re.findall(r"№(\d+)\.", words))):
                found[int(given["chat_id"]), number] += 1
    return found
