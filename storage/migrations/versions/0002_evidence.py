"""Fingerprints and findings."""

import sqlalchemy as sa
from alembic import op

revision = "0002_evidence"
down_revision = "0001_first"
branch_labels = None
depends_on = None

_TO_COMPARE = sa.text("compared_at IS NULL AND examined_at IS NOT NULL")
_ESSAYS = sa.text("media_id IS NULL")


def upgrade() -> None:
    op.drop_column("media", "fingerprint")
    op.add_column("media", sa.Column("method", sa.Integer(), nullable=True))
    op.add_column("media", sa.Column("compared_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("media", sa.Column("thumbnail_file_id", sa.String(200), nullable=True))
    # What was looked into before fingerprints were made is looked into again.
    op.execute("UPDATE media SET examined_at = NULL WHERE problem IS NULL")
    op.create_index(
        "ix_media_uncompared",
        "media",
        ["id"],
        sqlite_where=_TO_COMPARE,
        postgresql_where=_TO_COMPARE,
    )
    op.drop_index("ix_media_unexamined", table_name="media")
    _index_waiting("media", "examined")
    _fingerprint()
    _essay_fingerprint()
    _finding()


def downgrade() -> None:
    op.drop_table("finding")
    op.drop_table("essay_fingerprint")
    op.drop_table("fingerprint")
    op.drop_index("ix_media_unexamined", table_name="media")
    _index_waiting("media", "examined", "kind", "id")
    op.drop_index("ix_media_uncompared", table_name="media")
    op.drop_column("media", "thumbnail_file_id")
    op.drop_column("media", "compared_at")
    op.drop_column("media", "method")
    op.add_column("media", sa.Column("fingerprint", sa.LargeBinary(), nullable=True))


def _fingerprint() -> None:
    op.create_table(
        "fingerprint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("media_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("method", sa.Integer(), nullable=False),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.Column("details", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_id"], ["media.id"], name=op.f("fk_fingerprint_media_id_media")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fingerprint")),
        sa.UniqueConstraint(
            "media_id", "part", "method", name=op.f("uq_fingerprint_media_id_part_method")
        ),
        sqlite_autoincrement=True,
    )
    columns = ["method", "id", "media_id", "part", "codes"]
    op.create_index("ix_fingerprint_codes", "fingerprint", columns)


def _essay_fingerprint() -> None:
    op.create_table(
        "essay_fingerprint",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.Integer(), nullable=False),
        sa.Column("compared_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("codes", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry_id"], ["entry.id"], name=op.f("fk_essay_fingerprint_entry_id_entry")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_essay_fingerprint")),
        sa.UniqueConstraint(
            "entry_id", "method", name=op.f("uq_essay_fingerprint_entry_id_method")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_essay_fingerprint_method"), "essay_fingerprint", ["method"])
    _index_waiting("essay_fingerprint", "compared")


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("media_id", sa.Integer(), nullable=True),
        sa.Column("other_entry_id", sa.Integer(), nullable=False),
        sa.Column("other_media_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verdict", sa.String(32), nullable=True),
        sa.Column("decided_by", sa.Integer(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_finding_decided_by_person")
        ),
        sa.ForeignKeyConstraint(["entry_id"], ["entry.id"], name=op.f("fk_finding_entry_id_entry")),
        sa.ForeignKeyConstraint(["media_id"], ["media.id"], name=op.f("fk_finding_media_id_media")),
        sa.ForeignKeyConstraint(
            ["other_entry_id"], ["entry.id"], name=op.f("fk_finding_other_entry_id_entry")
        ),
        sa.ForeignKeyConstraint(
            ["other_media_id"], ["media.id"], name=op.f("fk_finding_other_media_id_media")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
        sa.UniqueConstraint(
            "media_id", "other_media_id", name=op.f("uq_finding_media_id_other_media_id")
        ),
    )
    op.create_index(op.f("ix_finding_entry_id"), "finding", ["entry_id"])
    op.create_index(op.f("ix_finding_other_entry_id"), "finding", ["other_entry_id"])
    op.create_index(op.f("ix_finding_other_media_id"), "finding", ["other_media_id"])
    op.create_index(
        "uq_finding_essays",
        "finding",
        ["entry_id", "other_entry_id"],
        unique=True,
        sqlite_where=_ESSAYS,
        postgresql_where=_ESSAYS,
    )


def _index_waiting(table: str, step: str, *columns: str) -> None:
    """Of the rows that this step of the work has not come to yet."""
    waiting = sa.text(f"{step}_at IS NULL")
    op.create_index(
        f"ix_{table}_un{step}",
        table,
        columns or ["id"],
        sqlite_where=waiting,
        postgresql_where=waiting,
    )
