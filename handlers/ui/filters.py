"""Which kind of conversation a message is for, asked once instead of by every router.

They are coroutines: aiogram runs a plain function, and so every magic filter, in a thread.
"""

import unicodedata
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Message, TelegramObject

from award.typed import seen
from handlers.ui.kinds import is_note


async def is_command(message: Message) -> bool:
    """A command, known or not."""
    return _shown(message).startswith("/")


async def is_empty(message: Message) -> bool:
    """A text in which nothing is said: signs that nobody sees, or punctuation alone."""
    return message.text is not None and not any(
        unicodedata.category(sign)[0] in "LNS" for sign in seen(message.text)
    )


async def is_told(message: Message) -> bool:
    """What a person tells or shows, and a form or the journal may take."""
    return not (await is_command(message) or await is_empty(message) or await is_note(message))


async def is_in_window(_message: Message, aiogd_context: Any = None) -> bool:
    """Sent while a window of some dialog is open."""
    return aiogd_context is not None


class AnyCase(BaseMiddleware):
    """Commands as they are declared, in small letters: phones begin a message with a capital."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if isinstance(event, Message) and await is_command(event):
            command, *rest = _shown(event).split(maxsplit=1)
            event = event.model_copy(update={"text": " ".join([command.lower(), *rest])})
        return await handler(event, data)


def _shown(message: Message) -> str:
    return seen(message.text).lstrip()
