"""Cards of drafts are found by the tap on them: nobody reads where they stand."""

import sqlalchemy as sa
from alembic import op

revision = "0003_cards"
down_revision = "0002_evidence"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("entry", "card_message_id")


def downgrade() -> None:
    op.add_column("entry", sa.Column("card_message_id", sa.BigInteger(), nullable=True))
