"""The news that a run has begun goes to the browser with what the run draws first; nothing is late, lost or turned."""

import asyncio

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

from components.announce_with_first import ENQUEUES, PATIENCE_S, announce_with_first
from tests.async_scene import played

TURN_S = 0.001


class Line:
    """A visit's line of messages: what is in it, by kind."""

    def __init__(self) -> None:
        self.sent: list[str] = []


@pytest.fixture(autouse=True)
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own method replaced by one that writes the kinds down, and that one mended."""
    assert callable(getattr(AppSession, ENQUEUES)), "gone from Streamlit: the wrapper does nothing"
    monkeypatch.setattr(AppSession, ENQUEUES, lambda line, message: line.sent.append(message.WhichOneof("type")))
    announce_with_first()


def tell(line: Line, *kinds: str) -> None:
    for kind in kinds:
        message = ForwardMsg()
        getattr(message, kind).SetInParent()
        getattr(AppSession, ENQUEUES)(line, message)


def test_a_run_is_announced_with_its_first_content_and_in_order() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed")
        assert line.sent == []
        tell(line, "page_info_changed", "delta", "delta")
        assert line.sent == ["new_session", "session_status_changed", "page_info_changed", "delta", "delta"]
        await asyncio.sleep(PATIENCE_S + 10 * TURN_S)
        assert len(line.sent) == 5

    played(scene())


def test_a_run_that_draws_nothing_yet_is_announced_all_the_same() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed")
        while not line.sent:
            await asyncio.sleep(TURN_S)
        assert line.sent == ["new_session", "session_status_changed"]
        tell(line, "delta")
        assert line.sent[2:] == ["delta"]

    played(scene())


def test_a_run_that_begins_before_the_first_drew_anything_is_announced_after_it() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed", "new_session", "session_status_changed", "delta")
        assert line.sent == [*("new_session", "session_status_changed") * 2, "delta"]

    played(scene())


def test_the_end_of_a_run_waits_for_nothing() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "delta", "session_status_changed")
        assert line.sent == ["delta", "session_status_changed"]

    played(scene())


def test_each_visit_has_a_line_of_its_own() -> None:
    async def scene() -> None:
        one, other = Line(), Line()
        tell(one, "new_session")
        tell(other, "delta")
        assert (one.sent, other.sent) == ([], ["delta"])

    played(scene())


def test_a_second_call_changes_nothing() -> None:
    enqueues = getattr(AppSession, ENQUEUES)
    announce_with_first()
    assert getattr(AppSession, ENQUEUES) is enqueues
