"""Run the bot on Telegram."""

import asyncio
import signal
import sys

import structlog
from aiogram.exceptions import TelegramUnauthorizedError

from bot.assemble import Service, run_until_stopped, service
from bot.clock import Clock
from bot.commands import introduce
from bot.metrics import metrics
from bot.polling import poll
from bot.settings import Settings
from bot.webhook import serve_webhook

log = structlog.get_logger()


async def run(settings: Settings) -> int:
    """Run until SIGTERM or Ctrl-C; the exit code."""
    if settings.bot_token is None:
        print(
            "BOT_TOKEN is not set. Get a token from @BotFather and put BOT_TOKEN=… into .env,\n"
            "or try the bot without one: python -m bot sandbox",
            file=sys.stderr,
        )
        return 2
    stop_on_signal()
    try:
        async with service(settings, Clock()) as bot, metrics(bot):
            running = loops(bot)
            log.info("running", by="webhook" if settings.webhook_url else "polling")
            await asyncio.gather(introduce(bot.bot), run_until_stopped(*running))
    except TelegramUnauthorizedError:
        print("Telegram refuses BOT_TOKEN: ask @BotFather for a valid one.", file=sys.stderr)
        return 2
    except asyncio.CancelledError:
        log.info("stopped")
    return 0


def loops(bot: Service) -> list[asyncio.Task[None]]:
    """What runs all the time: receiving, delivering, looking into files, the clock's jobs."""
    receive = (
        serve_webhook(bot.bot, bot.updates, bot.settings, kinds(bot))
        if bot.settings.webhook_url
        else poll(bot.bot, bot.updates, kinds(bot), bot.settings.sign_of_life)
    )
    return [
        asyncio.create_task(receive, name="receive"),
        asyncio.create_task(bot.delivery.run(), name="deliver"),
        asyncio.create_task(bot.broadcasts.run(), name="broadcast"),
        asyncio.create_task(bot.examination.run(), name="examine"),
        asyncio.create_task(bot.comparison.run(), name="compare"),
        asyncio.create_task(bot.jobs.run(), name="jobs"),
    ]


def kinds(bot: Service) -> list[str]:
    """The kinds of update that some conversation handles."""
    return bot.dispatcher.resolve_used_update_types()


def stop_on_signal() -> None:
    """Let SIGTERM stop the service as Ctrl-C does: in order, with nothing half done."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
