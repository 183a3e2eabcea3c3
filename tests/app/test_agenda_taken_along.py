"""A host who rehearsed the evening before opens the next day's room with the agenda as it was changed."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from core.content.agendas import GuideStep
from core.web.process import own_store
from core.workshop import host, participant
from core.workshop.guide import write_case
from core.workshop.left_out import leave_out
from core.workshop.minutes import set_minutes
from core.workshop.room import Room
from tests.app.pages import address, opened, press, ran, words
from tests.app.rooms import found, hosting
from tests.app.test_workshop_host import lose_store


def rehearsed() -> tuple[AppTest, Room]:
    """The page of a host who left a step out in a rehearsal, ended it, and is back where rooms are opened."""
    test, code = hosting()
    rooms, now = own_store().rooms, datetime.now(UTC)
    rooms.act(code, lambda one: participant.join(one, "ada", "Ada", now))
    rooms.act(code, lambda one: leave_out(one, one.steps[1].id, now))
    rooms.act(code, lambda one: host.close(one, now))
    del test.query_params["room"]
    return ran(test), found(code)


def chosen(test: AppTest, room: Room) -> AppTest:
    test.radio(key="host.agenda").set_value(f"room-{room.code.lower()}")
    return ran(test)


def test_changed_agenda_can_be_chosen_seen_printed_and_opened() -> None:
    test, room = rehearsed()
    assert test.radio(key="host.agenda").value == "workshop-45"
    assert test.radio(key="host.agenda").proto.captions[-1].endswith(": 1 step left out.")
    chosen(test, room)
    assert f"What happens: {len(room.steps)} steps" in words(test)
    test.query_params["view"] = "plan"
    assert f"{len(room.steps)} steps, 42 min." in words(ran(test)).replace("\N{NO-BREAK SPACE}", " ")
    del test.query_params["view"]
    assert ran(test).radio(key="host.agenda").value == f"room-{room.code.lower()}", "who comes back from the plan"
    again = found(address(press(test, "host.open"))["room"][0])
    assert again.code != room.code and (again.steps, again.left_out) == (room.steps, room.left_out)
    assert not again.people and again.in_lobby


def test_button_of_a_room_that_has_ended_says_that_its_report_is_there() -> None:
    test, room = rehearsed()
    assert test.button(key=f"host.room.{room.code}").label.startswith("See the report ")
    test, code = hosting()
    del test.query_params["room"]
    assert ran(test).button(key=f"host.room.{code}").label.startswith("Go to room ")


def test_agenda_of_the_same_length_as_the_one_that_was_changed_is_chosen_apart_from_it() -> None:
    test, code = hosting()
    rooms, now = own_store().rooms, datetime.now(UTC)
    case = next(step for step in found(code).steps if isinstance(step, GuideStep))
    rooms.act(code, lambda one: write_case(one, case.id, "Our own case.", now))
    del test.query_params["room"]
    offered = ran(test).radio(key="host.agenda")
    assert len(set(offered.options)) == len(offered.options) == 3
    assert code in offered.options[2] and offered.value == "workshop-45"
    press(test, "host.open")
    again = found(address(test)["room"][0])
    assert "Our own case." not in {step.case for step in again.steps if isinstance(step, GuideStep)}


def test_open_room_stands_above_the_choice_of_an_agenda_and_one_that_has_ended_below() -> None:
    test, code = hosting()
    del test.query_params["room"]
    told = words(ran(test))
    assert told.index("Your rooms") < told.index(code) < told.index("A new room")
    assert "Rooms that have ended" not in told
    own_store().rooms.act(code, lambda one: host.close(one, datetime.now(UTC)))
    told = words(ran(test))
    assert "Your rooms" not in told and "A new room" not in told
    assert told.index("Rooms that have ended") < told.index(code)


def test_it_is_opened_in_the_language_that_was_chosen() -> None:
    test, room = rehearsed()
    chosen(test, room).segmented_control(key="host.language").set_value("de")
    again = found(address(press(ran(test), "host.open"))["room"][0])
    assert again.language == "de" and again.steps[0].title == "Wozu wir hier sind"
    assert len(again.steps) == len(room.steps)


def test_agenda_that_was_not_changed_is_offered_once() -> None:
    test, _ = hosting()
    del test.query_params["room"]
    assert len(ran(test).radio(key="host.agenda").options) == 2


def test_two_rooms_with_the_same_changes_are_one_choice() -> None:
    test, room = rehearsed()
    test = press(chosen(test, room), "host.open")
    del test.query_params["room"]
    assert len(ran(test).radio(key="host.agenda").options) == 3


def test_nobody_else_is_offered_it_or_can_name_it() -> None:
    room = rehearsed()[1]
    name = f"room-{room.code.lower()}"
    test = opened("host.py", {"agenda": name})
    assert len(test.radio(key="host.agenda").options) == 2 and "does not exist" in test.warning[0].value
    assert test.radio(key="host.agenda").value == "workshop-45"
    assert "11 steps" in words(opened("host.py", {"agenda": name, "view": "plan"}))


def test_room_that_is_gone_since_it_was_chosen_opens_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    test, room = rehearsed()
    chosen(test, room)
    with monkeypatch.context() as patch:
        patch.setattr(own_store().rooms, "hosted", lambda learner: ())
        press(test, "host.open")
    assert "Choose another agenda." in "".join(error.value for error in test.error) + words(test)
    assert "room" not in address(test)


def test_outage_leaves_the_agendas_of_the_course_to_choose_from(monkeypatch: pytest.MonkeyPatch) -> None:
    test, room = rehearsed()
    chosen(test, room)
    with monkeypatch.context() as patch:
        lose_store(patch)
        assert len(ran(test).radio(key="host.agenda").options) == 2 and test.error


def test_minutes_of_a_step_are_set_in_the_agenda_and_follow_what_another_device_sets() -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    step, key = found(code).steps[1], f"room.minutes.{code}.{found(code).steps[1].id}"
    field = ran(test).number_input(key=key)
    assert (field.value, field.label) == (step.minutes, f"Minutes for “{step.title}”")
    field.set_value(8)
    assert found(code).steps[1].minutes == step.minutes
    ran(test)
    assert found(code).steps[1].minutes == 8 and '<p class="ll-note">8 min</p>' in words(test)
    own_store().rooms.act(code, lambda one: set_minutes(one, step.id, 4, datetime.now(UTC)))
    assert ran(test).number_input(key=key).value == 4


def test_minutes_that_could_not_be_kept_are_not_shown_as_if_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    step, key = found(code).steps[1], f"room.minutes.{code}.{found(code).steps[1].id}"
    ran(test).number_input(key=key).set_value(8)
    with monkeypatch.context() as patch:
        lose_store(patch)
        ran(test)
    assert ran(test).number_input(key=key).value == step.minutes == found(code).steps[1].minutes


def test_agenda_that_is_opened_again_has_the_minutes_that_the_room_has() -> None:
    test, code = hosting()
    step = found(code).steps[1]
    for is_open in (True, False, True):
        test.session_state["room-agenda"] = is_open
        ran(test)
    assert test.number_input(key=f"room.minutes.{code}.{step.id}").value == step.minutes


def test_minutes_that_are_cleared_stay_as_they_were() -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    step, key = found(code).steps[1], f"room.minutes.{code}.{found(code).steps[1].id}"
    ran(test).number_input(key=key).set_value(None)
    assert ran(test).number_input(key=key).value == step.minutes == found(code).steps[1].minutes


def test_choice_says_half_minutes_as_the_plan_on_paper_does() -> None:
    test, room = rehearsed()
    own_store().rooms.act(room.code, lambda one: set_minutes(one, one.steps[0].id, 2.5, datetime.now(UTC)))
    assert ran(test).radio(key="host.agenda").options[-1].endswith("(42.5 min)")


def test_who_opens_a_room_is_told_that_a_rehearsal_needs_another_and_that_days_before_is_not_too_early() -> None:
    test, _ = rehearsed()
    assert "Rehearse in another room: votes stay in the room they were cast in." in words(test)
    assert "You can open the room days before" in words(test)
