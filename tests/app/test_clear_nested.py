"""What a fragment drew inside another is taken back with it; what others drew, and news that come once, stay."""

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from components.clear_nested import CLEARS, clear_nested

OUTER, INNER, OTHER = "outer", "inner", "other"


@pytest.fixture(autouse=True)
def mended() -> None:
    clear_nested()


def drawn(fragment: str, place: int, kind: str = "text") -> ForwardMsg:
    told = ForwardMsg()
    told.metadata.delta_path.extend([0, place])
    told.delta.fragment_id = fragment
    getattr(told.delta.new_element, kind).SetInParent()
    return told


def finished(*fragments: str) -> ForwardMsg:
    told = ForwardMsg()
    told.metadata.run.fragment_ids.extend(fragments)
    told.script_finished = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return told


def left(*waiting: ForwardMsg, runs_again: str = OUTER) -> list[str]:
    """What is still to be sent when a fragment runs again: whose, or that a run has ended."""
    queue = ForwardMsgQueue()
    for message in waiting:
        queue.enqueue(message)
    queue.clear(retain_lifecycle_msgs=True, fragment_ids_this_run=[runs_again])
    return [message.delta.fragment_id if message.HasField("delta") else "end" for message in queue.flush()]


def test_what_a_fragment_drew_inside_goes_with_it() -> None:
    assert left(drawn(OUTER, 5), drawn(INNER, 8), finished(OUTER)) == ["end"]


def test_it_goes_too_when_what_stands_above_it_was_sent() -> None:
    assert left(drawn(INNER, 8), finished(OUTER)) == ["end"]


def test_run_of_another_fragment_is_still_sent() -> None:
    assert left(drawn(OTHER, 1), finished(OTHER), drawn(INNER, 8), finished(OUTER)) == [OTHER, "end", "end"]


def test_run_of_the_inner_fragment_does_not_take_the_outer_back() -> None:
    assert left(drawn(OUTER, 5), drawn(INNER, 8), finished(OUTER), runs_again=INNER) == [OUTER, "end"]


def test_run_of_the_whole_page_is_still_sent() -> None:
    assert left(drawn("", 1), drawn(INNER, 8), finished()) == ["", INNER, "end"]


def test_toast_is_still_sent() -> None:
    assert left(drawn(INNER, 8, "toast"), finished(OUTER)) == [INNER, "end"]


def test_queue_that_is_emptied_is_empty_and_a_second_call_changes_nothing() -> None:
    once = getattr(ForwardMsgQueue, CLEARS)
    clear_nested()
    assert getattr(ForwardMsgQueue, CLEARS) is once
    queue = ForwardMsgQueue()
    queue.enqueue(drawn(INNER, 8))
    queue.clear()
    assert queue.is_empty()
