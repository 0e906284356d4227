"""Long polling that confirms a batch only when all of it is committed."""

import asyncio
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramAPIError, TelegramUnauthorizedError
from aiogram.utils.backoff import Backoff, BackoffConfig

from bot.updates import Updates

log = structlog.get_logger()

POLL_SECONDS = 30


async def poll(bot: Bot, updates: Updates, kinds: list[str], sign_of_life: Path) -> None:
    """Fetch and handle updates until cancelled; raises only if the token is refused.

    The file is touched when Telegram has answered and what it sent is handled.
    """
    await bot.delete_webhook()
    backoff = Backoff(BackoffConfig(min_delay=0.5, max_delay=30, factor=2, jitter=0.1))
    offset: int | None = None
    while True:
        try:
            batch = await bot.get_updates(
                offset=offset,
                limit=updates.batch,
                timeout=POLL_SECONDS,
                allowed_updates=kinds,
                request_timeout=POLL_SECONDS + 15,
            )
        except TelegramUnauthorizedError:
            raise
        except (TelegramAPIError, ClientDecodeError) as error:
            log.warning("polling_failed", error=type(error).__name__, wait=backoff.next_delay)
            await asyncio.sleep(next(backoff))
            continue
        backoff.reset()
        await updates.handle_all(batch)
        if batch:
            offset = batch[-1].update_id + 1
        sign_of_life.touch()  # noqa: ASYNC240 - takes no time
