"""An index of the log by day: what was practised today is counted at each press while there is an interview date."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the index."""
    op.create_index("entries_day", "entries", ["learner_id", "day"])
