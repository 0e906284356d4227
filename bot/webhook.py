"""Receive updates by webhook: 200 is answered when the update is committed, not before."""

import asyncio
import hmac

import structlog
from aiogram import Bot
from aiogram.types import Update
from aiohttp import web

from bot.settings import Settings
from bot.updates import Updates

log = structlog.get_logger()

PATH = "/telegram"
LARGEST_UPDATE = 1024 * 1024
SIGN_OF_LIFE_SECONDS = 30


async def serve_webhook(bot: Bot, updates: Updates, settings: Settings, kinds: list[str]) -> None:
    """Listen on WEBHOOK_PORT until cancelled; people's order is kept by a lock for each."""
    if settings.webhook_secret is None or settings.webhook_url is None:
        raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET")
    runner = web.AppRunner(webhook(bot, updates, settings.webhook_secret.get_secret_value()))
    await runner.setup()
    try:
        await web.TCPSite(runner, "0.0.0.0", settings.webhook_port).start()
        await bot.set_webhook(
            settings.webhook_url.rstrip("/") + PATH,
            secret_token=settings.webhook_secret.get_secret_value(),
            allowed_updates=kinds,
        )
        log.info("webhook_listening", port=settings.webhook_port)
        while True:
            settings.sign_of_life.touch()
            await asyncio.sleep(SIGN_OF_LIFE_SECONDS)
    finally:
        await runner.cleanup()


def webhook(bot: Bot, updates: Updates, secret: str) -> web.Application:
    """The web application that Telegram posts updates to; /health is for the container."""

    async def receive(request: web.Request) -> web.Response:
        given = request.headers.get("X-Telegram-Bot-Api-Secret-Token", "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return web.Response(status=403)
        update = Update.model_validate_json(await request.read(), context={"bot": bot})
        await updates.handle_all([update])
        return web.Response()

    async def health(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    application = web.Application(client_max_size=LARGEST_UPDATE)
    application.router.add_post(PATH, receive)
    application.router.add_get("/health", health)
    return application
