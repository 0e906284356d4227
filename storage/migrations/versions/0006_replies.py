"""Replies that are owed until they went out, and which message shows a chat's window."""

import sqlalchemy as sa
from alembic import op

revision = "0006_replies"
down_revision = "0005_weeks"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "owed_reply",
        sa.Column("update_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("update", sa.JSON(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("update_id", name=op.f("pk_owed_reply")),
    )
    op.create_table(
        "window_message",
        sa.Column("chat_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("content_type", sa.String(32), nullable=False),
        sa.Column("media_id", sa.String(200), nullable=True),
        sa.Column("has_keyboard", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("chat_id", name=op.f("pk_window_message")),
    )


def downgrade() -> None:
    op.drop_table("window_message")
    op.drop_table("owed_reply")
