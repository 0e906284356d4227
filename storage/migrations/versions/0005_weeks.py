"""Indexes that hold all that the weeks of many are counted from, corrected versions too."""

import sqlalchemy as sa
from alembic import op

revision = "0005_weeks"
down_revision = "0004_clock"
branch_labels = None
depends_on = None

_WEEK = ("enrolment_id", "direction", "happened_on", "state", "minutes")


def upgrade() -> None:
    op.drop_index("ix_entry_week", "entry")
    op.create_index("ix_entry_week", "entry", _WEEK, postgresql_include=["id"])
    _corrections("enrolment_id", "submitted_at", "replaces_id", "state")


def downgrade() -> None:
    op.drop_index("ix_entry_week", "entry")
    op.create_index("ix_entry_week", "entry", _WEEK)
    _corrections("enrolment_id")


def _corrections(*columns: str) -> None:
    op.drop_index("ix_entry_correction", "entry")
    corrections = sa.text("replaces_id IS NOT NULL")
    op.create_index(
        "ix_entry_correction",
        "entry",
        columns,
        sqlite_where=corrections,
        postgresql_where=corrections,
        postgresql_include=["id"] if len(columns) > 1 else [],
    )
