"""Every call that Telegram counts goes through one pace, whoever makes it."""

import asyncio
import math

from aiogram import Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendChatAction, TelegramMethod
from aiogram.methods.base import TelegramType

from scheduler.delivery.pace import OWN_SCREEN, Pace, sending

# Seconds that are waited out here; a longer limit is an answer, as if Telegram had given it.
SHORT = 2.0
_COUNTED = ("Send", "Copy", "Forward", "Edit")


class KeepPace(BaseRequestMiddleware):
    """Wait for the turn of what is sent, and for what Telegram asked to wait."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        messages, chat_id = _messages(method), _chat(method)
        if messages:
            await self._turn(method, chat_id, messages)
        try:
            return await make_request(bot, method)
        except TelegramRetryAfter as limit:
            if messages:
                self.pace.refused(chat_id, limit.retry_after)
            raise

    async def _turn(
        self, method: TelegramMethod[TelegramType], chat_id: int, messages: int
    ) -> None:
        owed, edits = sending.get(), type(method).__name__.startswith("Edit")
        if owed is not None:
            had = min(owed.paid, messages)
            owed.paid -= had
            if messages > had:
                await self.pace.turn(owed.urgency, messages - had)
            if messages > had and not edits:
                self.pace.went(chat_id, messages - had, owed=True)
        else:
            if not edits:
                if rest := self.pace.screen_rest(chat_id):
                    await asyncio.sleep(rest)
                self.pace.went(chat_id, messages, owed=False)
            await self.pace.turn(OWN_SCREEN, messages)
        wait = self.pace.closed(chat_id)
        if wait > SHORT:
            raise TelegramRetryAfter(method, "Too Many Requests: asked before", math.ceil(wait))
        if wait:
            await asyncio.sleep(wait)


def _messages(method: TelegramMethod[TelegramType]) -> int:
    """How many messages Telegram counts for a call."""
    name = type(method).__name__
    if not name.startswith(_COUNTED) or isinstance(method, SendChatAction):
        return 0
    several = getattr(method, "media", None) or getattr(method, "message_ids", None)
    return len(several) if isinstance(several, list) else 1


def _chat(method: TelegramMethod[TelegramType]) -> int:
    chat_id = getattr(method, "chat_id", None)
    return chat_id if isinstance(chat_id, int) else 0
