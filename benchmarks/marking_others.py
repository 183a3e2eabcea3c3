"""Marking where the rubrics are somebody else's: `python -m benchmarks.marking_others`.

Answers on other fields and on the chapter by other examiners' rubrics, and short answers to a reference answer with
marks 0-5.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

import numpy as np
import yaml

from benchmarks.marking import (
    EARNS_NOTHING,
    FIXTURES,
    Marked,
    belief_count,
    credited_share,
    point_count,
    without_accept,
)
from core.interview.marker import Marker, load_marker
from core.interview.rubric import Rubric
from core.interview.verdicts import Verdict

ON_MODELS = ("other-examiners", "four-examiners", "building-on-models")
EXAMINERS = (*ON_MODELS, "wide-fields")
"""Rubrics on the chapter and beyond it by examiners who did not know the bank, and on more fields."""

SEALED_RUBRICS = ("sealed-rubrics", "sealed-rubrics-two")
"""Rubrics on the chapter by two more such examiners; nothing is fitted on their answers."""


def read_file(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    return found


def other_fields() -> Iterator[tuple[Rubric, dict[str, Any]]]:
    """Rubrics of other fields, each with one of its answers."""
    for asked in read_file("other-fields.yaml"):
        parts = {
            part: [{"id": name, "text": text} for name, text in asked[part].items()]
            for part in ("key_points", "misconceptions")
        }
        rubric = Rubric.model_validate({"question": asked["question"], **parts})
        yield from ((rubric, answer) for answer in asked["answers"])
    yield from (*by_rubrics("many-fields"), *by_rubrics("more-fields"))


def by_rubrics(name: str) -> Iterator[tuple[Rubric, dict[str, Any]]]:
    """The rubrics of a set, each with one of its answers."""
    for asked in read_file(f"{name}.yaml"):
        rubric = Rubric.model_validate({part: asked[part] for part in ("question", "key_points", "misconceptions")})
        yield from ((rubric, {**answer, "set": name}) for answer in asked["answers"])


def marked_others(marker: Marker) -> list[Marked]:
    """The answers on other fields beside their marks."""
    return mark_all(other_fields(), marker)


def mark_all(answers: Iterable[tuple[Rubric, dict[str, Any]]], marker: Marker) -> list[Marked]:
    """Answers beside their marks."""
    return [Marked(entry, rubric, marker.mark(rubric, entry["answer"])) for rubric, entry in answers]


def bare(answers: Iterable[tuple[Rubric, dict[str, Any]]]) -> Iterator[tuple[Rubric, dict[str, Any]]]:
    """The same with the texts of the rubrics' points only."""
    return ((without_accept(rubric), entry) for rubric, entry in answers)


def short_answers(marker: Marker) -> list[list[tuple[int, float]]]:
    """For each question of short-answers.yaml its answers' marks 0..5 and scores 0..1."""
    found = []
    for asked in read_file("short-answers.yaml"):
        rubric = Rubric.model_validate(
            {"question": asked["question"], "key_points": [{"id": "a", "text": asked["reference"]}]}
        )
        found.append([(given, marker.mark(rubric, answer).score) for given, answer in asked["answers"]])
    return found


def well_ordered(questions: list[list[tuple[int, float]]]) -> float:
    """The share 0..1 of pairs of answers to one question that scores put in the order of the marks; ties count half."""
    pairs = [(one, two) for answers in questions for one, two in combinations(answers, 2) if one[0] != two[0]]
    return float(np.mean([0.5 + 0.5 * np.sign((one[0] - two[0]) * (one[1] - two[1])) for one, two in pairs]))


def _tell(name: str, marked: list[Marked]) -> None:
    strict, loose = (point_count(marked, given) for given in ((Verdict.COVERED,), (Verdict.COVERED, Verdict.NOT_SURE)))
    beliefs = belief_count(marked)
    print(f"{name}: {len(marked)} answers, {sum(len(one.mark.points) for one in marked)} decisions")
    told = f"F1 {strict.f1:.2f} P {strict.precision:.2f} R {strict.recall:.2f}"
    print(f"  covered: {told}; with not sure R {loose.recall:.2f}")
    kinds = [kind for kind in EARNS_NOTHING if any(one.entry["kind"] == kind for one in marked)]
    print("  credited: " + ", ".join(f"{kind} {credited_share(marked, kind)[0]:.0%}" for kind in kinds))
    print(f"  misconceptions F1 {beliefs.f1:.2f} P {beliefs.precision:.2f} R {beliefs.recall:.2f}")


def main() -> int:
    marker = load_marker()
    _tell("other fields", marked_others(marker))
    for name in (*EXAMINERS, *SEALED_RUBRICS):
        answers = list(by_rubrics(name))
        _tell(name, mark_all(answers, marker))
        _tell(f"{name}, text only", mark_all(bare(answers), marker))
    questions = short_answers(marker)
    given, scores = zip(*(pair for answers in questions for pair in answers), strict=True)
    print(f"short answers: r {np.corrcoef(given, scores)[0, 1]:.2f}, {well_ordered(questions):.0%} of pairs in order")
    return 0


if __name__ == "__main__":
    sys.exit(main())
