"""The host's page: what it asks before an end, and what it says and keeps while the store does not answer."""

from datetime import UTC, datetime, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from core.store.errors import LOST
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.events import Pace
from core.workshop.room import Room
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import asks_again, found, hosting, lost

NOT_HOST = "does not host"


def lose_store(patch: pytest.MonkeyPatch) -> None:
    """From now on nothing of rooms is answered."""
    for name in ("find", "act", "is_host", "admit_host", "hosted"):
        patch.setattr(own_store().rooms, name, lost)


def offers_a_room(test: AppTest) -> bool:
    """Whether the page offers a new room, or a way into one."""
    return any("open" in (button.key or "") or "join" in (button.key or "") for button in test.button)


def test_host_page_says_what_is_wrong_and_comes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code = hosting()
    test = press(test, "room-next")
    with monkeypatch.context() as patch:
        lose_store(patch)
        ran(test)
        assert "The store is not answering" in test.error[0].value and asks_again(test)
        assert NOT_HOST not in words(test) and "Step 2 of" in words(test)
        press(test, "room-next")
        assert "nothing was changed" in words(test)
    ran(test)
    assert not test.error and not asks_again(test)
    press(test, "room-next")
    assert found(code).place == 2


@pytest.mark.parametrize("page", ["host.py", "remote.py", "join.py"])
def test_page_opened_in_an_outage_waits_and_does_not_turn_anybody_away(
    page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = hosting()[1]
    with monkeypatch.context() as patch:
        lose_store(patch)
        patch.setattr(own_store().rooms, "last_known", lambda code: None)
        test = opened(page, {"room": code, "key": "a key"} if page != "join.py" else {"room": code})
        assert LOST in [error.value for error in test.error] and asks_again(test)
        assert NOT_HOST not in words(test) and not offers_a_room(test)
        assert page == "join.py" or "key" in address(test)
    ran(test)
    assert not test.error and not asks_again(test)
    assert "key" not in address(test)


def test_gauge_counts_those_who_are_here_once_the_workshop_has_begun() -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    for name, joined in (("ada", now), ("bo", now), ("cy", now - timedelta(minutes=5))):
        store.rooms.act(code, lambda room, name=name, joined=joined: participant.join(room, name, name, joined))
        store.rooms.act(code, lambda room, name=name: participant.feel(room, name, Pace.TOO_FAST, now))
    assert "Too fast for" not in words(ran(test))
    store.rooms.act(code, lambda room: participant.feel(room, "bo", Pace.TOO_SLOW, now))
    press(test, "room-next")
    assert "Too fast for 1, too slow for 1, of 2." in words(test)


def test_end_asks_first_and_can_be_taken_back_within_a_day(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code = hosting()
    assert not [button for button in test.button if button.key == "room.end.go"]
    test.session_state["room-end"] = True
    ran(test)
    assert "You can reopen the room within a day." in words(test) and found(code).closed is None
    press(test, "room.end.go")
    assert "The workshop has ended" in words(test)
    press(test, "room.reopen")
    assert found(code).closed is None


def test_last_step_has_one_dark_button_and_it_asks_for_the_end() -> None:
    test, code = hosting()
    for place in range(1, len(found(code).steps)):
        assert test.button(key="room-next").label == "Next step"
        test = press(test, "room-next")
        assert found(code).place == place
    assert not [button for button in test.button if button.key == "room-next"]
    test = press(test, "room-finish")
    assert "End the workshop for all?" in words(test) and found(code).closed is None


def test_room_that_ended_more_than_a_day_ago_offers_no_way_back() -> None:
    test, code = hosting()
    earlier = datetime.now(UTC) - timedelta(days=1, minutes=1)

    def ended(room: Room) -> host.Events:
        return host.close(room, earlier)

    own_store().rooms.act(code, ended)
    ran(test)
    assert "so it stays closed" in words(test)
    assert not [button for button in test.button if button.key == "room.reopen"]


@pytest.mark.parametrize(("label", "kind"), [("Lab: Please the guests", "lab"), ("any question", "vote")])
def test_station_of_the_lab_or_a_question_is_added_from_the_agenda(label: str, kind: str) -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    ran(test)
    press(test, "room.add.go")
    assert "Choose a question or a station first." in words(test)
    labels = test.selectbox(key="room.add").options
    place = next((index for index, one in enumerate(labels) if one.startswith(label)), len(labels) - 1)
    test.selectbox(key="room.add").select_index(place)
    ran(test)
    press(test, "room.add.go")
    assert found(code).steps[1].kind == kind
    assert labels[place] not in test.selectbox(key="room.add").options
    assert "Step 2 of" in words(press(test, "room-next"))


def test_people_are_removed_by_buttons_that_name_them() -> None:
    test, code = hosting()
    for name in ("ada", "bo"):
        own_store().rooms.act(code, lambda room, name=name: participant.join(room, name, name, datetime.now(UTC)))
    test.session_state["room-people"] = True
    labels = [one.label for one in ran(test).button if (one.key or "").startswith("room.remove.")]
    assert labels == ["Remove *ada*", "Remove *bo*"]


def test_buttons_of_the_agenda_are_told_apart_by_the_step_that_each_is_for() -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    labels = [
        one.label for one in ran(test).button if (one.key or "").startswith(("room.go.", "room.up.", "room.drop."))
    ]
    assert len(set(labels)) == len(labels) == 3 * len(found(code).steps)


def test_questions_to_add_are_told_apart_shown_in_full_and_named_in_the_agenda() -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    labels = ran(test).selectbox(key="room.add").options
    assert len({label[:60] for label in labels if label.startswith("Case (")}) >= 24
    place = next(index for index, label in enumerate(labels) if label.startswith("Case (once a year)"))
    test.selectbox(key="room.add").select_index(place)
    assert "Customers wait two seconds without complaint." in words(ran(test))
    assert "Right answer: Prompt stuffing" in words(test)
    press(test, "room.add.go")
    assert found(code).steps[1].title.startswith("Vote: A furniture shop's support bot")


def test_rooms_of_a_host_are_told_apart_by_when_they_were_opened() -> None:
    test, code = hosting()
    assert "Your rooms" not in words(opened("host.py"))
    del test.query_params["room"]
    opened_at = found(code).opened
    assert "Your rooms" in words(ran(test))
    assert f"{code}, {opened_at.day} {opened_at:%B}, {opened_at:%H:%M}, open, 0 joined" in words(test)


def test_menu_stays_open_while_people_join() -> None:
    test, code = hosting()
    test.session_state["room-people"] = True
    ran(test)
    own_store().rooms.act(code, lambda one: participant.join(one, "bo", "Bo", datetime.now(UTC)))
    ran(test)
    assert "People **0**" in [block.proto.popover.label for block in test.get("popover")]
    assert "Bo" in words(test)


def test_link_to_be_sent_to_those_who_join_has_the_code_and_no_key() -> None:
    test, code = hosting()
    test.session_state["room-people"] = True
    (link,) = [one.value for one in ran(test).code]
    assert link.endswith(f"/join?room={code}")


def test_who_closed_their_phone_is_no_longer_counted_but_stays_on_the_list() -> None:
    test, code = hosting()
    now = datetime.now(UTC)
    for name in ("Ada", "Bo"):
        own_store().rooms.act(code, lambda one, name=name: participant.join(one, name, name, now - timedelta(hours=1)))
    own_store().seen.mark([(code, "Ada")], now)
    ran(test)
    assert "People **1**" in [block.proto.popover.label for block in test.get("popover")]
    test.session_state["room-people"] = True
    ran(test)
    assert "<b>1</b> here" in words(test) and "newest: Ada<" in words(test)
    assert words(test).count(" away<") == 1 and 'Bo<span class="ll-note"> away' in words(test)
    assert len(found(code).present) == 2


def test_buttons_of_one_word_say_whom_and_what_they_are_about() -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    for name in ("Ada", "Bo_b"):
        store.rooms.act(code, lambda one, name=name: participant.join(one, name, name, now))
    store.rooms.act(code, lambda one: participant.ask(one, "Ada", "first", "Which model?", now))
    test.session_state["room-people"] = test.session_state["room-questions"] = True
    labels = [button.label for button in ran(test).button]
    assert {"Remove *Ada*", "Remove *Bo\\_b*", "Answered *Which model\\?*"} <= set(labels)


@pytest.mark.parametrize("page", ["remote.py", "host.py"])
def test_link_whose_key_does_not_fit_says_so(page: str) -> None:
    test, code = hosting()
    own = {"room": code, "key": "of yesterday"}
    assert "The key in this link opens no room" in words(opened(page, own))
    test.query_params["key"] = "of yesterday"
    assert "The key in this link" not in words(ran(test)), "who leads the room already has lost nothing"


def test_host_who_comes_back_makes_a_new_key_for_another_device() -> None:
    test, code = hosting()
    test.session_state["room-links"] = True
    keyed = [one.value for one in ran(test).code]
    assert all("&key=" in one for one in keyed) and not [one for one in test.button if "renew" in (one.key or "")]
    del test.session_state[f"session.workshop.key.{code}"]
    assert not any("&key=" in one.value for one in ran(test).code)
    assert not test.code, "a link without its key turns the other device away"
    test = press(test, f"room.renew.{code}")
    (key,) = {one.value.partition("&key=")[2].partition("&")[0] for one in test.code}
    assert key and key not in "".join(keyed)
    assert own_store().rooms.admit_host(code, key, "another device")


def test_names_from_right_to_left_stand_newest_first_too() -> None:
    test, code = hosting()
    for name in ("\u05d3\u05d5\u05d3", "\u05e8\u05d5\u05ea"):
        own_store().rooms.act(code, lambda one, name=name: participant.join(one, name, name, datetime.now(UTC)))
    assert "newest: \u2068\u05e8\u05d5\u05ea\u2069, \u2068\u05d3\u05d5\u05d3\u2069<" in words(ran(test))
