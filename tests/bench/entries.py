"""Journal texts handled a second: the whole bot against bare aiogram with one durable commit."""

import time
from pathlib import Path
from statistics import median

import aiosqlite
from aiogram import Bot, Dispatcher, Router
from aiogram.types import Message
from pydantic import SecretStr

from bot.assemble import Service, service
from bot.clock import Clock
from bot.settings import Settings
from tests.bench.null_telegram import TOKEN, NullTelegram, text
from tests.no_pace import NoPace
from tests.participants import participant

PEOPLE = 50
ROUNDS = 8
BATCH = 100  # as many as Telegram gives at once
WORDS = "жүгіру 40 мин"


async def measure(folder: Path) -> None:
    """Rounds of both by turns, so that a busy machine slows both."""
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=folder, _env_file=None)
    connection = await aiosqlite.connect(folder / "bare.db")
    await connection.execute("PRAGMA journal_mode=WAL")
    await connection.execute("PRAGMA synchronous=FULL")
    await connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, person, words)")
    await connection.commit()
    bare_bot, bare = _bare(connection)
    clock = Clock()
    pace = NoPace(clock.now)
    async with service(settings, clock, session=NullTelegram(), pace=pace) as whole:
        people = await participants(whole)
        rates: dict[str, list[float]] = {"bare": [], "whole": []}
        for round_ in range(ROUNDS + 1):
            batch = [text(bare_bot, people[n % PEOPLE], WORDS) for n in range(BATCH)]
            start = time.perf_counter()
            for update in batch:
                await bare.feed_update(bare_bot, update)
            bare_rate = BATCH / (time.perf_counter() - start)
            batch = [text(whole.bot, people[n % PEOPLE], WORDS) for n in range(BATCH)]
            start = time.perf_counter()
            await whole.updates.handle_all(batch)
            await whole.updates.settled()
            whole_rate = BATCH / (time.perf_counter() - start)
            if round_:  # the first warms up, and passes the probation of a new process
                rates["bare"].append(bare_rate)
                rates["whole"].append(whole_rate)
    await connection.close()
    ratio = median(w / b for w, b in zip(rates["whole"], rates["bare"], strict=True))
    print(
        f"journal texts a second: whole bot {median(rates['whole']):.0f},"
        f" bare aiogram with one commit {median(rates['bare']):.0f}: ratio {ratio:.2f}"
    )


def _bare(connection: aiosqlite.Connection) -> tuple[Bot, Dispatcher]:
    bot = Bot(TOKEN, session=NullTelegram())
    dispatcher = Dispatcher()
    router = Router()

    @router.message()
    async def keep(message: Message) -> None:
        await connection.execute(
            "INSERT INTO entry (person, words) VALUES (?, ?)", (message.chat.id, message.text)
        )
        await connection.commit()
        await message.answer("Жазылды")

    dispatcher.include_router(router)
    return bot, dispatcher


async def participants(whole: Service) -> list[int]:
    """Telegram ids of active participants of one mentor."""
    async with whole.database.transaction() as session:
        for number in range(PEOPLE):
            await participant(
                session,
                whole.programme,
                whole.clock.now(),
                telegram_id=1000 + number,
                mentor_telegram_id=1,
            )
    return [1000 + number for number in range(PEOPLE)]
