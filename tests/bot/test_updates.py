"""The way of an update: handled once, answered always, confirmed after."""

import asyncio
import gc
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from aiogram.types import Update
from sqlalchemy import delete, func, select, text

from bot.check import check
from bot.webhook import PATH, webhook
from storage.database import Database
from storage.tables import Conversation, Entry, EntryState, SeenUpdate, UpdateAttempt
from tests.bench import null_telegram
from tests.bot.poisoned import POISON
from tests.journeys.forked_bot import forks
from tests.journeys.steps import a_participant
from tests.journeys.world import TOKEN, World, a_world


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder) as world:
        yield world


async def _entries(database: Database) -> list[str]:
    async with database.transaction() as session:
        return list(await session.scalars(select(Entry.note).order_by(Entry.id)))


async def test_what_fails_is_answered_with_a_number_and_never_comes_again(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    async with world.bot.database.transaction() as session:
        await session.execute(text("ALTER TABLE entry RENAME TO entry_away"))
    await aru.write("жүгіру 40 мин")
    apology = await aru.sees("қате шықты")
    assert apology["text"].split()[-1].isalnum()
    async with world.bot.database.transaction() as session:
        await session.execute(text("ALTER TABLE entry_away RENAME TO entry"))
    await aru.write("жүгіру 30 мин")
    await aru.sees("30 мин", "✅ Иә")
    assert await _entries(world.bot.database) == ["жүгіру 30 мин"]
    assert len([m for m in await aru.messages() if "қате шықты" in m["text"]]) == 1


async def test_an_update_that_comes_again_changes_nothing(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await aru.write("жүгіру 40 мин")
    await aru.sees("✅ Иә")
    async with world.bot.database.transaction() as session:
        seen = await session.scalar(select(func.max(SeenUpdate.update_id)))
        entry = (await session.scalars(select(Entry))).one()
    again = Update.model_validate(
        {
            "update_id": seen,
            "message": {
                "message_id": entry.message_id,
                "date": int(entry.sent_at.timestamp()),
                "chat": {"id": aru.id, "type": "private"},
                "from": {"id": aru.id, "is_bot": False, "first_name": "Аружан"},
                "text": "жүгіру 40 мин",
            },
        },
        context={"bot": world.bot.bot},
    )
    await world.bot.updates.handle_all([again])
    assert await _entries(world.bot.database) == ["жүгіру 40 мин"]
    await aru.tap("✅ Иә")
    async with world.bot.database.transaction() as session:
        assert (await session.scalars(select(Entry.state))).all() == [EntryState.SUBMITTED]


async def test_an_answer_that_telegram_did_not_take_is_tried_until_it_does(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await world.fault("sendMessage", retry_after=60)
    await aru.write("жүгіру 40 мин")
    await world.received()
    await world.move(seconds=61)
    await aru.sees("жүгіру 40 мин", "✅ Иә")
    await world.fault("sendMessage", status=500, times=4)
    await aru.write("/plan")
    await aru.sees("Жеке кестеңіз", "🏠 Мәзір")
    assert await _entries(world.bot.database) == ["жүгіру 40 мин"]
    assert len([m for m in await aru.messages() if "✅ Иә" in str(m["buttons"])]) == 1


async def test_updates_of_one_person_keep_their_order(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    for number in range(12):
        await aru.write(f"жүгіру {number + 20} мин")
    await aru.sees("31 мин")
    notes = [f"жүгіру {number + 20} мин" for number in range(12)]
    assert await _entries(world.bot.database) == notes


@pytest.mark.long(1)
async def test_an_update_that_kills_three_times_is_set_aside_and_reported(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    aru = await a_participant(world, "Аружан")
    await world.stop_bot()
    await aru.write(POISON)
    await aru.write("жүгіру 40 мин")
    async with forks("tests.bot.poisoned") as bots:
        for _ in range(3):
            await bots.begin(world.sandbox, world.settings.data_dir)
            assert await bots.ended() == -signal.SIGKILL
        survivor = await bots.start(world.sandbox, world.settings.data_dir)
        await aru.sees("өңдей алмадық")
        await aru.sees("40 мин", "✅ Иә")
        await world.sandbox.polled()
        os.kill(survivor, signal.SIGTERM)
        await bots.ended()
    assert await world.unconfirmed() == 0
    database = Database(world.settings.database)
    async with database.transaction() as session:
        aside = (await session.scalars(select(UpdateAttempt))).all()
    await database.close()
    assert [attempt.attempts for attempt in aside] == [3]
    assert await check(world.settings) == 1
    assert f"update {aside[0].update_id} was set aside" in capsys.readouterr().out


async def test_nothing_is_locked_for_ever_for_who_wrote_once(world: World) -> None:
    def write(first: int) -> list[Update]:
        return [
            null_telegram.text(world.bot.bot, number, "/menu")
            for number in range(first, first + 30)
        ]

    async def locks() -> int:
        await world.idle()
        gc.collect()
        return sum(isinstance(each, asyncio.Lock) for each in gc.get_objects())

    await world.bot.updates.handle_all(write(600_000_000))
    before = await locks()
    await world.bot.updates.handle_all(write(600_001_000))
    assert await locks() - before < 10


async def test_a_webhook_answers_when_the_update_is_committed_and_only_telegram(
    world: World,
) -> None:
    from aiohttp.test_utils import TestServer

    aru = await a_participant(world, "Аружан")
    await world.stop_bot()
    secret = "a-secret-of-a-test"
    await world.start_bot(receiving=False)
    server = TestServer(webhook(world.bot.bot, world.bot.updates, secret))
    await server.start_server()
    try:
        async with aiohttp.ClientSession() as http:
            async with http.post(server.make_url(PATH), json={"update_id": 1}) as answer:
                assert answer.status == 403
            call = f"{world.sandbox.url}/bot{TOKEN}/setWebhook"
            body = {"url": str(server.make_url(PATH)), "secret_token": secret}
            async with http.post(call, json=body) as answer:
                assert answer.status == 200
        await aru.write("жүгіру 40 мин")
        await aru.sees("40 мин", "✅ Иә")
        await world.received()
        assert await _entries(world.bot.database) == ["жүгіру 40 мин"]
    finally:
        await server.close()


async def test_what_is_sent_to_a_screen_that_is_gone_is_kept(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await aru.write("/menu")
    await aru.sees("📖")
    await world.idle()
    async with world.bot.database.transaction() as session:
        # The stack of the chat still names a window of which nothing is known any more.
        await session.execute(delete(Conversation).where(Conversation.key.contains("context")))
    await world.restart_bot()
    await aru.write("жүгіру 40 мин")
    await aru.sees("40 мин", "✅ Иә")
    assert await _entries(world.bot.database) == ["жүгіру 40 мин"]
