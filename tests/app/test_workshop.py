"""What a browser that is not the host's, or not in the room, can do to a room through its pages: nothing."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.quiz.answers import Picked
from core.store.errors import LOST
from core.store.store import Store
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.vote_events import Voted
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import NOW, asks_again, found, hosting, joined, lost, room
from tests.read_once import load_content

HOSTILE = ["<b>x</b>", "![i](http://a/b.png)", "[x](javascript:alert(1))", "\u202eevil", "🦊" * 40, "x" * 280]


@pytest.mark.parametrize("page", ["host.py", "remote.py"])
def test_other_browser_gets_no_button_of_the_host(page: str) -> None:
    code = "HHH-234" if page == "host.py" else "HHK-234"
    room(code)
    test = opened(page, {"room": code, "key": "a guess", "view": ""})
    assert not [button for button in test.button if button.key.startswith(("room", "remote"))]


def test_host_act_from_another_browser_is_refused() -> None:
    store = room("HHJ-234")
    test = AppTest.from_function(_try_to_lead)
    test.run()
    assert not test.exception
    found = store.rooms.find("HHJ-234")
    assert found and found.place == 0 and found.version == 1


def _try_to_lead() -> None:
    from datetime import UTC, datetime  # noqa: PLC0415 - runs as a script of its own

    import streamlit as st  # noqa: PLC0415 - runs as a script of its own

    from components.workshop_access import act  # noqa: PLC0415 - runs as a script of its own
    from core.workshop import host  # noqa: PLC0415 - runs as a script of its own

    done = act("HHJ-234", lambda room: host.move(room, 1, datetime.now(UTC)), as_host=True)
    st.write("refused" if done is None else "done")


@pytest.mark.parametrize("text", HOSTILE)
def test_question_of_a_stranger_is_text_and_nothing_else(text: str) -> None:
    code = f"JJ{'ABCDEF'[HOSTILE.index(text)]}-234"
    store = room(code, "eve")
    store.rooms.act(code, lambda one: participant.ask(one, "eve", "q", text, NOW))
    store.rooms.act(code, lambda one: host.show(one, "next", NOW))
    test = joined(code, "Ada")
    drawn = words(test)
    assert "<b>x</b>" not in drawn and "<img" not in drawn and "\u202e" not in drawn
    assert not [one for one in test.markdown if "a/b.png" in one.value or "javascript" in one.value]


def test_question_that_is_in_is_said_to_be_in_until_the_menu_is_closed() -> None:
    code, said = "JJT-234", "Your question is in."
    store = room(code)
    test = joined(code, "Ada")
    test.session_state["room.asks"] = True
    test = press(ran(test), "room.ask")
    assert "Type a question first." in words(test) and said not in words(test)
    test.text_area[0].set_value("Which model?")
    test = press(test, "room.ask")
    kept = store.rooms.find(code)
    assert said in words(test) and kept and len(kept.questions) == 1
    assert "0 votes, your question" in words(test)
    assert not [button for button in test.button if button.key.startswith("room.upvote")]
    test.session_state["room.asks"] = False
    test = ran(test)
    test.session_state["room.asks"] = True
    assert said not in words(ran(test))


def test_question_that_is_too_long_is_kept_and_told() -> None:
    room("JJW-234")
    test = joined("JJW-234", "Ada")
    test.session_state["room.asks"] = True
    field = ran(test).text_area[0]
    assert field.proto.max_chars == 0, "the browser would drop the whole of a longer text that is pasted"
    field.set_value("why " * 75)
    said = "Shorten the question to 280 characters; it has 299."
    assert said in words(press(test, "room.ask"))
    assert test.text_area[0].value == "why " * 75
    assert said in words(ran(test)), "what others do meanwhile draws the page anew"
    test.text_area[0].set_value("why?")
    assert said not in words(ran(test))


def test_name_of_html_is_text() -> None:
    room("JJJ-234")
    assert "&lt;b&gt;Ada&lt;/b&gt;" in words(joined("JJJ-234", "<b>Ada</b>"))


def test_short_name_of_two_words_stays_in_one_line_beside_others() -> None:
    (test, code), now = hosting(), datetime.now(UTC)
    for person in ("one", "two"):
        own_store().rooms.act(code, lambda one, person=person: participant.join(one, person, "Ada", now))
    assert "newest: Ada\N{NO-BREAK SPACE}2, Ada<" in words(ran(test))


@pytest.mark.parametrize(("code", "count"), [("JJK-234", 33), ("JJK-235", 9_999)])
def test_name_that_is_too_long_stays_in_its_field_and_is_explained(code: str, count: int) -> None:
    store = room(code)
    test = joined(code, "x" * count)
    assert f"Type a name of at most 32 characters; this one has {count}." in words(test)
    assert test.text_input(key="join.name").value == "x" * count
    found = store.rooms.find(code)
    assert found and not found.present


@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("", "", "Type the code from the big screen, such as ABC-234, and a name for the room."),
        (" ", "Ada", "Type the code from the big screen, such as ABC-234."),
        ("JJK 999", "", "Type a name that the others will see."),
        ("JJK 999", "Ada", "There is no room with this code"),
    ],
)
def test_join_says_what_is_still_to_be_typed(code: str, name: str, said: str) -> None:
    test = opened("join.py")
    test.text_input(key="join.code").set_value(code)
    test.text_input(key="join.name").set_value(name)
    test = press(test, next(button.key for button in test.button if button.label == "Join"))
    assert said in words(test)
    assert ("There is no room" in words(test)) == ("There is" in said)


def test_results_are_not_sent_before_they_are_shown() -> None:
    store = room("JJM-234", "eve")
    store.rooms.act("JJM-234", lambda one: host.show(one, "vote-plant", NOW))
    store.rooms.act("JJM-234", lambda one: host.open_vote(one, "vote-plant", NOW))
    item = load_content().item_by_id["case-plant-rules-stand-still"]
    pick = Voted(at=NOW, ballot="vote-plant.1", person="eve", answer=Picked(options=("rag",)))
    store.rooms.act("JJM-234", lambda one: participant.vote(one, pick, item))
    drawn = words(joined("JJM-234", "Ada"))
    assert 'class="ll-vote"' not in drawn and "Right answer" not in drawn and "100\N{NO-BREAK SPACE}%" not in drawn


def test_vote_for_another_in_the_address_changes_nothing() -> None:
    store = room("JJN-234", "eve")
    store.rooms.act("JJN-234", lambda one: host.show(one, "vote-plant", NOW))
    store.rooms.act("JJN-234", lambda one: host.open_vote(one, "vote-plant", NOW))
    opened("join.py", {"room": "JJN-234", "person": "eve", "vote": "rag", "ballot": "vote-plant.1"})
    found = store.rooms.find("JJN-234")
    assert found and not found.ballots["vote-plant.1"].picks


def voting(code: str) -> tuple[Store, AppTest]:
    """Somebody in a room whose vote is open."""
    store, now = room(code), datetime.now(UTC)  # a vote has its time: it counts from here
    store.rooms.act(code, lambda one: host.show(one, "vote-plant", now))
    store.rooms.act(code, lambda one: host.open_vote(one, "vote-plant", now))
    return store, joined(code, "Ada")


def picks(store: Store, code: str) -> list[object]:
    found = store.rooms.find(code)
    assert found
    return [pick.options for pick in found.ballots["vote-plant.1"].picks.values() if isinstance(pick, Picked)]


def test_screen_whose_store_does_not_answer_keeps_its_pick_and_sends_it_by_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store, test = voting("JJP-234")
    test.radio(key="vote-vote-plant.1.pick").set_value("rag")
    with monkeypatch.context() as patch:
        patch.setattr(store.rooms, "find", lost)
        patch.setattr(store.rooms, "act", lost)
        ran(test)
        assert LOST in [error.value for error in test.error]
        assert asks_again(test)
        assert test.radio(key="vote-vote-plant.1.pick").value == "rag"
    assert picks(store, "JJP-234") == []
    ran(test)
    assert not test.error and not asks_again(test)
    assert picks(store, "JJP-234") == [("rag",)]


def test_vote_that_was_not_taken_is_sent_again_and_once(monkeypatch: pytest.MonkeyPatch) -> None:
    store, test = voting("JJQ-234")
    test.radio(key="vote-vote-plant.1.pick").set_value("rag")
    with monkeypatch.context() as patch:
        patch.setattr(store.rooms, "act", lost)
        ran(test)
        assert LOST in words(test)
    ran(ran(test))
    assert LOST not in words(test)
    assert picks(store, "JJQ-234") == [("rag",)]
    assert len([event for event in store.rooms.events("JJQ-234") if isinstance(event, Voted)]) == 1


def test_german_room_speaks_german_to_a_newcomer_who_may_switch() -> None:
    room("KKP-234", language="de")
    test = opened("join.py", {"room": "KKP-234"})
    assert "Workshop beitreten" in words(test) and test.text_input(key="join.name").label == "Dein Name"
    assert "Join a workshop" in words(press(test, "language.0"))


def test_typed_code_of_a_german_room_brings_its_language() -> None:
    room("KKQ-234", language="de")
    test = opened("join.py")
    assert "Join a workshop" in words(test)
    test.text_input(key="join.code").set_value("kkq 234")
    test.text_input(key="join.name").set_value("Ada")
    test = press(test, next(button.key for button in test.button if button.label == "Join"))
    assert [button.label for button in test.button if button.key == "room.stop"] == ["Nicht mehr folgen"]


def test_host_chooses_the_language_of_the_room_and_keeps_their_own() -> None:
    test = opened("host.py")
    test.segmented_control(key="host.language").set_value("de")
    test = press(test, "host.open")
    found = own_store().rooms.find(address(test)["room"][0])
    assert found and found.language == "de"
    assert test.button(key="room-next").label == "Next step"


def test_address_tells_no_guesser_which_rooms_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    room("KKR-234", language="de")
    monkeypatch.setattr("components.room_language.may_try_code", lambda *_: False)
    assert "Join a workshop" in words(opened("join.py", {"room": "KKR-234"}))
    drawn = [words(opened("join.py", {"room": code})) for code in ("KKR-234", "KKS-234")]
    assert drawn[0].replace("KKR-234", "") == drawn[1].replace("KKS-234", "")


def test_agenda_of_an_english_room_is_german_for_who_chose_german() -> None:
    room("JJX-234", agenda="workshop-45")
    test = joined("JJX-234", "Jürgen")
    assert "Why we are here" in words(test)
    said = words(press(test, "language.0"))
    assert "Wozu wir hier sind" in said and "Why we are here" not in said
    assert found("JJX-234").step.title == "Why we are here", "the room itself is as it was opened"
