"""A host deletes a room that has ended; whoever was in it, or led it too, is told so instead of being turned away."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.quiz.answers import Picked
from core.store.errors import LOST
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.vote_events import Voted
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import found, hosting, joined, lost, room

GONE = "has been deleted"
DELETED = "is deleted, with all that was given to it."


def led(*people: str) -> tuple[AppTest, str]:
    """The page of a host whose room has people in it, and its code."""
    test, code = hosting()
    for name in people:
        own_store().rooms.act(code, lambda one, name=name: participant.join(one, name, name, datetime.now(UTC)))
    return test, code


def asked_to_delete(test: AppTest, code: str) -> AppTest:
    """The same page once the room has ended and its deletion was asked for."""
    own_store().rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    return press(ran(test), "room-delete.ask")


def test_open_room_cannot_be_deleted() -> None:
    test, _ = hosting()
    assert not [button for button in test.button if str(button.key).startswith("room-delete")]


def test_what_goes_is_counted_before_it_does() -> None:
    test, code = led("Ada", "Bo")
    do = own_store().rooms.act
    do(code, lambda one: host.show(one, "vote-ward", datetime.now(UTC)))
    do(code, lambda one: host.open_vote(one, "vote-ward", datetime.now(UTC)))
    vote = Voted(at=datetime.now(UTC), ballot="vote-ward.1", person="Ada", answer=Picked(options=("rag",)))
    do(code, lambda _: (vote,))
    do(code, lambda one: participant.ask(one, "Ada", "q1", "Why?", datetime.now(UTC)))
    test = asked_to_delete(test, code)
    assert "This deletes the report with 2 names, 1 vote, 1 question, and phones lose their results." in words(test)
    assert "Your changes to the agenda" not in words(test)


def test_changed_agenda_goes_too_and_that_is_said() -> None:
    test, code = led()
    own_store().rooms.act(code, lambda one: host.set_steps(one, one.steps[:2], datetime.now(UTC)))
    test = asked_to_delete(test, code)
    assert "This deletes the report, and phones lose their results. Your changes to the agenda go too." in words(test)


def test_host_who_thinks_again_keeps_it() -> None:
    test, code = led()
    test = press(asked_to_delete(test, code), "room-delete.keep")
    assert found(code) and "cannot be undone" not in words(test)
    assert test.button(key="room-delete.ask")


def test_host_is_told_that_it_is_deleted_and_can_open_another() -> None:
    test, code = led("Ada")
    test = press(asked_to_delete(test, code), "room-delete.delete")
    assert own_store().rooms.find(code) is None and "room" not in address(test)
    assert f"Room {code} {DELETED}" in words(test)
    assert code not in words(press(test, "host.open")), "it is told once, and no room of that code is offered"


def test_phone_and_second_screen_of_the_host_are_told() -> None:
    test, code = led()
    phone = joined(code, "Ada")
    remote = opened("remote.py", {"room": code}, visitor=test.session_state["session.visitor"])
    assert GONE not in words(remote)
    press(asked_to_delete(test, code), "room-delete.delete")
    for screen in (phone, remote):
        assert f"Room {code} {GONE}" in words(ran(screen))


def test_newcomer_learns_only_that_there_is_no_such_room() -> None:
    test, code = led()
    press(asked_to_delete(test, code), "room-delete.delete")
    late = joined(code, "Late")
    assert GONE not in words(late) and "There is no room with this code." in words(late)


def test_store_that_does_not_answer_keeps_the_room_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code = led()
    test = asked_to_delete(test, code)
    with monkeypatch.context() as patch:
        patch.setattr(own_store().rooms, "delete", lost)
        test = press(test, "room-delete.delete")
    assert [error.value for error in test.error] == [LOST]
    assert found(code) and DELETED not in words(test)
    assert f"Room {code} {DELETED}" in words(press(test, "room-delete.delete"))


def test_phone_does_not_believe_that_it_is_gone_while_the_store_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    room("DEL-234")
    phone = joined("DEL-234", "Ada")
    with monkeypatch.context() as patch:
        patch.setattr(own_store().rooms, "find", lost)
        assert GONE not in words(ran(phone))


def test_line_on_another_page_says_that_its_room_was_deleted_and_the_next_page_is_silent() -> None:
    test, code = led()
    elsewhere = joined(code, "Ada")
    elsewhere.switch_page("pipeline.py")
    assert "The presenter is at" in words(ran(elsewhere))
    press(asked_to_delete(test, code), "room-delete.delete")
    assert f"Room {code} {GONE}." in words(ran(elsewhere))
    elsewhere.switch_page("progress.py")
    assert GONE not in words(ran(elsewhere))


def test_end_is_told_again_after_the_room_was_opened_once_more() -> None:
    test, code = led()
    phone = joined(code, "Ada")
    asked_to_delete(test, code)
    assert "The workshop has ended" in words(ran(phone))
    own_store().rooms.act(code, lambda one: host.reopen(one, datetime.now(UTC)))
    phone.switch_page("pipeline.py")
    assert "The presenter is at" in words(ran(phone))
    own_store().rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    assert f"The workshop in room {code} has ended." in words(ran(phone))
    press(ran(test), "room-delete.delete")
    assert f"Room {code} {GONE}." in words(ran(phone))
