"""Tells the browser the value of a field again as long as it has not said that it knows it.

A value that a callback or a page gives a field goes to the browser once, with the run that gives it. A press that comes
while that run is still being drawn starts another run, and the browser may draw that one alone: the field then stands
at its default, which is what it reports next, and what was given is lost.

The browser also names an option by its label. In another language a choice has other labels, and Streamlit does not
tell the browser the new name of what is chosen: it showed none, went on reporting the old label, and the page took
that for the value (docs/adr/0025). The method is Streamlit's own and may be gone in another version: then nothing is
changed.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from streamlit.runtime.state import SessionState

from components.wrapped_once import wrapped_once

REGISTERS = "register_widget"
"""Streamlit's method that says what a field holds, and whether the browser is to be told."""

LABELS = "formatted_options"
"""What Streamlit notes of a choice beside its value: the labels that its options have."""


def tell_held_values() -> None:
    """Makes Streamlit tell what a field holds until the browser has reported just that. A second call is idle."""
    wrapped_once(SessionState, REGISTERS, _telling)


def _telling(registers: Callable[..., Any]) -> Callable[..., Any]:
    def register(state: Any, metadata: Any, user_key: str | None) -> Any:
        held = metadata.id in state._old_state and metadata.id not in state._new_widget_state  # not in the report
        renamed = _named_otherwise(state, metadata)
        found = registers(state, metadata, user_key)
        if renamed and found.value is not None:
            return replace(found, value_changed=True)
        if not held or user_key is None or found.value_changed or found.value == metadata.deserializer(None):
            return found
        return replace(found, value_changed=True)

    return register


def _named_otherwise(state: Any, metadata: Any) -> bool:
    """Whether the options had other labels when the browser reported which is chosen."""
    known = state._new_widget_state
    before = known.widget_metadata.get(metadata.id)
    labels = getattr(metadata, LABELS, None)
    return bool(labels) and before is not None and metadata.id in known and getattr(before, LABELS, None) != labels
