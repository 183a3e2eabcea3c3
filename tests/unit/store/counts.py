"""Two learners, and how many rows are kept."""

from sqlalchemy import func, select

from core.store.store import Store
from core.store.tables import METADATA

ANNA, BEN = "a" * 64, "b" * 64


def rows(store: Store) -> dict[str, int]:
    """How many rows each table has."""
    tables = METADATA.tables.items()
    return store.database.read(
        lambda c: {name: c.scalar(select(func.count()).select_from(table)) or 0 for name, table in tables}
    )
