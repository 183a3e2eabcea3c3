"""A phone whose tab was closed and that opens the join page anew is shown the room that it is in."""

from datetime import timedelta

from streamlit.testing.v1 import AppTest

from core.store.store import Store
from core.workshop import host, participant
from core.workshop.people import person_id
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import NOW, anew, joined, room

LEARNER = "session.visitor"
OFFER = "You are in room {} as “Ada”."


def seen(store: Store, test: AppTest, code: str, *, ago: timedelta = timedelta(0)) -> str:
    """Notes that the screen of somebody was open, as its socket does; the person."""
    person = person_id(code, test.session_state[LEARNER])
    store.seen.mark([(code, person)], NOW - ago)
    return person


def test_way_leads_back_to_the_same_person() -> None:
    store = room("RWA-234")
    test = joined("RWA-234", "Ada")
    seen(store, test, "RWA-234")
    back = anew(test)
    assert OFFER.format("RWA-234") in words(back) and "Prompt, retrieve or fine-tune" in words(back)
    back = press(back, "join.back")
    assert address(back)["room"] == ["RWA-234"] and "Step 1 of" in words(back)
    found = store.rooms.find("RWA-234")
    assert found and len(found.present) == 1


def test_room_that_has_ended_or_was_left_is_not_offered_and_the_one_before_is() -> None:
    store = room("RWB-234")
    test = joined("RWB-234", "Ada")
    seen(store, test, "RWB-234", ago=timedelta(hours=1))
    room("RWC-234")
    test.query_params["room"] = "RWC-234"
    ran(test).text_input(key="join.name").set_value("Ada")
    press(test, next(button.key for button in test.button if button.label == "Join"))
    person = seen(store, test, "RWC-234")
    assert OFFER.format("RWC-234") in words(anew(test))
    store.rooms.act("RWC-234", lambda one: participant.leave(one, person, NOW))
    assert OFFER.format("RWB-234") in words(anew(test))
    store.rooms.act("RWB-234", lambda one: host.close(one, NOW))
    assert "join.back" not in {button.key for button in anew(test).button}


def test_room_of_another_browser_or_of_another_day_is_not_offered() -> None:
    store = room("RWD-234")
    test = joined("RWD-234", "Ada")
    seen(store, test, "RWD-234", ago=timedelta(days=2))
    for other in (anew(test), opened("join.py")):
        assert "join.back" not in {button.key for button in other.button}


def page_loaded_again(test: AppTest) -> str:
    """What another page says in a new tab of the same browser."""
    return words(opened("pipeline.py", visitor=test.session_state[LEARNER]))


def test_line_of_the_room_is_back_on_a_page_that_is_loaded_again_until_an_hour_after() -> None:
    line = "Room {}. The presenter is at"
    store = room("RWE-234")
    test = joined("RWE-234", "Ada")
    assert line.format("RWE-234") not in page_loaded_again(test)
    seen(store, test, "RWE-234", ago=timedelta(hours=2))
    assert line.format("RWE-234") not in page_loaded_again(test)
    seen(store, test, "RWE-234")
    assert line.format("RWE-234") in page_loaded_again(test)
    store.rooms.act("RWE-234", lambda one: host.close(one, NOW))
    assert line.format("RWE-234") not in page_loaded_again(test)
