"""The guide walked by majority: who has one, what the host is offered after a tie, and what is refused."""

from functools import cache

import pytest

from core.content.models import Content
from core.quiz.answers import Picked
from core.workshop import host
from core.workshop.apply import apply
from core.workshop.errors import WorkshopError
from core.workshop.guide import break_tie, take_majority, tied
from core.workshop.next_act import next_act, tie_acts
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from core.workshop.votes import leaders
from tests.read_once import load_content
from tests.unit.workshop.small_room import after, fresh_room, later

BALLOT = "guide.problem.1"


@cache
def content() -> Content:
    """The course, for its guide."""
    return load_content()


def voted(**picks: str) -> Room:
    """The first question of the guide, voted on and open."""
    room = fresh_room(*picks)
    room = after(room, *host.show(room, "guide", later(5)))
    room = after(room, *host.open_guide_vote(room, "guide", "problem", later(6)))
    for person, option in picks.items():
        pick = Voted(at=later(8), ballot=BALLOT, person=person, answer=Picked(options=(option,)))
        room = apply(room, pick)
    return room


def closed(room: Room) -> Room:
    """The room after its vote was closed."""
    return after(room, *host.close_vote(room, later(9)))


def offered(room: Room, seconds: float) -> tuple[str, list[str]]:
    """The label of the main button, and the answers that a tie offers."""
    act = next_act(content(), room, later(seconds))
    return act.label if act else "", [one.label for one in tie_acts(content(), room, later(seconds))]


def test_votes_of_the_guide_are_found_by_their_question() -> None:
    room = voted(ada="style")
    room = after(room, *host.open_guide_vote(room, "guide", "data-size", later(12)))
    assert [ballot.id for ballot in room.ballots_of("guide")] == [BALLOT, "guide.data-size.1"]
    assert [ballot.id for ballot in room.ballots_of("guide", "data-size")] == ["guide.data-size.1"]
    assert room.ballots_of("guide", "quality") == ()
    assert room.ballots[BALLOT].planned_s == 30


def test_majority_is_taken_while_the_vote_is_open_and_after() -> None:
    room = voted(ada="style", bo="knowledge", cy="style")
    assert leaders(room.ballots[BALLOT]) == ("style",)
    for one in (room, closed(room)):
        assert offered(one, 10) == ("Take the majority", [])
        taken = after(one, *take_majority(one, BALLOT, later(10)))
        assert taken.guide_answers["guide"] == {"problem": ("style",)}
        assert taken.open_ballot(later(11)) is None


def test_vote_of_nobody_has_no_majority() -> None:
    with pytest.raises(WorkshopError, match="Nobody has voted"):
        take_majority(voted(), BALLOT, later(9))
    assert offered(voted(), 9) == ("Close the vote", []), "a majority would be refused"
    assert offered(closed(voted()), 10) == ("Open the vote", [])


def test_tie_is_not_taken_silently_but_chosen_by_the_host() -> None:
    room = voted(ada="style", bo="knowledge")
    assert offered(room, 8) == ("Close the vote", []), "a late pick may still decide"
    assert tied(room.ballots[BALLOT], later(8)) == ()
    for one in (room, closed(room)):
        with pytest.raises(WorkshopError, match="It is now a tie"):
            take_majority(one, BALLOT, later(10))
    room = closed(room)
    main, answers = offered(room, 10)
    assert main == "" and len(answers) == 2 and answers[0] == "It doesn't know my documents"
    taken = after(room, *tie_acts(content(), room, later(10))[1].act(room, later(10)))
    assert taken.guide_answers["guide"] == {"problem": ("style",)}
    assert offered(taken, 11)[1] == []


def test_tie_offers_its_answers_in_the_order_of_the_question() -> None:
    options = [option.id for option in content().guide.questions[0].options]
    room = closed(voted(**{f"person-{name}": name for name in options}))
    assert options != sorted(options)
    assert offered(room, 10)[1] == [option.label for option in content().guide.questions[0].options]


@pytest.mark.parametrize(("open_still", "option"), [(True, "style"), (False, "cost"), (False, "tea")])
def test_host_breaks_no_tie_that_is_none(open_still: bool, option: str) -> None:
    room = voted(ada="style", bo="knowledge", cy="style" if option == "tea" else "task")
    with pytest.raises(WorkshopError, match="not in a tie"):
        break_tie(room if open_still else closed(room), BALLOT, option, later(10))


def test_tie_when_time_runs_out_is_offered_too() -> None:
    assert len(offered(voted(ada="style", bo="knowledge"), 100)[1]) == 2
