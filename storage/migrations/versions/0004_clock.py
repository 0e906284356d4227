"""What the clock does: jobs and their runs, wishes, absences, deadlines, broadcasts."""

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations

revision = "0004_clock"
down_revision = "0003_cards"
branch_labels = None
depends_on = None

_WAITING = sa.text("settled_at IS NULL")
_OF_BROADCAST = sa.text("broadcast_id IS NOT NULL")


def upgrade() -> None:
    _job_run()
    _courier()
    _broadcast()
    _centre_application()
    _day_off()
    _preference()
    _substitution()
    _dispute()
    _excuse()
    _outbox()
    _entry()


def downgrade() -> None:
    op.drop_index("ix_entry_enrolment_id_submitted_at", "entry")
    op.drop_index("ix_entry_correction", "entry")
    op.drop_index("ix_entry_week", "entry")
    with op.batch_alter_table("outbox") as outbox:
        outbox.drop_constraint(op.f("fk_outbox_broadcast_id_broadcast"), type_="foreignkey")
        outbox.drop_constraint(op.f("uq_outbox_person_id_once"), type_="unique")
        outbox.drop_index("ix_outbox_broadcast_id")
        outbox.drop_index("ix_outbox_waiting")
        for column in ("claimed_until", "broadcast_id", "useful_until", "once", "urgency"):
            outbox.drop_column(column)
        _index_waiting(outbox, "due_at")
    # A version before this one knows neither of these states.
    op.execute("UPDATE excuse SET state = 'asked' WHERE state = 'questioned'")
    op.execute("UPDATE excuse SET state = 'refused' WHERE state = 'withdrawn'")
    with op.batch_alter_table("excuse") as excuse:
        excuse.drop_constraint(op.f("fk_excuse_decided_by_person"), type_="foreignkey")
        for added in _EXCUSE:
            excuse.drop_column(added.name)
    op.drop_table("dispute")
    op.drop_table("substitution")
    op.drop_table("preference")
    op.drop_table("day_off")
    op.drop_table("centre_application")
    op.drop_table("broadcast")
    op.drop_table("courier")
    op.drop_table("job_run")


def _job_run() -> None:
    op.create_table(
        "job_run",
        sa.Column("job", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("problem", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("job", "due_at", name=op.f("pk_job_run")),
    )


def _courier() -> None:
    op.create_table(
        "courier",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_courier")),
    )


def _broadcast() -> None:
    op.create_table(
        "broadcast",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.JSON(), nullable=False),
        sa.Column("first", sa.String(length=8), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("written_to", sa.Integer(), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reported_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_broadcast_made_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_broadcast")),
    )


def _centre_application() -> None:
    op.create_table(
        "centre_application",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("applicant_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("name", sa.String(length=160), nullable=False),
        sa.Column("legal_status", sa.String(length=120), nullable=False),
        sa.Column("contact", sa.String(length=120), nullable=False),
        sa.Column("region", sa.String(length=8), nullable=False),
        sa.Column("place", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=24), nullable=False),
        sa.Column("email", sa.String(length=120), nullable=False),
        sa.Column("mission", sa.Text(), nullable=False),
        sa.Column("projects", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("contract_due", sa.Date(), nullable=True),
        sa.Column("signed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("centre_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["applicant_id"], ["person.id"], name=op.f("fk_centre_application_applicant_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_centre_application_centre_id_centre")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_centre_application_decided_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_centre_application")),
    )
    op.create_index(
        op.f("ix_centre_application_applicant_id"), "centre_application", ["applicant_id"]
    )


def _day_off() -> None:
    op.create_table(
        "day_off",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_day_off_made_by_person")),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_day_off")),
    )


def _preference() -> None:
    op.create_table(
        "preference",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("off", sa.Boolean(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=True),
        sa.Column("snoozed_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_preference_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", "kind", name=op.f("pk_preference")),
    )


def _substitution() -> None:
    op.create_table(
        "substitution",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("absent_id", sa.Integer(), nullable=False),
        sa.Column("substitute_id", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["absent_id"], ["person.id"], name=op.f("fk_substitution_absent_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_substitution_made_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["substitute_id"], ["person.id"], name=op.f("fk_substitution_substitute_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
    )
    op.create_index(op.f("ix_substitution_absent_id"), "substitution", ["absent_id"])
    op.create_index(op.f("ix_substitution_substitute_id"), "substitution", ["substitute_id"])


def _dispute() -> None:
    op.create_table(
        "dispute",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("task_id", sa.Integer(), nullable=True),
        sa.Column("against_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("verdict", sa.String(32), nullable=True),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("answered_by", sa.Integer(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("appeal_words", sa.Text(), nullable=True),
        sa.Column("appealed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appeal_due", sa.Date(), nullable=True),
        sa.Column("appeal_answered_by", sa.Integer(), nullable=True),
        sa.Column("appeal_answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("appeal_answer", sa.Text(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["against_id"], ["person.id"], name=op.f("fk_dispute_against_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_dispute_answered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["appeal_answered_by"], ["person.id"], name=op.f("fk_dispute_appeal_answered_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_dispute_enrolment_id_enrolment")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_dispute_entry_id_entry")),
        sa.ForeignKeyConstraint(["task_id"], ["task.id"], name=op.f("fk_dispute_task_id_task")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dispute")),
    )
    op.create_index(op.f("ix_dispute_enrolment_id"), "dispute", ["enrolment_id"])


_EXCUSE = (
    sa.Column("document_file_id", sa.String(200), nullable=True),
    sa.Column("document_kind", sa.String(16), nullable=True),
    sa.Column("question", sa.Text(), nullable=True),
    sa.Column("answer", sa.Text(), nullable=True),
    sa.Column("decided_by", sa.Integer(), nullable=True),
    sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
)


def _excuse() -> None:
    with op.batch_alter_table("excuse") as excuse:
        for column in _EXCUSE:
            excuse.add_column(column.copy())
        excuse.create_foreign_key(
            op.f("fk_excuse_decided_by_person"), "person", ["decided_by"], ["id"]
        )


def _outbox() -> None:
    moment = sa.DateTime(timezone=True)
    with op.batch_alter_table("outbox") as outbox:
        outbox.add_column(sa.Column("urgency", sa.Integer(), server_default="1", nullable=False))
        outbox.add_column(sa.Column("once", sa.String(80), nullable=True))
        outbox.add_column(sa.Column("useful_until", moment, nullable=True))
        outbox.add_column(sa.Column("broadcast_id", sa.Integer(), nullable=True))
        outbox.add_column(sa.Column("claimed_until", moment, nullable=True))
        outbox.drop_index("ix_outbox_waiting")
        _index_waiting(outbox, "urgency", "due_at", "id")
        outbox.create_index(
            "ix_outbox_broadcast_id",
            ["broadcast_id", "outcome"],
            sqlite_where=_OF_BROADCAST,
            postgresql_where=_OF_BROADCAST,
        )
        outbox.create_unique_constraint(op.f("uq_outbox_person_id_once"), ["person_id", "once"])
        outbox.create_foreign_key(
            op.f("fk_outbox_broadcast_id_broadcast"), "broadcast", ["broadcast_id"], ["id"]
        )


def _entry() -> None:
    op.create_index(
        "ix_entry_week", "entry", ["enrolment_id", "direction", "happened_on", "state", "minutes"]
    )
    corrections = sa.text("replaces_id IS NOT NULL")
    op.create_index(
        "ix_entry_correction",
        "entry",
        ["enrolment_id"],
        sqlite_where=corrections,
        postgresql_where=corrections,
    )
    op.create_index("ix_entry_enrolment_id_submitted_at", "entry", ["enrolment_id", "submitted_at"])


def _index_waiting(outbox: BatchOperations, *columns: str) -> None:
    outbox.create_index(
        "ix_outbox_waiting", columns, sqlite_where=_WAITING, postgresql_where=_WAITING
    )
