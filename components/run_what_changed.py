"""Runs the whole page when one message brings changes from more than one part of it.

A tap next to a field after typing does two things at once: it leaves the field, and it presses something. The browser
sends both in one message, which names the fragment of the first. Streamlit ran only that fragment: a tap on “Deutsch”
after typing left half the page in English, and one on “Mock interview” changed nothing but the address.

A press on a link beside an open menu sends two messages: the link's, and the menu's, which closes on the page that was
left. Streamlit then went back to that page, or drew nothing; here the second message is ignored (docs/adr/0030). The
methods are Streamlit's own: where a version does not have them, nothing is changed.
"""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from streamlit.runtime import app_session

from components import session
from components.wrapped_once import wrapped_once

SESSION, ASKS = "AppSession", "request_rerun"
"""Streamlit's session of a visitor, and its method that takes what a browser asks to have run."""

_TRIGGERS = frozenset({"trigger_value", "string_trigger_value", "json_trigger_value"})
_SINGLE = frozenset({"bool_value", "int_value", "double_value", "string_value"})
_ARRAYS = frozenset({"string_array_value", "int_array_value", "double_array_value"})
_LEFT: WeakKeyDictionary[Any, str] = WeakKeyDictionary()
"""The page that a visitor left with the last message; empty when it stayed where it was."""


def run_what_changed() -> None:
    """Makes Streamlit run the page when something outside the named fragment changed, and nothing of a page left.

    A second call does nothing.
    """
    wrapped_once(getattr(app_session, SESSION, None), ASKS, _with_all)


def _with_all(asks: Callable[[Any, Any], None]) -> Callable[[Any, Any], None]:
    def request_rerun(visit: Any, client_state: Any) -> None:
        if client_state is not None and _is_of_page_left(visit, client_state):
            return
        if client_state is not None and client_state.fragment_id and _changed_elsewhere(visit, client_state):
            client_state.fragment_id = ""
        asks(visit, client_state)

    return request_rerun


def _is_of_page_left(visit: Any, client_state: Any) -> bool:
    """Whether a message is of a fragment or widget on the page just left; the browser's Back names neither."""
    page, drawn = client_state.page_script_hash, visit._client_state.page_script_hash
    if page and page == _LEFT.get(visit) and (client_state.fragment_id or client_state.widget_states.widgets):
        return True
    _LEFT[visit] = "" if client_state.fragment_id or page == drawn else drawn
    return False


def _changed_elsewhere(visit: Any, client_state: Any) -> bool:
    state = session.widgets_of(visit)
    known = state._new_widget_state.widget_metadata
    for told in client_state.widget_states.widgets:
        widget = known.get(told.id)
        if widget is not None and widget.fragment_id != client_state.fragment_id and _is_news(state, widget, told):
            return True
    return False


def _is_news(state: Any, widget: Any, told: Any) -> bool:
    kind = told.WhichOneof("value")
    if kind in _TRIGGERS:
        value = getattr(told, kind)
        return bool(value.data if kind == "string_trigger_value" else value)
    if kind not in _SINGLE | _ARRAYS or kind != widget.value_type or told.id not in state:
        return False
    value = getattr(told, kind)
    return bool(widget.deserializer(value.data if kind in _ARRAYS else value) != state[told.id])
