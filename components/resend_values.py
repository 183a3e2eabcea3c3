"""Sends the browser the value of a field again until the browser reports that it has it.

Streamlit sends a value that a callback or a page gives to a field once, with the run that gives it. A press while that
run is being drawn starts another run, and the browser may draw only that one: the field then shows its default, reports
it, and the given value is lost.

The browser also names an option by its label. In another language the labels differ, and Streamlit does not send the
new label of the chosen option: the browser showed none, went on reporting the old label, and the page took that for the
value (docs/adr/0025). The method is Streamlit's own: where a version does not have it, nothing is changed.
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


def resend_values() -> None:
    """Makes Streamlit send a field's value until the browser has reported exactly that. A second call does nothing."""
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
