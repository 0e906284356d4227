"""Receive updates by webhook: 200 is answered when the update is committed, not before."""

import asyncio
import hmac
import ipaddress
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from pathlib import Path

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest, TelegramUnauthorizedError
from aiogram.utils.backoff import Backoff
from aiohttp import ClientSession, ClientTimeout, web

from bot.decoding import LARGEST, Undecoded, decode
from bot.set_aside import set_aside
from bot.settings import SHORTEST_SECRET, Settings
from bot.updates import BACKOFF, Updates
from storage.faults import is_passing
from storage.tables import SeenUpdate

log = structlog.get_logger()

PATH = "/telegram"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
LARGEST_BODY = 8 * LARGEST  # bytes; an update that is too large is read, to say whose it is
REQUEST_SECONDS = 20.0  # for a request to have come, and until an idle connection is closed
LINGERING_SECONDS = 1.0  # for the rest of a request that was answered before it had come
# Connections at once; Telegram is told of fewer, so that a probe or a person finds one, too.
CONNECTIONS = 64
TELEGRAM_CONNECTIONS = 48
SIGN_OF_LIFE_SECONDS = 30.0
# What the service asks itself: no update of Telegram's, which are counted from 1.
PROBE = b'{"update_id": 0}'


async def serve_webhook(
    bot: Bot,
    updates: Updates,
    settings: Settings,
    kinds: list[str],
    request_seconds: float = REQUEST_SECONDS,
) -> None:
    """Listen on WEBHOOK_HOST and WEBHOOK_PORT until cancelled.

    The file `alive` is touched each time a probe was received and committed as an update is.
    """
    if settings.webhook_secret is None or settings.webhook_url is None:
        raise ValueError("WEBHOOK_URL needs WEBHOOK_SECRET")
    secret = settings.webhook_secret.get_secret_value()
    if settings.webhook_secret_is_short:
        log.warning("webhook_secret_short", at_least=SHORTEST_SECRET)
    url = settings.webhook_url.rstrip("/") + PATH
    application = webhook(bot, updates, secret, request_seconds)
    # Counted from when a connection is made, so half a header is not waited for, either.
    runner = web.AppRunner(
        application, keepalive_timeout=request_seconds, lingering_time=LINGERING_SECONDS
    )
    await runner.setup()
    assert runner.server is not None
    server: asyncio.Server | None = None
    try:
        server = await listen(runner.server, settings.webhook_host, settings.webhook_port)
        await _until_taken(
            lambda: bot.set_webhook(
                url,
                secret_token=secret,
                allowed_updates=kinds,
                max_connections=TELEGRAM_CONNECTIONS,
            )
        )
        log.info("webhook_listening", host=settings.webhook_host, port=settings.webhook_port)
        await _probe_for_ever(_own_address(server) + PATH, secret, settings.sign_of_life)
    finally:
        if server is not None:
            server.close()
        await runner.cleanup()


def webhook(
    bot: Bot, updates: Updates, secret: str, request_seconds: float = REQUEST_SECONDS
) -> web.Application:
    """The web application that Telegram posts updates to; /health is for the container."""

    async def receive(request: web.Request) -> web.Response:
        # As bytes: a header may hold any.
        given = request.headers.get(SECRET_HEADER, "").encode(errors="surrogateescape")
        if not hmac.compare_digest(given, secret.encode()):
            return web.Response(status=HTTPStatus.FORBIDDEN)
        try:
            async with asyncio.timeout(request_seconds):
                body = await request.read()
        except TimeoutError:
            late = web.Response(status=HTTPStatus.REQUEST_TIMEOUT)
            late.force_close()
            return late
        try:
            await take(body)
        except Exception as error:  # not taken, so it comes again
            bug = not is_passing(error)
            log.warning("update_not_taken", error=type(error).__name__, exc_info=bug)
            return web.Response(status=HTTPStatus.SERVICE_UNAVAILABLE)
        return web.Response()

    async def take(body: bytes) -> None:
        if body == PROBE:
            async with updates.database.transaction() as session:
                await session.merge(SeenUpdate(update_id=0, at=updates.clock.now()))
            return
        update = decode(body, bot)
        if isinstance(update, Undecoded):
            await set_aside(updates, update)
        else:
            await updates.handle_all([update])

    async def health(_request: web.Request) -> web.Response:
        return web.Response(text="ok")

    application = web.Application(client_max_size=LARGEST_BODY)
    application.router.add_post(PATH, receive)
    application.router.add_get("/health", health)
    return application


async def listen(server: web.Server, host: str, port: int) -> asyncio.Server:
    """Accept up to CONNECTIONS at once for the server; more are closed as they come."""
    return await asyncio.get_running_loop().create_server(lambda: _Door(server), host, port)


class _Door(asyncio.Protocol):
    """A new connection, before it is the server's."""

    def __init__(self, server: web.Server) -> None:
        self.server = server

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        if len(self.server.connections) >= CONNECTIONS:
            transport.abort()
            return
        connection = self.server()
        transport.set_protocol(connection)
        connection.connection_made(transport)


async def _until_taken(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call to Telegram until it is answered; raises only if the token is refused."""
    backoff = Backoff(BACKOFF)
    while True:
        try:
            await call()
        except TelegramUnauthorizedError:
            raise
        except Exception as error:  # aiogram raises of all kinds for what is no answer
            why = error.message if isinstance(error, TelegramBadRequest) else type(error).__name__
            log.warning("webhook_not_set", error=why, wait=backoff.next_delay)
            await asyncio.sleep(next(backoff))
        else:
            return


async def _probe_for_ever(url: str, secret: str, sign_of_life: Path) -> None:
    headers, patience = {SECRET_HEADER: secret}, ClientTimeout(total=REQUEST_SECONDS)
    async with ClientSession(headers=headers, timeout=patience, raise_for_status=True) as http:
        while True:
            try:
                async with http.post(url, data=PROBE):
                    sign_of_life.touch()  # noqa: ASYNC240 - takes no time
            except Exception as error:  # the next one will tell
                log.warning("webhook_probe_failed", error=type(error).__name__)
            await asyncio.sleep(SIGN_OF_LIFE_SECONDS)


def _own_address(server: asyncio.Server) -> str:
    """Where this machine reaches what listens, as a URL without a path."""
    host, port, *_ = server.sockets[0].getsockname()
    address = ipaddress.ip_address(host)
    if address.is_unspecified:
        address = ipaddress.ip_address("127.0.0.1" if address.version == 4 else "::1")
    return f"http://{f'[{address}]' if address.version == 6 else address}:{port}"
