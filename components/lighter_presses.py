"""Saves two needless costs of every press in Streamlit (docs/adr/0028).

Each fragment copies the cursors of its place on the page with Python's `deepcopy`, which took a tenth of the server's
time for a press in the review. A cursor is some numbers, a path of numbers and a list of transient elements, so a plain
copy with a list of its own is equivalent. And whenever anything is sent to one visitor, Streamlit flushes the queues of
all visitors, empty ones too. The classes are Streamlit's own: where a version does not have them, nothing is changed.
"""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from streamlit import cursor
from streamlit.runtime import app_session

from components.wrapped_once import wrapped_once

CURSORS = ("RunningCursor", "LockedCursor")
PASSING = "_transient_elements"
"""The one thing in a cursor that can be changed in place: elements that come and go."""

QUEUE, EMPTIES = "ForwardMsgQueue", "flush"
"""Streamlit's queue of what has not been sent, and its method that empties it and gives what was in it."""


def lighter_presses() -> None:
    """Makes copies of cursors quick, and leaves empty queues alone. A second call changes nothing."""
    for name in CURSORS:
        owner = getattr(cursor, name, None)
        if owner is not None and not hasattr(owner, "__deepcopy__"):
            owner.__deepcopy__ = _copied
    wrapped_once(getattr(app_session, QUEUE, None), EMPTIES, _when_filled)


def _copied(one: Any, memo: dict[int, Any]) -> Any:
    copied = object.__new__(type(one))
    copied.__dict__.update(one.__dict__)
    passing = one.__dict__.get(PASSING)
    if passing is not None:
        copied.__dict__[PASSING] = deepcopy(passing, memo) if len(passing) else type(passing)()
    return copied


def _when_filled(empties: Callable[[Any], list[Any]]) -> Callable[[Any], list[Any]]:
    def flush(queue: Any) -> list[Any]:
        return empties(queue) if len(queue) else []

    return flush
