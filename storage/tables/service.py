"""What the service remembers: messages owed, updates handled, conversations, the audit log."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, TelegramId


class Outbox(Table):
    """A message owed to a person, written in the transaction of what caused it."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "ix_outbox_waiting",
            "due_at",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index("ix_outbox_person_id", "person_id", "settled_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # Which notice it is; handlers know how each one is shown.
    kind: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    written_at: Mapped[datetime]
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    # After a failure or a flood limit: until then the whole chat waits.
    again_at: Mapped[datetime | None]
    # Delivered or given up; `outcome` says which: sent, unreachable, refused, obsolete.
    settled_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(32))
    message_id: Mapped[int | None] = mapped_column(TelegramId)


class SeenUpdate(Table):
    """An update whose change is committed; Telegram may send it again after a crash."""

    __tablename__ = "seen_update"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)


class UpdateAttempt(Table):
    """An update whose handling began and did not end: three deaths of the process set it aside."""

    __tablename__ = "update_attempt"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    attempts: Mapped[int]
    last_at: Mapped[datetime]
    set_aside_at: Mapped[datetime | None]


class Conversation(Table):
    """State and data of one conversation key of aiogram's storage."""

    __tablename__ = "conversation"

    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    state: Mapped[str | None] = mapped_column(String(120))
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    touched_at: Mapped[datetime] = mapped_column(index=True)


class Audit(Table):
    """Who did or looked at what, and when. Rows are only ever added; ids, never personal data."""

    __tablename__ = "audit"
    __table_args__ = (Index("ix_audit_subject", "subject", "subject_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    action: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
