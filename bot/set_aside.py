"""What becomes of an update that cannot be decoded: it is noted, and its sender is told."""

import asyncio

import structlog
from aiogram import Bot
from aiogram.exceptions import TelegramNetworkError, TelegramRetryAfter, TelegramServerError
from prometheus_client import Counter

from award.access.lookup import language_of
from bot.clock import Clock
from bot.decoding import Undecoded
from locales import texts
from scheduler.metrics import REGISTRY
from storage.database import Database
from storage.tables import UpdateAttempt

log = structlog.get_logger()

TRIES = 5
UNDECODED = Counter(
    "award_updates_undecoded",
    "Updates set aside because they could not be decoded.",
    registry=REGISTRY,
)


class SetAside:
    """Notes updates that cannot be decoded, and tells who sent them, while nobody waits for it."""

    def __init__(self, bot: Bot, database: Database, clock: Clock) -> None:
        self.bot = bot
        self.database = database
        self.clock = clock
        self._answers: set[asyncio.Task[None]] = set()

    async def put(self, undecoded: Undecoded) -> None:
        """On return it is noted and may be confirmed; one that comes again is passed over.

        Raises what the database raises: then it must not be confirmed.
        """
        if undecoded.update_id is not None and not await self._note(undecoded.update_id):
            return
        log.error(
            "update_undecoded",
            update=undecoded.update_id,
            field=undecoded.field,
            problem=undecoded.problem,
        )
        UNDECODED.inc()
        if undecoded.chat_id is not None:
            answer = asyncio.create_task(self._answer(undecoded, undecoded.chat_id))
            self._answers.add(answer)
            answer.add_done_callback(self._answers.discard)

    async def _note(self, update_id: int) -> bool:
        """Note it for `check`; False if it was noted before."""
        now = self.clock.now()
        async with self.database.transaction() as session:
            attempt = await session.get(UpdateAttempt, update_id)
            if attempt is None:
                attempt = UpdateAttempt(update_id=update_id, attempts=0, last_at=now)
                session.add(attempt)
            if attempt.set_aside_at is not None:
                return False
            attempt.set_aside_at = now
        return True

    async def _answer(self, undecoded: Undecoded, chat_id: int) -> None:
        try:
            async with self.database.transaction() as session:
                language = await language_of(session, chat_id)
            words = texts(language or undecoded.language_code)("set-aside")
            await self._send(chat_id, words)
        except Exception as error:  # whatever it is, it is about this answer alone
            log.warning("apology_lost", update=undecoded.update_id, error=type(error).__name__)

    async def _send(self, chat_id: int, words: str) -> None:
        for tried in range(1, TRIES):
            try:
                await self.bot.send_message(chat_id, words)
            except TelegramRetryAfter as limit:
                await asyncio.sleep(limit.retry_after)
            except (TelegramNetworkError, TelegramServerError):
                await asyncio.sleep(2**tried)
            else:
                return
        await self.bot.send_message(chat_id, words)
