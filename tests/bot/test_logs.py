"""What people are called and what they send is in no log, whatever fails."""

import asyncio
import io
import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import structlog
from sqlalchemy import URL, text

from bot.logs import set_up_logs
from bot.settings import Settings
from locales import texts
from storage.tables import Person
from tests.journeys.people import Phone
from tests.journeys.world import World, a_world_on
from tests.participants import participant

SAY = texts("kk")
YES = SAY.plain("journal-button-ok")
# Words that nothing else has, as a name, a text, a phone and a name in Telegram.
MARKS = ("Канарейка", "қанарысөз", "77017654321", "Kanarbekova")


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged meanwhile, down to the smallest, as it is written for real."""
    written = io.StringIO()
    set_up_logs(Settings(_env_file=None, log_level="DEBUG"))
    root = logging.getLogger()
    handler = root.handlers[0]
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(written)
    for chatty in ("aiogram", "aiogram_dialog", "aiohttp.access"):
        logging.getLogger(chatty).setLevel(logging.DEBUG)
    yield written
    set_up_logs(Settings(_env_file=None))


@pytest.fixture
async def world(migrated: URL, tmp_path: Path) -> AsyncIterator[World]:
    async with a_world_on(migrated, tmp_path) as world:
        yield world


async def _marked(world: World) -> Phone:
    phone = await world.phone("Kanarbekova", phone="+77017654321")
    mentor = await world.phone("Асқар")
    for each in (phone, mentor):
        await each.start()
        await each.sees("Қазақша")
    async with world.bot.database.transaction() as session:
        enrolment = await participant(
            session,
            world.bot.programme,
            world.clock.now(),
            telegram_id=phone.id,
            mentor_telegram_id=mentor.id,
        )
        person = await session.get_one(Person, enrolment.person_id)
        person.full_name, person.phone = "Канарейка Айгерім", "+77017654321"
    return phone


async def test_no_mark_is_in_the_log(world: World, log: io.StringIO) -> None:
    girl = await _marked(world)
    await girl.write("жүгіру 40 мин, қанарысөз")
    await girl.sees("40 мин", YES)
    await _bug_in_the_database(world, girl)
    await _unreadable_answers(world, girl)
    await _undecodable_updates(world, girl)
    await _bug_in_a_task(girl)
    await world.idle()
    written = log.getvalue()
    assert "update_failed" in written
    assert "never retrieved" in written
    assert [mark for mark in MARKS if mark in written] == []
    assert "award/" in written  # it still says where


async def _bug_in_the_database(world: World, girl: Phone) -> None:
    """A row that the table does not take, which PostgreSQL tells in full."""
    spoil, mend = "ALTER TABLE entry RENAME TO entry_away", "ALTER TABLE entry_away RENAME TO entry"
    if not world.bot.database.is_sqlite:
        spoil = "ALTER TABLE entry ADD CONSTRAINT mute CHECK (note = '') NOT VALID"
        mend = "ALTER TABLE entry DROP CONSTRAINT mute"
    async with world.bot.database.transaction() as session:
        await session.execute(text(spoil))
    await girl.write("жүгіру 50 мин, қанарысөз")
    await girl.sees("қате шықты")
    async with world.bot.database.transaction() as session:
        await session.execute(text(mend))


async def _unreadable_answers(world: World, girl: Phone) -> None:
    for body in ("<h1>қанарысөз</h1>", '{"ok": true, "result": "қанарысөз"}'):
        await world.fault("sendMessage", body=body)
        await girl.write("жүгіру 30 мин, қанарысөз")
    await girl.write("/menu")
    await girl.sees(SAY.plain("menu-button-help"))


async def _undecodable_updates(world: World, girl: Phone) -> None:
    person = {"id": girl.id, "is_bot": False, "first_name": "Kanarbekova"}
    chat = {"id": girl.id, "type": "private", "first_name": "Kanarbekova"}
    broken = {"message_id": "қанарысөз", "from": person, "chat": chat, "text": "қанарысөз"}
    async with world.http.post(f"{world.sandbox.url}/updates", json={"message": broken}) as answer:
        answer.raise_for_status()
    await girl.sees("өңдей алмадық")


async def _bug_in_a_task(girl: Phone) -> None:
    """asyncio itself tells of what nobody waited for."""

    async def fail() -> None:
        raise ValueError("Канарейка Айгерім")

    task = asyncio.create_task(fail())
    await asyncio.wait({task})
    del task


def test_an_exception_is_told_by_type_code_and_place(log: io.StringIO) -> None:
    try:
        Settings(_env_file=None, log_level="Канарейка")
    except ValueError:
        structlog.get_logger().exception("broken")
    assert "pydantic_core._pydantic_core.ValidationError" in log.getvalue()
    assert "Канарейка" not in log.getvalue()
