"""Portfolios that were asked for, made one after another: from the row alone, over restarts.

Pictures come from Telegram, are made anew in a worker that is shut in and ends with each portfolio,
and are set into pages by a process of its own. The bot's loop only waits for all of it.
"""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Protocol, TypeVar

import structlog
from aiogram.exceptions import TelegramAPIError, TelegramForbiddenError
from aiohttp import ClientError
from pydantic import AfterValidator
from sqlalchemy.orm import Session

from award.portfolio.orders import WOKEN, Owed, claim, keep, let_go, put_off, settle
from evidence import page_picture
from scheduler.evidence.answers import Work, WorkFailed
from scheduler.evidence.examination import Fetch, TooBig, is_out_of_reach
from scheduler.evidence.worker import Worker, WorkerDied
from scheduler.portfolio.typesetting import TooLarge, Typesetter
from storage.database import Database
from storage.tables import PortfolioOutcome

T = TypeVar("T")

log = structlog.get_logger()

LOOK = 5.0  # seconds between two looks for what becomes due by time alone
SHOW_EVERY = 2.0  # seconds between two steps of the bar: few edits
AHEAD = 4  # files that are fetched while one is made anew


def _jpeg(made: bytes | None) -> bytes | None:
    if made is not None and not made.startswith(b"\xff\xd8\xff"):
        raise ValueError
    return made


ANEW = Work(page_picture.page_picture, Annotated[bytes | None, AfterValidator(_jpeg)], 400_000)


@dataclass(frozen=True)
class Manuscript:
    """A portfolio before it is set. `wanted`: Telegram's ids of the pictures to fetch, by name;
    `drawn`: pictures that were made here; `data`: all words as JSON, by the names of the pictures
    that are there and how many are not; `name`: of the file.
    """

    template: bytes
    wanted: dict[str, str]
    drawn: dict[str, bytes]
    data: Callable[[Collection[str], int], bytes]
    name: str


class Desk(Protocol):
    """Words it, and shows it to whoever asked."""

    async def manuscript(self, order: Owed) -> Manuscript | None:
        """What is to be set; None where they may not have it any more."""

    async def show(self, order: Owed, done: int, of: int) -> int | None:
        """Show how far it is, on the message shown before if there is one; the message's id."""

    async def waits(self, order: Owed) -> None:
        """Say that Telegram is out of reach, and that it goes on by itself."""

    async def failed(self, order: Owed) -> None:
        """Say that nothing came of it."""

    async def send(self, order: Owed, name: str, pdf: bytes) -> None:
        """Send it, in place of what showed how far it is."""


class OutOfReach(Exception):
    """Telegram does not answer; it is tried again."""


class Portfolios:
    """Makes every portfolio that is owed, the one asked for first before others."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        fetch: Fetch,
        now: Callable[[], datetime],
        typesetter: Typesetter | None = None,
    ) -> None:
        self.database = database
        self.desk = desk
        self.fetch = fetch
        self.now = now
        self.typesetter = typesetter or Typesetter()
        self._woken = asyncio.Event()
        database.after_commit(self._heed)

    def _heed(self, session: Session) -> None:
        if session.info.pop(WOKEN, False):
            self._woken.set()

    async def run(self) -> None:
        """Make them until cancelled."""
        while True:
            self._woken.clear()
            try:
                while await self.make_next():
                    continue
            except Exception:
                log.exception("portfolio_failed")
            with suppress(TimeoutError):
                await asyncio.wait_for(self._woken.wait(), timeout=LOOK)

    async def make_next(self) -> bool:
        """Make the one that waits for longest; whether there was one."""
        async with self.database.transaction() as session:
            order = await claim(session, self.now())
        if order is None:
            return False
        try:
            await self._ended(order, await self._make(order))
        except asyncio.CancelledError:
            async with self.database.transaction() as session:
                await let_go(session, order.id)
            raise
        except OutOfReach:
            await self._wait(order)
        except Exception:
            # A mistake of ours with this one must not keep others waiting.
            log.exception("portfolio_not_made", order=order.id)
            await self._wait(order)
        return True

    async def _make(self, order: Owed) -> PortfolioOutcome:
        manuscript = await self.desk.manuscript(order)
        if manuscript is None:
            return PortfolioOutcome.OUT_OF_SCOPE
        making = _Making(self, order, manuscript)
        try:
            pictures = await making.pictures()
            missing = len(manuscript.wanted) - len(pictures)
            pictures |= manuscript.drawn
            data = manuscript.data(pictures, missing)
            pdf = await self.typesetter.set(manuscript.template, data, pictures)
            await _reaching(self.desk.send(making.order, manuscript.name, pdf))
        except TelegramForbiddenError:
            return PortfolioOutcome.UNREACHABLE
        except (WorkerDied, WorkFailed, TooLarge) as error:
            log.error("portfolio_not_set", order=order.id, error=type(error).__name__)  # noqa: TRY400
            return PortfolioOutcome.FAILED
        finally:
            making.close()
        log.info("portfolio_sent", order=order.id, pictures=len(pictures), missing=missing)
        return PortfolioOutcome.SENT

    async def _ended(self, order: Owed, outcome: PortfolioOutcome) -> None:
        async with self.database.transaction() as session:
            await settle(session, order.id, outcome, self.now())
        if outcome is PortfolioOutcome.FAILED:
            await self._say(self.desk.failed(order))

    async def _wait(self, order: Owed) -> None:
        async with self.database.transaction() as session:
            goes_on = await put_off(session, order, self.now())
        await self._say(self.desk.waits(order) if goes_on else self.desk.failed(order))

    async def _say(self, said: Awaitable[None]) -> None:
        try:
            await said
        except TelegramAPIError as error:
            log.warning("portfolio_not_shown", error=type(error).__name__)


class _Making:
    """The pictures of one portfolio, and how far they are."""

    def __init__(self, portfolios: Portfolios, order: Owed, manuscript: Manuscript) -> None:
        self.portfolios = portfolios
        self.order = order
        self.wanted = manuscript.wanted
        self._worker = Worker(page_picture.prepare)
        self._shown_at = 0.0

    def close(self) -> None:
        self._worker.close()

    async def pictures(self) -> dict[str, bytes]:
        """Those that can be had, made anew; raises OutOfReach, TelegramForbiddenError."""
        found: dict[str, bytes] = {}
        room = asyncio.Semaphore(AHEAD)
        fetching = {
            name: asyncio.create_task(self._fetched(file_id, room))
            for name, file_id in self.wanted.items()
        }
        try:
            for number, (name, task) in enumerate(fetching.items()):
                await self._show(number)
                data = await task
                made = await self._anew(data) if data is not None else None
                if made is not None:
                    found[name] = made
                room.release()
            await self._show(len(self.wanted), at_last=True)
        finally:
            for task in fetching.values():
                task.cancel()
            await asyncio.gather(*fetching.values(), return_exceptions=True)
        return found

    async def _fetched(self, file_id: str, room: asyncio.Semaphore) -> bytes | None:
        """None for a file that is gone. The room is left once the file is made anew."""
        await room.acquire()
        try:
            return await _reaching(self.portfolios.fetch(file_id))
        except (TooBig, TelegramAPIError, ClientError, OSError) as error:
            # The type alone: an address in the error's words holds the token.
            log.warning("portfolio_picture_gone", error=type(error).__name__)
            return None

    async def _anew(self, data: bytes) -> bytes | None:
        try:
            return await self._worker.run(ANEW, data)
        except (WorkerDied, WorkFailed):
            log.warning("portfolio_picture_too_heavy")
            return None

    async def _show(self, done: int, *, at_last: bool = False) -> None:
        loop = asyncio.get_running_loop()
        if loop.time() < self._shown_at + SHOW_EVERY and not at_last:
            return
        self._shown_at = loop.time()
        shown = await _reaching(self.portfolios.desk.show(self.order, done, len(self.wanted)))
        self.order = replace(self.order, message_id=shown or self.order.message_id)
        async with self.portfolios.database.transaction() as session:
            await keep(session, self.order.id, self.portfolios.now(), self.order.message_id)


async def _reaching(call: Awaitable[T]) -> T:
    """What it gives; raises OutOfReach where Telegram does not answer."""
    try:
        return await call
    except (TelegramForbiddenError, TooBig):
        raise
    except (TelegramAPIError, ClientError, TimeoutError, OSError) as error:
        if is_out_of_reach(error):
            raise OutOfReach from None
        raise
