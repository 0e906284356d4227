"""What waits to be compared with what was sent before, and which pictures are near it (§9)."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import and_, delete, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Enrolment, Entry, EssayFingerprint, Media

NEAR = 5000  # pictures, and entries
UNREAD = 0  # the method of an essay that has no fingerprint yet: real ones count from 1


@dataclass(frozen=True, slots=True)
class Uncompared:
    """A file to be compared with others; without a `method` it has no fingerprint to search by."""

    media_id: int
    method: int | None


@dataclass(frozen=True, slots=True)
class UnreadEssay:
    """An essay to be fingerprinted."""

    entry_id: int
    words: str


async def next_uncompared(session: AsyncSession, but: Collection[int] = ()) -> Uncompared | None:
    """The examined file to be compared next, leaving out some: what came last before a backlog."""
    found = await session.execute(
        select(Media.id, Media.method)
        .where(Media.compared_at.is_(None), Media.examined_at.is_not(None), Media.id.not_in(but))
        .order_by(Media.id.desc())
        .limit(1)
    )
    row = found.one_or_none()
    return Uncompared(*row) if row else None


async def next_uncompared_essay(session: AsyncSession, but: Collection[int] = ()) -> int | None:
    """The entry whose essay is to be compared next, leaving out some; in the same order."""
    return await session.scalar(
        select(EssayFingerprint.entry_id)
        .where(
            EssayFingerprint.compared_at.is_(None),
            EssayFingerprint.method > UNREAD,
            EssayFingerprint.entry_id.not_in(but),
        )
        .order_by(EssayFingerprint.id.desc())
        .limit(1)
    )


async def next_unread_essay(
    session: AsyncSession, method: int, but: Collection[int] = ()
) -> UnreadEssay | None:
    """The essay to be fingerprinted next, leaving out some: it is not, or by an older method."""
    found = await session.execute(
        select(Entry.id, Entry.note)
        .join(EssayFingerprint, EssayFingerprint.entry_id == Entry.id)
        .where(EssayFingerprint.method < method, Entry.id.not_in(but))
        .order_by(EssayFingerprint.id.desc())
        .limit(1)
    )
    row = found.one_or_none()
    return UnreadEssay(*row) if row else None


async def queue_essay(session: AsyncSession, entry_id: int) -> None:
    """Let an essay wait to be fingerprinted, for the first time or because words were added."""
    await session.execute(delete(EssayFingerprint).where(EssayFingerprint.entry_id == entry_id))
    session.add(EssayFingerprint(entry_id=entry_id, method=UNREAD, codes=b""))


async def keep_essay(session: AsyncSession, entry_id: int, method: int, codes: bytes) -> None:
    """Put a fingerprint in the place of none or an older one, to be compared.

    Under a new id, by which those who search find it. Nothing for an essay that is gone.
    """
    older = await session.scalars(
        select(EssayFingerprint)
        .where(EssayFingerprint.entry_id == entry_id, EssayFingerprint.method < method)
        .with_for_update()
    )
    rows = older.all()
    for row in rows:
        await session.delete(row)
    if rows:
        session.add(EssayFingerprint(entry_id=entry_id, method=method, codes=codes))


async def neighbours(session: AsyncSession, media_id: int) -> tuple[int, ...]:
    """Media ids of the near set: own pictures and those of the same mentor's participants.

    The newest 5,000 with a fingerprint of the newest 5,000 entries, newest first, without
    `media_id` itself.
    """
    of = select(Enrolment).join(Entry).join(Media, Media.entry_id == Entry.id)
    own = await session.scalar(of.where(Media.id == media_id))
    if own is None:
        return ()
    together = and_(Enrolment.mentor_id.is_not(None), Enrolment.mentor_id == own.mentor_id)
    near = select(Enrolment.id).where(or_(Enrolment.person_id == own.person_id, together))
    newest = select(Entry.id).where(Entry.enrolment_id.in_(near)).order_by(Entry.id.desc())
    found = await session.scalars(
        select(Media.id)
        .where(
            Media.entry_id.in_(newest.limit(NEAR)),
            Media.method.is_not(None),
            Media.id != media_id,
        )
        .order_by(Media.id.desc())
        .limit(NEAR)
    )
    return tuple(found)
