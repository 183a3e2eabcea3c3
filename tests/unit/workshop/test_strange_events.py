"""Events that cannot be, from a log of whatever age, change nothing."""

import pytest

from core.content.loader import load_content
from core.quiz.answers import Typed
from core.workshop.errors import WorkshopError
from core.workshop.events import Asked
from core.workshop.figures import as_kept
from core.workshop.host import open_vote, show
from core.workshop.participant import vote
from core.workshop.vote_events import Voted
from tests.unit.workshop.small_room import after, fresh_room, later

GUESS = load_content().item_by_id["memory-of-a-full-7b-run"]


def test_question_of_somebody_who_is_not_there_is_none() -> None:
    room = after(fresh_room("Ada"), Asked(at=later(2), id="q", person="bo", text="Why?"))
    assert not room.questions


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
