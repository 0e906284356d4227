"""The desks of those who work in the programme."""

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
    _cards()


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


def _cards() -> None:
    op.create_table(
        "staff_card",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("photo_file_id", sa.String(200), nullable=True),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("achievements", sa.Text(), nullable=True),
        sa.Column("email", sa.String(120), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_staff_card_person_id_person")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_staff_card")),
    )
    op.create_table(
        "centre_card",
        sa.Column("centre_id", sa.Integer(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("achievements", sa.Text(), nullable=True),
        sa.Column("contact", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["centre_id"], ["centre.id"], name=op.f("fk_centre_card_centre_id_centre")
        ),
        sa.PrimaryKeyConstraint("centre_id", name=op.f("pk_centre_card")),
    )
    op.create_table(
        "document",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("enrolment_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("file_id", sa.String(200), nullable=False),
        sa.Column("file_kind", sa.String(32), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_document_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_document_enrolment_id_enrolment")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_document_given_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
    )
    op.create_index(op.f("ix_document_person_id"), "document", ["person_id"])
    op.create_index(op.f("ix_document_enrolment_id"), "document", ["enrolment_id"])


def downgrade() -> None:
    for table in ("document", "centre_card", "staff_card"):
        op.drop_table(table)
    op.drop_table("observation")
    op.drop_table("amendment")
    op.drop_table("transfer")
