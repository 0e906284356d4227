"""Numbers for Prometheus: `METRICS_PORT` on this machine alone, off by default."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import func, select

from bot.assemble import Service
from scheduler.metrics import OUTBOX_AGE, OUTBOX_DEPTH, REGISTRY
from storage.database import Database
from storage.tables import Outbox

HOST = "127.0.0.1"


@asynccontextmanager
async def metrics(bot: Service) -> AsyncIterator[int | None]:
    """Answer `GET /metrics` while this lasts; the port, or None where it is not wanted."""
    port = bot.settings.metrics_port
    if port is None:
        yield None
        return

    async def answer(_request: web.Request) -> web.Response:
        await _look(bot.database, bot.clock.now())
        return web.Response(
            body=generate_latest(REGISTRY), headers={"Content-Type": CONTENT_TYPE_LATEST}
        )

    app = web.Application()
    app.router.add_get("/metrics", answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    try:
        await web.TCPSite(runner, HOST, port).start()
        yield runner.addresses[0][1]
    finally:
        await runner.cleanup()


async def _look(database: Database, now: datetime) -> None:
    """What is known of the database alone, for all processes together."""
    due = (Outbox.settled_at.is_(None), Outbox.due_at <= now)
    async with database.transaction() as session:
        found = await session.execute(select(func.count(), func.min(Outbox.due_at)).where(*due))
        depth, oldest = found.one()
    OUTBOX_DEPTH.set(depth)
    OUTBOX_AGE.set((now - oldest).total_seconds() if oldest else 0)
