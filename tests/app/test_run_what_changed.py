"""A message that names one fragment runs the page when something outside that fragment changed, and only then."""

from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime import app_session
from streamlit.runtime.state import SessionState
from streamlit.runtime.state.common import WidgetMetadata

from components.run_what_changed import ASKS, SESSION, run_what_changed

FIELD, OTHER = "field", "other"


class Session:
    """One that notes which fragment it is asked to run: none is the page."""

    def __init__(self, *widgets: WidgetMetadata[Any]) -> None:
        self.session_state = SessionState()
        self.asked: list[str] = []
        for widget in widgets:
            self.session_state._set_widget_metadata(widget)

    def request_rerun(self, client_state: ClientState | None) -> None:
        self.asked.append(client_state.fragment_id if client_state else "anew")


@pytest.fixture(autouse=True)
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app_session, SESSION, type("Session", (Session,), {ASKS: Session.request_rerun}))
    monkeypatch.delattr(Session.request_rerun, "__wrapped__", raising=False)
    run_what_changed()


def widget(name: str, kind: Any, fragment: str | None) -> WidgetMetadata[Any]:
    return WidgetMetadata(name, lambda value: value or "", lambda value: value, kind, fragment_id=fragment)


def runs(*told: WidgetState, button: str | None = None, switch: str | None = None) -> list[str]:
    """What is run for a message of the field's fragment, with a button and a switch drawn in these fragments."""
    known = (
        widget("text", "string_value", FIELD),
        widget("button", "trigger_value", button),
        widget("switch", "string_value", switch),
    )
    session = app_session.AppSession(*known)  # type: ignore[call-arg, arg-type]
    before = SimpleNamespace(text="", switch="one")
    for name, value in vars(before).items():
        session.session_state._new_widget_state.set_from_value(name, value)
    state = ClientState(fragment_id=FIELD)
    state.widget_states.widgets.extend(told)
    session.request_rerun(state)
    return session.asked  # type: ignore[attr-defined, no-any-return]


def text(value: str, name: str = "text") -> WidgetState:
    return WidgetState(id=name, string_value=value)


PRESSED, AT_REST = WidgetState(id="button", trigger_value=True), WidgetState(id="button", trigger_value=False)


def test_field_alone_runs_its_fragment() -> None:
    assert runs(text("typed"), text("one", "switch"), AT_REST) == [FIELD]


def test_press_in_the_same_fragment_runs_that_fragment() -> None:
    assert runs(text("typed"), PRESSED, button=FIELD) == [FIELD]


@pytest.mark.parametrize("where", [None, OTHER])
def test_press_outside_runs_the_page(where: str | None) -> None:
    assert runs(text("typed"), PRESSED, button=where) == [""]


@pytest.mark.parametrize("where", [None, OTHER])
def test_other_value_outside_runs_the_page(where: str | None) -> None:
    assert runs(text("typed"), text("two", "switch"), switch=where) == [""]


def test_what_no_run_has_drawn_is_passed_over() -> None:
    assert runs(text("typed"), text("new", "strange"), WidgetState(id="gone", trigger_value=True)) == [FIELD]


def test_request_without_a_message_stays_one() -> None:
    session = app_session.AppSession()  # type: ignore[call-arg]
    session.request_rerun(None)
    assert session.asked == ["anew"]  # type: ignore[attr-defined]


def test_what_streamlit_has_no_more_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(app_session, SESSION)
    run_what_changed()
