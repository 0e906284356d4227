"""What the service remembers: messages owed, jobs run, updates, conversations, the audit log."""

from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, TelegramId


class Urgency(IntEnum):
    """Who goes first when many are owed something; within one chat the order is always kept."""

    NOW = 0  # the answer to what the person did: a decision on an entry
    SOON = 1  # news of others, a reminder
    MASS = 2  # digests, broadcasts


class Outbox(Table):
    """A message owed to a person, written in the transaction of what caused it."""

    __tablename__ = "outbox"
    __table_args__ = (
        UniqueConstraint("person_id", "once"),
        Index(
            "ix_outbox_waiting",
            "urgency",
            "due_at",
            "id",
            sqlite_where=text("settled_at IS NULL"),
            postgresql_where=text("settled_at IS NULL"),
        ),
        Index("ix_outbox_person_id", "person_id", "settled_at"),
        # How far a broadcast is, counted while it goes out.
        Index(
            "ix_outbox_broadcast_id",
            "broadcast_id",
            "outcome",
            sqlite_where=text("broadcast_id IS NOT NULL"),
            postgresql_where=text("broadcast_id IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    # Which notice it is; handlers know how each one is shown.
    kind: Mapped[str] = mapped_column(String(64))
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
    written_at: Mapped[datetime]
    due_at: Mapped[datetime]
    urgency: Mapped[int] = mapped_column(default=Urgency.SOON, server_default="1")
    # What it is the only one of, for this person: a job and its period. None: there may be many.
    once: Mapped[str | None] = mapped_column(String(80))
    # After that it would tell of the past, and is dropped.
    useful_until: Mapped[datetime | None]
    broadcast_id: Mapped[int | None] = mapped_column(ForeignKey("broadcast.id"))
    # One process has taken it to deliver; if it dies, others may take it from then on.
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    # After a failure or a flood limit: until then the whole chat waits.
    again_at: Mapped[datetime | None]
    # Delivered or given up; `outcome` says which: sent, merged (into another that was sent),
    # unreachable, refused, failed, obsolete, late, stopped (its broadcast was).
    settled_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(32))
    message_id: Mapped[int | None] = mapped_column(TelegramId)


class Courier(Table):
    """A process that delivers: those seen lately share what Telegram takes a second."""

    __tablename__ = "courier"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    seen_at: Mapped[datetime]


class JobRun(Table):
    """A job done, or begun and not ended, for one moment at which it was due.

    The newest row of a job says from where to go on after the service was down.
    """

    __tablename__ = "job_run"

    job: Mapped[str] = mapped_column(String(64), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(primary_key=True)
    # Begun last, where it was begun again after a failure.
    begun_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    # Until then nobody else begins it: a process is at it, or it failed and waits.
    held_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    # How many things it did; None while it runs and where it failed or was skipped.
    count: Mapped[int | None]
    # Why it did nothing: "first seen", "too late", or the kind of failure.
    problem: Mapped[str | None] = mapped_column(String(64))


class Broadcast(Table):
    """An operator's message to many; each one's row of the outbox names it."""

    __tablename__ = "broadcast"

    id: Mapped[int] = mapped_column(primary_key=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    # By language; who reads none of them gets `first`.
    words: Mapped[dict[str, Any]]
    first: Mapped[str] = mapped_column(String(8))
    # Roles, levels, regions, centres: whom it is for; an empty part leaves all.
    audience: Mapped[dict[str, Any]] = mapped_column(default=dict)
    # How many it was confirmed for; its rows are written in parts.
    count: Mapped[int | None]
    confirmed_at: Mapped[datetime | None]
    written_to: Mapped[int | None]  # the last person's id for whom there is a row
    stopped_at: Mapped[datetime | None]
    reported_at: Mapped[datetime | None]
    # The operator's message that shows how far it is.
    message_id: Mapped[int | None] = mapped_column(TelegramId)


class SeenUpdate(Table):
    """An update whose change is committed; Telegram may send it again after a crash."""

    __tablename__ = "seen_update"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    at: Mapped[datetime] = mapped_column(index=True)


class BacklogUpdate(Table):
    """An update beyond its sender's share that is confirmed and not handled yet."""

    __tablename__ = "backlog_update"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    telegram_id: Mapped[int] = mapped_column(TelegramId, index=True)  # its sender's
    at: Mapped[datetime]
    update: Mapped[dict[str, Any]]


class OwedReply(Table):
    """An update that is handled and whose reply did not go out yet; gone as soon as it did."""

    __tablename__ = "owed_reply"

    update_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    # As Telegram gave it: after a death of the process its reply is made anew.
    update: Mapped[dict[str, Any]]
    attempts: Mapped[int] = mapped_column(default=0)


class WindowMessage(Table):
    """Which message of a chat shows the open window of aiogram-dialog."""

    __tablename__ = "window_message"

    chat_id: Mapped[int] = mapped_column(TelegramId, primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(TelegramId)
    content_type: Mapped[str] = mapped_column(String(32))
    media_id: Mapped[str | None] = mapped_column(String(200))
    # Whether it brought a keyboard below the chat.
    has_keyboard: Mapped[bool]


class UpdateAttempt(Table):
    """An update whose handling began and did not end: three deaths of the process set it aside.

    Or one that could not be decoded: set aside without an attempt.
    """

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


# As SQL: SQLite takes an index for a query that says the very same.
ERASED = "action IN ('person.erased', 'enrolment.erased')"


class Audit(Table):
    """Who did or looked at what, and when. Rows are only ever added; ids, never personal data."""

    __tablename__ = "audit"
    __table_args__ = (
        Index("ix_audit_subject", "subject", "subject_id"),
        # What was erased, which a restored back-up has again: award/retention/replay.py.
        Index(
            "ix_audit_erased",
            "subject",
            "subject_id",
            sqlite_where=text(ERASED),
            postgresql_where=text(ERASED),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    action: Mapped[str] = mapped_column(String(64))
    subject: Mapped[str] = mapped_column(String(32))
    subject_id: Mapped[int | None]
    details: Mapped[dict[str, Any]] = mapped_column(default=dict)
