"""Copies of cursors are what Python's own copies were, and queues give what they gave."""

from copy import deepcopy

import pytest
from streamlit.cursor import LockedCursor, RunningCursor
from streamlit.delta_generator import DeltaGenerator
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

from components.lighter_presses import EMPTIES, lighter_presses

MAIN = 0


@pytest.fixture(autouse=True)
def lighter() -> None:
    lighter_presses()


def running() -> RunningCursor:
    """One that has moved on twice, and has something passing."""
    cursor = RunningCursor(MAIN, (3, 1))
    cursor.open_block()
    cursor.lock_element()
    cursor.get_transient_cursor().transient_elements[4] = Element()
    return cursor


@pytest.mark.parametrize("cursor", [running(), running().open_block(), LockedCursor(MAIN, (2,), 5)])
def test_copy_is_at_the_same_place(cursor: RunningCursor | LockedCursor) -> None:
    copied = deepcopy(cursor)
    assert type(copied) is type(cursor)
    assert copied.delta_path == cursor.delta_path
    assert copied.transient_index == cursor.transient_index
    assert list(copied.transient_elements.items()) == list(cursor.transient_elements.items())
    assert vars(copied).keys() == vars(cursor).keys()


def test_copied_cursor_is_independent_of_its_original() -> None:
    cursor = running()
    before = cursor.delta_path
    copied = deepcopy(cursor)
    copied.transient_elements[7] = Element()
    assert [index for index, _ in cursor.transient_elements.items()] == [4]
    copied.lock_element()
    assert cursor.delta_path == before
    assert copied.delta_path != before


def test_something_that_passes_is_copied_too() -> None:
    cursor = running()
    copied = deepcopy(cursor)
    copied.transient_elements[4].text.body = "only in the copy"
    assert cursor.transient_elements[4].text.body == ""


def test_copy_with_nothing_passing_has_a_list_of_its_own() -> None:
    cursor = RunningCursor(MAIN)
    deepcopy(cursor).transient_elements[0] = Element()
    assert len(cursor.transient_elements) == 0


def test_copy_of_a_container_draws_where_it_did() -> None:
    container = DeltaGenerator(root_container=MAIN, cursor=running(), block_type="vertical")
    copied = deepcopy(container)
    assert copied._cursor is not container._cursor
    assert copied._get_delta_path_str() == container._get_delta_path_str()


def test_filled_queue_gives_all_and_is_empty_then() -> None:
    queue, message = ForwardMsgQueue(), ForwardMsg()
    message.new_session.name = "ladder"
    queue.enqueue(message)
    assert queue.flush() == [message]
    assert queue.flush() == []


def test_empty_queue_gives_lists_of_its_own() -> None:
    queue = ForwardMsgQueue()
    queue.flush().append(ForwardMsg())
    assert queue.flush() == []
    assert len(queue) == 0


def test_a_second_call_changes_nothing() -> None:
    once = getattr(ForwardMsgQueue, EMPTIES), RunningCursor.__deepcopy__
    lighter_presses()
    assert (getattr(ForwardMsgQueue, EMPTIES), RunningCursor.__deepcopy__) == once
