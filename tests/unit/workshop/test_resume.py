"""A vote that ended too early goes on with what was in, is had again, or has its results hidden."""

import pytest

from core.content.agendas import VoteStep
from core.content.models import Content
from core.quiz.answers import Picked
from core.workshop import host
from core.workshop.apply import apply
from core.workshop.errors import WorkshopError
from core.workshop.events import event_json, read_event
from core.workshop.next_act import NextAct, acts_back, next_act
from core.workshop.participant import vote
from core.workshop.report import missed_items, workshop_report
from core.workshop.resume import go_on_voting, vote_again
from core.workshop.room import Room
from core.workshop.vote_events import ResultsHidden, Voted
from tests.unit.workshop.small_room import ITEM, after, fresh_room, later

CONTENT = Content.model_construct(items=(ITEM,))
RIGHT, WRONG = Picked(options=("base",)), Picked(options=("adapter",))


def picked(room: Room, person: str, answer: Picked, at: float) -> Room:
    """The room after a pick in the latest vote of its step."""
    ballot = room.ballots_of("frozen")[-1].id
    return after(room, *vote(room, Voted(at=later(at), ballot=ballot, person=person, answer=answer), ITEM))


def one_round() -> Room:
    """A room of three in a vote of one round, in which Ada was wrong and Bo right; Cy has not voted."""
    room = fresh_room("Ada", "Bo", "Cy")
    steps = [step.model_copy(update={"rounds": 1}) if isinstance(step, VoteStep) else step for step in room.steps]
    room = after(room, *host.set_steps(room, steps, later(5)), *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    return picked(picked(room, "ada", WRONG, 25), "bo", RIGHT, 26)


def backs(room: Room, at: float) -> list[str]:
    """The labels of the ways back."""
    return [one.label for one in acts_back(CONTENT, room, later(at))]


def back(room: Room, at: float, place: int = 0) -> Room:
    """The room after a press on a way back."""
    one = acts_back(CONTENT, room, later(at))[place]
    return after(room, *one.act(room, later(at)))


def test_results_shown_too_early_go_and_the_vote_goes_on_with_every_pick_that_was_in() -> None:
    room = one_round()
    assert backs(room, 27) == []
    room = after(room, *host.show_results(room, later(30)))
    assert backs(room, 31) == ["Go on voting"]
    room = back(room, 32)
    ballot = room.ballots_of("frozen")[-1]
    assert "frozen" not in room.results and ballot.is_open(later(40)) and not ballot.is_open(later(92))
    assert ballot.planned_s == 60 and set(ballot.picks) == {"ada", "bo"}
    room = picked(room, "cy", RIGHT, 40)
    room = after(room, *host.show_results(room, later(50)))
    assert workshop_report(room, {"frozen": ITEM}).questions[0].voters == (3,)
    assert "frozen" in room.results and len(room.ballots) == 1


def test_pick_from_before_the_results_stays_and_is_told_so() -> None:
    room = back(after(one_round(), *host.show_results(one_round(), later(30))), 32)
    with pytest.raises(WorkshopError, match="before the results were shown"):
        picked(room, "ada", RIGHT, 40)
    late = apply(room, Voted(at=later(40), ballot="frozen.1", person="ada", answer=RIGHT))
    assert late.ballots["frozen.1"].picks["ada"] == WRONG
    assert missed_items(late, "ada", {"frozen": ITEM}) == ("frozen",)


def test_pick_from_before_the_results_stays_when_the_vote_goes_on_a_second_time() -> None:
    room = one_round()
    room = after(room, *host.show_results(room, later(30)))
    room = picked(after(room, *go_on_voting(room, "frozen", later(40))), "cy", WRONG, 45)
    room = after(room, *host.close_vote(room, later(50)))
    room = after(room, *go_on_voting(room, "frozen", later(55)))
    assert room.ballots["frozen.1"].fixed == {"ada", "bo"}


def test_vote_closed_too_early_goes_on_and_every_pick_can_change() -> None:
    room = after(one_round(), *host.close_vote(one_round(), later(30)))
    assert backs(room, 31) == ["Go on voting"]
    room = picked(back(room, 32), "ada", RIGHT, 40)
    assert room.ballots["frozen.1"].picks == {"ada": RIGHT, "bo": RIGHT}


@pytest.mark.parametrize(("place", "kept"), [(0, {"ada", "bo"}), (1, set())])
def test_vote_that_was_left_goes_on_or_is_had_again(place: int, kept: set[str]) -> None:
    room = one_round()
    room = after(room, *host.move(room, 1, later(30)))
    room = after(room, *host.move(room, -1, later(40)))
    assert backs(room, 41) == ["Go on voting", "Vote again"]
    room = back(room, 42, place)
    held = room.ballots_of("frozen")
    assert [(one.round, one.is_open(later(43)), set(one.picks)) for one in held] == [(1, True, kept)]
    assert _label(next_act(CONTENT, room, later(43))) == "Close the vote"
    room = picked(room, "ada", RIGHT, 50)
    assert room.ballots_of("frozen")[0].picks["ada"] == RIGHT


@pytest.mark.parametrize("closed", [False, True])
def test_vote_is_not_had_again_since_a_night_has_passed_on_its_step(closed: bool) -> None:
    room, morning = after(one_round(), *host.show_results(one_round(), later(30))), 15 * 3600
    if closed:
        room = after(room, *host.close(room, later(40)))
        room = after(room, *host.reopen(room, later(morning)))
    room = after(room, *host.set_blank(room, True, later(morning)))
    assert backs(room, morning + 1) == ["Go on voting"]
    room = after(room, *host.move(room, 1, later(morning + 2)))
    room = after(room, *host.move(room, -1, later(morning + 3)))
    assert backs(room, morning + 4) == ["Go on voting", "Vote again"]


def test_second_press_changes_nothing_and_another_step_refuses() -> None:
    room = after(one_round(), *host.close_vote(one_round(), later(30)))
    again = back(room, 32)
    assert go_on_voting(again, "frozen", later(33)) == () == vote_again(again, "frozen", later(33))
    elsewhere = after(room, *host.move(room, 1, later(35)))
    for act in (go_on_voting, vote_again):
        with pytest.raises(WorkshopError, match="moved on to another step"):
            act(elsewhere, "frozen", later(36))


def test_results_of_the_first_round_are_hidden_so_that_the_second_can_be_opened() -> None:
    room = after(fresh_room("Ada"), *host.move(fresh_room("Ada"), 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    room = picked(room, "ada", WRONG, 25)
    room = after(room, *host.close_vote(room, later(30)))
    room = after(room, *host.show_results(room, later(31)))
    assert backs(room, 32) == ["Hide the results"]
    room = back(room, 33)
    assert not room.results and _label(next_act(CONTENT, room, later(34))) == "Open the second round"
    room = after(room, *host.open_vote(room, "frozen", later(35)))
    assert [one.round for one in room.ballots_of("frozen")] == [1, 2]


def test_events_of_the_ways_back_are_kept_in_the_log_as_they_are() -> None:
    shown = after(one_round(), *host.show_results(one_round(), later(30)))
    events = [*go_on_voting(shown, "frozen", later(32)), ResultsHidden(at=later(33), step="frozen")]
    assert [read_event(event_json(event)) for event in events] == events


def _label(act: NextAct | None) -> str:
    return act.label if act else ""
