"""Desks of those who accompany and of staff: transfers, observations, amendments."""

import sqlalchemy as sa
from alembic import op

revision = "0010_desks"
down_revision = "0009_badge"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _transfers()
    _amendments()
    _observations()


def _transfers() -> None:
    op.create_table(
        "transfer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(32), nullable=False),
        sa.Column("asked_as", sa.String(32), nullable=False),
        sa.Column("asked_by", sa.Integer(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("from_mentor_id", sa.Integer(), nullable=True),
        sa.Column("from_centre_id", sa.Integer(), nullable=True),
        sa.Column("to_centre_id", sa.Integer(), nullable=False),
        sa.Column("to_mentor_id", sa.Integer(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("family_agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(32), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Integer(), nullable=True),
        *(
            sa.ForeignKeyConstraint(
                [column], [f"{table}.id"], name=op.f(f"fk_transfer_{column}_{table}")
            )
            for column, table in (
                ("enrolment_id", "enrolment"),
                ("asked_by", "person"),
                ("from_mentor_id", "person"),
                ("from_centre_id", "centre"),
                ("to_centre_id", "centre"),
                ("to_mentor_id", "person"),
                ("closed_by", "person"),
            )
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_transfer")),
    )
    open_ones = sa.text("state IN ('agreeing', 'offered')")
    op.create_index(
        "uq_transfer_enrolment_id_open",
        "transfer",
        ["enrolment_id"],
        unique=True,
        sqlite_where=open_ones,
        postgresql_where=open_ones,
    )
    op.create_index(op.f("ix_transfer_enrolment_id"), "transfer", ["enrolment_id"])
    op.create_index("ix_transfer_to_centre_id_state", "transfer", ["to_centre_id", "state"])


def _amendments() -> None:
    op.create_table(
        "amendment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(64), nullable=False),
        sa.Column("source", sa.String(32), nullable=False),
        sa.Column("value", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["made_by"], ["person.id"], name=op.f("fk_amendment_made_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["undoes"], ["amendment.id"], name=op.f("fk_amendment_undoes_amendment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_part"), "amendment", ["part"])


def _observations() -> None:
    op.create_table(
        "observation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("by_role", sa.String(32), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_observation_enrolment_id_enrolment")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_observation_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_observation")),
    )
    op.create_index(op.f("ix_observation_enrolment_id"), "observation", ["enrolment_id"])


def downgrade() -> None:
    op.drop_table("observation")
    op.drop_table("amendment")
    op.drop_table("transfer")
