"""People at their phones: they do and see only what the sandbox's people API offers."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import aiohttp

PATIENCE = 60.0  # seconds; on a busy machine an answer may take its time


class NotSeen(AssertionError):
    """What was awaited did not appear; the message tells what did."""


class Phone:
    """One person's chat with the bot."""

    def __init__(self, http: aiohttp.ClientSession, url: str, person: dict[str, Any]) -> None:
        self.http = http
        self.url = url
        self.id: int = person["id"]
        self.name: str = person["first_name"]
        self.looked_at = 0  # message ids up to here were read
        # What was fetched of the chat, by message id, and up to which of its revisions.
        self._fetched: dict[int, dict[str, Any]] = {}
        self._revision = 0
        self._raw = 0  # messages that the people API does not offer

    async def _post(self, path: str, body: Any = None, **kwargs: Any) -> Any:
        if not kwargs:
            kwargs = {"json": body or {}}
        async with self.http.post(f"{self.url}/people/{self.id}/{path}", **kwargs) as answer:
            content = await answer.json()
            if answer.status >= 400:
                raise AssertionError(f"{path}: {answer.status} {content}")
            return content

    async def start(self, payload: str | None = None) -> None:
        await self._post("start", {"payload": payload} if payload else {})

    async def write(self, text: str, **other: Any) -> None:
        await self._post("messages", {"text": text, **other})

    async def send_other(self, **body: Any) -> None:
        """A sticker, a place, a poll, a die, a message in a group: as the people API names it."""
        await self._post("messages", body)

    async def send(
        self, *files: bytes | Path, kind: str = "photo", text: str | None = None, **other: str
    ) -> None:
        """Send files of a kind with a caption; several photos or videos make an album."""
        form = aiohttp.FormData()
        for number, file in enumerate(files):
            data = file.read_bytes() if isinstance(file, Path) else file
            form.add_field(kind, data, filename=other.get("name", f"{number}.{_SUFFIX[kind]}"))
        if text is not None:
            form.add_field("text", text)
        for name in set(other) - {"name"}:
            form.add_field(name, other[name])
        await self._post("messages", data=form)

    async def send_album(self, *pieces: tuple[str, bytes], text: str | None = None) -> None:
        """Files of several kinds with one caption; a `live_photo` is followed by its `still`."""
        form = aiohttp.FormData()
        for number, (kind, data) in enumerate(pieces):
            form.add_field(kind, data, filename=f"{number}.{_SUFFIX[kind]}")
        if text is not None:
            form.add_field("text", text)
        await self._post("messages", data=form)

    async def raw(self, **update: Any) -> None:
        """An update as Telegram might send it, whatever the people API offers."""
        url = self.url + "/updates"
        async with self.http.post(url, json=update) as answer:
            answer.raise_for_status()

    async def raw_message(self, kind: str = "message", **content: Any) -> None:
        """A message, or an edit of one, in the chat with the bot: a minute after the last."""
        self._raw += 1
        about = {
            "message_id": 1_000_000,
            "date": 1_770_102_000 + self._raw * 60,
            "chat": {"id": self.id, "type": "private", "first_name": self.name},
            "from": {"id": self.id, "is_bot": False, "first_name": self.name},
        }
        await self.raw(**{kind: about | content})

    async def share_contact(self) -> None:
        await self._post("contact")

    async def block(self, blocked: bool = True) -> None:
        await self._post("blocked", {"blocked": blocked})

    async def online(self, online: bool) -> None:
        await self._post("online", {"online": online})

    async def chat(self, after: int = 0, wait: float = 0) -> dict[str, Any]:
        query = {"after": str(after), "wait": str(wait)}
        async with self.http.get(f"{self.url}/people/{self.id}/messages", params=query) as answer:
            return dict(await answer.json())

    async def messages(self) -> list[dict[str, Any]]:
        """The bot's messages as they stand now, oldest first."""
        return [m for m in await self._fetch() if m["from_bot"]]

    async def _fetch(self, wait: float = 0) -> list[dict[str, Any]]:
        """All messages as they stand now, or as soon as something changes in `wait` seconds."""
        chat = await self.chat(after=self._revision, wait=wait)
        self._revision = chat["revision"]
        self._fetched |= {message["message_id"]: message for message in chat["messages"]}
        for gone in chat["deleted"]:
            self._fetched.pop(gone, None)
        return [self._fetched[number] for number in sorted(self._fetched)]

    async def sees(self, *parts: str, new: bool = False) -> dict[str, Any]:
        """Wait for a message of the bot that has all the parts in its text or buttons.

        The newest such message is returned. With `new` it must be newer than what was read before.
        """
        until = time.monotonic() + PATIENCE
        messages = await self._fetch()
        while True:
            for message in reversed(messages):
                if message["from_bot"] and all(part in _words(message) for part in parts):
                    if new and message["message_id"] <= self.looked_at:
                        break
                    self.looked_at = max(self.looked_at, message["message_id"])
                    return dict(message)
            left = until - time.monotonic()
            if left <= 0:
                seen = "\n---\n".join(_words(m) for m in messages[-6:])
                raise NotSeen(f"{self.name} waited for {parts} and sees:\n{seen}")
            messages = await self._fetch(wait=min(left, 5))

    async def does_not_see(self, *parts: str) -> None:
        """No message of the bot has all the parts now."""
        for message in await self.messages():
            if all(part in _words(message) for part in parts):
                raise AssertionError(f"{self.name} sees:\n{_words(message)}")

    async def tap(self, label: str, *, on: dict[str, Any] | None = None) -> dict[str, Any] | None:
        """Tap the newest button whose words contain the label, waiting for it; the bot's answer."""
        message = on or await self.sees(label)
        for row in message["buttons"]:
            for button in row:
                if label in button["text"]:
                    body = {"message_id": message["message_id"], "text": button["text"]}
                    result: dict[str, Any] = await self._post("taps", body)
                    return result.get("answer")
        raise NotSeen(f"{self.name}: no button {label!r} on:\n{_words(message)}")

    async def forge(self, message_id: int, data: str) -> dict[str, Any] | None:
        """Send callback data that the message need not show."""
        result: dict[str, Any] = await self._post("taps", {"message_id": message_id, "data": data})
        return result.get("answer")

    async def link(self, message: dict[str, Any]) -> str:
        """The payload of the deep link that a message shows, in its text or on a button."""
        for row in message["buttons"]:
            for button in row:
                if button.get("start"):
                    return str(button["start"])
        _, found, rest = message["text"].partition("?start=")
        if not found:
            raise NotSeen(f"No link in:\n{message['text']}")
        return str(rest.split()[0])


def _words(message: dict[str, Any]) -> str:
    labels = [button["text"] for row in message["buttons"] for button in row]
    return "\n".join([message["text"] or "", *labels])


_SUFFIX = {
    "photo": "jpg",
    "still": "jpg",
    "live_photo": "mov",
    "video": "mp4",
    "voice": "ogg",
    "video_note": "mp4",
    "audio": "mp3",
    "animation": "gif",
    "document": "bin",
}
