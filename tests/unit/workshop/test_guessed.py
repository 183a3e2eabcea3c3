"""A number that a room guesses: all guesses before the answer, and what the report keeps of them."""

import csv
import io

from core.content.agendas import VoteStep
from core.export.workshop_csv import report_csv
from core.export.workshop_report import answer_told, report_markdown
from core.language.in_force import speaking
from core.quiz.answers import Typed
from core.workshop import host
from core.workshop.guessing import middle_words
from core.workshop.next_act import next_act, other_act
from core.workshop.report import WorkshopReport, whole_report
from core.workshop.room import Room
from core.workshop.vote_events import Voted
from tests.read_once import load_content
from tests.unit.workshop.small_room import after, fresh_room, later

CONTENT = load_content()
STEP = next(step for step in CONTENT.agenda_by_id["workshop-45"].steps if step.id == "guess-memory")


def guessing(rounds: int = 1, guesses: tuple[int, ...] = (30, 41)) -> Room:
    """A room in an open guess of a number, with guesses in."""
    room = fresh_room("Ada", "Bo")
    assert isinstance(STEP, VoteStep)
    room = after(room, *host.set_steps(room, (STEP.model_copy(update={"rounds": rounds}),), later(5)))
    room = after(room, *host.open_vote(room, STEP.id, later(10)))
    for person, number in zip(("ada", "bo"), guesses, strict=False):
        answer = Typed(text=str(number), number=number)
        room = after(room, Voted(at=later(11), ballot=f"{STEP.id}.1", person=person, answer=answer))
    return room


def offered(room: Room, seconds: float) -> list[str]:
    """The labels of the main button and of the one beside it."""
    acts = (next_act(CONTENT, room, later(seconds)), other_act(CONTENT, room, later(seconds)))
    return [act.label for act in acts if act]


def reported(room: Room) -> WorkshopReport:
    """Its report, once it is over."""
    return whole_report(after(room, *host.close(room, later(200))), CONTENT)


def test_no_press_brings_all_guesses_and_the_answer_together() -> None:
    room = guessing()
    assert offered(room, 12) == ["Close the guess"]
    room = after(room, *host.close_vote(room, later(13)))
    assert offered(room, 14) == ["Show the answer"]


def test_first_round_of_a_guess_of_two_has_results_to_show_and_not_only_the_answer() -> None:
    room = guessing(rounds=2)
    room = after(room, *host.close_vote(room, later(13)))
    assert offered(room, 14) == ["Open the second round", "Show results"]


def test_report_has_the_middle_guess_as_the_screen_has() -> None:
    report = reported(guessing())
    (row,) = (one for one in csv.DictReader(io.StringIO(report_csv(report, names=False))) if one["kind"] == "question")
    assert (row["middle_guess"], row["unit"], row["came_out"]) == ("35.5", "GiB", "")
    assert answer_told(report.questions[0]) == "63 GiB (middle guess: 35.5 GiB)"
    assert "| 63 GiB \\(middle guess: 35.5" in report_markdown(report, names=False)


def test_report_of_a_guess_that_nobody_made_has_no_middle_one() -> None:
    report = reported(guessing(guesses=()))
    assert report.questions[0].middle is None and answer_told(report.questions[0]) == "63 GiB"
    assert ",GiB," in report_csv(report, names=False)


def test_middle_guess_has_its_unit_in_the_language_in_force_however_large_it_is() -> None:
    with speaking("de"):
        assert middle_words(500, "parameters").endswith(" Parameter")
        assert middle_words(4_587_520, "parameters").endswith(" Parameter")
