"""The record of every change and every look at personal data, and of the update that caused it."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Audit, SeenUpdate

UPDATE_ID = "update_id"

# Written at once and as plain rows: each update writes both, and nobody changes them.
_add_line = insert(Audit.__table__)
_add_seen = insert(SeenUpdate.__table__)


async def record(
    session: AsyncSession,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_id: int | None,
    now: datetime,
    **details: Any,
) -> None:
    """Add an audit line: who did what to which row. Details hold codes and ids, no personal data.

    The update at hand is noted as seen in the same transaction: sent again, it changes nothing.
    """
    await record_all(session, actor_id, action, subject, [subject_id], now, **details)


async def record_all(
    session: AsyncSession,
    actor_id: int | None,
    action: str,
    subject: str,
    subject_ids: Iterable[int | None],
    now: datetime,
    **details: Any,
) -> None:
    """The same of several rows, a line each."""
    line = {"at": now, "actor_id": actor_id, "action": action, "subject": subject}
    lines = [line | {"subject_id": each, "details": details} for each in subject_ids]
    if lines:
        await session.execute(_add_line, lines)
    await note_update(session, now)


async def note_update(session: AsyncSession, now: datetime) -> None:
    """Note the update at hand as seen, once."""
    update_id = session.info.pop(UPDATE_ID, None)
    if update_id is not None:
        await session.execute(_add_seen, {"update_id": update_id, "at": now})
