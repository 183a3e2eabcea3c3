"""What a phone says to the room: how the speed feels, pressed for its step and no longer, and what one asks."""

from datetime import UTC, datetime

from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.events import Pace
from tests.app.pages import press, ran, words
from tests.app.rooms import found, hosting, joined, room


def test_too_fast_is_no_longer_pressed_at_the_next_step() -> None:
    code = "JKA-234"
    room(code)
    phone, rooms = joined(code, "Ada"), own_store().rooms
    (ada,) = found(code).present
    rooms.act(code, lambda one: host.begin(one, datetime.now(UTC)))
    rooms.act(code, lambda one: participant.feel(one, ada.id, Pace.TOO_FAST, datetime.now(UTC)))
    assert ran(phone).session_state[f"room.pace.{code}"] is Pace.TOO_FAST
    rooms.act(code, lambda one: host.move(one, 1, datetime.now(UTC)))
    assert ran(phone).session_state[f"room.pace.{code}"] is None


def test_who_comes_before_the_workshop_is_told_to_be_in_and_that_the_page_follows() -> None:
    code, said = "JKD-234", "You are in. This page follows the presenter by itself."
    rooms = room(code).rooms
    phone = joined(code, "Ada")
    assert said in words(phone) and said not in words(press(phone, "room.stop"))
    assert said in words(press(phone, "room.back"))
    rooms.act(code, lambda one: host.begin(one, datetime.now(UTC)))
    assert said not in words(ran(phone))


def test_who_wants_to_ask_finds_it_beside_what_others_asked() -> None:
    code = "JKB-234"
    rooms = room(code, "Bo").rooms
    phone = joined(code, "Ada")
    assert "room.asks_too" not in [one.key for one in phone.button]
    rooms.act(code, lambda one: participant.ask(one, "Bo", "q", "Why?", datetime.now(UTC)))
    assert ran(phone).button(key="room.asks_too").label == "Ask a question"
    press(phone, "room.asks_too")
    assert [field.label for field in phone.text_area] == ["Your question; the room sees it without your name"]
    assert "room.asks_too" not in [one.key for one in phone.button]


def test_question_that_is_in_is_said_to_be_in_until_the_next_step() -> None:
    code, said = "JKC-234", "Your question is in."
    rooms = room(code).rooms
    phone = joined(code, "Ada")
    phone.session_state["room.asks"] = True
    ran(phone).text_area[0].set_value("Which model?")
    assert said in words(press(phone, "room.ask"))
    rooms.act(code, lambda one: host.move(one, 1, datetime.now(UTC)))
    assert said not in words(ran(phone)) and phone.text_area


def test_presenter_marks_what_was_asked_on_the_remote() -> None:
    test, code = hosting()
    rooms = own_store().rooms
    test.switch_page("remote.py")
    assert not ran(test).expander
    rooms.act(code, lambda one: participant.join(one, "Bo", "Bo", datetime.now(UTC)))
    rooms.act(code, lambda one: participant.ask(one, "Bo", "q", "Why?", datetime.now(UTC)))
    assert [one.label for one in ran(test).expander] == ["Questions **1**"]
    test.session_state["remote-questions"] = True
    press(ran(test), "room.answered.q")
    assert found(code).questions["q"].answered
