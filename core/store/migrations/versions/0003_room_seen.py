"""When the people of rooms were last seen."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the table."""
    target = sa.ForeignKey("rooms.code", ondelete="CASCADE")
    op.create_table(
        "room_seen",
        sa.Column("code", sa.String(16), target, primary_key=True),
        sa.Column("person", sa.String(64), primary_key=True),
        sa.Column("seen", sa.BigInteger(), nullable=False),
    )
