"""What came in a chat lately, in digests: so it is known later whether an edit changes anything."""

from hashlib import blake2s

from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey

REMEMBERED = 30  # messages of a chat
_DESTINY = "lately"


def digest(part: str) -> str:
    """A few letters that stand for words or a file; none where there are none."""
    return part and blake2s(part.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


async def remember(
    state: FSMContext, message_id: int, digests: list[str], *, edited: bool = False
) -> None:
    """Keep in mind how a message is: as it came first, or as it was edited."""
    known = await state.storage.get_data(_key_of(state))
    if str(message_id) in known and not edited:
        return
    newest = list((known | {str(message_id): digests}).items())[-REMEMBERED:]
    await state.storage.set_data(_key_of(state), dict(newest))


async def remembered(state: FSMContext, message_id: int) -> list[str] | None:
    """How a message was; None of one that came long ago."""
    known = await state.storage.get_data(_key_of(state))
    return known.get(str(message_id))


async def forget(state: FSMContext) -> None:
    """Forget all of this chat."""
    await state.storage.set_data(_key_of(state), {})


def _key_of(state: FSMContext) -> StorageKey:
    chat = state.key.chat_id
    return StorageKey(state.key.bot_id, chat_id=chat, user_id=chat, destiny=_DESTINY)
