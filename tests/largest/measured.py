"""A service beside a Telegram that takes no time: what each update takes is counted."""

from __future__ import annotations

import asyncio
import gc
import json
from asyncio.events import Handle
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import get_ident
from time import thread_time
from typing import Any, TypeAlias, get_origin

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteMessage,
    EditMessageReplyMarkup,
    GetFile,
    GetMe,
    SendChatAction,
    TelegramMethod,
)
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, Message, Update, User
from pydantic import SecretStr
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.assemble import Service, service
from bot.clock import Clock
from bot.settings import Settings
from handlers.fallback.flooding import Flooding
from scheduler.erasures import TASK
from tests.bench.null_telegram import TOKEN, NullTelegram, numbered
from tests.no_pace import NoPace

Undo: TypeAlias = Callable[[], Awaitable[None]]

_PIECE = 0.02  # seconds that a machine of usual speed takes for the piece of work below

# What nobody reads, and what only takes something away.
_NO_SCREEN = (AnswerCallbackQuery, DeleteMessage, EditMessageReplyMarkup, SendChatAction)


@dataclass
class Taken:
    """What one update took; `longest`: seconds of computing of one turn of the event loop."""

    calls: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)  # statements of what follows an erasure
    longest: float = 0.0
    screens: list[Message] = field(default_factory=list)
    alerts: list[str] = field(default_factory=list)


class _Watched(NullTelegram):
    """Keeps what was called and shown."""

    def __init__(self) -> None:
        super().__init__()
        self.taken = Taken()

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        self.taken.calls.append(type(method).__name__)
        if isinstance(method, GetMe):
            me = {"id": bot.id, "is_bot": True, "first_name": "Bot", "username": "award_bot"}
            return User.model_validate(me)  # type: ignore[return-value]
        if isinstance(method, GetFile):
            raise TelegramBadRequest(method=method, message="Bad Request: file is too big")
        if isinstance(method, AnswerCallbackQuery) and method.show_alert:
            self.taken.alerts.append(method.text or "")
        if isinstance(method, _NO_SCREEN):
            return True  # type: ignore[return-value]
        shown = _message(bot, method)
        self.taken.screens.append(shown)
        several = get_origin(method.__returning__) is list
        return [shown] if several else shown  # type: ignore[return-value]


def _message(bot: Bot, method: Any) -> Message:
    """The message that a call makes, or makes another of."""
    markup = getattr(method, "reply_markup", None)
    made: dict[str, Any] = {
        "message_id": getattr(method, "message_id", None) or next(numbered),
        "date": 1_770_000_000,
        "chat": {"id": method.chat_id, "type": "private", "first_name": "Aru"},
        "from": {"id": bot.id, "is_bot": True, "first_name": "Bot"},
    }
    if isinstance(markup, InlineKeyboardMarkup):
        made["reply_markup"] = markup.model_dump(mode="json", exclude_none=True)
    words = getattr(method, "text", None)
    if words is not None:
        made["text"] = words
    else:
        media = getattr(method, "media", None)
        made["caption"] = getattr(media, "caption", None) or getattr(method, "caption", None) or ""
        made["photo"] = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
    return Message.model_validate(made, context={"bot": bot})


@dataclass
class Measured:
    """The service, and what its last update took."""

    service: Service
    telegram: _Watched
    marks: _Marks

    async def handle(self, update: Update) -> Taken:
        """Handle an update to its end."""
        gc.freeze()  # what others left behind is not looked through meanwhile
        self.telegram.taken = Taken()
        await self.service.updates.handle_all([update])
        await self.service.updates.settled()
        await asyncio.gather(*(task for task in asyncio.all_tasks() if task.get_name() == TASK))
        taken, self.telegram.taken = self.telegram.taken, Taken()
        return taken

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[Undo]:
        """What happens meanwhile has not happened afterwards, nor after a call of what is given."""
        name = f"mark_{next(numbered)}"
        await self.marks.run(f"SAVEPOINT {name}")

        async def undo() -> None:
            await self.marks.run(f"ROLLBACK TO {name}")
            self.service.dispatcher.storage.remembered().clear()  # type: ignore[attr-defined]

        try:
            yield undo
        finally:
            await undo()


@asynccontextmanager
async def measured(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Measured]:
    """A service on a database as it is in this folder; nothing that it does is committed."""
    settings = Settings(bot_token=SecretStr(TOKEN), data_dir=data_folder, _env_file=None)
    clock, telegram = Clock(), _Watched()
    running = service(
        settings,
        clock,
        session=telegram,
        pace=NoPace(clock.now),
        flooding=Flooding(most=1_000_000),
    )
    async with running as whole:
        marks = _Marks(whole.database.engine)
        await marks.run("BEGIN")

        def count(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
            task, taken = asyncio.current_task(), telegram.taken
            follows = task is not None and task.get_name() == TASK
            (taken.beside if follows else taken.statements).append(statement)

        event.listen(whole.database.engine.sync_engine, "before_cursor_execute", count)
        with _timed(telegram, monkeypatch):
            yield Measured(whole, telegram, marks)


class _Marks:
    """Lets nothing of SQLite's one connection be committed, so that all can be undone.

    What the service takes for transactions are savepoints of one that never ends.
    """

    def __init__(self, engine: AsyncEngine) -> None:
        self.engine = engine
        self._begun = False
        dialect: Any = engine.sync_engine.dialect
        dialect.do_begin = self._begin
        dialect.do_commit = partial(self._end, "RELEASE within")
        dialect.do_rollback = partial(self._end, "ROLLBACK TO within")

    async def run(self, statement: str) -> list[Any]:
        """Run a statement between two transactions of the service."""
        connection = await self.engine.raw_connection()
        try:
            driver: Any = connection.driver_connection
            async with driver.execute(statement) as cursor:
                return list(await cursor.fetchall())
        finally:
            connection.close()

    def _begin(self, connection: Any) -> None:
        self._begun = True
        connection.cursor().execute("SAVEPOINT within")

    def _end(self, statement: str, connection: Any) -> None:
        if self._begun:
            self._begun = False
            connection.cursor().execute(statement)


@contextmanager
def _timed(telegram: _Watched, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep the longest turn of the event loop, whoever else is busy on this machine."""
    run, loop = Handle._run, get_ident()

    def timed(self: Handle) -> None:
        began, taken = thread_time(), telegram.taken
        run(self)
        # Readings beside the service have a loop of their own; what asks for this has turns too.
        if get_ident() == loop and taken is telegram.taken:
            taken.longest = max(taken.longest, thread_time() - began)

    gc.collect()
    with monkeypatch.context() as patch:
        patch.setattr(Handle, "_run", timed)
        yield
    gc.unfreeze()


def times_slower() -> float:
    """How many times slower than usual this machine computes now, at least once."""

    def piece() -> float:
        began = thread_time()
        rows = [{"id": n, "note": str(n) * 4, "of": n % 7} for n in range(12_000)]
        assert len(json.loads(json.dumps(sorted(rows, key=lambda row: row["note"])))) == len(rows)
        return thread_time() - began

    return max(1.0, min(piece() for _ in range(5)) / _PIECE)
