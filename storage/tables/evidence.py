"""What evidence looks like, and where it was seen before (programme.md §9)."""

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class FindingKind(StrEnum):
    """How two pieces of evidence were found to be one."""

    FILE = "file"  # the very same file: Telegram's unique id, or the bytes
    PHOTO = "photo"
    VIDEO = "video"  # its thumbnail or a frame of it
    ESSAY = "essay"


class FindingVerdict(StrEnum):
    HONEST = "honest"
    REUSED = "reused"
    SHARED_EVENT = "shared_event"  # honest: both took part, and share the picture


class Fingerprint(Table):
    """What one picture looks like: a photo, a video's thumbnail (part 0) or one of its frames.

    `codes` are searched over the whole programme and held in memory; `details` tell, of a few
    candidates, whether they are the same. Both belong to one `method` (its version).
    """

    __tablename__ = "fingerprint"
    __table_args__ = (
        UniqueConstraint("media_id", "part", "method"),
        # What is read of all rows at the start, without the details that SQLite has in between.
        Index("ix_fingerprint_codes", "method", "id", "media_id", "part", "codes"),
        {"sqlite_autoincrement": True},  # an id is never used again: an index in memory goes by it
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    media_id: Mapped[int] = mapped_column(ForeignKey("media.id"))
    part: Mapped[int] = mapped_column(default=0)
    method: Mapped[int]
    codes: Mapped[bytes] = mapped_column(LargeBinary)
    details: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class EssayFingerprint(Table):
    """What an essay says, of one entry's version. Two queues: of method 0, which has no codes yet,
    and not yet compared with others."""

    __tablename__ = "essay_fingerprint"
    __table_args__ = (
        UniqueConstraint("entry_id", "method"),
        Index(
            "ix_essay_fingerprint_uncompared",
            "id",
            sqlite_where=text("compared_at IS NULL"),
            postgresql_where=text("compared_at IS NULL"),
        ),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    method: Mapped[int] = mapped_column(index=True)
    compared_at: Mapped[datetime | None]
    codes: Mapped[bytes] = mapped_column(LargeBinary)


class Finding(Table):
    """An entry's piece was seen before: a flag for the mentor, who alone decides.

    `entry` is the one sent later. `details` for pictures: what was done to it, and the area that
    matches in both; for essays: the passages.
    """

    __tablename__ = "finding"
    __table_args__ = (
        UniqueConstraint("media_id", "other_media_id"),
        Index(
            "uq_finding_essays",
            "entry_id",
            "other_entry_id",
            unique=True,
            sqlite_where=text("media_id IS NULL"),
            postgresql_where=text("media_id IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    media_id: Mapped[int | None] = mapped_column(ForeignKey("media.id"))
    other_entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    other_media_id: Mapped[int | None] = mapped_column(ForeignKey("media.id"), index=True)
    kind: Mapped[FindingKind] = mapped_column(one_of(FindingKind))
    score: Mapped[float]  # 0 to 1: how sure; for an essay the share of it that is copied
    details: Mapped[dict[str, Any]]
    found_at: Mapped[datetime]
    verdict: Mapped[FindingVerdict | None] = mapped_column(one_of(FindingVerdict))
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
