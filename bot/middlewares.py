"""What happens around every update: the person is known, data is safe before anything is said."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.middlewares.user_context import EVENT_CHAT_KEY, EVENT_FROM_USER_KEY
from aiogram.enums import ChatType
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery, GetUpdates, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, TelegramObject, Update, User
from aiogram_dialog.utils import CB_SEP, REPLY_CALLBACK_SYMBOLS, split_reply_callback

from award.access.lookup import meet
from award.programme import Programme
from bot.clock import Clock
from handlers.ui.context import RequestContext
from locales import texts
from storage.database import session_at_hand

log = structlog.get_logger()

LONGEST_WAIT = 2.0  # seconds; a longer flood limit makes the answer a notice, owed and sent later
TRIES = 3


class Acquaint(BaseMiddleware):
    """Give handlers `actor`, `say` (texts in their language), `now`, `programme`; `at` has it all.

    Only who speaks to the bot alone becomes known: no `actor` and no `at` in groups and channels.
    """

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
        chat: Chat | None = data.get(EVENT_CHAT_KEY)
        now = data["now"] = self.clock.now()
        data["programme"] = self.programme
        language = user.language_code if user is not None else None
        if user is not None and (chat is None or chat.type == ChatType.PRIVATE):
            actor = data["actor"] = await meet(data["session"], user.id, now)
            data["say"] = texts(actor.language or language)
            data["at"] = RequestContext(
                data["session"], actor, self.programme, now, data["say"], data["bot"]
            )
        else:
            data["say"] = texts(language)
        return await handler(_as_sent(event), data)


def _as_sent(event: TelegramObject) -> TelegramObject:
    """The same update, without what aiogram-dialog would take for a tap where none was made.

    An answer to a window of long ago would be a tap on it, and signs without a width at the end of
    a text a button's data: what was sent would be kept nowhere.
    """
    if not isinstance(event, Update) or event.message is None:
        return event
    changes: dict[str, Any] = {}
    quoted = event.message.reply_to_message
    if quoted is not None and quoted.reply_markup is not None:
        changes["reply_to_message"] = quoted.model_copy(update={"reply_markup": None})
    text = event.message.text
    if text and text[-1] in REPLY_CALLBACK_SYMBOLS and not _is_of_keyboard(text):
        changes["text"] = text.rstrip(REPLY_CALLBACK_SYMBOLS) or "…"
    if not changes:
        return event
    return event.model_copy(update={"message": event.message.model_copy(update=changes)})


def _is_of_keyboard(text: str) -> bool:
    """Whether a button of a window's reply keyboard was pressed."""
    try:
        return CB_SEP in (split_reply_callback(text)[1] or "")
    except UnicodeDecodeError:
        return False


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
        if session is not None and session.in_transaction():
            await session.commit()
        return await make_request(bot, method)


class AnswersMayBeLost(BaseRequestMiddleware):
    """A tap too old to be answered, or whose answer Telegram does not take, ends as any other.

    The answer stops a button's spinner, which stops by itself. It comes last, and its failure would
    undo what is not committed by then: that a window was opened, which is on the screen.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except TelegramAPIError as error:
            if not isinstance(method, AnswerCallbackQuery):
                raise
            log.warning("answer_lost", error=type(error).__name__)
            return True  # type: ignore[return-value]


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
