"""Certificates get their paper: printed in a process beside, kept with the hash of their bytes.

A row that still has its token is the queue: what a crash interrupted is printed again.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import structlog

from award.certificates.issuer import Issuer
from award.certificates.making import (
    Unmade,
    keep,
    keep_badges,
    next_unbadged,
    next_unmade,
)
from award.certificates.pictures import keep_picture, pictures, unmade_pictures
from award.programme import Programme
from award.programme.certificates import BADGE, LAYOUT
from evidence.wall import hold_back
from scheduler.certificates.typesetting import SealKey, baked, prepare, tried, typeset
from scheduler.evidence.answers import Work, WorkFailed
from scheduler.evidence.queues import work_off
from scheduler.evidence.worker import Beside, WorkerDied
from storage.database import Database

log = structlog.get_logger()

AT_ONCE = 20  # that are kept in one transaction
SECONDS = 60.0  # for one certificate, at the worst
LARGEST = 8_000_000  # bytes of an answer
AGAIN = timedelta(minutes=10)  # until one that could not be printed is tried again
TYPESET = Work(typeset, bytes, LARGEST)
BAKED = Work(baked, bytes, LARGEST)
TRIED = Work(tried, str | None)


def layout_of(programme: Path) -> Path:
    """The layout in a programme's folder."""
    return (programme if programme.is_dir() else programme.parent) / LAYOUT


class Press:
    """A process that prints; made at its first use."""

    def __init__(self, layout: Path, key: SealKey | None = None) -> None:
        self.layout, self.key = str(layout.absolute()), key
        self._beside = Beside(prepare, partial(hold_back, network=False), SECONDS)
        self.close = self._beside.close

    async def printed(self, data: dict[str, Any], link: str, shown: dict[str, bytes]) -> bytes:
        """One certificate's PDF; raises WorkFailed, WorkerDied."""
        return await self._beside.run(TYPESET, self.layout, data, link, shown, self.key)

    async def badge(self, data: dict[str, Any], token: str) -> bytes:
        """A PNG with the credential in it; raises as `printed`."""
        picture = str(Path(self.layout).with_name(BADGE))
        return await self._beside.run(BAKED, picture, data, token)

    async def fault(self, data: dict[str, Any], link: str) -> str | None:
        """What is wrong with the layout or the seal; None for nothing. Raises as `printed`."""
        return await self._beside.run(TRIED, self.layout, data, link, self.key)


@dataclass
class Printing:
    """Works off the queue, some at a time; badges are made where there is an `issuer`.

    `address` gives the address that opens the bot with a payload, `stamp` the ink in a picture.
    """

    database: Database
    programme: Programme
    press: Press
    address: Callable[[str], Awaitable[str]]
    stamp: Callable[[str], Awaitable[bytes | None]]
    now: Callable[[], datetime]
    issuer: Issuer | None = None
    _failed: dict[int, datetime] = field(default_factory=dict)
    _unbaked: bool = False
    _turn: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def run(self) -> None:
        """Print until cancelled; a process without work is ended after a while."""
        await work_off("printing", self.print_some, self.press.close)

    async def print_some(self) -> bool:
        """Print those that wait for the longest; whether there were any."""
        async with self._turn:
            await self._make_pictures()
            now = self.now()
            self._failed = {each: at for each, at in self._failed.items() if now - at < AGAIN}
            async with self.database.transaction() as session:
                some = await next_unmade(session, self.programme, AT_ONCE, tuple(self._failed))
                shown = {kind.value: png for kind, png in (await pictures(session)).items()}
            made = [(each.id, pdf) for each in some if (pdf := await self._printed(each, shown))]
            if made:
                async with self.database.transaction() as session:
                    await keep(session, made, self.now())
            return bool(some) or await self._make_badges()

    async def _make_badges(self) -> bool:
        if self.issuer is None or self._unbaked:
            return False
        async with self.database.transaction() as session:
            some = await next_unbadged(session, self.programme, self.issuer, AT_ONCE)
        try:
            made = [(each.id, await self.press.badge(each.data, each.token)) for each in some]
        except (WorkFailed, WorkerDied) as error:
            log.error("badges_not_made", error=str(error))  # noqa: TRY400
            self._unbaked = True  # until the next start: it is the layout, and of no one badge
            return False
        async with self.database.transaction() as session:
            await keep_badges(session, made)
        return bool(some)

    async def _make_pictures(self) -> None:
        """Signatures and seals first: what was sent before is to stand on what is printed now."""
        async with self.database.transaction() as session:
            waiting = await unmade_pictures(session)
        for kind, file_id in waiting:
            png = await self.stamp(file_id)
            async with self.database.transaction() as session:
                await keep_picture(session, kind, file_id, png, self.now())

    async def _printed(self, unmade: Unmade, shown: dict[str, bytes]) -> bytes | None:
        try:
            page = {"page": f"{self.issuer.base}/verify"} if self.issuer is not None else {}
            link = await self.address(unmade.payload)
            return await self.press.printed(unmade.data | page, link, shown)
        except (WorkFailed, WorkerDied) as error:
            log.error("certificate_not_printed", certificate=unmade.id, error=str(error))  # noqa: TRY400
            self._failed[unmade.id] = self.now()
            return None
