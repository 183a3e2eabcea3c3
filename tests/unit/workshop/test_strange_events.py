"""Events that cannot be, from a log of whatever age, change nothing."""

import pytest

from core.quiz.answers import Picked, Typed
from core.workshop.errors import WorkshopError
from core.workshop.events import Asked, Pace, PaceFelt, Upvoted
from core.workshop.figures import as_kept
from core.workshop.host import open_vote, show
from core.workshop.membership_events import Left
from core.workshop.participant import vote
from core.workshop.vote_events import Voted
from tests.read_once import load_content
from tests.unit.workshop.small_room import after, fresh_room, later

GUESS = load_content().item_by_id["memory-of-a-full-7b-run"]


def test_question_of_somebody_who_is_not_there_is_none() -> None:
    room = after(fresh_room("Ada"), Asked(at=later(2), id="q", person="bo", text="Why?"))
    assert not room.questions


@pytest.mark.parametrize("absent", ["bo", "cy"])
def test_vote_pace_and_upvote_of_somebody_who_never_came_or_has_left_count_nowhere(absent: str) -> None:
    room = after(fresh_room("Ada", "Cy"), Asked(at=later(2), id="q", person="ada", text="Why?"))
    room = after(room, *show(room, "frozen", later(2)))
    room = after(room, *open_vote(room, "frozen", later(3)), Left(at=later(4), person="cy"))
    room = after(
        room,
        Voted(at=later(5), ballot="frozen.1", person=absent, answer=Picked(options=("base",))),
        PaceFelt(at=later(5), person=absent, pace=Pace.TOO_FAST),
        Upvoted(at=later(5), question="q", person=absent, on=True),
    )
    assert (room.ballots["frozen.1"].picks, room.paces, room.questions["q"].upvoters) == ({}, {}, frozenset())


def test_second_question_of_one_id_leaves_the_first() -> None:
    room = fresh_room("Ada", "Bo")
    for person, text in (("ada", "Why?"), ("bo", "What?")):
        room = after(room, Asked(at=later(2), id="q", person=person, text=text))
    assert [(one.person, one.text) for one in room.questions.values()] == [("ada", "Why?")]


@pytest.mark.parametrize(("text", "fits"), [("10", True), ("90", True), ("9.9", False), ("91", False)])
def test_guess_lies_within_its_bounds(text: str, fits: bool) -> None:
    room = fresh_room("Ada")
    room = after(room, *show(room, "frozen", later(2)))
    room = after(room, *open_vote(room, "frozen", later(3)))
    pick = Voted(at=later(4), ballot="frozen.1", person="ada", answer=as_kept(GUESS, Typed(text=text)))
    if fits:
        assert vote(room, pick, GUESS, (10, 90)) == (pick,)
    else:
        with pytest.raises(WorkshopError, match="It lies between 10 and 90"):
            vote(room, pick, GUESS, (10, 90))
