"""Somebody who goes from one room to another of the same agenda, in one tab."""

from datetime import UTC, datetime

from streamlit.testing.v1 import AppTest

from core.quiz.answers import Picked
from core.workshop import host
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import found, joined, room
from tests.app.test_workshop_end import ended

STEP = "vote-plant"
PICK = f"vote-{STEP}.1.pick"


def voted_on(code: str) -> None:
    """A room whose vote is open."""
    store, now = room(code), datetime.now(UTC)
    store.rooms.act(code, lambda one: host.show(one, STEP, now))
    store.rooms.act(code, lambda one: host.open_vote(one, STEP, now))


def moved(test: AppTest, code: str) -> AppTest:
    """The same tab in another room."""
    test.query_params["room"] = code
    ran(test)
    test.text_input(key="join.name").set_value("Ada")
    return press(test, next(button.key for button in test.button if button.label == "Join"))


def picks(code: str) -> list[object]:
    return [one.options for one in found(code).ballots[f"{STEP}.1"].picks.values() if isinstance(one, Picked)]


def test_vote_that_was_given_in_one_room_counts_in_the_next_as_well() -> None:
    for code in ("SRA-234", "SRB-234"):
        voted_on(code)
    test = joined("SRA-234", "Ada")
    test.radio(key=PICK).set_value("rag")
    ran(test)
    moved(test, "SRB-234")
    assert test.radio(key=PICK).value is None
    test.radio(key=PICK).set_value("rag")
    ran(test)
    assert picks("SRA-234") == picks("SRB-234") == [("rag",)]
    assert "Change it until time ends" in words(test)


def test_who_stopped_following_one_presenter_follows_the_next() -> None:
    for code in ("SRC-234", "SRD-234"):
        voted_on(code)
    test = press(joined("SRC-234", "Ada"), "room.stop")
    assert "room.back" in {button.key for button in test.button}
    moved(test, "SRD-234")
    assert "room.back" not in {button.key for button in test.button}


def test_what_was_added_to_the_review_after_one_room_is_not_told_after_the_next() -> None:
    test = press(ended("SRE-234", "fine-tune"), "room.missed")
    assert "1 added." in words(test)
    other = ended("SRF-234", "fine-tune")
    test.session_state["session.visitor"] = other.session_state["session.visitor"]
    test.query_params["room"] = "SRF-234"
    assert "You missed" in words(ran(test))
    assert "1 added." not in words(test)


def test_code_that_was_typed_over_that_of_a_link_leaves_the_link_its_own() -> None:
    room("SRG-234", "Bo")
    test = opened("join.py", {"room": "SRG-234"})
    test.text_input(key="join.code").set_value("SRG-999")
    test.text_input(key="join.name").set_value("Ada")
    press(test, next(button.key for button in test.button if button.label == "Join"))
    assert "There is no room with this code" in words(test) and "room" not in address(test)
    assert test.text_input(key="join.code").value == "SRG-999"
    test.query_params["room"] = "SRG-234"
    assert ran(test).text_input(key="join.code").value == "SRG-234"
