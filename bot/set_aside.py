"""What becomes of an update that cannot be decoded: it is noted, and its sender is told."""

import secrets

import structlog
from prometheus_client import Counter
from sqlalchemy.ext.asyncio import AsyncSession

from award.access.lookup import language_of
from bot.decoding import Undecoded
from bot.updates import Updates
from handlers.ui.reply import Reply
from locales import texts
from scheduler.metrics import REGISTRY
from storage.tables import UpdateAttempt

log = structlog.get_logger()

UNDECODED = Counter(
    "award_updates_undecoded",
    "Updates set aside because they could not be decoded.",
    registry=REGISTRY,
)


async def set_aside(updates: Updates, undecoded: Undecoded) -> None:
    """Note it and tell who sent it, once; on return it may be confirmed.

    Raises what the database raises: then it must not be confirmed.
    """
    async with updates.database.transaction() as session:
        if not await _note(session, updates, undecoded.update_id):
            return
        language = undecoded.language_code
        if undecoded.chat_id is not None:
            language = await language_of(session, undecoded.chat_id) or language
    log.error(
        "update_undecoded",
        update=undecoded.update_id,
        field=undecoded.field,
        problem=undecoded.problem,
    )
    UNDECODED.inc()
    if undecoded.chat_id is not None:
        reply = Reply(undecoded.chat_id)
        reply.say(texts(language)("set-aside"))
        updates.replies.add(reply, undecoded.update_id or -secrets.randbits(62))


async def _note(session: AsyncSession, updates: Updates, update_id: int | None) -> bool:
    """Note it for `check`; False if it was noted before. Without a number there is nothing to."""
    if update_id is None:
        return True
    now = updates.clock.now()
    attempt = await session.get(UpdateAttempt, update_id)
    if attempt is None:
        attempt = UpdateAttempt(update_id=update_id, attempts=0, last_at=now)
        session.add(attempt)
    if attempt.set_aside_at is not None:
        return False
    attempt.set_aside_at = now
    return True
