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
HERE, THERE = "here", "there"


class Session:
    """One that notes which fragment it is asked to run: none is the page."""

    def __init__(self, *widgets: WidgetMetadata[Any]) -> None:
        self.session_state = SessionState()
        self.asked: list[str] = []
        self._client_state = ClientState(page_script_hash=HERE)
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


def asked(*told: tuple[str, str]) -> list[str]:
    """What is run for messages, each of a page and a fragment; the run of each begins before the next comes."""
    visit = app_session.AppSession()  # type: ignore[call-arg]
    for page, fragment in told:
        visit.request_rerun(ClientState(page_script_hash=page, fragment_id=fragment))
        visit._client_state.page_script_hash = page
    return visit.asked  # type: ignore[attr-defined, no-any-return]


def test_menu_that_a_link_to_another_page_closes_does_not_stop_that_page() -> None:
    assert asked((HERE, FIELD), (THERE, ""), (HERE, FIELD)) == [FIELD, ""]


def test_fragments_of_the_page_that_is_shown_run() -> None:
    assert asked((THERE, ""), (THERE, FIELD)) == ["", FIELD]
    assert asked((HERE, ""), (HERE, FIELD)) == ["", FIELD]
    assert asked((THERE, ""), (THERE, FIELD), (HERE, FIELD)) == ["", FIELD, FIELD]  # a press led back
    assert asked((THERE, ""), (HERE, ""), (HERE, FIELD)) == ["", "", FIELD]  # by the browser's Back


def test_menu_in_no_fragment_that_a_link_closes_does_not_lead_back_and_a_link_does() -> None:
    visit = app_session.AppSession()  # type: ignore[call-arg]
    closed = WidgetState(id="menu", bool_value=False)
    for page, told in ((THERE, []), (HERE, [closed]), (HERE, [])):
        state = ClientState(page_script_hash=page)
        state.widget_states.widgets.extend(told)
        visit.request_rerun(state)
        visit._client_state.page_script_hash = THERE
    assert visit.asked == ["", ""]  # type: ignore[attr-defined]


def test_request_without_a_message_is_passed_on() -> None:
    session = app_session.AppSession()  # type: ignore[call-arg]
    session.request_rerun(None)
    assert session.asked == ["anew"]  # type: ignore[attr-defined]


def test_what_streamlit_has_no_more_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(app_session, SESSION)
    run_what_changed()
