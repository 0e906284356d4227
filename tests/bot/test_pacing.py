"""Whose screen waits for the pace, and behind whom nobody waits."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMessage, TelegramMethod

from bot.pacing import KeepPace
from scheduler.delivery.pace import Pace, hurried

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
BOT = Bot("42:TEST-token-of-a-test")


async def test_nobody_waits_behind_a_chat_that_has_had_its_share() -> None:
    at = 0.0
    pace = Pace(lambda: NOW, lambda: at)
    keep = KeepPace(pace)

    async def send(bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        return Response(ok=True)

    async def to(chat: int) -> None:
        await keep(send, BOT, SendMessage(chat_id=chat, text="Сәлем"))

    hurried.set(True)
    while not pace.screen_rest(1):
        await to(1)
    with pytest.raises(TelegramRetryAfter) as refused:
        await to(1)
    await to(2)
    at += refused.value.retry_after
    await to(1)
