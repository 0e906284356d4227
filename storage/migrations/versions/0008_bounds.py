"""Who gets how far, and for how long what is known of people is kept."""

import sqlalchemy as sa
from alembic import op

revision = "0008_bounds"
down_revision = "0007_backlog"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _birth_dates()
    _representatives()
    _first_contacts()
    _invitations()
    _retention()


def _birth_dates() -> None:
    op.create_table(
        "birth_date",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=False),
        sa.Column("given_by", sa.Integer(), nullable=False),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("binding_since", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_birth_date_person_id_person")
        ),
        sa.ForeignKeyConstraint(
            ["given_by"], ["person.id"], name=op.f("fk_birth_date_given_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_birth_date")),
    )
    op.create_index(op.f("ix_birth_date_person_id"), "birth_date", ["person_id"])
    # Of whom a representative was asked for, only the audit knows.
    op.execute(
        """
        INSERT INTO birth_date (person_id, birth_date, given_by, given_at, binding_since)
        SELECT person.id, person.birth_date, person.id, min(audit.at), min(audit.at)
        FROM person
        JOIN enrolment ON enrolment.person_id = person.id
        JOIN audit ON audit.subject = 'enrolment' AND audit.subject_id = enrolment.id
        WHERE audit.action = 'application.awaits' AND person.birth_date IS NOT NULL
        GROUP BY person.id, person.birth_date
        """
    )


def _representatives() -> None:
    with op.batch_alter_table("role") as role:
        role.add_column(sa.Column("shared_since", sa.DateTime(timezone=True), nullable=True))
        role.add_column(sa.Column("end_reason", sa.String(32), nullable=True))
        role.create_index(role.f("ix_role_ward_id"), ["ward_id"])
    with op.batch_alter_table("enrolment") as enrolment:
        enrolment.add_column(sa.Column("resumes_as", sa.String(32), nullable=True))


def _first_contacts() -> None:
    op.create_table(
        "first_contact",
        sa.Column("enrolment_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("by", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spoken_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("residence", sa.Text(), nullable=False),
        sa.Column("health", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"], ["enrolment.id"], name=op.f("fk_first_contact_enrolment_id_enrolment")
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_first_contact_by_person")),
        sa.PrimaryKeyConstraint("enrolment_id", name=op.f("pk_first_contact")),
    )


def _invitations() -> None:
    with op.batch_alter_table("invitation") as invitation:
        invitation.add_column(sa.Column("role_id", sa.Integer(), nullable=True))
        invitation.create_foreign_key(
            op.f("fk_invitation_role_id_role"), "role", ["role_id"], ["id"]
        )
    # A role began at the very moment at which its link was used.
    op.execute(
        """
        UPDATE invitation SET role_id = (
            SELECT min(role.id) FROM role
            WHERE role.person_id = invitation.used_by
            AND role.kind = invitation.role AND role.since = invitation.used_at
        )
        WHERE kind = 'staff' AND used_at IS NOT NULL
        """
    )


def _retention() -> None:
    with op.batch_alter_table("enrolment") as enrolment:
        enrolment.add_column(sa.Column("journal_erased_at", sa.DateTime(timezone=True)))
        enrolment.add_column(sa.Column("erased_at", sa.DateTime(timezone=True)))
    # Whoever had their data erased before has no account any more.
    op.execute(
        """
        UPDATE enrolment SET erased_at = coalesce(closed_at, completed_at, begun_at)
        WHERE person_id IN (SELECT id FROM person WHERE telegram_id < 0)
        """
    )
    erased = sa.text("action IN ('person.erased', 'enrolment.erased')")
    op.create_index(
        "ix_audit_erased",
        "audit",
        ["subject", "subject_id"],
        sqlite_where=erased,
        postgresql_where=erased,
    )


def downgrade() -> None:
    op.drop_index("ix_audit_erased", table_name="audit")
    with op.batch_alter_table("enrolment") as enrolment:
        enrolment.drop_column("erased_at")
        enrolment.drop_column("journal_erased_at")
    with op.batch_alter_table("invitation") as invitation:
        invitation.drop_constraint(op.f("fk_invitation_role_id_role"), type_="foreignkey")
        invitation.drop_column("role_id")
    op.drop_table("first_contact")
    with op.batch_alter_table("enrolment") as enrolment:
        enrolment.drop_column("resumes_as")
    with op.batch_alter_table("role") as role:
        role.drop_index(role.f("ix_role_ward_id"))
        role.drop_column("end_reason")
        role.drop_column("shared_since")
    op.drop_index(op.f("ix_birth_date_person_id"), table_name="birth_date")
    op.drop_table("birth_date")
