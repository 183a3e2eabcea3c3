"""Spares a server two things that Streamlit does at every press for nothing (docs/adr/0028).

Each fragment that a run comes to keeps copies of where it stands, and Python's `deepcopy` takes every cursor in them
apart: a tenth of what a press of the review cost the server. A cursor is some numbers, a path of numbers and the
elements that come and go, so a plain copy with its own list of those is the same. And whenever one visitor is sent
something, the queues of all visitors are emptied, those with nothing in them too. The classes are Streamlit's own and
may be gone in another version: then nothing is changed.
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
