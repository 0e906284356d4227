"""Long polling that confirms a batch only when all of it is committed."""

import asyncio
from http import HTTPStatus
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramNetworkError,
    TelegramUnauthorizedError,
)
from aiogram.methods import GetUpdates
from aiogram.types import Update
from aiogram.utils.backoff import Backoff
from aiohttp import ClientError, ClientTimeout

from bot.decoding import NoUpdates, Undecoded, decode, updates_in
from bot.set_aside import set_aside
from bot.updates import BACKOFF, Updates
from storage.faults import is_passing

log = structlog.get_logger()

POLL_SECONDS = 30
# An answer with bytes that are no UTF-8 so many times in a row will not be another the next time.
TOLERANT_FROM = 3


async def poll(bot: Bot, updates: Updates, kinds: list[str], sign_of_life: Path) -> None:
    """Fetch and handle updates until cancelled; raises only if the token is refused.

    The file is touched when Telegram has answered and what it sent is handled.
    """
    backoff = Backoff(BACKOFF)
    begun = False
    offset: int | None = None
    while True:
        try:
            begun = begun or await bot.delete_webhook()
            ask = GetUpdates(
                offset=offset, limit=updates.batch, timeout=POLL_SECONDS, allowed_updates=kinds
            )
            tolerant = backoff.counter >= TOLERANT_FROM
            answer = updates_in(await _answer(bot, ask), tolerant=tolerant)
            batch = [decode(update, bot) for update in answer]
            for each in batch:
                if isinstance(each, Undecoded):
                    await set_aside(updates, each)
            await updates.handle_all(each for each in batch if isinstance(each, Update))
            numbers = [each.update_id for each in batch if each.update_id is not None]
            offset = max(numbers) + 1 if numbers else offset
            sign_of_life.touch()  # noqa: ASYNC240 - takes no time
            if batch and not numbers:
                raise NoUpdates("nothing that could be confirmed: it may well come again at once")
        except TelegramUnauthorizedError:
            raise
        except Exception as error:
            expected = is_passing(error) or isinstance(
                error, TelegramAPIError | ClientDecodeError | NoUpdates
            )
            log.warning(
                "polling_failed",
                error=type(error).__name__,
                wait=backoff.next_delay,
                exc_info=not expected,
            )
            await asyncio.sleep(next(backoff))
        else:
            backoff.reset()


async def _answer(bot: Bot, ask: GetUpdates) -> bytes:
    """What getUpdates answers, as it came; raises TelegramAPIError, ClientDecodeError.

    By the parts of aiogram's session, which would decode the batch as a whole.
    """
    session = bot.session
    if not isinstance(session, AiohttpSession):
        raise TypeError("long polling speaks HTTP")
    try:
        http = await session.create_session()
        async with http.post(
            session.api.api_url(token=bot.token, method=ask.__api_method__),
            data=session.build_form_data(bot, ask),
            timeout=ClientTimeout(total=POLL_SECONDS + 15),
        ) as response:
            body = await response.read()
    except (ClientError, TimeoutError) as error:
        raise TelegramNetworkError(method=ask, message=type(error).__name__) from error
    if response.status != HTTPStatus.OK:
        session.check_response(bot, ask, response.status, body.decode(errors="replace"))
    return body
