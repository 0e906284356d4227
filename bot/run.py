"""Run the bot on Telegram."""

import asyncio
import signal
import sys
from functools import partial

import structlog
from aiogram.exceptions import TelegramUnauthorizedError

from bot.assemble import Service, run_until_stopped, service
from bot.clock import CheckedClock, ClockWrong
from bot.commands import introduce
from bot.metrics import metrics
from bot.polling import poll
from bot.public import public_pages
from bot.settings import Settings
from bot.starting import CannotRun, held, prepare
from bot.telegram_time import telegram_time
from bot.watchdog import watched
from bot.webhook import serve_webhook

log = structlog.get_logger()

# What aiogram-dialog handles by itself: messages to somebody's business account, which are none to
# the bot, and a kind of its own that Telegram does not know.
_OF_DIALOGS = {"business_message", "aiogd_update"}


async def run(settings: Settings, clock: CheckedClock | None = None) -> int:
    """Run until SIGTERM or Ctrl-C; the exit code, 2 where starting again would not mend it."""
    if settings.bot_token is None:
        print(
            "BOT_TOKEN is not set. Get a token from @BotFather and put BOT_TOKEN=… into .env,\n"
            "or try the bot without one: python -m bot sandbox",
            file=sys.stderr,
        )
        return 2
    stop_on_signal()
    clock = clock or CheckedClock(partial(telegram_time, settings))
    try:
        with held(settings):
            await prepare(settings)
            with watched():
                while True:
                    await clock.right()
                    await _serve(settings, clock)
    except CannotRun as why:
        print(why, file=sys.stderr)
        return 2
    except TelegramUnauthorizedError:
        print("Telegram refuses BOT_TOKEN: ask @BotFather for a valid one.", file=sys.stderr)
        return 2
    except asyncio.CancelledError:
        log.info("stopped")
    return 0


async def _serve(settings: Settings, clock: CheckedClock) -> None:
    """Serve until stopped; returns, with everything stopped in order, when the clock is wrong."""
    async with service(settings, clock) as bot, metrics(bot), public_pages(bot):
        log.info("running", by="webhook" if settings.webhook_url else "polling")
        introducing = asyncio.create_task(introduce(bot.bot))
        watching = asyncio.create_task(clock.watch(), name="watch the clock")
        try:
            await run_until_stopped(*loops(bot), watching)
        except ClockWrong:
            log.warning("clock_wrong", ahead=round(clock.ahead.total_seconds()))
        finally:
            introducing.cancel()
            await asyncio.gather(introducing, return_exceptions=True)


def loops(bot: Service) -> list[asyncio.Task[None]]:
    """What runs all the time: receiving, delivering, looking into files, portfolios,
    the clock's jobs."""
    return [
        asyncio.create_task(_receive(bot), name="receive"),
        asyncio.create_task(bot.updates.replies.run(), name="reply"),
        asyncio.create_task(bot.updates.answer_postponed(), name="reply later"),
        asyncio.create_task(bot.delivery.run(), name="deliver"),
        asyncio.create_task(bot.broadcasts.run(), name="broadcast"),
        asyncio.create_task(bot.examination.run(), name="examine"),
        asyncio.create_task(bot.comparison.run(), name="compare"),
        asyncio.create_task(bot.printing.run(), name="print"),
        asyncio.create_task(bot.protocols.run(), name="print protocols"),
        asyncio.create_task(bot.portfolios.run(), name="portfolios"),
        asyncio.create_task(bot.jobs.run(), name="jobs"),
        asyncio.create_task(bot.in_force.keep(bot.database), name="renew the programme"),
    ]


async def _receive(bot: Service) -> None:
    await bot.updates.resume()
    if bot.settings.webhook_url:
        await serve_webhook(bot.bot, bot.updates, bot.settings, kinds(bot))
    else:
        await poll(bot.bot, bot.updates, kinds(bot), bot.settings.sign_of_life)


def kinds(bot: Service) -> list[str]:
    """The kinds of update that some conversation handles."""
    return bot.dispatcher.resolve_used_update_types(skip_events=_OF_DIALOGS)


def stop_on_signal() -> None:
    """Let SIGTERM stop the service as Ctrl-C does: in order, with nothing half done."""
    task = asyncio.current_task()
    assert task is not None
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
