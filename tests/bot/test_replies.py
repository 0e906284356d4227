"""Replies: nobody waits for another's, none is lost, and what nobody needs any more is not sent."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiogram.methods import Response, SendMessage, TelegramMethod
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.middlewares import NothingSaidMeanwhile
from handlers.fallback.flooding import MOST
from locales import texts
from storage.database import session_at_hand
from storage.tables import Entry, OwedReply, SeenUpdate
from tests.journeys.people import Phone
from tests.journeys.steps import a_participant, a_picture
from tests.journeys.world import TOKEN, World, a_world

SAY = texts("kk")
YES = SAY.plain("journal-button-ok")
# Seconds within which whoever waits for nobody is answered, on a busy machine too.
SOON = 5.0


@pytest.fixture
async def world(data_folder: Path) -> AsyncIterator[World]:
    async with a_world(data_folder, paced=True) as world:
        yield world


async def _counted(world: World, table: Any) -> int:
    async with world.bot.database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(table)) or 0


async def _answered_soon(phone: Phone, minutes: int) -> None:
    begun = time.monotonic()
    await phone.write(f"жүгіру {minutes} мин")
    await phone.sees(f"{minutes} мин", YES, new=True)
    assert time.monotonic() - begun < SOON


async def test_nobody_waits_for_one_who_sends_sixty_texts(world: World) -> None:
    hasty, polite = await a_participant(world, "Аружан"), await a_participant(world, "Әлия")
    await asyncio.gather(*(hasty.write(f"жүгіру {n + 20} мин") for n in range(60)))
    for minutes in (31, 32, 33):
        await _answered_soon(polite, minutes)
    await world.received()
    assert await _counted(world, Entry) == 63


async def test_nobody_waits_for_a_chat_whose_calls_take_their_time(world: World) -> None:
    slow, polite = await a_participant(world, "Аружан"), await a_participant(world, "Әлия")
    await world.fault("sendMessage", chat_id=slow.id, delay=19, times=3)
    for minutes in (21, 22, 23):
        await slow.write(f"жүгіру {minutes} мин")
    for minutes in (31, 32, 33):
        await _answered_soon(polite, minutes)


async def test_a_flood_is_answered_once_and_all_of_it_kept(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await asyncio.gather(*(aru.write(f"жүгіру {n + 20} мин") for n in range(MOST + 15)))
    await world.received()
    await aru.sees(SAY.plain("flooding-button-entries"))
    told = [m for m in await aru.messages() if SAY.plain("flooding-button-entries") in str(m)]
    assert len(told) == 1
    assert await _counted(world, Entry) == MOST + 15
    await world.move(minutes=2)
    await _answered_soon(aru, 90)


async def test_an_album_is_no_flood(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    for album in range(4):
        await aru.send(*(a_picture() for _ in range(10)), text=f"жүгіру {20 + album} мин")
    await _answered_soon(aru, 50)


async def test_what_was_not_sent_is_sent_after_the_next_start(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await world.fault("sendMessage", status=502, times=10_000)
    await aru.write("жүгіру 40 мин")
    await world.received()
    await world.stop_bot()
    await world.no_faults()
    await world.start_bot()
    await aru.sees("40 мин", YES)
    await world.idle()
    assert await _counted(world, Entry) == 1
    assert await _counted(world, OwedReply) == 0
    assert len([m for m in await aru.messages() if YES in str(m["buttons"])]) == 1


async def test_what_there_is_no_room_for_is_sent_later(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones = [await a_participant(world, name) for name in ("Аружан", "Әлия", "Дана")]
    await world.idle()
    monkeypatch.setattr("bot.replies.CHATS", 2)
    await world.fault("sendMessage", status=502, times=None)
    for phone in phones:
        await phone.write("жүгіру 40 мин")
        await world.received()
    await world.no_faults()
    for phone in phones:
        await phone.sees("40 мин", YES)
    await world.idle()
    assert await _counted(world, Entry) == 3
    assert await _counted(world, OwedReply) == 0


@pytest.mark.parametrize("command", ["/help", "/menu", "/progress"])
async def test_a_command_that_was_not_answered_opens_how_things_stand(
    world: World, command: str
) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    for method in ("sendMessage", "sendPhoto"):
        await world.fault(method, status=502, times=None)
    await aru.write(command)
    await world.received()
    await world.stop_bot()
    await world.no_faults()
    await world.start_bot()
    await aru.sees(new=True)
    await world.idle()
    assert await _counted(world, OwedReply) == 0


async def test_of_windows_that_wait_the_newest_is_shown(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    await world.fault("sendMessage", status=502, times=2)
    for _ in range(3):
        await aru.write("/menu")
    await world.received()
    await aru.write("жүгіру 40 мин")
    await aru.sees("40 мин", YES)
    title = SAY.plain("menu-button-add")
    assert len([m for m in await aru.messages() if title in str(m["buttons"])]) < 3


async def test_the_change_of_an_update_is_one_transaction(world: World) -> None:
    aru = await a_participant(world, "Аружан")
    await world.idle()
    commits = 0

    def count(_session: Session) -> None:
        nonlocal commits
        commits += session_at_hand() is not None

    before = await _counted(world, SeenUpdate)
    world.bot.database.after_commit(count)
    await aru.write("/menu")
    await aru.tap(SAY.plain("menu-button-entries"))
    await aru.write("жүгіру 40 мин")
    await aru.tap(YES)
    await aru.write("/progress")
    await world.idle()
    assert commits == await _counted(world, SeenUpdate) - before == 5


async def test_no_handler_speaks_to_telegram(world: World) -> None:
    async def never(bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        raise AssertionError("sent")

    call, to = SendMessage(chat_id=1, text="Сәлем"), Bot(TOKEN)
    async with world.bot.database.work():
        with pytest.raises(RuntimeError, match="SendMessage while an update is handled"):
            await NothingSaidMeanwhile()(never, to, call)
