"""The news that a run has begun goes to the browser with what the run draws first; nothing is late, lost or turned."""

import asyncio
import gc
from uuid import uuid4

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.app_session import AppSession

from components.announce_with_first import ENQUEUES, LINES, PART_S, PATIENCE_S, announce_with_first
from tests.async_scene import played

TURN_S = 0.001


class Line:
    """A visit's line of messages: what is in it, by kind."""

    def __init__(self) -> None:
        self.id = uuid4().hex
        self.sent: list[str] = []


@pytest.fixture(autouse=True)
def mended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own method replaced by one that writes the kinds down, and that one mended."""
    assert callable(getattr(AppSession, ENQUEUES)), "gone from Streamlit: the wrapper does nothing"
    monkeypatch.setattr(AppSession, ENQUEUES, lambda line, message: line.sent.append(message.WhichOneof("type")))
    announce_with_first()


def tell(line: Line, *kinds: str, part: bool = False) -> None:
    """Puts a message of each kind in line; of a run of a part of the page, if it is one."""
    for kind in kinds:
        message = ForwardMsg()
        if kind == "script_finished":
            message.script_finished = ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY
        else:
            getattr(message, kind).SetInParent()
        if part and kind == "new_session":
            message.metadata.run.fragment_ids.append("a part")
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


PART = ["new_session", "session_status_changed", "page_info_changed", "delta", "delta", "session_status_changed"]
"""What a part draws first, in the order in which it is sent."""


def test_what_a_part_draws_first_goes_together_and_after_it_again_that_the_server_is_at_work() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed", "page_info_changed", "delta", "delta", part=True)
        assert line.sent == []
        LINES[line.id].whole()
        await asyncio.sleep(0)
        assert line.sent == PART
        tell(line, "delta", "script_finished", "session_status_changed")
        assert line.sent == [*PART, "delta", "script_finished", "session_status_changed"]

    played(scene())


def test_a_part_that_never_says_that_it_is_whole_is_sent_soon_all_the_same() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, *("new_session", "session_status_changed", "page_info_changed", "delta", "delta"), part=True)
        await asyncio.sleep(PART_S + 10 * TURN_S)
        assert line.sent == PART

    played(scene())


def test_a_part_that_is_done_at_once_waits_for_nothing() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed", "delta", "script_finished", part=True)
        assert line.sent == [*PART[:2], "delta", "session_status_changed", "script_finished"]

    played(scene())


def test_a_whole_run_that_begins_before_a_part_drew_anything_is_told_in_its_order() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "new_session", "session_status_changed", part=True)
        tell(line, "new_session", "session_status_changed", "delta")
        assert line.sent == [*("new_session", "session_status_changed") * 2, "delta"]

    played(scene())


def test_a_visit_that_is_over_leaves_nothing() -> None:
    async def scene() -> None:
        line = Line()
        tell(line, "delta")
        assert line.id in LINES
        gone = line.id
        del line
        gc.collect()
        assert gone not in LINES

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
