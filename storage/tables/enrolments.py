"""One person's way through one level: application, agreement, plan, marks, tasks, excused weeks."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.base import Table, one_of


class EnrolmentState(StrEnum):
    """draft → awaiting_representative (under 18) → submitted → planning → active → complete."""

    DRAFT = "draft"
    AWAITING_REPRESENTATIVE = "awaiting_representative"
    SUBMITTED = "submitted"  # signed by all; the mentor (or the centre) has not taken it up yet
    PLANNING = "planning"  # a mentor accepted; the plan is being made together
    ACTIVE = "active"
    PAUSED = "paused"
    COMPLETE = "complete"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OPEN_STATES = (
    EnrolmentState.DRAFT,
    EnrolmentState.AWAITING_REPRESENTATIVE,
    EnrolmentState.SUBMITTED,
    EnrolmentState.PLANNING,
    EnrolmentState.ACTIVE,
    EnrolmentState.PAUSED,
)
# What a mentor may see: nothing of a minor before the representative signed (programme.md §4.6).
SIGNED_STATES = (
    EnrolmentState.SUBMITTED,
    EnrolmentState.PLANNING,
    EnrolmentState.ACTIVE,
    EnrolmentState.PAUSED,
    EnrolmentState.COMPLETE,
)


# A mentor has taken it up, and its level is not ended: a plan is made for it.
PLANNED_STATES = (EnrolmentState.PLANNING, EnrolmentState.ACTIVE, EnrolmentState.PAUSED)
# The level's weeks are counted, or were.
BEGUN_STATES = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED, EnrolmentState.COMPLETE)


class SignerKind(StrEnum):
    PARTICIPANT = "participant"
    REPRESENTATIVE = "representative"


class PlanState(StrEnum):
    DRAFT = "draft"
    PROPOSED = "proposed"
    AGREED = "agreed"
    REPLACED = "replaced"


class MarkKind(StrEnum):
    NORM = "norm"
    COMPLETE = "complete"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class ExcuseState(StrEnum):
    ASKED = "asked"
    QUESTIONED = "questioned"  # the mentor wants to know more
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


_open = ", ".join(f"'{state.value}'" for state in OPEN_STATES)


class Enrolment(Table):
    """At most one open enrolment a person; the database itself holds to that."""

    __tablename__ = "enrolment"
    __table_args__ = (
        Index(
            "uq_enrolment_person_id_open",
            "person_id",
            unique=True,
            sqlite_where=text(f"state IN ({_open})"),
            postgresql_where=text(f"state IN ({_open})"),
        ),
        Index("ix_enrolment_mentor_id_state", "mentor_id", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    state: Mapped[EnrolmentState] = mapped_column(one_of(EnrolmentState))
    # Where it goes on once a representative has signed anew, who is asked in the middle of it.
    resumes_as: Mapped[EnrolmentState | None] = mapped_column(one_of(EnrolmentState))
    level: Mapped[str | None] = mapped_column(String(32))
    # Answers to what the level leaves open, as award.requirements.Choices stores them.
    choices: Mapped[dict[str, Any]] = mapped_column(default=dict)
    # Requirements set for this person by the operator (programme.md §2, disability), with a reason.
    overrides: Mapped[dict[str, Any]] = mapped_column(default=dict)
    centre_id: Mapped[int | None] = mapped_column(ForeignKey("centre.id"), index=True)
    mentor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    begun_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    answer_due: Mapped[date | None]
    activated_at: Mapped[datetime | None]
    started_on: Mapped[date | None]
    completed_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    closing_reason: Mapped[str | None] = mapped_column(Text)
    characterisation: Mapped[str | None] = mapped_column(Text)
    # Since when the words and files of its journal are gone, and since when all that is personal.
    journal_erased_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]


class Agreement(Table):
    """A signature under the agreement text: who, when, which text by its hash."""

    __tablename__ = "agreement"
    __table_args__ = (UniqueConstraint("enrolment_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    kind: Mapped[SignerKind] = mapped_column(one_of(SignerKind))
    signer_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    signer_name: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str | None] = mapped_column(String(24))
    language: Mapped[str] = mapped_column(String(8))
    version: Mapped[str] = mapped_column(String(32))
    text_hash: Mapped[str] = mapped_column(String(64))
    signed_at: Mapped[datetime]


class FirstContact(Table):
    """What the mentor learned before activation, speaking to participant and representative."""

    __tablename__ = "first_contact"

    enrolment_id: Mapped[int] = mapped_column(
        ForeignKey("enrolment.id"), primary_key=True, autoincrement=False
    )
    by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    # Of a minor: when it was confirmed that the representative was spoken to.
    spoken_at: Mapped[datetime | None]
    residence: Mapped[str] = mapped_column(Text)
    health: Mapped[str | None] = mapped_column(Text)  # for the mentor and the expert alone


class Plan(Table):
    """One version of the individual schedule (жеке кесте); old versions stay."""

    __tablename__ = "plan"
    __table_args__ = (UniqueConstraint("enrolment_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    version: Mapped[int]
    state: Mapped[PlanState] = mapped_column(one_of(PlanState))
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    proposed_at: Mapped[datetime | None]
    agreed_at: Mapped[datetime | None]
    # What the participant would rather have, in their own words.
    wish: Mapped[str | None] = mapped_column(Text)


class PlanItem(Table):
    """What one direction looks like in a plan."""

    __tablename__ = "plan_item"
    __table_args__ = (UniqueConstraint("plan_id", "direction"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id", ondelete="CASCADE"))
    direction: Mapped[str] = mapped_column(String(32))
    # An activity's code of the programme, or the person's own words.
    activity: Mapped[str] = mapped_column(String(120))
    weekdays: Mapped[list[int]]  # 0 = Monday
    minutes: Mapped[int]
    starts_on: Mapped[date]
    partner_id: Mapped[int | None] = mapped_column(ForeignKey("partner.id"))


class Mark(Table):
    """A mentor's mark: the sport norm is met, a direction is complete (programme.md §3, §8)."""

    __tablename__ = "mark"
    __table_args__ = (UniqueConstraint("enrolment_id", "direction", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"))
    direction: Mapped[str] = mapped_column(String(32))
    kind: Mapped[MarkKind] = mapped_column(one_of(MarkKind))
    by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    note: Mapped[str | None] = mapped_column(Text)


class Task(Table):
    """An extra task of the mentor, answered like an entry."""

    __tablename__ = "task"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    direction: Mapped[str] = mapped_column(String(32))
    words: Mapped[str] = mapped_column(Text)
    due: Mapped[date]
    state: Mapped[TaskState] = mapped_column(one_of(TaskState))
    set_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    set_at: Mapped[datetime]


class Excuse(Table):
    """Weeks neither missed nor counted (programme.md §6); a pause is one without an end."""

    __tablename__ = "excuse"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolment.id"), index=True)
    state: Mapped[ExcuseState] = mapped_column(one_of(ExcuseState))
    first_day: Mapped[date]
    last_day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(32))
    note: Mapped[str | None] = mapped_column(Text)
    # A paper that the participant added, if they liked to.
    document_file_id: Mapped[str | None] = mapped_column(String(200))
    document_kind: Mapped[str | None] = mapped_column(String(16))
    # What the mentor asked, or said in refusing; and what the participant answered.
    question: Mapped[str | None] = mapped_column(Text)
    answer: Mapped[str | None] = mapped_column(Text)
    made_by: Mapped[int] = mapped_column(ForeignKey("person.id"))
    made_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
