"""Who sends more than their share: all of it is kept, in its order, and nobody waits for it."""

import signal
from collections.abc import AsyncIterator, Sequence
from itertools import count
from pathlib import Path

import pytest
from aiogram.types import Update
from sqlalchemy import URL, func, select

from bot.backlog import SHARE
from bot.updates import DEATHS
from storage.database import Database
from storage.tables import BacklogUpdate, Entry, UpdateAttempt
from tests.bot.poisoned import POISON
from tests.journeys.forked_bot import forks
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant
from tests.journeys.world import World, a_world, a_world_on

MANY = 3 * SHARE
_numbers = count(1_000_000)


@pytest.fixture
async def world(migrated: URL, tmp_path: Path) -> AsyncIterator[World]:
    async with a_world_on(migrated, tmp_path) as world:
        yield world


def _texts(world: World, phone: Phone, words: Sequence[str]) -> list[Update]:
    made = []
    for each in words:
        number = next(_numbers)
        person = {"id": phone.id, "is_bot": False, "first_name": "Аружан"}
        message = {
            "message_id": number,
            "date": int(world.clock.now().timestamp()),
            "chat": {"id": phone.id, "type": "private", "first_name": "Аружан"},
            "from": person,
            "text": each,
        }
        made.append(Update.model_validate({"update_id": number, "message": message}))
    return made


def _minutes(first: int, how_many: int = MANY) -> list[str]:
    return [f"жүгіру {first + number} мин" for number in range(how_many)]


async def _notes(database: Database) -> list[str]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Entry.note).order_by(Entry.id)))


async def _behind(database: Database) -> int:
    async with database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(BacklogUpdate)) or 0


async def test_the_others_of_a_batch_do_not_wait_for_it(world: World) -> None:
    hasty, polite = await a_participant(world, "Аружан"), await a_participant(world, "Әлия")
    many, one = _texts(world, hasty, _minutes(20)), _texts(world, polite, ["жүгіру 100 мин"])
    await world.bot.updates.handle_all([*many, *one])
    notes = await _notes(world.bot.database)
    assert "жүгіру 100 мин" in notes
    assert len(notes) <= MANY
    # What comes after them stands behind them.
    await world.bot.updates.handle_all(_texts(world, hasty, ["жүгіру 99 мин"]))
    await world.idle()
    notes = await _notes(world.bot.database)
    assert [note for note in notes if "100" not in note] == [*_minutes(20), "жүгіру 99 мин"]
    assert await _behind(world.bot.database) == 0
    await hasty.sees("99 мин")


async def test_nothing_of_it_is_lost_or_done_twice_by_a_stop(world: World) -> None:
    hasty = await a_participant(world, "Аружан")
    many = _texts(world, hasty, _minutes(20))
    await world.bot.updates.handle_all(many)
    await world.stop_bot()
    await world.start_bot()
    await world.bot.updates.handle_all(many)  # as if they had not been confirmed
    await world.idle()
    assert await _notes(world.bot.database) == _minutes(20)
    assert await _behind(world.bot.database) == 0


async def test_a_poisonous_one_is_set_aside_after_three_deaths(data_folder: Path) -> None:
    async with a_world(data_folder) as world:
        aru = await a_participant(world, "Аружан")
        await world.idle()
        await world.stop_bot()
        words = [*_minutes(20, SHARE), POISON, *_minutes(50, SHARE)]
        database = Database(world.settings.database)
        async with database.transaction() as session:
            for update in _texts(world, aru, words):
                raw = update.model_dump(mode="json", by_alias=True, exclude_none=True)
                session.add(
                    BacklogUpdate(
                        update_id=update.update_id,
                        telegram_id=aru.id,
                        at=world.clock.now(),
                        update=raw,
                    )
                )
        async with forks("tests.bot.poisoned") as bots:
            for _ in range(DEATHS):
                await bots.begin(world.sandbox, world.settings.data_dir)
                assert await bots.ended() == -signal.SIGKILL
        await world.start_bot()
        await aru.sees("өңдей алмадық")
        await world.idle()
        assert await _notes(database) == [each for each in words if each != POISON]
        async with database.transaction() as session:
            aside = (await session.scalars(select(UpdateAttempt))).all()
        assert [attempt.attempts for attempt in aside] == [DEATHS]
        await database.close()
