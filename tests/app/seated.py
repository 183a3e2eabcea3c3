"""The interview page, opened where a learner left off."""

from streamlit.testing.v1 import AppTest

from components import session
from core.interview.mock import MockInterview, read_mock
from core.interview.sitting import Sitting
from tests.app.pages import opened, ran
from tests.interviews import NOW


def key_of(test: AppTest) -> str:
    """The key by which the store knows the visitor."""
    return str(test.session_state["session.visitor"])


def seated(name: str, value: Sitting | MockInterview, **params: str) -> AppTest:
    """The page of a visitor for whom something is kept under a name."""
    test = opened("interview.py", dict(params))
    session.store().drafts.put(key_of(test), name, value.model_dump_json(), NOW)
    return ran(test)


def kept_mock(test: AppTest, name: str) -> MockInterview | None:
    """The mock interview that is kept under a name."""
    return read_mock(session.store().drafts.get(key_of(test), name))


def choose(test: AppTest, key: str, verdict: object) -> AppTest:
    """The page after a point was rated."""
    test.segmented_control(key=key).set_value(verdict)
    return ran(test)
