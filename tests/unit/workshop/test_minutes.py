"""A host sets how long a step is to take; the clock, the plan and the other languages follow."""

import pytest

from core.workshop import host
from core.workshop.apply import opened_room
from core.workshop.changed_agenda import changed_agenda
from core.workshop.clock import ClockState, step_clock
from core.workshop.errors import WorkshopError
from core.workshop.events import event_json, read_event
from core.workshop.guide import write_case
from core.workshop.in_language import in_language
from core.workshop.left_out import leave_out
from core.workshop.minutes import set_minutes
from tests.read_once import load_languages
from tests.unit.workshop.small_room import START, after, fresh_room, later
from tests.unit.workshop.test_changed_agenda import CONTENT, DAY, told


def test_clock_of_the_step_and_of_the_workshop_follow_what_was_set() -> None:
    room = after(fresh_room(), *host.begin(fresh_room(), START))
    assert step_clock(room, later(150)).state is ClockState.OVER
    longer = after(room, *set_minutes(room, "hello", 10, later(150)))
    assert (step_clock(longer, later(150)).planned_s, step_clock(longer, later(150)).behind_s) == (600, 0)
    on = after(longer, *host.move(longer, 1, later(300)))
    assert step_clock(on, later(300)).behind_s == -300
    shorter = after(on, *set_minutes(on, "hello", 2.5, later(301)))
    assert step_clock(shorter, later(300)).behind_s == 150


@pytest.mark.parametrize("minutes", [0, 0.4, 60.5, -3, float("nan")])
def test_minutes_that_no_step_can_take_are_refused(minutes: float) -> None:
    with pytest.raises(WorkshopError, match="at most an hour"):
        set_minutes(fresh_room(), "hello", minutes, START)


def test_what_is_written_can_be_read_and_what_changes_nothing_is_not_written() -> None:
    (event,) = set_minutes(fresh_room(), "hello", 0.5, START)
    assert read_event(event_json(event)) == event
    assert set_minutes(fresh_room(), "hello", 2, START) == set_minutes(fresh_room(), "tea", 5, START) == ()


def test_vote_that_is_open_goes_on_while_minutes_are_set() -> None:
    room = after(fresh_room("Ada"), *host.move(fresh_room("Ada"), 1, later(2)))
    room = after(room, *host.open_vote(room, "frozen", later(3)))
    room = after(room, *set_minutes(room, "frozen", 8, later(4)))
    assert room.open_ballot(later(5)) and room.step.minutes == 8


def test_step_that_was_left_out_keeps_its_minutes_for_when_it_comes_back() -> None:
    room = after(fresh_room(), *set_minutes(fresh_room(), "hello", 7, later(1)))
    room = after(room, *leave_out(room, "hello", later(2)))
    assert room.whole_agenda[0].minutes == 7


def test_other_minutes_are_told_of_a_changed_agenda_and_taken_along() -> None:
    room = after(fresh_room(), *set_minutes(fresh_room(), "hello", 7, later(1)))
    assert told(room) == "As in your room ABC-234 of 29 November: other minutes."
    agenda = changed_agenda(room, CONTENT, DAY)
    assert agenda and agenda.minutes == 27


def test_step_with_other_minutes_and_a_case_of_its_own_is_read_in_the_other_language() -> None:
    english, german = load_languages()["en"], load_languages()["de"]
    room = opened_room(host.open_room("ABC-234", english.agenda_by_id["workshop-20"], "en", START))
    room = after(room, *set_minutes(room, "ladder", 4, later(1)))
    room = after(room, *set_minutes(room, "our-case", 12, later(1)))
    room = after(room, *write_case(room, "our-case", "Our own.", later(2)))
    read, own = in_language(room, english, german), german.agenda_by_id["workshop-20"].steps
    assert read.steps[0] == own[0].model_copy(update={"minutes": 4})
    assert read.steps[2] == own[2].model_copy(update={"minutes": 12, "case": "Our own."})
    assert (read.steps[1], *read.steps[3:]) == (own[1], *own[3:])
