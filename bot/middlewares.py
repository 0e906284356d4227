"""What happens around every update: the person is known, nothing is said before data is safe."""

import zlib
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.middlewares.user_context import EVENT_CHAT_KEY, EVENT_FROM_USER_KEY
from aiogram.enums import ChatType
from aiogram.exceptions import ClientDecodeError, TelegramServerError
from aiogram.methods import GetMe, Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Chat, TelegramObject, Update, User
from aiogram_dialog.utils import CB_SEP, REPLY_CALLBACK_SYMBOLS, split_reply_callback
from aiohttp import ClientError

from award.access.lookup import meet
from award.amendments.in_force import SETS, InForce
from bot.clock import Clock
from handlers.fallback.flooding import Flooding
from handlers.ui.context import RequestContext
from locales import texts
from storage.database import session_at_hand


class Acquaint(BaseMiddleware):
    """Give handlers `actor`, `say` (texts in their language), `now`, `programme`; `at` has it all.

    Only who speaks to the bot alone becomes known: no `actor` and no `at` in groups and channels.
    """

    def __init__(self, in_force: InForce, clock: Clock) -> None:
        self.in_force = in_force
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
        programme = data["programme"] = self.in_force.programme
        language = user.language_code if user is not None else None
        if user is not None and (chat is None or chat.type == ChatType.PRIVATE):
            actor = data["actor"] = await meet(data["session"], user.id, now)
            data["say"] = texts(actor.language or language)
            data["at"] = RequestContext(
                data["session"],
                actor,
                programme,
                now,
                data["say"],
                data["bot"],
                data["reply"],
            )
        else:
            data["say"] = texts(language)
        result = await handler(_as_sent(event), data)
        if data["session"].info.get(SETS):
            # At once for everybody here. Should the commit fail, the next look finds it gone.
            await self.in_force.renew(data["session"])
        return result


class AnswerNoFlood(BaseMiddleware):
    """Who floods the chat is answered once; comes after Acquaint."""

    def __init__(self, flooding: Flooding) -> None:
        self.flooding = flooding

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        result = await handler(event, data)
        at: RequestContext | None = data.get("at")
        if at is not None and isinstance(event, Update) and event.message is not None:
            self.flooding.quieten(event.message, at)
        return result


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


_UNREADABLE = (ClientDecodeError, UnicodeDecodeError, LookupError, ClientError, zlib.error)


class UndecodableAnswers(BaseRequestMiddleware):
    """What Telegram, or a proxy before it, answers and nobody can read is a fault of the server.

    aiogram lets through what its parts raise: for a page in HTML, bytes of another encoding, a
    compression that breaks off.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        try:
            return await make_request(bot, method)
        except (
            ClientDecodeError,
            UnicodeDecodeError,
            LookupError,
            ClientError,
            zlib.error,
        ) as error:
            raise TelegramServerError(method, f"Unreadable: {type(error).__name__}") from error


class NothingSaidMeanwhile(BaseRequestMiddleware):
    """While an update is handled nothing is said: a handler says it to its reply.

    What is said by then could not be taken back with the transaction, and all others would wait for
    Telegram.
    """

    async def __call__(
        self,
        make_request: NextRequestMiddlewareType[TelegramType],
        bot: Bot,
        method: TelegramMethod[TelegramType],
    ) -> Response[TelegramType]:
        if session_at_hand() is not None and not isinstance(method, GetMe):
            raise RuntimeError(f"{type(method).__name__} while an update is handled")
        return await make_request(bot, method)
