"""The journal (күнделік): entries, what was sent with them, and the mentor's reviews."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, TelegramId, one_of


class EntryState(StrEnum):
    """draft → submitted → approved | returned | rejected, or withdrawn (programme.md §5)."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


UNDECIDED_STATES = (EntryState.DRAFT, EntryState.SUBMITTED)
DECIDED_STATES = (EntryState.APPROVED, EntryState.RETURNED, EntryState.REJECTED)
# What counts, or will if the mentor approves it: its minutes and its book are spoken for.
COUNTED_STATES = (EntryState.SUBMITTED, EntryState.APPROVED)


class Verdict(StrEnum):
    APPROVED = "approved"
    RETURNED = "returned"
    REJECTED = "rejected"


class MediaKind(StrEnum):
    PHOTO = "photo"
    VIDEO = "video"
    VIDEO_NOTE = "video_note"
    ANIMATION = "animation"
    VOICE = "voice"
    AUDIO = "audio"
    DOCUMENT = "document"


class Entry(Table):
    """One version of one entry. A decided one is never changed: its correction is a new row.

    The three times of programme.md §5: `happened_on`, `taken_at` (EXIF), `received_at`.
    """

    __tablename__ = "entry"
    __table_args__ = (
        Index("ix_entry_enrolment_id_state", "enrolment_id", "state"),
        # All that the weeks of a direction are counted from, without a look at the rows.
        Index(
            "ix_entry_week",
            "enrolment_id",
            "direction",
            "happened_on",
            "state",
            "minutes",
            postgresql_include=["id"],
        ),
        Index(
            "ix_entry_correction",
            "enrolment_id",
            "submitted_at",
            "replaces_id",
            "state",
            postgresql_include=["id"],
            sqlite_where=text("replaces_id IS NOT NULL"),
            postgresql_where=text("replaces_id IS NOT NULL"),
        ),
        # What waits for a decision: few of many.
        Index(
            "ix_entry_waiting",
            "submitted_at",
            sqlite_where=text("state = 'submitted'"),
            postgresql_where=text("state = 'submitted'"),
        ),
        # Who has been silent: the newest entry of each.
        Index("ix_entry_enrolment_id_submitted_at", "enrolment_id", "submitted_at"),
        UniqueConstraint("enrolment_id", "media_group_id"),
        UniqueConstraint("enrolment_id", "message_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    state: Mapped[EntryState] = mapped_column(one_of(EntryState))
    version: Mapped[int] = mapped_column(default=1)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"), unique=True)
    direction: Mapped[str | None] = mapped_column(String(32))
    happened_on: Mapped[date]
    late_reason: Mapped[str | None] = mapped_column(Text)
    taken_at: Mapped[datetime | None]
    sent_at: Mapped[datetime]  # when the person's phone sent it, as Telegram dates it
    received_at: Mapped[datetime]
    minutes: Mapped[int | None]
    days: Mapped[int | None]
    book: Mapped[str | None] = mapped_column(String(64))
    action: Mapped[str | None] = mapped_column(String(200))
    result: Mapped[str | None] = mapped_column(Text)
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))
    employer: Mapped[str | None] = mapped_column(String(160))
    employer_signer: Mapped[str | None] = mapped_column(String(120))
    employer_confirmed_at: Mapped[datetime | None]
    note: Mapped[str] = mapped_column(Text, default="")
    # A short video of the result, for the mentor's final mark of a weekly direction.
    is_final: Mapped[bool] = mapped_column(default=False)
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    media_group_id: Mapped[str | None] = mapped_column(String(64))
    # The message it began with: the same message is never a second entry.
    message_id: Mapped[int | None] = mapped_column(TelegramId)
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]


class Media(Table):
    """One file of an entry.

    Two queues are in these rows: not examined yet, and examined but not yet compared with others.
    """

    __tablename__ = "media"
    __table_args__ = (
        UniqueConstraint("entry_id", "message_id", "file_unique_id"),
        Index(
            "ix_media_unexamined",
            "id",
            sqlite_where=text("examined_at IS NULL"),
            postgresql_where=text("examined_at IS NULL"),
        ),
        Index(
            "ix_media_uncompared",
            "id",
            sqlite_where=text("compared_at IS NULL AND examined_at IS NOT NULL"),
            postgresql_where=text("compared_at IS NULL AND examined_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), index=True)
    kind: Mapped[MediaKind] = mapped_column(one_of(MediaKind))
    file_id: Mapped[str] = mapped_column(String(200))
    file_unique_id: Mapped[str] = mapped_column(String(64), index=True)
    message_id: Mapped[int] = mapped_column(TelegramId)
    # The album it came in: its other pieces belong to the same entry.
    media_group_id: Mapped[str | None] = mapped_column(String(64), index=True)
    mime: Mapped[str | None] = mapped_column(String(100))
    size: Mapped[int | None] = mapped_column(TelegramId)
    seconds: Mapped[int | None]
    # Telegram's small picture of a video or document: all there is of one too big to fetch.
    thumbnail_file_id: Mapped[str | None] = mapped_column(String(200))
    taken_at: Mapped[datetime | None]
    camera: Mapped[str | None] = mapped_column(String(100))
    sha256: Mapped[str | None] = mapped_column(String(64), index=True)
    # Why the file could not be read (a code); None while all is well or not yet tried.
    problem: Mapped[str | None] = mapped_column(String(64))
    examined_at: Mapped[datetime | None]
    # Version of the method by which it was fingerprinted; None: it has no fingerprint.
    method: Mapped[int | None]
    compared_at: Mapped[datetime | None]


class Review(Table):
    """The one decision on an entry's version; the unique entry makes a second one impossible."""

    __tablename__ = "review"

    id: Mapped[int] = mapped_column(primary_key=True)
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"), unique=True)
    by: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    verdict: Mapped[Verdict] = mapped_column(one_of(Verdict))
    # A usual reason's code, or None where the mentor used own words.
    reason: Mapped[str | None] = mapped_column(String(32))
    comment: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime]
