"""Which kind of conversation a message is for, asked once instead of by every router.

They are coroutines: aiogram runs a plain function, and so every magic filter, in a thread.
"""

from typing import Any

from aiogram.types import Message


async def is_command(message: Message) -> bool:
    """A command, which no form takes for an answer."""
    return message.text is not None and message.text.startswith("/")


async def is_in_window(_message: Message, aiogd_context: Any = None) -> bool:
    """Sent while a window of some dialog is open."""
    return aiogd_context is not None
