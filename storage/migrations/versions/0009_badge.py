"""From the complete level to the badge."""

import sqlalchemy as sa
from alembic import op

revision = "0009_badge"
down_revision = "0008_bounds"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _dossiers()


def _dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_dossier_enrolment_id_enrolment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier")),
        sa.UniqueConstraint("enrolment_id", name=op.f("uq_dossier_enrolment_id")),
    )
    op.create_index("ix_dossier_state_due", "dossier", ["state", "due"])
    op.create_table(
        "dossier_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("by", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_dossier_step_dossier_id_dossier")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_dossier_step_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dossier_step")),
    )
    op.create_index(op.f("ix_dossier_step_dossier_id"), "dossier_step", ["dossier_id"])
    op.create_table(
        "household_member",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("full_name", sa.String(120), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("declared_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_household_member_person_id_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_household_member")),
    )
    op.create_index(op.f("ix_household_member_person_id"), "household_member", ["person_id"])
    op.create_index(op.f("ix_household_member_birth_date"), "household_member", ["birth_date"])
    # Levels that were complete before begin their way here; nobody was given a term yet.
    op.execute(
        """
        INSERT INTO dossier (enrolment_id, state, since)
        SELECT id, 'complete', coalesce(completed_at, begun_at)
        FROM enrolment WHERE state = 'complete' ORDER BY id
        """
    )
    op.execute(
        """
        INSERT INTO dossier_step (dossier_id, state, at)
        SELECT id, state, since FROM dossier ORDER BY id
        """
    )


def downgrade() -> None:
    op.drop_table("household_member")
    op.drop_table("dossier_step")
    op.drop_table("dossier")
