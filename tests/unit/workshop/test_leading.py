"""A host on the way: more time for a vote, a question taken away, an answer taken back, a case of the room's own."""

from datetime import timedelta

import pytest

from core.content.agendas import GuideStep
from core.export.workshop_report import report_markdown
from core.workshop import host, participant
from core.workshop.apply import opened_room
from core.workshop.clock import step_clock
from core.workshop.errors import WorkshopError
from core.workshop.events import Pace, RoomReopened
from core.workshop.guide import take_back, take_majority, write_case
from core.workshop.in_language import in_language
from core.workshop.next_act import next_act, other_act
from core.workshop.report import whole_report
from core.workshop.room import Room
from core.workshop.vote_events import BallotProlonged
from tests.read_once import load_languages
from tests.unit.workshop.small_room import START, after, fresh_room, later
from tests.unit.workshop.test_guide import BALLOT, closed, content, voted


def beside(room: Room, seconds: float) -> str:
    """The label of the button beside the main one."""
    act = other_act(content(), room, later(seconds))
    return act.label if act else ""


def case_of(room: Room) -> str:
    """The case of the step of the guide."""
    return next(step.case for step in room.steps if isinstance(step, GuideStep))


def test_open_vote_gets_half_a_minute_more_and_one_that_has_ended_none() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.show(room, "frozen", later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    room = after(room, *host.prolong_vote(room, later(79)))
    ballot = room.ballots["frozen.1"]
    assert ballot.is_open(later(109.9)) and not ballot.is_open(later(110)) and ballot.planned_s == 90
    assert host.prolong_vote(room, later(110)) == ()
    late = BallotProlonged(at=later(111), ballot="frozen.1", closes=later(200))
    assert not after(room, late).ballots["frozen.1"].is_open(later(112))


def test_time_that_a_room_was_closed_is_no_time_of_its_step_nor_of_its_report() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.show(room, "frozen", later(60)))
    room = after(room, *host.close(room, later(120)))
    assert after(room, RoomReopened(at=later(130)), RoomReopened(at=later(190))).away == timedelta(seconds=10)
    room = after(room, *host.reopen(room, later(120 + 8 * 3600)))
    assert step_clock(room, later(130 + 8 * 3600)).spent_s == 70
    room = after(room, *host.close(room, later(300 + 8 * 3600)))
    assert "after 4 min" in report_markdown(whole_report(room, content()), names=False)


def test_night_for_which_a_room_was_left_open_is_no_time_of_its_step_nor_of_its_report() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.show(room, "frozen", later(60)))
    room = after(room, *participant.ask(room, "ada", "q1", "Why LoRA?", later(120)))
    assert step_clock(room, later(120 + 2 * 3600)).spent_s == 60 + 2 * 3600
    morning = 120 + 15 * 3600
    assert step_clock(room, later(morning)).spent_s == 60
    assert [step_clock(room, later(120 + hours * 3600)).idle_s for hours in (2, 15)] == [2 * 3600, 15 * 3600]
    room = after(room, *host.show(room, "guide", later(morning)))
    assert room.spent["frozen"] == 60
    assert step_clock(room, later(morning + 30)).spent_s == 30
    room = after(room, *host.close(room, later(morning + 180)))
    assert "after 4 min" in report_markdown(whole_report(room, content()), names=False)


def test_question_that_the_host_removes_is_on_no_screen_and_in_no_report() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *participant.ask(room, "ada", "q1", "Is the boss a fool?", later(5)))
    room = after(room, *participant.ask(room, "bo", "q2", "Why LoRA?", later(6)))
    room = after(room, *host.drop_question(room, "q1", later(7)))
    assert [one.text for one in room.waiting] == ["Why LoRA?"]
    assert participant.upvote(room, "bo", "q1", True, later(8)) == () == host.drop_question(room, "q1", later(8))
    told = report_markdown(whole_report(room, content()), names=True)
    assert "Why LoRA?" in told and "boss" not in told


def test_question_that_was_marked_or_removed_by_mistake_waits_again_with_its_votes_and_in_its_place() -> None:
    room = fresh_room("Ada", "Bo")
    for number, person in enumerate(("ada", "bo")):
        room = after(room, *participant.ask(room, person, f"q{number}", f"Why {number}?", later(5 + number)))
    room = after(room, *participant.upvote(room, "bo", "q0", True, later(7)))
    asked = room.questions
    assert host.return_question(room, "q0", later(8)) == () == host.return_question(room, "none", later(8))
    for aside in (host.mark_answered, host.drop_question):
        away = after(room, *aside(room, "q0", later(9)))
        assert [one.id for one in away.waiting] == ["q1"]
        back = after(away, *host.return_question(away, "q0", later(10)))
        assert list(back.questions.items()) == list(asked.items()) and not back.dropped


def test_last_answer_of_the_guide_is_taken_back_and_voted_on_again() -> None:
    room = closed(voted(ada="style", bo="knowledge", cy="style"))
    assert beside(voted(ada="style"), 8) == "" and beside(room, 10) == "Vote again"
    room = after(room, *take_majority(room, BALLOT, later(10)))
    assert beside(room, 11) == "Undo last answer"
    act = other_act(content(), room, later(11))
    assert act is not None
    room = after(room, *act.act(room, later(11)))
    assert room.guide_answers["guide"] == {} and take_back(room, "guide", "problem", later(12)) == ()
    main, again = next_act(content(), room, later(12)), other_act(content(), room, later(12))
    assert main is not None and again is not None
    assert (main.label, again.label) == ("Take the majority", "Vote again")
    room = after(room, *again.act(room, later(12)))
    assert room.ballots_of("guide", "problem")[-1].round == 2 and beside(room, 13) == ""


def test_case_of_the_room_takes_the_place_of_the_one_that_came_until_it_is_voted_on() -> None:
    room = fresh_room("Ada")
    room = after(room, *write_case(room, "guide", "  Our chatbot\nquotes old prices. ", later(2)))
    assert case_of(room) == "Our chatbot quotes old prices."
    assert write_case(room, "guide", "Our chatbot quotes old prices.", later(3)) == ()
    for text, told in (("  ", "Type the case first"), ("x" * 401, "to 400 characters; it has 401")):
        with pytest.raises(WorkshopError, match=told):
            write_case(room, "guide", text, later(3))
    with pytest.raises(WorkshopError, match="already voted on this case"):
        write_case(voted(ada="style"), "guide", "Another.", later(9))


def test_case_of_the_room_stays_in_a_step_that_is_said_in_another_language() -> None:
    languages = dict(load_languages())
    room = opened_room(host.open_room("ABC-234", languages["en"].agenda_by_id["workshop-45"], "en", START))
    room = after(room, *write_case(room, "our-case", "Our own.", START + timedelta(seconds=1)))
    read = in_language(room, languages["en"], languages["de"])
    assert case_of(read) == "Our own." and read.steps[8].title == "Ein eigener Fall"


def test_how_the_speed_feels_lapses_with_the_step() -> None:
    room = fresh_room("Ada", "Bo")
    room = after(room, *host.begin(room, later(5)))
    room = after(room, *participant.feel(room, "ada", Pace.TOO_FAST, later(6)))
    assert room.paces == {"ada": Pace.TOO_FAST}
    room = after(room, *host.move(room, 1, later(60)))
    assert not room.paces
    room = after(room, *participant.feel(room, "ada", Pace.TOO_FAST, later(61)))
    without = [step for step in room.steps if step.id != room.step_id]
    assert not after(room, *host.set_steps(room, without, later(70))).paces


def test_how_the_speed_felt_in_the_lobby_stays_over_the_press_that_begins_and_lapses_with_the_next() -> None:
    room = fresh_room("Ada")
    room = after(room, *participant.feel(room, "ada", Pace.TOO_FAST, later(5)))
    room = after(room, *host.move(room, 1, later(60)))
    assert room.paces == {"ada": Pace.TOO_FAST}
    assert not after(room, *host.move(room, 1, later(61))).paces
