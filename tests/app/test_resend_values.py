"""What a field is given reaches the browser, also when a press comes while the run that gives it is being drawn."""

from collections.abc import Iterator

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.state.common import WidgetMetadata
from streamlit.runtime.state.session_state import SessionState

from components.resend_values import REGISTERS, resend_values

KEY = "calculator.memory.micro_batch"
FIELD = f"$$ID-0123456789abcdef-{KEY}"
DEFAULT = 0.0


@pytest.fixture(autouse=True)
def streamlits_own() -> Iterator[None]:
    """Streamlit's method as it was before the app mended it, then the mended one, then what was there."""
    before = getattr(SessionState, REGISTERS)
    setattr(SessionState, REGISTERS, getattr(before, "__wrapped__", before))
    yield
    setattr(SessionState, REGISTERS, before)


def given(value: float) -> SessionState:
    """The state of a visit whose first run has given the field a value and drawn it."""
    state = SessionState()
    state[KEY] = value
    assert drawn(state) == (value, True)
    return state


def drawn(state: SessionState) -> tuple[float, bool]:
    """What the field holds, and whether the browser is told."""
    metadata = WidgetMetadata(
        id=FIELD,
        deserializer=lambda value: DEFAULT if value is None else value,
        serializer=lambda value: value,
        value_type="double_value",
    )
    found = state.register_widget(metadata, KEY)
    return found.value, found.value_changed


def pressed(state: SessionState, *reported: float) -> None:
    """A press: the browser reports the fields that it has drawn, this one or none."""
    states = WidgetStates()
    for value in reported:
        one = states.widgets.add()
        one.id, one.double_value = FIELD, value
    state.on_script_will_rerun(states)


def test_streamlit_itself_does_not_tell_a_value_again() -> None:
    state = given(1.0)
    pressed(state)
    assert drawn(state) == (1.0, False), "mended by Streamlit: the wrapper can go"


def test_value_is_told_until_the_browser_reports_the_field() -> None:
    resend_values()
    state = given(1.0)
    for _ in range(2):
        pressed(state)
        assert drawn(state) == (1.0, True)
    pressed(state, 4.0)
    assert drawn(state) == (4.0, False)


def test_value_that_the_browser_has_anyway_is_not_told() -> None:
    resend_values()
    state = given(DEFAULT)
    pressed(state)
    assert drawn(state) == (DEFAULT, False)


def test_a_second_call_changes_nothing_and_another_streamlit_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    resend_values()
    once = getattr(SessionState, REGISTERS)
    resend_values()
    assert getattr(SessionState, REGISTERS) is once
    monkeypatch.delattr(SessionState, REGISTERS)
    resend_values()
    assert not hasattr(SessionState, REGISTERS)


def chosen(state: SessionState, labels: dict[str, str]) -> tuple[str | None, bool]:
    """What a choice with these labels holds, by its id, and whether the browser is told."""
    ids = {label: name for name, label in labels.items()}
    metadata = WidgetMetadata(
        id=FIELD,
        deserializer=lambda label: ids.get(label, label),
        serializer=lambda name: labels[name],
        value_type="string_value",
        formatted_options=list(ids),
    )
    found = state.register_widget(metadata, KEY)
    return found.value, found.value_changed


def test_choice_is_told_when_its_labels_are_others_than_the_browser_knows() -> None:
    resend_values()
    state = SessionState()
    english, german = {"yes": "True", "no": "False"}, {"yes": "Wahr", "no": "Falsch"}
    assert chosen(state, english) == (None, False)
    states = WidgetStates()
    picked = states.widgets.add()
    picked.id, picked.string_value = FIELD, "False"
    state.on_script_will_rerun(states)
    assert chosen(state, english) == ("no", False)
    state.on_script_will_rerun(states)
    assert chosen(state, german) == ("no", True)
    picked.string_value = "Falsch"
    state.on_script_will_rerun(states)
    assert chosen(state, german) == ("no", False)
