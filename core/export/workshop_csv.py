"""A workshop's report as CSV, for a spreadsheet; names only when they are wanted. Pure."""

import csv
import io
from collections.abc import Iterator

from core.export.spreadsheet import harmless
from core.workshop.report import QuestionReport, WorkshopReport
from core.workshop.shown import Decision, RunReport

COLUMNS = (
    "kind",
    "id",
    "text",
    "answer",
    "voted_round_1",
    "voted",
    "right_round_1",
    "right_round_2",
    "wrong_to_right",
    "right_to_wrong",
    "middle_guess",
    "came_out",
    "unit",
    "voted_for_answer",
    "was_tied",
    "votes",
    "was_answered",
    "answers",
    "right_answers",
)
_Row = dict[str, str | int]


def report_csv(report: WorkshopReport, *, names: bool) -> str:
    """The report for a spreadsheet: a row for each question, run of the lab, answer and outcome of the guide, question
    of the room, and person if these are wanted. A column has one meaning; what does not apply to a row is empty.

    `voted` counts the last round, and on the guide `voted_for_answer` those of them who picked what the room decided.
    `right_round_1` and `right_round_2` are shares from 0 to 1; `answers` and `right_answers` count those of a person.
    Guesses and outcomes of the lab are as the run gives them: a percentage is a share from 0 to 1. The middle guess at
    a question is in the unit of its answer.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(map(_question, report.questions))
    writer.writerows(map(_run, report.runs))
    for decision in report.decisions:
        writer.writerows(_decision(decision))
    for asked, votes, answered in report.asked:
        row = {"text": harmless(asked), "votes": votes, "was_answered": "yes" if answered else "no"}
        writer.writerow({"kind": "asked", **row})
    for one in report.persons if names else ():
        counts = {"answers": one.answered, "right_answers": one.right}
        writer.writerow({"kind": "person", "text": harmless(one.name), **counts})
    return text.getvalue()


def _question(one: QuestionReport) -> _Row:
    row: _Row = {"kind": "question", "id": one.item_id, "text": harmless(one.question), "answer": harmless(one.answer)}
    row |= {"voted_round_1": one.voters[0], "voted": one.voters[-1]}
    for number, share in enumerate(one.shares[:2], 1):
        row[f"right_round_{number}"] = "" if share is None else f"{share:.4f}"
    if one.moves:
        row |= {"wrong_to_right": one.moves.wrong_to_right, "right_to_wrong": one.moves.right_to_wrong}
    return row | {"middle_guess": _number(one.middle), "unit": one.unit}


def _run(run: RunReport) -> _Row:
    row: _Row = {"kind": "lab", "id": run.station, "text": harmless(run.question), "voted": run.guessed}
    return row | {"middle_guess": _number(run.middle), "came_out": _number(run.came_out), "unit": run.unit.value}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"


def _decision(decision: Decision) -> Iterator[_Row]:
    for one in decision.answers:
        row: _Row = {"kind": "decision", "text": harmless(one.question), "answer": harmless(one.answer)}
        told: _Row = {"voted": one.votes or 0, "voted_for_answer": one.for_it or 0}
        yield row | told | {"was_tied": "yes" if one.tied else "no"}
    for outcome in decision.outcomes:
        yield {"kind": "outcome", "text": harmless(decision.case), "answer": harmless(outcome)}
