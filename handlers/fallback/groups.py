"""Groups and channels: the programme's conversations are private, and this says so kindly."""

from datetime import datetime, timedelta
from typing import Any

from aiogram import Bot, F, Router
from aiogram.enums import ChatMemberStatus, ChatType
from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey
from aiogram.types import CallbackQuery, Chat, ChatMemberUpdated, Message

from handlers.ui.kinds import is_note
from handlers.ui.lately import digest
from handlers.ui.reply import Reply
from locales import Texts


async def not_private(_event: Any, event_chat: Chat | None = None) -> bool:
    """Whether this happens anywhere but in a person's own chat with the bot."""
    return event_chat is not None and event_chat.type != ChatType.PRIVATE


router = Router(name="elsewhere")
for _observer in (
    router.message,
    router.edited_message,
    router.my_chat_member,
    router.callback_query,
):
    _observer.filter(not_private)

GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}
BETWEEN = timedelta(days=1)
_PRESENT = {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}
_GREETED = "greeted"


@router.message(F.chat.type.in_(GROUPS), F.migrate_to_chat_id | F.migrate_from_chat_id)
async def upgraded(message: Message, state: FSMContext) -> None:
    """A group that became a supergroup: another id, and the same people, who were greeted.

    Both chats tell of it, in either order.
    """
    ids = (message.chat.id, message.migrate_to_chat_id or message.migrate_from_chat_id)
    marks = [_mark_of(chat_id, state) for chat_id in ids if chat_id is not None]
    greeted = [await state.storage.get_data(mark) for mark in marks]
    latest = max(greeted, key=lambda data: data.get(_GREETED, ""))
    for mark in marks:
        await state.storage.set_data(mark, latest)


@router.message(F.chat.type.in_(GROUPS), is_note)
async def noted(_message: Message) -> None:
    """Who came, a new title: nobody has said anything."""


@router.message(F.chat.type.in_(GROUPS))
async def addressed(
    message: Message, bot: Bot, say: Texts, now: datetime, state: FSMContext, reply: Reply
) -> None:
    await _greet(message.chat, bot, say, now, state, reply)


@router.my_chat_member(F.chat.type.in_(GROUPS), F.new_chat_member.status.in_(_PRESENT))
async def added(
    event: ChatMemberUpdated,
    bot: Bot,
    say: Texts,
    now: datetime,
    state: FSMContext,
    reply: Reply,
) -> None:
    came = event.old_chat_member.status not in _PRESENT
    # What a group has become is told before or after; if it is another of this name, whoever speaks
    # to the bot there first is greeted.
    if came and not await _may_have_been_a_group(event.chat, state):
        await _greet(event.chat, bot, say, now, state, reply)


@router.message()
@router.edited_message()
@router.my_chat_member()
async def pass_over(_event: Message | ChatMemberUpdated) -> None:
    """Channels, edits, other people's comings and goings: nothing to say."""


@router.callback_query()
async def pass_over_tap(_tap: CallbackQuery) -> None:
    """A button of a message that was forwarded there."""


async def _greet(
    chat: Chat, bot: Bot, say: Texts, now: datetime, state: FSMContext, reply: Reply
) -> None:
    """One sentence, at most once a day in a group."""
    key = _mark_of(chat.id, state)
    last = (await state.storage.get_data(key)).get(_GREETED)
    if last is not None and now - datetime.fromisoformat(last) < BETWEEN:
        return
    await state.storage.set_data(key, {_GREETED: now.isoformat()})
    if chat.type == ChatType.GROUP:
        await state.storage.set_data(_mark_of_name(chat, state), {"group": chat.id})
    name = (await bot.me()).username or ""
    reply.say(say("elsewhere-group", bot=f"@{name}"))


def _mark_of(chat_id: int, state: FSMContext) -> StorageKey:
    """Where it is kept when a group was greeted last."""
    return StorageKey(state.key.bot_id, chat_id, user_id=chat_id, destiny=_GREETED)


async def _may_have_been_a_group(chat: Chat, state: FSMContext) -> bool:
    """Whether a supergroup has the name of a group that was greeted."""
    if chat.type != ChatType.SUPERGROUP:
        return False
    return bool(await state.storage.get_data(_mark_of_name(chat, state)))


def _mark_of_name(chat: Chat, state: FSMContext) -> StorageKey:
    """Where it is kept that a group of this name was greeted, whatever its id has become."""
    named = f"{_GREETED}:{digest(chat.title or '')}"
    return StorageKey(state.key.bot_id, 0, user_id=0, destiny=named)
