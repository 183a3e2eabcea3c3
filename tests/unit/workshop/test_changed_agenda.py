"""What a host changed in a rehearsal is told, and is there in the next room; what people did is not."""

from datetime import date

import pytest

from core.content.agendas import VoteStep
from core.content.models import Content
from core.language.in_force import speaking
from core.workshop import host
from core.workshop.apply import opened_room
from core.workshop.changed_agenda import agenda_id, changed_agenda, same_again
from core.workshop.guide import write_case
from core.workshop.in_language import in_language
from core.workshop.left_out import leave_out
from core.workshop.room import Room
from tests.read_once import load_languages
from tests.unit.workshop.small_room import AGENDA, START, after, fresh_room, later

DAY = date(2026, 11, 29)
CONTENT = Content.model_construct(agendas=(AGENDA,), language="en")
ADDED = VoteStep(id="added", title="Added", minutes=4, notes="Ask.", item="frozen", rounds=2)


def told(room: Room) -> str:
    agenda = changed_agenda(room, CONTENT, DAY)
    return agenda.description if agenda else ""


def rehearsed() -> Room:
    """A room in which a step was left out, one added, two moved, and a case written; and in which people voted."""
    room = fresh_room("Ada")
    room = after(room, *leave_out(room, "hello", later(1)))
    room = after(room, *host.set_steps(room, [*room.steps, ADDED], later(2)))
    room = after(room, *host.move_step(room, "guide", -1, later(3)))
    return after(room, *write_case(room, "guide", "Our own shop.", later(4)))


def test_room_that_is_as_the_content_has_it_offers_no_agenda() -> None:
    assert changed_agenda(fresh_room(), CONTENT, DAY) is None


def test_each_change_is_told_with_the_room_and_its_day() -> None:
    room = fresh_room()
    one_less = after(room, *leave_out(room, "hello", later(1)))
    assert told(one_less) == "As in your room ABC-234 of 29 November: 1 step left out."
    changes = "1 step left out, 1 step added, another order, a case of your own"
    assert told(rehearsed()) == f"As in your room ABC-234 of 29 November: {changes}."


def test_agenda_that_the_content_no_longer_has_is_offered_without_a_word_on_changes() -> None:
    other = Content.model_construct(agendas=(AGENDA.model_copy(update={"title": "Another"}),))
    agenda = changed_agenda(fresh_room(), other, DAY)
    assert agenda and (agenda.id, agenda.steps) == (agenda_id(fresh_room()), AGENDA.steps)
    assert agenda.description == "As in your room ABC-234 of 29 November."


@pytest.mark.parametrize("language", ["en", "de"])
def test_next_room_has_the_steps_and_what_was_left_out_but_nobody_of_the_last(language: str) -> None:
    room = rehearsed()
    new = same_again(room, language)
    opening = host.open_room("NEW-567", new.agenda, new.language, START)
    again = opened_room(opening)
    kept = [step for step in again.steps if step.id not in new.left_out]
    again = after(again, *host.set_steps(again, kept, START))
    assert (again.steps, again.left_out, again.title) == (room.steps, room.left_out, room.title)
    assert again.language == language and again.in_lobby and again.place == 0
    assert not (again.people or again.ballots or again.questions)


def test_agenda_is_taken_along_into_the_other_language() -> None:
    english, german = load_languages()["en"], load_languages()["de"]
    room = opened_room(host.open_room("ABC-234", english.agenda_by_id["workshop-20"], "en", START))
    room = after(room, *leave_out(room, "vote-plant", later(1)))
    with speaking("de"):
        agenda = changed_agenda(in_language(room, english, german), german, DAY)
    wanted = [step for step in german.agenda_by_id["workshop-20"].steps if step.id != "vote-plant"]
    assert agenda and list(agenda.steps) == wanted
    assert agenda.description == "Wie in Deinem Raum ABC-234 vom 29. November: 1 Schritt weggelassen."
