"""The first tables: learners and their keys, the log, what is derived from it, drafts, codes."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes all tables."""
    op.create_table(
        "learners",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("tag", sa.String(16), nullable=False),
        sa.Column("created", sa.BigInteger(), nullable=False),
        sa.Column("settings", sa.Text()),
    )
    op.create_table("keys", sa.Column("key", sa.String(64), primary_key=True), _learner())
    op.create_index("keys_learner", "keys", ["learner_id"])
    _entries()
    _derived()
    op.create_table(
        "drafts",
        _learner(primary_key=True),
        sa.Column("name", sa.String(80), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "codes",
        sa.Column("code", sa.String(64), primary_key=True),
        _learner(),
        sa.Column("expires", sa.BigInteger(), nullable=False),
    )
    op.create_index("codes_learner", "codes", ["learner_id"])


def _learner(*, primary_key: bool = False) -> "sa.Column[int]":
    target = sa.ForeignKey("learners.id", ondelete="CASCADE")
    return sa.Column("learner_id", _ID, target, nullable=False, primary_key=primary_key)


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("seq", _ID, primary_key=True),
        _learner(),
        sa.Column("id", sa.String(200), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("undoes", sa.String(200)),
        sa.Column("item_id", sa.String(80)),
        sa.Column("kind", sa.String(20)),
        sa.Column("day", sa.String(10)),
        sa.Column("rating", sa.Integer()),
        sa.Column("score", sa.Float()),
        sa.Column("mode", sa.String(12)),
        sa.Column("answer", sa.Text()),
        sa.Column("confidence", sa.String(8)),
        sa.Column("hints", sa.Integer()),
        sa.Column("seconds", sa.Float()),
        sa.Column("retention", sa.Float()),
        sa.Column("quiz", sa.String(64)),
        sa.UniqueConstraint("learner_id", "id", name="entries_once"),
    )
    op.create_index("entries_item", "entries", ["learner_id", "item_id"])
    op.create_index("entries_undoes", "entries", ["learner_id", "undoes"])
    op.create_index("entries_order", "entries", ["learner_id", "seq"])
    for column in ("kind", "confidence", "quiz"):
        op.create_index(f"entries_{column}", "entries", ["learner_id", column, "seq"])


def _derived() -> None:
    op.create_table(
        "cards",
        _learner(primary_key=True),
        sa.Column("item_id", sa.String(80), primary_key=True),
        sa.Column("phase", sa.String(10), nullable=False),
        sa.Column("step", sa.Integer()),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("reviewed", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("reviews", "failures", "streak")),
    )
    op.create_index("cards_due", "cards", ["learner_id", "due"])
    op.create_table(
        "recalls",
        _learner(primary_key=True),
        sa.Column("seq", _ID, primary_key=True, autoincrement=False),
        sa.Column("item_id", sa.String(80), nullable=False),
        sa.Column("passed", sa.Integer(), nullable=False),
    )
    op.create_index("recalls_item", "recalls", ["learner_id", "item_id"])
    op.create_table(
        "days",
        _learner(primary_key=True),
        sa.Column("day", sa.String(10), primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("answers", "new", "reviews")),
    )
