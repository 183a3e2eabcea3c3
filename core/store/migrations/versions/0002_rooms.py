"""Rooms of the workshop: who hosts them, and the log of what happened in each."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables of rooms."""
    op.create_table(
        "rooms",
        sa.Column("code", sa.String(16), primary_key=True),
        sa.Column("host_key", sa.String(64), nullable=False),
        sa.Column("opened", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    op.create_index("rooms_opened", "rooms", ["opened"])
    op.create_table("room_hosts", _code(), sa.Column("learner", sa.String(64), primary_key=True))
    op.create_table(
        "room_events",
        _code(),
        sa.Column("version", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("event", sa.Text(), nullable=False),
    )


def _code() -> "sa.Column[str]":
    target = sa.ForeignKey("rooms.code", ondelete="CASCADE")
    return sa.Column("code", sa.String(16), target, primary_key=True)
