"""What a host does on the way: more time, a question removed, a case of the room's own, an answer taken back."""

from datetime import UTC, datetime, timedelta

import pytest

from core.content.agendas import GuideStep
from core.web.process import own_store
from core.workshop import host, participant
from tests.app.pages import press, ran, words
from tests.app.rooms import found, hosting, joined, room
from tests.read_once import load_content


def test_host_and_remote_give_an_open_vote_more_time() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda room: host.show(room, "vote-ward", datetime.now(UTC)))
    assert not [button for button in ran(test).button if button.key == "room-more"]
    test = press(test, "room-do")
    test = press(test, "room-more")
    assert found(code).ballots["vote-ward.1"].planned_s == 90
    test.switch_page("remote.py")
    press(ran(test), "remote-more")
    assert found(code).ballots["vote-ward.1"].planned_s == 120


def test_what_a_key_does_is_broken_into_no_two_lines() -> None:
    test, code = hosting()
    own_store().rooms.act(code, lambda room: host.show(room, "vote-ward", datetime.now(UTC)))
    assert '<span class="ll-room-key"><kbd class="ll-key">Space</kbd> Open the vote</span>' in words(ran(test))


def test_host_removes_a_question_before_the_room_reads_it() -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    store.rooms.act(code, lambda room: participant.join(room, "Bo", "Bo", now))
    store.rooms.act(code, lambda room: participant.ask(room, "Bo", "q1", "Is the boss a fool?", now))
    test.session_state["room-questions"] = True
    assert "Is the boss a fool?" in words(ran(test))
    press(test, "room.dropped.q1")
    assert not found(code).questions and "Is the boss a fool?" not in words(test)


@pytest.mark.parametrize(("act", "told"), [("answered", "Marked as answered: “Why?”"), ("dropped", "Removed from all")])
@pytest.mark.parametrize(("page", "menu"), [("host.py", "room-questions"), ("remote.py", "remote-questions")])
def test_question_that_was_marked_or_removed_by_mistake_is_put_back(page: str, menu: str, act: str, told: str) -> None:
    test, code = hosting()
    store, now = own_store(), datetime.now(UTC)
    store.rooms.act(code, lambda room: participant.join(room, "Bo", "Bo", now))
    for number, text in enumerate(("Why?", "How?")):
        at = now + timedelta(minutes=number)
        store.rooms.act(code, lambda room, n=number, text=text, at=at: participant.ask(room, "Bo", f"q{n}", text, at))
    test.switch_page(page)
    ran(test).session_state[menu] = True
    assert "room.question_back" not in [one.key for one in ran(test).button]
    press(test, f"room.{act}.q0")
    assert told in words(test) and [one.text for one in found(code).waiting] == ["How?"]
    press(test, "room.question_back")
    assert told not in words(test) and [one.text for one in found(code).waiting] == ["Why?", "How?"]
    for name in found(code).questions:
        press(test, f"room.dropped.{name}")
    assert "room.question_back" in [one.key for one in test.button], "of the last question too"


@pytest.mark.parametrize(("page", "menu"), [("host.py", "room-questions"), ("remote.py", "remote-questions")])
def test_what_was_removed_is_put_back_by_a_page_that_was_loaded_since_and_read_only_when_asked_for(
    page: str, menu: str
) -> None:
    test, code = hosting()
    rooms, now = own_store().rooms, datetime.now(UTC)
    rooms.act(code, lambda room: participant.join(room, "Bo", "Bo", now))
    for number, text in enumerate(("Is the boss a fool?", "How?")):
        at = now + timedelta(minutes=number)
        rooms.act(code, lambda room, n=number, text=text, at=at: participant.ask(room, "Bo", f"q{n}", text, at))
    rooms.act(code, lambda room: host.drop_question(room, "q0", now))
    rooms.act(code, lambda room: host.mark_answered(room, "q1", now))
    test.switch_page(page)
    ran(test).session_state[menu] = True
    assert "Is the boss a fool?" not in words(ran(test))
    test.session_state["room.questions_aside"] = True
    assert "Is the boss a fool?" in words(ran(test)) and "removed" in words(test)
    for name in ("q0", "q1"):
        press(test, f"room.question_back.{name}")
    assert [one.id for one in found(code).waiting] == ["q0", "q1"]
    assert not [one for one in test.toggle if one.key == "room.questions_aside"]


def test_host_writes_the_case_that_the_room_decides() -> None:
    test, code = hosting()
    test.session_state["room-agenda"] = True
    field = f"room.case.{code}.our-case"
    assert "handbook of 300 pages" in ran(test).text_area(key=field).value
    assert "This is the case that the room will decide." in words(test)
    test.text_area(key=field).set_value("Our chatbot **quotes** old prices.")
    assert "This is the case that the room will decide." not in words(ran(test))
    press(test, "room.case.go.our-case")
    assert "This is the case that the room will decide." in words(test)
    case = next(step.case for step in found(code).steps if isinstance(step, GuideStep))
    assert case == "Our chatbot **quotes** old prices."
    own_store().rooms.act(code, lambda room: host.show(room, "our-case", datetime.now(UTC)))
    press(ran(test), "room-do")
    test.session_state["room-agenda"] = True
    assert not [one for one in ran(test).text_area if one.key == field]


def test_each_guide_of_an_agenda_has_a_case_of_its_own() -> None:
    test, code = hosting()
    guide = next(step for step in found(code).steps if isinstance(step, GuideStep))
    second = guide.model_copy(update={"id": "second-case"})
    own_store().rooms.act(code, lambda room: host.set_steps(room, [*room.steps, second], datetime.now(UTC)))
    test.session_state["room-agenda"] = True
    ran(test).text_area(key=f"room.case.{code}.second-case").set_value("Answers take too long.")
    press(ran(test), "room.case.go.second-case")
    cases = [step.case for step in found(code).steps if isinstance(step, GuideStep)]
    assert cases == [guide.case, "Answers take too long."]


def test_audience_that_sees_the_whole_flowchart_reads_which_gates_are_not_the_chapters() -> None:
    screen, code = hosting()
    screen.query_params["view"] = "screen"
    own_store().rooms.act(code, lambda room: host.show(room, "our-case", datetime.now(UTC)))
    assert "added by us" in words(ran(screen))
    own_store().rooms.act(code, lambda room: host.show(room, "welcome", datetime.now(UTC)))
    assert "added by us" not in words(ran(screen))


def test_host_puts_a_step_back_that_was_left_out() -> None:
    test, code = hosting()
    steps = found(code).steps
    test.session_state["room-agenda"] = True
    press(ran(test), f"room.drop.{steps[1].id}")
    assert found(code).steps == (steps[0], *steps[2:])
    press(test, f"room.back.{steps[1].id}")
    assert found(code).steps == steps
    assert not [one for one in test.button if (one.key or "").startswith("room.back.")]


def test_german_button_that_sends_a_question_has_another_name_than_the_menu_of_questions() -> None:
    opened = room("VVQ-238", "Bo", language="de")
    opened.rooms.act("VVQ-238", lambda one: participant.ask(one, "Bo", "1", "Warum?", datetime.now(UTC)))
    test = joined("VVQ-238", "Ada")
    assert [one.label for one in test.expander] == ["Fragen **1**"]
    test.session_state["room.asks"] = True
    ran(test)
    assert test.button(key="room.ask").label == "Frage abschicken"


def test_remote_turns_on_the_screens_that_the_host_page_had_blanked() -> None:
    test, code = hosting()
    assert not [button for button in test.button if button.key == "remote-light"]
    press(test, "room-blank")
    assert found(code).blank
    test.switch_page("remote.py")
    test = press(ran(test), "remote-light")
    assert not found(code).blank and not [button for button in test.button if button.key == "remote-light"]


def test_step_that_is_added_from_the_bank_is_named_without_a_full_stop() -> None:
    test, code = hosting()
    item = next(one for one in load_content().items if one.kind == "match" and one.stem.endswith("."))
    test.session_state["room-agenda"] = True
    ran(test).selectbox(key="room.add").set_value(f"added-{item.id}"[:64].rstrip("-"))
    press(ran(test), "room.add.go")
    added = found(code).steps[1]
    assert added.title.startswith("Vote: ") and not added.title.endswith(".")


def test_remote_blanks_the_screens_as_the_host_page_does() -> None:
    test, code = hosting()
    test.switch_page("remote.py")
    test = press(ran(test), "remote-blank")
    assert found(code).blank and not [button for button in test.button if button.key == "remote-blank"]
    press(test, "remote-light")
    assert not found(code).blank


def test_two_hosts_who_press_at_the_same_moment_go_on_one_step() -> None:
    test, code = hosting()
    for page, key in (("host.py", "room-next"), ("remote.py", "remote-next-0")):
        test.switch_page(page)
        ran(test)
        own_store().rooms.act(code, lambda one: host.move(one, 1, datetime.now(UTC)))
        press(test, key)
        assert found(code).place == 1
        own_store().rooms.act(code, lambda one: host.move(one, -1, datetime.now(UTC)))


def test_who_was_removed_by_mistake_is_let_back_in_and_their_phone_is_in_the_room_again() -> None:
    host_page, code = hosting()
    phone = joined(code, "Ada")
    (ada,) = found(code).present
    host_page.session_state["room-people"] = True
    press(ran(host_page), f"room.remove.{ada.id}")
    assert "You are no longer in this room" in words(ran(phone))
    (label,) = [one.label for one in ran(host_page).button if (one.key or "").startswith("room.let_back.")]
    assert label == "Let back in *Ada*"
    press(host_page, f"room.let_back.{ada.id}")
    assert [one.name for one in found(code).present] == ["Ada"]
    assert "You are no longer in this room" not in words(ran(phone))
