"""The door for who tries the bot: raw updates, faults, the list of what the bot called."""

from typing import Any

from aiohttp import web

from sandbox.bot_api import CallLog
from sandbox.errors import PeopleError
from sandbox.faults import Faults
from sandbox.forms import read_json
from sandbox.updates import UpdateQueue

_YES = {"1", "true", "yes"}


class TestingApi:
    """Answers the calls that no Telegram has; README.md of this package shows every one."""

    def __init__(self, updates: UpdateQueue, faults: Faults, calls: CallLog) -> None:
        self._updates = updates
        self._faults = faults
        self._calls = calls

    def routes(self) -> list[web.RouteDef]:
        """Every call."""
        return [
            web.post("/updates", self.put_updates),
            web.get("/faults", self.faults),
            web.post("/faults", self.add_fault),
            web.delete("/faults", self.lift_faults),
            web.get("/calls", self.calls),
        ]

    async def put_updates(self, request: web.Request) -> web.Response:
        """POST /updates."""
        body = await read_json(request)
        updates: list[Any] = body if isinstance(body, list) else [body]
        if not all(isinstance(update, dict) for update in updates):
            raise PeopleError(400, "an update is a JSON object; send one, or a list of them")
        only_allowed = request.query.get("only_allowed", "") in _YES
        given = [self._updates.put_raw(update, only_allowed) for update in updates]
        return web.json_response({"update_ids": given})

    async def faults(self, request: web.Request) -> web.Response:
        """GET /faults."""
        return web.json_response({"faults": self._faults.as_json()})

    async def add_fault(self, request: web.Request) -> web.Response:
        """POST /faults."""
        self._faults.add(await read_json(request))
        return await self.faults(request)

    async def lift_faults(self, request: web.Request) -> web.Response:
        """DELETE /faults."""
        self._faults.lift(request.query.get("method"))
        return await self.faults(request)

    async def calls(self, request: web.Request) -> web.Response:
        """GET /calls."""
        after = int(request.query.get("after", 0))
        calls = self._calls.after(after, request.query.get("method"))
        return web.json_response({"last": self._calls.last, "calls": calls})
