"""What happens around every update: the person is known, data is safe before anything is said."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.middlewares.user_context import EVENT_FROM_USER_KEY
from aiogram.exceptions import (
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import GetUpdates, TelegramMethod
from aiogram.methods.base import Response, TelegramType
from aiogram.types import TelegramObject, User

from award.acting import meet
from award.programme import Programme
from bot.clock import Clock
from locales import texts
from storage.database import session_at_hand

log = structlog.get_logger()

LONGEST_WAIT = 5.0  # seconds that a person's own screen may wait out a flood limit
TRIES = 4


class Acquaint(BaseMiddleware):
    """Give handlers `actor`, `say` (texts in their language), `now`, `programme`."""

    def __init__(self, programme: Programme, clock: Clock) -> None:
        self.programme = programme
        self.clock = clock

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        user: User | None = data.get(EVENT_FROM_USER_KEY)
        now = data["now"] = self.clock.now()
        data["programme"] = self.programme
        if user is not None:
            actor = data["actor"] = await meet(data["session"], user.id, now)
            data["say"] = texts(actor.language or user.language_code)
        return await handler(event, data)


class CommitBeforeSpeaking(BaseRequestMiddleware):
    """Nothing is said before what it tells of is committed.

    It also gives SQLite's one connection back for as long as Telegram takes to answer.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        session = session_at_hand()
        if session is not None:
            await session.commit()
        return await make_request(bot, method)


class Patience(BaseRequestMiddleware):
    """Wait out short flood limits and passing network faults of a person's own screen."""

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if isinstance(method, GetUpdates) or session_at_hand() is None:
            return await make_request(bot, method)
        for attempt in range(TRIES - 1):
            try:
                return await make_request(bot, method)
            except TelegramRetryAfter as limit:
                if limit.retry_after > LONGEST_WAIT:
                    raise
                wait = float(limit.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                wait = 0.2 * 2**attempt
            log.info("telegram_retry", method=type(method).__name__, wait=wait)
            await asyncio.sleep(wait)
        return await make_request(bot, method)
