"""Who gets how far, and for how long what is known of people is kept."""

revision = "0008_bounds"
down_revision = "0007_backlog"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
