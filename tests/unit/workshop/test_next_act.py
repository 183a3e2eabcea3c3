"""What the presenter's buttons offer on a vote of two rounds, by how many were right in the first."""

import pytest

from core.content.models import Content
from core.quiz.answers import Picked
from core.workshop import host
from core.workshop.apply import apply
from core.workshop.errors import WorkshopError
from core.workshop.next_act import next_act, other_act
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.read_once import load_content
from tests.unit.workshop.small_room import ITEM, after, fresh_room, later

CONTENT = Content.model_construct(items=(ITEM,))
RIGHT, WRONG = Picked(options=("base",)), Picked(options=("adapter",))
TEN = tuple(f"p{number}" for number in range(10))


def first_round(right: int) -> Room:
    """A room of ten after a first round in which so many were right."""
    room = fresh_room(*TEN)
    room = after(room, *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    for number, person in enumerate(TEN):
        answer = RIGHT if number < right else WRONG
        room = apply(room, Voted(at=later(30), ballot="frozen.1", person=person, answer=answer))
    return after(room, *host.close_vote(room, later(40)))


def offered(room: Room, seconds: float) -> list[str]:
    """The labels of the main button and of the one beside it."""
    acts = (next_act(CONTENT, room, later(seconds)), other_act(CONTENT, room, later(seconds)))
    return [act.label for act in acts if act]


def test_lobby_waits_for_the_start() -> None:
    room = fresh_room("Ada")
    assert offered(room, 1200) == ["Start the workshop"]
    act = next_act(CONTENT, room, later(1200))
    assert act is not None
    begun = after(room, *act.act(room, later(1200)))
    assert begun.begun == later(1200) and offered(begun, 1201) == []


@pytest.mark.parametrize(("right", "main"), [(2, "Open the second round"), (7, "Open the second round"), (8, "Show")])
def test_results_are_offered_after_the_first_round_and_come_first_when_most_are_right(right: int, main: str) -> None:
    labels = offered(first_round(right), 50)
    assert labels[0].startswith(main)
    assert sorted(labels) == ["Open the second round", "Show results"]


def test_results_after_the_first_round_end_the_vote() -> None:
    room = first_round(10)
    act = next_act(CONTENT, room, later(50))
    assert act is not None
    room = after(room, *act.act(room, later(50)))
    assert "frozen" in room.results and offered(room, 51) == []


def test_an_open_first_round_offers_its_end_alone_and_an_open_last_one_results_too() -> None:
    room = fresh_room("Ada")
    room = after(room, *host.move(room, 1, later(10)))
    assert offered(room, 11) == ["Open the vote"]
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    assert offered(room, 25) == ["Close the vote"]
    room = after(room, *host.close_vote(room, later(30)))
    room = after(room, *host.open_vote(room, "frozen", later(40)))
    assert offered(room, 45) == ["Close the vote", "Close and show results"]
    room = after(room, *host.close_vote(room, later(50)))
    assert offered(room, 55) == ["Show results"]


def test_only_round_in_which_nobody_voted_can_be_opened_once_more_and_counts_once() -> None:
    room = fresh_room("Ada")
    steps = [step.model_copy(update={"rounds": 1}) if step.id == "frozen" else step for step in room.steps]
    room = after(room, *host.set_steps(room, steps, later(5)))
    room = after(room, *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    room = after(room, *host.move(room, 1, later(25)))
    room = after(room, *host.move(room, -1, later(26)))
    assert offered(room, 30) == ["Open the vote", "Show results"]
    room = after(room, *host.open_vote(room, "frozen", later(40)))
    assert offered(room, 45) == ["Close the vote", "Close and show results"]
    assert [(one.id, one.round) for one in room.ballots_of("frozen")] == [("frozen.2", 1)]
    room = apply(room, Voted(at=later(46), ballot="frozen.2", person="ada", answer=RIGHT))
    room = after(room, *host.close_vote(room, later(50)))
    assert offered(room, 55) == ["Show results"]
    with pytest.raises(WorkshopError, match="has been voted on"):
        host.open_vote(room, "frozen", later(56))


def test_acts_that_take_each_others_place_while_nobody_presses_have_different_names() -> None:
    open_first = after(fresh_room("Ada"), *host.move(fresh_room("Ada"), 1, later(10)))
    open_first = after(open_first, *host.open_vote(open_first, "frozen", later(20)))
    assert named(open_first, 25) == ("Close the vote", "do")
    assert named(open_first, 100) == ("Open the second round", "round")
    again = after(open_first, *host.open_vote(open_first, "frozen", later(101)))
    assert named(again, 102) == ("Close the vote", "do")
    assert named(again, 200) == ("Show results", "results")


def test_majority_that_comes_while_the_host_closes_the_vote_is_not_taken_by_that_press() -> None:
    content = load_content()
    question = content.guide.questions[0]
    room = after(fresh_room("Ada", "Bo"), *host.show(fresh_room(), "guide", later(10)))
    room = after(room, *host.open_guide_vote(room, "guide", question.id, later(20)))
    closes = next_act(content, room, later(21))
    pick = Voted(
        at=later(22), ballot=f"guide.{question.id}.1", person="ada", answer=Picked(options=(question.options[0].id,))
    )
    takes = next_act(content, apply(room, pick), later(23))
    assert closes and takes and (closes.label, takes.label) == ("Close the vote", "Take the majority")
    assert closes.name != takes.name


def named(room: Room, seconds: float) -> tuple[str, str]:
    """The label and the name of the act that the room waits for."""
    act = next_act(CONTENT, room, later(seconds))
    return (act.label, act.name) if act else ("", "")
