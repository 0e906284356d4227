"""Whose screen waits for the pace, and behind whom nobody waits."""

from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramRetryAfter
from aiogram.methods import Response, SendMessage, TelegramMethod

from bot.pacing import KeepPace
from scheduler.pace import Pace, hurried

NOW = datetime(2026, 2, 3, 7, tzinfo=UTC)
BOT = Bot("42:TEST-token-of-a-test")


async def test_nobody_waits_behind_a_chat_that_has_had_its_share() -> None:
    at, sent = 0.0, []
    pace = Pace(lambda: NOW, lambda: at)
    keep = KeepPace(pace)

    async def send(_bot: Bot, method: TelegramMethod[Any]) -> Response[Any]:
        sent.append(method)
        return Response(ok=True)

    hurried.set(True)
    with pytest.raises(TelegramRetryAfter) as refused:
        for _ in range(100):
            await keep(send, BOT, SendMessage(chat_id=1, text="Сәлем"))
    assert 0 < len(sent) < 100
    assert refused.value.retry_after >= 1
    await keep(send, BOT, SendMessage(chat_id=2, text="Сәлем"))
    at += refused.value.retry_after
    await keep(send, BOT, SendMessage(chat_id=1, text="Сәлем"))
