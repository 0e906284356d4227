"""Run the bot together with a Telegram of its own on this machine."""

import asyncio
import gc
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog
from pydantic import SecretStr

from bot.assemble import Service, run_until_stopped, service
from bot.clock import Clock
from bot.commands import introduce
from bot.metrics import metrics
from bot.passing_time import next_owed, pass_time, run_now, upcoming
from bot.run import loops, stop_on_signal
from bot.settings import Settings
from bot.starting import CannotRun, held, prepare
from demo.seeding import seed, to_the_badge, try_it
from sandbox.clock_api import BotClock
from sandbox.server import Sandbox

log = structlog.get_logger()

TOKEN = "1000001:sandbox-token-for-this-machine-only"


async def run_sandbox(settings: Settings, port: int, data: Path, kind: str) -> int:
    """Start the sandbox and the bot, seed a new folder, print where the page is, and run.

    The exit code is 2 where starting again would not mend what is wrong.
    """
    stop_on_signal()
    here = settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "data_dir": data,
            "database_url": None,
            "webhook_url": None,
            "redis_url": None,
        }
    )
    try:
        with held(here):
            await prepare(here)
            await _run(here, port, kind)
    except CannotRun as why:
        print(why, file=sys.stderr)
        return 2
    except asyncio.CancelledError:
        log.info("stopped")
    return 0


async def _run(settings: Settings, port: int, kind: str) -> None:
    clock = Clock()
    services: list[Service] = []
    sandbox = Sandbox(TOKEN, settings.data_dir / "telegram", clock=_by_clock(clock, services))
    await sandbox.start(port)
    clock.move_to(sandbox.clock.now())
    here = settings.model_copy(update={"bot_api_url": sandbox.url})
    try:
        async with service(here, clock) as bot, metrics(bot):
            services.append(bot)
            await introduce(bot.bot)
            # On Telegram its owner names it, with @BotFather.
            await bot.bot.set_my_name(bot.programme.name["kk"])
            gc.enable()  # seeding leaves garbage behind
            await seed(bot.database, bot.programme, sandbox, kind)
            running = loops(bot)
            print(f"Sandbox ready: {sandbox.url}", flush=True)
            if address := try_it(sandbox):
                print(f"Try it: {address}", flush=True)
            if address := to_the_badge(sandbox):
                print(f"To the badge: {address}", flush=True)
            await run_until_stopped(*running)
    finally:
        await sandbox.stop()


def _by_clock(clock: Clock, services: list[Service]) -> BotClock:
    """What the bot does by the sandbox's clock, from when it runs."""

    async def moved(now: datetime) -> None:
        clock.move_to(now)
        for bot in services:
            await pass_time(bot, now)

    async def owed(after: datetime) -> datetime | None:
        return await next_owed(services[0], after) if services else None

    async def jobs(language: str) -> list[dict[str, Any]]:
        return await upcoming(services[0], language) if services else []

    async def run(job_id: str) -> dict[str, Any]:
        return await run_now(services[0], job_id)

    return BotClock(moved, owed, jobs, run)
