"""How often a run of a page asks the store something."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from components import session


@contextmanager
def asked_of_the_store() -> Iterator[list[tuple[str, Any]]]:
    """The statements that are run in the block, each with its values, as they come."""
    found: list[tuple[str, Any]] = []
    engine = session.store().database.engine

    def note(_connection: object, _cursor: object, statement: str, values: Any, *_more: object) -> None:
        found.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(engine, "before_cursor_execute", note)
