"""What one update takes at most: calls, statements, computing between two awaits.

Everything is as large as it may be: a mentor of many, a participant whose journal is full.
"""

import asyncio
import time
from asyncio import events
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Update
from pydantic import SecretStr
from sqlalchemy import event, insert, select

from award.calendar import DAY
from award.review.queue import AT_ONCE
from bot.assemble import Service, service
from bot.clock import Clock
from bot.settings import Settings
from handlers.review.card import ReviewDo, ReviewTap
from handlers.ui.taps import CardDo, CardTap, GoTap, ProgressTap, Screen
from storage.tables import Entry, EntryState, Media, MediaKind
from tests.bench.null_telegram import TOKEN, NullTelegram, text
from tests.no_pace import NoPace
from tests.participants import participant

OF_MENTOR = 100
DAYS = 28  # of a journal, on which what waits was done
CALLS, STATEMENTS, COMPUTING = 10, 60, 0.1  # at most an update; seconds
MENTOR, GIRL = 1, 1000


class _Counting(NullTelegram):
    def __init__(self) -> None:
        super().__init__()
        self.calls = 0

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        self.calls += 1
        return await super().make_request(bot, method, timeout)


@dataclass
class _Taken:
    statements: int = 0
    longest: float = 0.0  # seconds of one step of the event loop


async def measure(folder: Path) -> None:
    """Print each kind of update, the largest of each."""
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=folder, _env_file=None)
    telegram, taken, clock = _Counting(), _Taken(), Clock()
    async with service(settings, clock, session=telegram, pace=NoPace(clock.now)) as whole:
        number, enrolment = await _full(whole)
        event.listen(whole.database.engine.sync_engine, "before_cursor_execute", _count(taken))
        for name, update in _updates(whole.bot, number, enrolment):
            await whole.updates.handle_all([text(whole.bot, GIRL, "/help")])
            await whole.updates.settled()
            telegram.calls, taken.statements, taken.longest = 0, 0, 0.0
            with _Timed(taken):
                await whole.updates.handle_all([update])
                await whole.updates.settled()
            print(
                f"largest {name}: {telegram.calls} calls (≤ {CALLS}),"
                f" {taken.statements} statements (≤ {STATEMENTS}),"
                f" {1000 * taken.longest:.0f} ms between two awaits (≤ {1000 * COMPUTING:.0f})",
                flush=True,
            )


def _updates(bot: Bot, entry: int, enrolment: int) -> list[tuple[str, Update]]:
    review = {do: ReviewTap(do=do, entry=entry).pack() for do in ReviewDo}
    every = ReviewTap(do=ReviewDo.APPROVE_ALL, entry=entry, value=str(2**31 - 1)).pack()
    return [
        ("text to the journal", text(bot, GIRL, "жүгіру 40 мин")),
        ("menu of the participant", text(bot, GIRL, "/menu")),
        ("own entries", _tap(bot, GIRL, GoTap(to=Screen.ENTRIES).pack())),
        ("own progress", text(bot, GIRL, "/progress")),
        ("own plan", text(bot, GIRL, "/plan")),
        ("menu of the mentor", text(bot, MENTOR, "/menu")),
        ("queue", text(bot, MENTOR, "/review")),
        ("entry", _tap(bot, MENTOR, review[ReviewDo.SHOW])),
        ("whole words of an entry", _tap(bot, MENTOR, review[ReviewDo.WHOLE])),
        ("list of participants", _tap(bot, MENTOR, GoTap(to=Screen.PARTICIPANTS).pack())),
        ("card", _tap(bot, MENTOR, CardTap(do=CardDo.OPEN, enrolment=enrolment).pack())),
        ("progress of one", _tap(bot, MENTOR, ProgressTap(enrolment=enrolment).pack())),
        ("question about all", _tap(bot, MENTOR, review[ReviewDo.ASK_ALL])),
        (f"approval of {AT_ONCE}", _tap(bot, MENTOR, every)),
    ]


def _tap(bot: Bot, telegram_id: int, data: str) -> Update:
    made = text(bot, telegram_id, "карточка").model_dump(mode="json", exclude_none=True)
    message = made.pop("message")
    message |= {"from": {"id": 42, "is_bot": True, "first_name": "Bot"}}
    message.pop("from_user", None)
    tap = {
        "id": str(made["update_id"]),
        "from": {"id": telegram_id, "is_bot": False, "first_name": "Aru"},
        "chat_instance": "1",
        "data": data,
        "message": message,
    }
    return Update.model_validate(made | {"callback_query": tap}, context={"bot": bot})


def _count(taken: _Taken) -> Any:
    def count(*_: Any) -> None:
        taken.statements += 1

    return count


class _Timed:
    """Keep the longest step of the event loop; asyncio has no public way to ask for it."""

    def __init__(self, taken: _Taken) -> None:
        self.taken = taken
        self.run = events.Handle._run

    def __enter__(self) -> None:
        run, taken = self.run, self.taken

        def timed(handle: events.Handle) -> None:
            begun = time.thread_time()
            run(handle)
            taken.longest = max(taken.longest, time.thread_time() - begun)

        events.Handle._run = timed  # type: ignore[method-assign,assignment]

    def __exit__(self, *_: object) -> None:
        events.Handle._run = self.run  # type: ignore[method-assign]


async def _full(whole: Service) -> tuple[int, int]:
    """Ids of the largest entry and of its enrolment."""
    now, bounds = whole.clock.now(), whole.programme.journal
    async with whole.database.transaction() as session:
        for number in range(OF_MENTOR):
            enrolment = await participant(
                session,
                whole.programme,
                now,
                telegram_id=GIRL + number,
                mentor_telegram_id=MENTOR,
            )
            if number == 0:
                first = enrolment.id
        row = {
            "enrolment_id": first,
            "version": 1,
            "direction": "sport",
            "minutes": 30,
            "happened_on": now.date(),
            "sent_at": now,
            "received_at": now,
            "is_final": False,
            "note": "жүгіру",
        }
        waiting = row | {"state": EntryState.SUBMITTED, "submitted_at": now}
        spread = [
            waiting | {"happened_on": now.date() - DAY * (number % DAYS)}
            for number in range(2 * AT_ONCE)
        ]
        drafts = row | {"state": EntryState.DRAFT}
        await session.execute(insert(Entry.__table__), spread)
        await session.execute(insert(Entry.__table__), [drafts] * (bounds.drafts - 1))
        largest = await session.scalar(
            insert(Entry).values(**waiting | {"note": "ә" * bounds.characters}).returning(Entry.id)
        )
        assert largest is not None
        files = [
            {
                "entry_id": largest,
                "kind": MediaKind.PHOTO,
                "file_id": f"f{n}",
                "file_unique_id": f"u{n}",
                "message_id": n,
            }
            for n in range(bounds.files)
        ]
        await session.execute(insert(Media.__table__), files)
        assert await session.scalar(select(Entry.id).where(Entry.id == largest))
    return largest, first


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        asyncio.run(measure(Path(place)))
