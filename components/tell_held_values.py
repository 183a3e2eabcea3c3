"""Tells the browser the value of a field again as long as it has not said that it knows it.

A value that a callback or a page gives a field goes to the browser once, with the run that gives it. A press that comes
while that run is still being drawn starts another run, and the browser may draw that one alone: the field then stands
at its default, which is what it reports next, and what was given is lost. The method is Streamlit's own and may be gone
in another version: then nothing is changed.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from streamlit.runtime.state import SessionState

from components.wrapped_once import wrapped_once

REGISTERS = "register_widget"
"""Streamlit's method that says what a field holds, and whether the browser is to be told."""


def tell_held_values() -> None:
    """Makes Streamlit tell the browser what a field holds until it has reported the field. A second call is idle."""
    wrapped_once(SessionState, REGISTERS, _telling)


def _telling(registers: Callable[..., Any]) -> Callable[..., Any]:
    def register(state: Any, metadata: Any, user_key: str | None) -> Any:
        held = metadata.id in state._old_state and metadata.id not in state._new_widget_state  # not in the report
        found = registers(state, metadata, user_key)
        if not held or user_key is None or found.value_changed or found.value == metadata.deserializer(None):
            return found
        return replace(found, value_changed=True)

    return register
