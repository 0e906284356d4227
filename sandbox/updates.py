"""Updates on their way to the bot: kept until confirmed, by long polling or by webhook."""

import asyncio
import contextlib
from bisect import insort
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import asdict, dataclass
from typing import Any

import aiohttp

from sandbox.clock import Clock
from sandbox.errors import ApiError
from sandbox.snapshot import Snapshot

Json = dict[str, Any]
Reply = Callable[[aiohttp.ClientResponse], Awaitable[None]]

_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_NUMBERS = range(1, 2**31)
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


@dataclass(slots=True)
class _Waiting:
    """An update on its way: the how manieth it is, its place in the queue, what the bot gets."""

    number: int
    place: int
    update: Json
    # Put in below numbers given before: an offset means it only once the bot has seen it.
    late: bool = False
    # Without a number that an offset could confirm: it is handed out once.
    once: bool = False
    seen: bool = False

    def ends_at(self, offset: int) -> bool:
        return not self.once and self.place < offset and (self.seen or not self.late)


def _kept(item: Json) -> _Waiting:
    """An update that was kept; until 2026-12 it was kept bare."""
    bare = "place" not in item
    number = int(item["update_id"]) if bare else 0
    return _Waiting(number, number, item) if bare else _Waiting(**item)


class UpdateQueue:
    """Numbers updates and keeps each until the bot has it for certain."""

    def __init__(self, snapshot: Snapshot, clock: Clock) -> None:
        self.carry_out: Reply | None = None
        self._snapshot = snapshot
        self._clock = clock
        waiting = [_kept(item) for item in snapshot.all("update")]
        self._waiting = sorted(waiting, key=lambda each: (each.place, each.number))
        self._arrivals = max((each.number for each in waiting), default=0)
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
        if self._wanted(kind):
            self._settings["last"] += 1
            last = self._settings["last"]
            self._add(last, {"update_id": last, kind: content})

    def put_raw(self, update: Json, only_allowed: bool = False) -> Any:
        """An update as it is, numbered if it has no number; its `update_id`.

        None with `only_allowed`, where the bot has not asked for what is in it.
        """
        kinds = update.keys() - {"update_id"}
        if only_allowed and not any(self._wanted(kind) for kind in kinds):
            return None
        last = self._settings["last"]
        update = {"update_id": last + 1} | update
        number = update["update_id"]
        if type(number) is int and number in _NUMBERS:
            self._settings["last"] = max(last, number)
            self._add(number, update, late=number <= last)
        else:
            self._add(last, update, once=True)
        return number

    def _wanted(self, kind: str) -> bool:
        allowed = self._settings["allowed"]
        return kind in allowed if allowed else kind not in _NOT_BY_DEFAULT

    def _add(self, place: int, update: Json, late: bool = False, once: bool = False) -> None:
        self._arrivals += 1
        waiting = _Waiting(self._arrivals, place, update, late, once)
        insort(self._waiting, waiting, key=lambda each: each.place)
        self._snapshot.put("update", waiting.number, asdict(waiting))
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
        batch = self._waiting[:count]
        for each in batch:
            each.seen = True
        self._forget(each for each in batch if each.once)
        return [each.update for each in batch]

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
            self._forget(self._waiting)
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
                first = self._waiting[0]
                if await self._post(session, url, first.update):
                    self._forget([first])
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
            self._forget(self._waiting[:offset])
        else:
            self._forget(each for each in self._waiting if each.ends_at(offset))

    def _forget(self, ended: Iterable[_Waiting]) -> None:
        numbers = {each.number for each in ended}
        if numbers:
            self._waiting = [each for each in self._waiting if each.number not in numbers]
        for number in numbers:
            self._snapshot.delete("update", number)

    def _save(self) -> None:
        self._snapshot.put("updates", "settings", self._settings)

    def _wake(self) -> None:
        self._arrived.set()
        self._arrived = asyncio.Event()
