"""What the report tells beside votes: runs of the lab with the room's guesses, and what was decided."""

import csv
import io
from urllib.parse import urlencode

import pytest

from core.content.agendas import Agenda, GuideStep, LabStep
from core.content.lab import Unit
from core.decision import parse_answers, walk
from core.export.workshop_csv import report_csv
from core.export.workshop_report import report_markdown
from core.quiz.answers import Picked, Typed
from core.workshop import host, participant
from core.workshop.apply import opened_room
from core.workshop.events import GuideAnswered
from core.workshop.guide import break_tie, guide_walk, take_majority
from core.workshop.host import open_room
from core.workshop.lab import finish_run, guess_item, open_guess, start_run
from core.workshop.lab_events import LabOutcome
from core.workshop.left_out import leave_out
from core.workshop.report import WorkshopReport, whole_report
from core.workshop.room import Room
from core.workshop.shown import RoomAnswer, RunReport
from core.workshop.vote_events import Voted
from tests.read_once import load_content
from tests.unit.workshop.small_room import START, after, later

CONTENT = load_content()
LAB = LabStep(id="lazy", title="Run it", minutes=4, notes="Ask.", station="tune")
GUIDE = GuideStep(id="case", title="Ours", minutes=9, notes="Read.", case="A <b>shop</b>.")
AGENDA = Agenda(id="shown", title="Shown", description="Two steps.", steps=(LAB, GUIDE))
GUESSES = {"ada": "90", "bo": "70", "cy": "20"}


def guessed() -> Room:
    """Three people who have guessed."""
    room = opened_room(open_room("ABC-234", AGENDA, "en", START))
    for name in GUESSES:
        room = after(room, *participant.join(room, name, name, later(1)))
    room = after(room, *open_guess(room, "lazy", later(2)))
    item = guess_item(LAB, CONTENT.lab_by_id["tune"], 44)
    for name, text in GUESSES.items():
        pick = Voted(at=later(3), ballot="lazy.1", person=name, answer=Typed(text=text))
        room = after(room, *participant.vote(room, pick, item))
    return room


def decided(room: Room) -> Room:
    """The same room after its run, and after answering the guide until it asks no more."""
    room = after(room, *start_run(room, "lazy", later(50)))
    outcome = LabOutcome(recorded=False, seed=10, figures={"held out": 0.44})
    room = after(room, *finish_run(room, "lazy", outcome, later(52)))
    room = after(room, *host.show(room, "case", later(60)))
    for number in range(12):
        asks = guide_walk(CONTENT, room, GUIDE).asks
        if asks is None:
            break
        taken = GuideAnswered(at=later(61 + number), step="case", question=asks.id, options=(asks.options[0].id,))
        room = after(room, taken)
    return room


def test_run_and_decision_are_told_when_their_steps_are_left_out_later() -> None:
    room = decided(guessed())
    for step in AGENDA.steps:
        told = report_of(after(room, *leave_out(room, step.id, later(90))))
        assert (told.runs, told.decisions) == (report_of(room).runs, report_of(room).decisions)


def report_of(room: Room) -> WorkshopReport:
    return whole_report(room, CONTENT)


def test_run_is_told_with_the_middle_guess_and_what_came_out() -> None:
    (run,) = report_of(decided(guessed())).runs
    assert (run.guessed, run.middle, run.came_out) == (3, 0.7, 0.44)
    assert (run.middle_words, run.came_out_words) == ("70\xa0%", "44\xa0%")


def test_middle_between_two_guesses_has_its_half_as_on_the_phones() -> None:
    run = RunReport("tune", "How many?", 2, 0.125, 0.395, Unit.PERCENT)
    assert (run.middle_words, run.came_out_words) == ("12.5\xa0%", "40\xa0%")


def test_guess_that_was_not_run_says_so_and_a_lab_never_opened_is_left_out() -> None:
    assert [run.came_out_words for run in report_of(guessed()).runs] == ["–"]
    assert report_of(opened_room(open_room("ABC-234", AGENDA, "en", START))).runs == ()


def test_decision_holds_each_answer_and_its_outcome() -> None:
    (decision,) = report_of(decided(guessed())).decisions
    first = RoomAnswer("What is wrong with the output?", "It doesn't know my documents", votes=None, tied=False)
    assert decision.answers[0] == first
    assert decision.outcomes


def test_report_says_what_the_decision_takes_and_which_answer_would_flip_it() -> None:
    report = report_of(decided(guessed()))
    (decision,) = report.decisions
    (due,) = decision.steps
    text = report_markdown(report, names=False)
    after_it = text.partition(f"**{due.outcome.title}**")[2]
    assert f"- Cost: {due.outcome.cost}\n- Time to ship: {due.outcome.time_to_ship}\n" in after_it
    assert due.flip and f"- Would flip it: **“{due.flip.given.label}”**" in after_it
    assert walk(CONTENT.guide, CONTENT.guide_graph, parse_answers(CONTENT.guide, decision.given)[0]).steps == (due,)


def test_report_says_what_to_keep_in_mind_of_an_answer_that_does_not_suit_the_outcome() -> None:
    room = after(guessed(), *host.show(guessed(), "case", later(60)))
    way = {"problem": "knowledge", "data-size": "large", "retrieval-time": "no", "knowledge-stable": "no"}
    for question, option in way.items():
        room = after(room, GuideAnswered(at=later(61), step="case", question=question, options=(option,)))
    report = report_of(room)
    ((due,),) = [decision.steps for decision in report.decisions]
    (caution,) = due.cautions
    assert f"**{due.outcome.title}**\n\n- Keep in mind: {caution}\n- Cost" in report_markdown(report, names=False)


@pytest.mark.parametrize(
    ("picks", "told", "row"),
    [
        (("style", "knowledge"), "(2 votes; a tie, the host decided)", ("2", "yes", "1")),
        (("knowledge", "knowledge"), "(2 votes)", ("2", "no", "2")),
        (("knowledge", "style", "knowledge"), "(2 of 3 votes)", ("3", "no", "2")),
    ],
)
def test_report_marks_a_tie_that_the_host_broke(picks: tuple[str, ...], told: str, row: tuple[str, str, str]) -> None:
    room = after(guessed(), *host.show(guessed(), "case", later(60)))
    room = after(room, *host.open_guide_vote(room, "case", "problem", later(61)))
    ballot = next(ballot for ballot in room.ballots.values() if ballot.question == "problem")
    for person, option in zip(GUESSES, picks, strict=False):
        room = after(room, Voted(at=later(62), ballot=ballot.id, person=person, answer=Picked(options=(option,))))
    room = after(room, *host.close_vote(room, later(63)))
    tied = picks.count("knowledge") * 2 == len(picks)
    taken = break_tie if tied else lambda room, ballot, _, now: take_majority(room, ballot, now)
    report = report_of(after(room, *taken(room, ballot.id, "knowledge", later(64))))
    assert f"**It doesn't know my documents** {told}" in report_markdown(report, names=False)
    (answer,) = [
        one for one in csv.DictReader(io.StringIO(report_csv(report, names=False))) if one["kind"] == "decision"
    ]
    assert (answer["voted"], answer["was_tied"], answer["voted_for_answer"]) == row


def test_markdown_and_csv_hold_both() -> None:
    report = report_of(decided(guessed()))
    text = report_markdown(report, names=False)
    assert "| 3 | 70\xa0% | 44\xa0% |" in text and "<b>" not in text
    assert all(outcome in text for outcome in report.decisions[0].outcomes)
    assert "The decision guide" not in text
    linked = report_markdown(report, names=False, at="https://learn.example.com")
    address = f"https://learn.example.com/decide?{urlencode(report.decisions[0].given)}"
    assert f"\n\n[The decision guide, with the room's answers]({address})\n" in linked
    rows = list(csv.DictReader(io.StringIO(report_csv(report, names=True))))
    (lab,) = [row for row in rows if row["kind"] == "lab"]
    assert (lab["id"], lab["voted"], lab["middle_guess"], lab["came_out"], lab["unit"]) == (
        "tune",
        "3",
        "0.7",
        "0.44",
        "percent",
    )
    assert len([row for row in rows if row["kind"] == "decision"]) == len(report.decisions[0].answers)
    (asked,) = [row for row in rows if row["kind"] == "decision"][:1]
    first = report.decisions[0].answers[0]
    assert (asked["text"], asked["answer"]) == (first.question, first.answer)
    assert (asked["voted"], asked["was_tied"]) == ("0", "no")
    assert tuple(row["answer"] for row in rows if row["kind"] == "outcome") == report.decisions[0].outcomes
    assert all(None not in row and None not in row.values() for row in rows)
