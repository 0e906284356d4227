"""Updates that one person sent beyond their share, until they are handled."""

import sqlalchemy as sa
from alembic import op

revision = "0007_backlog"
down_revision = "0006_replies"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "backlog_update",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_backlog_update")),
    )
    op.create_index(op.f("ix_backlog_update_telegram_id"), "backlog_update", ["telegram_id"])


def downgrade() -> None:
    op.drop_index(op.f("ix_backlog_update_telegram_id"), table_name="backlog_update")
    op.drop_table("backlog_update")
