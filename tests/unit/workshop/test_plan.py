"""The plan on paper: when each step begins, what goes first when it is late, and the rule between two rounds."""

import pytest

from core.content.agendas import LabStep, VoteStep
from core.workshop.plan import after_first_round, first_to_go, planned, rounds_words, when_late
from core.workshop.votes import advice
from tests.read_once import load_content
from tests.unit.workshop.small_room import AGENDA

QUICK = VoteStep(id="quick", title="Quick", minutes=2.5, notes="Ask.", item="frozen", rounds=1, seconds=45)


def test_each_step_begins_where_the_one_before_it_ends() -> None:
    steps = (QUICK, *AGENDA.steps)
    assert [(one.number, one.begins) for one in planned(steps)] == [(1, 0), (2, 2.5), (3, 4.5), (4, 9.5), (5, 19.5)]


@pytest.mark.parametrize(
    ("agenda", "ids"), [("workshop-45", ("vote-freight", "guess-memory")), ("workshop-20", ("vote-letters",))]
)
def test_votes_of_one_round_go_first_the_last_of_them_before_all(agenda: str, ids: tuple[str, ...]) -> None:
    assert tuple(step.id for step in first_to_go(load_content().agenda_by_id[agenda].steps)) == ids


def test_rule_between_the_rounds_is_in_the_words_of_the_presenters_screen() -> None:
    for guess in (False, True):
        told = [words for _, words in after_first_round(guess=guess)]
        assert told == [advice(share, guess=guess) for share in (0.29, 0.5, 0.71)]


def test_what_makes_a_step_shorter_is_told_where_there_is_such_a_way() -> None:
    lab = LabStep(id="lab", title="Lab", minutes=4, notes="Run.", station="tune")
    can_be_shorter = {step.id: bool(when_late(step)) for step in (*AGENDA.steps, lab)}
    assert can_be_shorter == {"hello": False, "frozen": True, "guide": True, "end": False, "lab": True}
    assert when_late(QUICK) == "Leave it out."


def test_rounds_are_told_with_how_long_each_is_open() -> None:
    assert rounds_words(QUICK) == "One round, open for 45 s."
    assert isinstance(AGENDA.steps[1], VoteStep)
    assert rounds_words(AGENDA.steps[1]) == "Two rounds, each open for 60 s."
