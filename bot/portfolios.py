"""Where portfolios are worded and shown: between what makes them and how people read them."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from aiogram import Bot
from aiogram.types import BufferedInputFile
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.acting import Acting
from award.access.lookup import find_actor
from award.amendments.in_force import InForce
from award.commission.dossier import is_before
from award.portfolio.contents import Contents, contents, specimen
from award.portfolio.orders import Owed, may_read
from award.programme import Programme
from bot.settings import SHIPPED_PROGRAMME
from handlers.portfolio import bar
from handlers.portfolio.document import drawn_pictures, wanted, worded
from handlers.ui.sending import amend, send
from handlers.ui.shown import Shown
from locales import Texts, texts
from scheduler.portfolio.making import Manuscript
from scheduler.portfolio.typesetting import pages
from storage.database import Database
from storage.read_only import read_apart

UPLOAD_WITHIN = 180  # seconds for some megabytes, over a slow line
TEMPLATE = "portfolio.typ"


def template(folder: Path) -> Path:
    """The programme's own template, or the shipped one for a programme that has none."""
    own = folder / TEMPLATE
    return own if own.is_file() else SHIPPED_PROGRAMME / TEMPLATE


@dataclass(frozen=True)
class _Reader:
    """Who asked: their chat, and the language that they read by now."""

    chat_id: int
    say: Texts


class PortfolioDesk:
    """What `scheduler.portfolio.making.Desk` asks for."""

    def __init__(
        self,
        bot: Bot,
        database: Database,
        in_force: InForce,
        folder: Path,
        now: Callable[[], datetime],
    ) -> None:
        self.bot = bot
        self.database = database
        self.in_force = in_force
        self.folder = folder
        self.now = now

    async def manuscript(self, order: Owed) -> Manuscript | None:
        now, programme = self.now(), self.in_force.programme
        async with self.database.transaction() as session:
            if not await _may_read(session, programme, order, now):
                return None
        reader = await self._reader(order)
        if reader is None:
            return None

        async def read(session: AsyncSession) -> Contents:
            return await contents(session, programme, order.enrolment_id, order.person_id, now)

        found = await read_apart(self.database.url, read)
        drawn = await asyncio.to_thread(drawn_pictures, found, programme, reader.say)
        return Manuscript(
            template=template(self.folder).read_bytes(),
            wanted=wanted(found),
            drawn=drawn,
            data=partial(worded, found, programme, reader.say),
            name=_file_name(found.name),
        )

    async def show(self, order: Owed, done: int, of: int) -> int | None:
        reader = await self._reader(order)
        if reader is None:
            return None
        return await self._put(order, reader, bar.bar(reader.say, done, of))

    async def waits(self, order: Owed) -> None:
        reader = await self._reader(order)
        if reader is not None:
            await self._put(order, reader, bar.waits(reader.say))

    async def failed(self, order: Owed) -> None:
        reader = await self._reader(order)
        if reader is not None:
            await self._put(order, reader, bar.failed(reader.say))

    async def send(self, order: Owed, name: str, pdf: bytes) -> None:
        reader = await self._reader(order)
        if reader is None:
            return
        words = reader.say("portfolio-ready")
        await self.bot.send_document(
            reader.chat_id,
            BufferedInputFile(pdf, name),
            caption=words,
            request_timeout=UPLOAD_WITHIN,
        )
        await self._put(order, reader, Shown(reader.say("portfolio-below")))

    async def _put(self, order: Owed, reader: _Reader, shown: Shown) -> int:
        if order.message_id is None:
            return (await send(self.bot, reader.chat_id, shown)).message_id
        await amend(self.bot, reader.chat_id, order.message_id, shown)
        return order.message_id

    async def _reader(self, order: Owed) -> _Reader | None:
        async with self.database.transaction() as session:
            actor = await find_actor(session, self.now(), person_id=order.person_id)
        if actor is None or actor.telegram_id < 0:
            return None
        return _Reader(actor.telegram_id, texts(actor.language))


async def _may_read(
    session: AsyncSession, programme: Programme, order: Owed, now: datetime
) -> bool:
    """Whether whoever asked may have it by now, as staff or family or as a commission's member."""
    actor = await find_actor(session, now, person_id=order.person_id)
    if actor is None or actor.telegram_id < 0:
        return False
    at = Acting(session, actor, programme, now)
    return await may_read(at, order.enrolment_id) or await is_before(at, order.enrolment_id)


def template_fault(folder: Path, programme: Programme, today: date) -> str | None:
    """What is wrong with the template, in typst's words; None where it can be set."""
    say = texts(None)
    found = specimen(programme, today)
    drawn = drawn_pictures(found, programme, say)
    words = json.loads(worded(found, programme, say, drawn, 1))
    try:
        pages(template(folder).read_bytes(), words, drawn)
    except (RuntimeError, OSError) as error:
        return str(error)
    return None


def _file_name(name: str) -> str:
    """As people find it again among their files."""
    plain = re.sub(r"[^\w-]+", "-", name).strip("-")
    return f"{plain or 'portfolio'}.pdf"
