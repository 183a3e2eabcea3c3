"""Up to which number, and from which moment on, a room takes people, questions, minutes and votes."""

import pytest

from core.content.agendas import VoteStep
from core.quiz.answers import Picked
from core.workshop import host, participant
from core.workshop.errors import WorkshopError
from core.workshop.minutes import LEAST_MINUTES, MOST_MINUTES, set_minutes
from core.workshop.participant import BETWEEN_QUESTIONS, MOST_PEOPLE, QUESTIONS_EACH
from core.workshop.resume import can_go_on, was_left
from core.workshop.room import Room
from core.workshop.vote_events import BallotProlonged, Voted
from tests.unit.workshop.small_room import after, fresh_room, later

PAUSE = BETWEEN_QUESTIONS.total_seconds()


def asked(room: Room, number: int, seconds: float) -> Room:
    return after(room, *participant.ask(room, "ada", f"q{number}", "Why?", later(seconds)))


def test_room_takes_its_most_people_and_a_place_that_was_left_is_free_again() -> None:
    room = fresh_room(*(f"P{number}" for number in range(MOST_PEOPLE)))
    assert len(room.present) == MOST_PEOPLE
    with pytest.raises(WorkshopError, match="takes 400 people"):
        participant.join(room, "late", "Late", later(5))
    room = after(room, *participant.leave(room, "p0", later(6)))
    assert after(room, *participant.join(room, "late", "Late", later(7))).has("late")


def test_person_asks_twenty_questions_five_seconds_apart() -> None:
    room = fresh_room("Ada")
    for number in range(QUESTIONS_EACH):
        room = asked(room, number, 10 + number * PAUSE)
    assert len(room.questions) == QUESTIONS_EACH
    with pytest.raises(WorkshopError, match="asked 20 questions"):
        asked(room, QUESTIONS_EACH, 10 + QUESTIONS_EACH * PAUSE)
    with pytest.raises(WorkshopError, match="Wait a few seconds"):
        asked(asked(fresh_room("Ada"), 1, 10), 2, 10 + PAUSE - 0.1)


def test_step_takes_as_few_and_as_many_minutes_as_can_be_set() -> None:
    for minutes in (LEAST_MINUTES, MOST_MINUTES):
        room = after(fresh_room(), *set_minutes(fresh_room(), "hello", minutes, later(5)))
        assert room.step.minutes == minutes


def voted_on(*people: str) -> Room:
    """A room in a vote of one round, open until 80 s, for which these have voted."""
    room = fresh_room("Ada")
    steps = [step.model_copy(update={"rounds": 1}) if isinstance(step, VoteStep) else step for step in room.steps]
    room = after(room, *host.set_steps(room, steps, later(5)), *host.move(room, 1, later(10)))
    room = after(room, *host.open_vote(room, "frozen", later(20)))
    pick = Picked(options=("base",))
    return after(room, *(Voted(at=later(25), ballot="frozen.1", person=one, answer=pick) for one in people))


def test_vote_is_never_made_shorter_by_what_was_to_prolong_it() -> None:
    room = after(voted_on(), BallotProlonged(at=later(30), ballot="frozen.1", closes=later(40)))
    assert room.ballots["frozen.1"].is_open(later(79))


@pytest.mark.parametrize("people", [(), ("ada",)])
def test_vote_in_which_nobody_voted_is_not_one_that_was_left(people: tuple[str, ...]) -> None:
    room = voted_on(*people)
    room = after(room, *host.move(room, 1, later(30)))
    room = after(room, *host.move(room, -1, later(40)))
    assert can_go_on(room, later(41))
    assert was_left(room, later(41)) == bool(people)
