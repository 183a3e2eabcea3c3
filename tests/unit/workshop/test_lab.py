"""A run of the lab in a room: guesses first, one run, what came out kept in the log, and closed is closed."""

import pytest

from core.content.agendas import Agenda, DiscussStep, LabStep, VoteStep
from core.content.lab import Guess, Recorded, Unit
from core.quiz.answers import Typed
from core.quiz.guesses import is_guess
from core.workshop import host, participant
from core.workshop.apply import apply, opened_room, room_of
from core.workshop.errors import WorkshopError
from core.workshop.events import AnyEvent, RoomOpened, event_json, read_event
from core.workshop.guessing import count_said
from core.workshop.host import open_room
from core.workshop.lab import (
    finish_run,
    guess_item,
    guess_of,
    knobs_said,
    open_guess,
    run_of,
    start_run,
    stations_to_come,
)
from core.workshop.lab_events import LabOutcome, LabRan, LabReply, LabStarted
from core.workshop.next_act import next_act
from core.workshop.resume import can_go_on
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from core.workshop.votes import advice, is_right
from tests.read_once import load_content
from tests.unit.workshop.small_room import START, after, later

CONTENT = load_content()
STATION = CONTENT.lab_by_id["tune"]
STEP = LabStep(id="lazy", title="Run it", minutes=4, notes="Ask.", station="tune", seconds=30)
OWN = Guess(
    question="By how many points?",
    low=0,
    high=100,
    step=5,
    answer=Recorded(run="lora", figure="gap", knobs={"rank": 1}, unit=Unit.POINTS),
    because="Rank 1 is small.",
)
TALK = DiscussStep(id="talk", title="Talk", minutes=1, notes="Listen.", prompt="And now?")
AGENDA = Agenda(id="lab", title="A lab", description="Two steps.", steps=(STEP, TALK))
OUTCOME = LabOutcome(
    recorded=False,
    seed=10,
    figures={"held out": 0.44},
    curves={"loss": ((0, 1.5), (20, 0.5))},
    replies=(LabReply(who="tuned", prompt="the soup costs", reply="nine ."),),
)
ITEM = guess_item(STEP, STATION, 44)


def fresh(*names: str) -> Room:
    room = opened_room(open_room("ABC-234", AGENDA, "en", START))
    for name in names:
        room = after(room, *participant.join(room, name.casefold(), name, later(1)))
    return room


def guessed(room: Room, person: str, text: str, seconds: float) -> Room:
    pick = Voted(at=later(seconds), ballot="lazy.1", person=person, answer=Typed(text=text))
    return after(room, *participant.vote(room, pick, ITEM))


def test_main_button_opens_the_guess_closes_it_and_runs_once() -> None:
    room, labels = fresh("Ada"), []
    for seconds in (5, 10, 20, 30):
        act = next_act(CONTENT, room, later(seconds))
        assert act is not None
        labels.append(act.label)
        room = after(room, *act.act(room, later(seconds)))
    assert labels == ["Start the workshop", "Open the guess", "Close the guess", "Run it"]
    assert next_act(CONTENT, room, later(40)) is None
    assert start_run(room, "lazy", later(41)) == ()


def test_a_station_is_to_come_until_the_room_has_run_it() -> None:
    room = after(fresh("Ada"), *host.show(fresh("Ada"), "lazy", later(5)))
    assert stations_to_come(room) == {"tune"}
    room = after(room, *open_guess(room, "lazy", later(10)))
    room = after(room, *start_run(room, "lazy", later(20)))
    assert stations_to_come(room) == frozenset()


def test_nothing_runs_before_a_guess_was_asked_for() -> None:
    with pytest.raises(WorkshopError, match="Guesses come first"):
        start_run(fresh("Ada"), "lazy", later(5))


def test_guess_after_the_run_began_does_not_count() -> None:
    room = fresh("Ada", "Bo")
    room = after(room, *open_guess(room, "lazy", later(5)))
    assert open_guess(room, "lazy", later(6)) == ()
    room = guessed(room, "ada", "90", 7)
    room = after(room, *start_run(room, "lazy", later(8)))
    with pytest.raises(WorkshopError, match="has ended"):
        guessed(room, "bo", "44", 9)
    with pytest.raises(WorkshopError, match="guesses are in"):
        open_guess(room, "lazy", later(9))
    assert dict(room.ballots["lazy.1"].picks) == {"ada": Typed(text="90")}


def test_first_outcome_counts_and_is_the_steps_result() -> None:
    room = fresh("Ada")
    assert finish_run(room, "lazy", OUTCOME, later(4)) == ()
    room = after(room, *open_guess(room, "lazy", later(5)))
    room = after(room, *start_run(room, "lazy", later(8)))
    room = after(room, *finish_run(room, "lazy", OUTCOME, later(9)))
    other = OUTCOME.model_copy(update={"figures": {"held out": 0.9}})
    assert finish_run(room, "lazy", other, later(10)) == ()
    room = apply(room, LabRan(at=later(10), step="lazy", outcome=other))
    assert room.lab_runs["lazy"].outcome == OUTCOME
    assert "lazy" in room.results


def test_closed_room_takes_no_guess_no_run_and_no_outcome() -> None:
    room = fresh("Ada")
    room = after(room, *open_guess(room, "lazy", later(5)))
    room = after(room, *start_run(room, "lazy", later(6)))
    room = after(room, *host.close(room, later(7)))
    for act in (open_guess, start_run):
        with pytest.raises(WorkshopError, match="has ended"):
            act(room, "lazy", later(8))
    assert finish_run(room, "lazy", OUTCOME, later(8)) == ()
    room = apply(room, LabRan(at=later(8), step="lazy", outcome=OUTCOME))
    assert room.lab_runs["lazy"].outcome is None
    room = after(room, *host.reopen(room, later(9)))
    assert finish_run(room, "lazy", OUTCOME, later(10)) != ()


def test_guess_cannot_go_on_once_the_lab_has_run() -> None:
    room = fresh("Ada")
    room = guessed(after(room, *open_guess(room, "lazy", later(5))), "ada", "40", 6)
    closed = after(room, *host.close_vote(room, later(7)))
    assert can_go_on(closed, later(8))
    assert not can_go_on(after(closed, *start_run(closed, "lazy", later(9))), later(10))


def test_steps_that_are_not_on_or_run_nothing_are_refused() -> None:
    room = fresh("Ada")
    room = after(room, *host.show(room, "talk", later(5)))
    with pytest.raises(WorkshopError, match="moved on"):
        open_guess(room, "lazy", later(6))
    with pytest.raises(WorkshopError, match="has nothing to run"):
        open_guess(room, "talk", later(6))
    assert apply(room, LabStarted(at=later(7), step="gone")).lab_runs == {}


def test_log_with_a_run_makes_the_same_room_through_json() -> None:
    log: list[AnyEvent] = [open_room("ABC-234", AGENDA, "en", START)]
    for act in (
        lambda room: participant.join(room, "ada", "Ada", later(1)),
        lambda room: open_guess(room, "lazy", later(2)),
        lambda room: participant.vote(
            room, Voted(at=later(3), ballot="lazy.1", person="ada", answer=Typed(text="60")), ITEM
        ),
        lambda room: start_run(room, "lazy", later(4)),
        lambda room: finish_run(room, "lazy", OUTCOME, later(5)),
    ):
        log.extend(act(room_of(log)))
    again = [read_event(event_json(event)) for event in log]
    assert isinstance(again[0], RoomOpened)
    assert room_of(again) == room_of(log)
    assert room_of(again).lab_runs["lazy"].outcome == OUTCOME


def test_guess_is_a_number_in_the_words_of_its_unit() -> None:
    assert (ITEM.question, ITEM.answer, ITEM.unit) == (STATION.guess.question, 44, "%")
    assert is_right(ITEM, Typed(text="44 %"))
    with pytest.raises(WorkshopError, match="number"):
        room = after(fresh("Ada"), *open_guess(fresh("Ada"), "lazy", later(5)))
        guessed(room, "ada", "many", 6)


def test_step_asks_its_own_question_or_the_stations() -> None:
    assert guess_of(STEP, STATION) is STATION.guess
    assert knobs_said(STEP, STATION) == "With 10,000 examples, 30 % of them answered lazily."
    aligned = knobs_said(STEP, CONTENT.lab_by_id["align"])
    assert aligned == "With reward model and PPO, β = 0.0, 40 comparisons, 120 steps of PPO."
    station = CONTENT.lab_by_id["adapt"]
    own = STEP.model_copy(update={"station": "adapt", "guess": OWN})
    assert (guess_of(own, station), run_of(own, station).id) == (OWN, "lora")
    assert knobs_said(own, station) == "With rank 1."


def test_a_knob_without_words_of_its_own_is_said_by_its_title() -> None:
    station = CONTENT.lab_by_id["adapt"]
    (run, *rest) = station.runs
    plain = run.model_copy(update={"knobs": tuple(knob.model_copy(update={"said": None}) for knob in run.knobs)})
    own = STEP.model_copy(update={"station": "adapt", "guess": OWN})
    assert knobs_said(own, station.model_copy(update={"runs": (plain, *rest)})) == "With rank: 1."


def test_every_knob_of_the_lab_has_words_for_what_it_is_set_to() -> None:
    knobs = [knob for station in CONTENT.lab_by_id.values() for run in station.runs for knob in run.knobs]
    assert [knob.id for knob in knobs if not knob.said] == []


def test_a_vote_step_is_not_run() -> None:
    vote = VoteStep(id="frozen", title="Vote", minutes=5, notes="Ask.", item="frozen")
    agenda = Agenda(id="v", title="V", description="One.", steps=(vote,))
    with pytest.raises(WorkshopError, match="has nothing to run"):
        start_run(opened_room(open_room("ABC-234", agenda, "en", START)), "frozen", later(1))


def test_figure_of_the_lab_and_a_number_to_predict_are_guessed_and_all_else_is_voted_on() -> None:
    number = CONTENT.item_by_id["memory-of-a-full-7b-run"]
    case = CONTENT.item_by_id["case-ward-5000-pages"]
    assert [is_guess(one) for one in (ITEM, number, case, None)] == [True, True, False, False]
    assert [count_said(one, 2) for one in (ITEM, case)] == ["2 guesses", "2 votes"]
    assert "guess again" in advice(0.2, guess=True) and "vote again" in advice(0.2)


def test_run_lights_the_screens() -> None:
    room = after(fresh("Ada"), *open_guess(fresh("Ada"), "lazy", later(5)))
    room = after(room, *host.set_blank(room, True, later(6)))
    assert room.blank and not after(room, *start_run(room, "lazy", later(8))).blank
