"""A Telegram that takes no time: what is measured is the bot."""

from collections.abc import AsyncGenerator
from datetime import UTC, datetime
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.client.session.base import BaseSession
from aiogram.methods import EditMessageText, SendMessage, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, Message, Update

TOKEN = "42:TEST-token-of-a-bench"
numbered = count(1)


class NullTelegram(BaseSession):
    """Answers every method at once."""

    async def make_request(
        self,
        bot: Bot,
        method: TelegramMethod[TelegramType],
        timeout: int | None = None,  # noqa: ASYNC109
    ) -> TelegramType:
        answer: Any = True
        if isinstance(method, SendMessage | EditMessageText) and method.chat_id is not None:
            answer = Message(
                message_id=next(numbered),
                date=datetime.now(UTC),
                chat=Chat(id=int(method.chat_id), type="private"),
                text=method.text,
            ).as_(bot)
        return answer  # type: ignore[no-any-return]

    async def stream_content(self, *_args: Any, **_kwargs: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        return None


def text(bot: Bot, telegram_id: int, words: str) -> Update:
    """An update with a text, parsed from JSON as polling does."""
    number = next(numbered)
    return Update.model_validate(
        {
            "update_id": number,
            "message": {
                "message_id": number,
                "date": int(datetime.now(UTC).timestamp()),
                "chat": {"id": telegram_id, "type": "private", "first_name": "Aru"},
                "from": {"id": telegram_id, "is_bot": False, "first_name": "Aru"},
                "text": words,
            },
        },
        context={"bot": bot},
    )
