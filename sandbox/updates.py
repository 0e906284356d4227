"""Updates on their way to the bot: kept until confirmed, by long polling or by webhook."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import aiohttp

from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.snapshot import Snapshot

Json = dict[str, Any]
Reply = Callable[[aiohttp.ClientResponse], Awaitable[None]]

_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_LONGEST_POLL = 50
_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 10.0
_OTHER_POLL = ApiError(
    409,
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running",
)
_WEBHOOK_ACTIVE = ApiError(
    409,
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first",
)


class UpdateQueue:
    """Numbers updates and keeps each until the bot has it for certain."""

    def __init__(self, snapshot: Snapshot, clock: Clock) -> None:
        self.carry_out: Reply | None = None
        self._snapshot = snapshot
        self._clock = clock
        waiting = {int(item["update_id"]): item for item in snapshot.all("update")}
        self._waiting: dict[int, Json] = dict(sorted(waiting.items()))
        self._settings: Json = {"last": 100_000, "allowed": [], "url": "", "secret": None}
        for item in snapshot.all("updates"):
            self._settings |= item
        self._arrived = asyncio.Event()
        self._poll = 0
        self.polled = asyncio.Event()
        self.asked = asyncio.Event()
        self._stopping = False
        self._webhook: asyncio.Task[None] | None = None
        self._last_error: Json = {}

    def put(self, kind: str, content: Json) -> None:
        """A new update, unless the bot does not want its kind."""
        allowed = self._settings["allowed"]
        if (kind not in allowed) if allowed else (kind in _NOT_BY_DEFAULT):
            return
        self._settings["last"] += 1
        update = {"update_id": self._settings["last"], kind: content}
        self._waiting[update["update_id"]] = update
        self._snapshot.put("update", update["update_id"], update)
        self._save()
        self._wake()

    async def get(
        self, offset: int | None, limit: int | None, seconds: int | None, allowed: list[str] | None
    ) -> list[Json]:
        """Confirms what is below `offset` and returns what is waiting; raises ApiError 409."""
        if self._settings["url"]:
            raise _WEBHOOK_ACTIVE
        self._allow(allowed)
        self._confirm(offset or 0)
        self.asked.set()
        self.asked = asyncio.Event()
        self._poll += 1
        self._wake()
        await self._wait(self._poll, min(seconds or 0, _LONGEST_POLL))
        count = limit if limit and 1 <= limit <= 100 else 100
        return list(self._waiting.values())[:count]

    async def _wait(self, poll: int, seconds: int) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while not self._waiting and (left := deadline - loop.time()) > 0:
            self.polled.set()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._arrived.wait(), left)
            if poll == self._poll:
                self.polled.clear()
            if self._stopping:
                return
            if poll != self._poll:
                raise _OTHER_POLL
            if self._settings["url"]:
                raise ApiError(409, "Conflict: terminated by setWebhook request")

    def set_webhook(
        self, url: str, secret: str | None, allowed: list[str] | None, drop: bool
    ) -> None:
        """Starts posting updates to `url`; an empty one ends it."""
        if drop:
            self._confirm(self._settings["last"] + 1)
        self._allow(allowed)
        self._settings |= {"url": url, "secret": secret}
        self._last_error = {}
        self._save()
        self.start()
        self._wake()

    def webhook_info(self) -> Json:
        """Telegram's WebhookInfo."""
        info: Json = {
            "url": self._settings["url"],
            "has_custom_certificate": False,
            "pending_update_count": len(self._waiting),
            **self._last_error,
        }
        if self._settings["url"]:
            info["max_connections"] = 40
        if self._settings["allowed"]:
            info["allowed_updates"] = self._settings["allowed"]
        return info

    def start(self) -> None:
        """Begins, or begins anew, to post to the webhook if there is one."""
        if self._webhook:
            self._webhook.cancel()
        self._webhook = None
        if self._settings["url"]:
            post = self._post_all(self._settings["url"], self._settings["secret"])
            self._webhook = asyncio.create_task(post)

    async def stop(self) -> None:
        """Ends the posting and every waiting poll."""
        self._stopping = True
        self._wake()
        if self._webhook:
            self._webhook.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._webhook

    async def _post_all(self, url: str, secret: str | None) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        timeout = aiohttp.ClientTimeout(total=60)
        async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:
            pause = _FIRST_PAUSE
            while True:
                while not self._waiting:
                    await self._arrived.wait()
                update = next(iter(self._waiting.values()))
                if await self._post(session, url, update):
                    self._confirm(update["update_id"] + 1)
                    pause = _FIRST_PAUSE
                else:
                    await asyncio.sleep(pause)
                    pause = min(_LONGEST_PAUSE, pause * 2)

    async def _post(self, session: aiohttp.ClientSession, url: str, update: Json) -> bool:
        try:
            async with session.post(url, json=update) as response:
                if 200 <= response.status < 300:
                    if self.carry_out:
                        await self.carry_out(response)
                    return True
                complaint = f"Wrong response from the webhook: {response.status} {response.reason}"
        except (aiohttp.ClientError, TimeoutError, OSError):
            complaint = "Connection refused"
        self._last_error = {
            "last_error_date": self._clock.timestamp(),
            "last_error_message": complaint,
        }
        return False

    def _allow(self, allowed: list[str] | None) -> None:
        if allowed is not None and allowed != self._settings["allowed"]:
            self._settings["allowed"] = allowed
            self._save()

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            kept = list(self._waiting)[offset:]
            offset = kept[0] if kept else 0
        for update_id in [number for number in self._waiting if number < offset]:
            del self._waiting[update_id]
            self._snapshot.delete("update", update_id)

    def _save(self) -> None:
        self._snapshot.put("updates", "settings", self._settings)

    def _wake(self) -> None:
        self._arrived.set()
        self._arrived = asyncio.Event()
