"""The clock over HTTP: moved step by step, so that a bot does each thing at its own time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from sandbox.callbacks import Callbacks
from sandbox.errors import PeopleError
from sandbox.polls import Polls
from sandbox.telegram import Json, Telegram

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BotClock:
    """What a bot does by the clock, as far as it wants to take part; README.md says more of each.

    `moved`: the clock shows this time now. `next_owed`: the first moment after this one at which
    the bot has something to do. `upcoming`: its jobs, titles in a language. `run_now`: runs one.
    """

    moved: Callable[[datetime], Awaitable[None]] | None = None
    next_owed: Callable[[datetime], Awaitable[datetime | None]] | None = None
    upcoming: Callable[[str], Awaitable[list[Json]]] | None = None
    run_now: Callable[[str], Awaitable[Json]] | None = None


class ClockApi:
    """Answers calls about time and about what the bot does by it."""

    def __init__(
        self, telegram: Telegram, callbacks: Callbacks, polls: Polls, bot: BotClock
    ) -> None:
        self._telegram = telegram
        self._clock = telegram.clock
        self._callbacks = callbacks
        self._polls = polls
        self._bot = bot
        self._turn = asyncio.Lock()

    def routes(self) -> list[web.RouteDef]:
        """Every call."""
        return [
            web.get("/clock", self.clock),
            web.post("/clock", self.move),
            web.get("/jobs", self.jobs),
            web.post("/jobs/{id:.+}/run", self.run),
        ]

    async def clock(self, request: web.Request) -> web.Response:
        """GET /clock."""
        return web.json_response({"now": self._clock.now().isoformat(timespec="milliseconds")})

    async def move(self, request: web.Request) -> web.Response:
        """POST /clock."""
        body = await request.json()
        moment = datetime.fromisoformat(body["now"]) if "now" in body else None
        if moment and moment.tzinfo is None:
            raise PeopleError(400, "now needs a zone, such as +05:00")
        span = None if moment else timedelta(seconds=float(body["advance"]))
        async with self._turn:
            try:
                await self._move(moment or self._clock.now() + (span or timedelta(0)))
            except Exception as error:
                _log.exception("the bot did not catch up with the clock")
                raise PeopleError(500, f"the bot did not catch up: {error}") from error
            finally:
                self._telegram.save_clock()
        return await self.clock(request)

    async def jobs(self, request: web.Request) -> web.Response:
        """GET /jobs."""
        if self._bot.upcoming is None:
            return web.json_response([])
        return web.json_response(await self._bot.upcoming(request.query.get("language", "en")))

    async def run(self, request: web.Request) -> web.Response:
        """POST /jobs/{id}/run."""
        if self._bot.run_now is None:
            raise PeopleError(404, "the bot has no jobs")
        async with self._turn:
            try:
                return web.json_response(await self._bot.run_now(request.match_info["id"]))
            except LookupError as error:
                raise PeopleError(404, "there is no such job") from error

    async def _move(self, target: datetime) -> None:
        """Let the bot do what it owes in between, each at its own time, then show the target."""
        after = self._clock.now()
        while (moment := await self._next_owed(after)) and after < moment < target:
            # What the last step did took its time; nobody's clock goes back for that.
            await self._show(max(moment, self._clock.now()))
            after = moment
        backwards = target < after
        await self._show(target if backwards else max(target, self._clock.now()))

    async def _next_owed(self, after: datetime) -> datetime | None:
        return await self._bot.next_owed(after) if self._bot.next_owed else None

    async def _show(self, moment: datetime) -> None:
        self._clock.move_to(moment)
        # Taps that waited for an answer have waited too long.
        self._callbacks.forget_old()
        self._polls.close_due()
        if self._bot.moved is not None:
            await self._bot.moved(self._clock.now())
