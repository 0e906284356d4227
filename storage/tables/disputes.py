"""A participant against a decision or a requirement of the mentor, or a refusal (§7, §8)."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of
from storage.tables.journal import Verdict


class DisputeState(StrEnum):
    """open → confirmed | annulled → appealed → appeal_confirmed | appeal_annulled; or withdrawn."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    ANNULLED = "annulled"
    APPEALED = "appealed"
    APPEAL_CONFIRMED = "appeal_confirmed"
    APPEAL_ANNULLED = "appeal_annulled"
    WITHDRAWN = "withdrawn"


class Dispute(Table):
    """What is disputed is an entry's decision, an extra task, or that a complete level was not
    recommended for the award; each answer is due in a term.
    """

    __tablename__ = "dispute"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("entry.id"))
    task_id: Mapped[int | None] = mapped_column(ForeignKey("task.id"))
    dossier_id: Mapped[int | None] = mapped_column(ForeignKey("dossier.id"))
    # Whose decision it is; no arbiter is among the parties, whoever is whose mentor by then.
    against_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    state: Mapped[DisputeState] = mapped_column(one_of(DisputeState))
    # The decision disputed, as it was: it stays readable when another takes its place.
    verdict: Mapped[Verdict | None] = mapped_column(one_of(Verdict))
    reason: Mapped[str | None] = mapped_column(String(32))
    comment: Mapped[str | None] = mapped_column(Text)
    words: Mapped[str] = mapped_column(Text)
    opened_at: Mapped[datetime]
    due: Mapped[date]
    answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    answered_at: Mapped[datetime | None]
    answer: Mapped[str | None] = mapped_column(Text)
    appeal_words: Mapped[str | None] = mapped_column(Text)
    appealed_at: Mapped[datetime | None]
    appeal_due: Mapped[date | None]
    appeal_answered_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    appeal_answered_at: Mapped[datetime | None]
    appeal_answer: Mapped[str | None] = mapped_column(Text)
    closed_at: Mapped[datetime | None]
