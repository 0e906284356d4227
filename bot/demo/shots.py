"""Photos taken by the demo's people: drawn while other things go on, kept by the sandbox."""

import asyncio
import io
from collections.abc import Iterable
from typing import Self

from PIL import Image, ImageOps

from award.capture import SentFile
from bot.demo.diary import Shot
from bot.demo.people import Youth
from bot.demo.scenes import photo
from sandbox.server import Sandbox
from storage.tables import MediaKind


class Camera:
    """Draws photos in threads, each once, ahead of their use."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._taken: dict[Shot, asyncio.Task[SentFile]] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._taken.values():
            task.cancel()
        await asyncio.gather(*self._taken.values(), return_exceptions=True)

    def prepare(self, shots: Iterable[Shot]) -> None:
        """Begin to draw these, in this order."""
        for shot in shots:
            if shot not in self._taken:
                self._taken[shot] = asyncio.create_task(self._take(shot))

    async def sent(self, shot: Shot) -> SentFile:
        """The photo as Telegram describes it."""
        self.prepare([shot])
        return await self._taken[shot]

    async def portrait(self, youth: Youth) -> SentFile:
        """The face on a participant's card."""
        return await self.sent(portrait_of(youth))

    async def _take(self, shot: Shot) -> SentFile:
        content = await asyncio.to_thread(_drawn, shot)
        file_id, unique_id = await self._sandbox.keep_photo(content)
        return SentFile(MediaKind.PHOTO, file_id, unique_id, "image/jpeg", len(content))


def portrait_of(youth: Youth) -> Shot:
    return Shot(youth.face, youth.number)


def _drawn(shot: Shot) -> bytes:
    content = photo(shot.scene, shot.number)
    if not shot.again:
        return content
    picture = ImageOps.mirror(Image.open(io.BytesIO(content)))
    width, height = picture.size
    out = io.BytesIO()
    picture.crop((width // 9, height // 12, width, height)).save(out, "JPEG", quality=82)
    return out.getvalue()
