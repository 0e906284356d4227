"""Photos taken by the demo's people: drawn while other things go on, kept by the sandbox."""

import asyncio
import sys
from asyncio.subprocess import PIPE
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from award.journal.capture import SentFile
from demo.diary import Shot
from demo.people import Youth
from sandbox.server import Sandbox
from storage.tables import MediaKind

_ROOT = Path(__file__).parents[1]


class Camera:
    """Lets `demo.painter` draw photos, each once, ahead of their use."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._asked: dict[Shot, asyncio.Task[SentFile]] = {}
        self._answers = asyncio.Lock()  # they come in the order of asking, as its waiters do

    async def __aenter__(self) -> Self:
        self._painter = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "demo.painter", stdin=PIPE, stdout=PIPE, cwd=_ROOT
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._asked.values():
            task.cancel()
        await asyncio.gather(*self._asked.values(), return_exceptions=True)
        with suppress(ProcessLookupError):
            self._painter.kill()
        await self._painter.wait()

    def prepare(self, shots: Iterable[Shot]) -> None:
        """Have these drawn, in this order."""
        assert self._painter.stdin is not None
        for shot in shots:
            if shot not in self._asked:
                asked = f"{shot.scene} {shot.number} {shot.again}\n"
                self._painter.stdin.write(asked.encode())
                self._asked[shot] = asyncio.create_task(self._take())

    async def sent(self, shot: Shot) -> SentFile:
        """The photo as Telegram describes it."""
        self.prepare([shot])
        return await self._asked[shot]

    async def portrait(self, youth: Youth) -> SentFile:
        """The face on a participant's card."""
        return await self.sent(portrait_of(youth))

    async def _take(self) -> SentFile:
        assert self._painter.stdout is not None
        async with self._answers:
            length = int.from_bytes(await self._painter.stdout.readexactly(4), "big")
            content = await self._painter.stdout.readexactly(length)
        file_id, unique_id = await self._sandbox.keep_photo(content)
        return SentFile(MediaKind.PHOTO, file_id, unique_id, "image/jpeg", len(content))


def portrait_of(youth: Youth) -> Shot:
    return Shot(youth.face, youth.number)
