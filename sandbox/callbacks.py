"""Taps on inline buttons that wait for the bot's answer."""

import asyncio
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sandbox.clock import Clock
from sandbox.errors import bad_request
from sandbox.strictness import CALLBACK_SECONDS

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class _Tap:
    at: datetime
    answer: asyncio.Future[dict[str, Any] | None]


class Callbacks:
    """Open callback queries by id."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._open: dict[str, _Tap] = {}

    def open(self) -> str:
        """The id of a new callback query."""
        self.forget_old()
        query_id = str(secrets.randbits(62))
        answer: asyncio.Future[dict[str, Any] | None] = asyncio.get_running_loop().create_future()
        self._open[query_id] = _Tap(self._clock.now(), answer)
        return query_id

    async def answered(self, query_id: str) -> dict[str, Any] | None:
        """The bot's answer, or None when its time is over."""
        tap = self._open[query_id]
        try:
            return await asyncio.wait_for(asyncio.shield(tap.answer), CALLBACK_SECONDS)
        except TimeoutError:
            return None

    def answer(self, query_id: str, text: str, show_alert: bool, url: str | None) -> None:
        """Answers once and in time; raises ApiError."""
        tap = self._open.pop(query_id, None)
        if tap is None or self._old(tap):
            raise bad_request(_TOO_OLD)
        if len(text) > 200:
            raise bad_request("MESSAGE_TOO_LONG")
        answer: dict[str, Any] = {"text": text, "show_alert": show_alert}
        tap.answer.set_result(answer | ({"url": url} if url else {}))

    def _old(self, tap: _Tap) -> bool:
        return abs((self._clock.now() - tap.at).total_seconds()) > CALLBACK_SECONDS

    def forget_old(self) -> None:
        """Ends the waiting of taps whose time is over, as after the clock was moved."""
        for query_id in [key for key, tap in self._open.items() if self._old(tap)]:
            tap = self._open.pop(query_id)
            if not tap.answer.done():
                tap.answer.set_result(None)
