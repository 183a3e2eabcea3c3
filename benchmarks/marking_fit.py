"""Fits the weights of marking to the development sets, the same each time: `python -m benchmarks.marking_fit`.

Each weight in turn is moved up and down, by ever smaller steps, as long as the aim grows: the mean, over three wordings
of the rubrics, of F with beta 0.7 (a point too many weighs twice one too few). `--left-out` fits on all questions but a
fifth, five times, and measures on the fifth.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.marking import HALVES, VALIDATION, read_set, terse_rubric, without_accept
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.company import AGAINST, COMPANY, shift
from core.interview.embedding import load_model
from core.interview.guards import Guards, odds
from core.interview.marker import Marker
from core.interview.marking import WITH_MODEL, read_answer
from core.interview.matching import WEIGHTS, features, likelihoods, windows_of
from core.interview.phrases import Prepared
from core.interview.rubric import Rubric

NAMES = ("constant", "cosine", "words", "wordings", "few words", "clause", "company", "against")
START = (*WEIGHTS, COMPANY, AGAINST)
STEPS, BETA, FIFTHS, LEAST_GAIN = (0.4, 0.2, 0.1), 0.7, 5, 1e-4
WORDINGS: tuple[Callable[[Rubric], Rubric], ...] = (lambda rubric: rubric, without_accept, terse_rubric)

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """An answer held against one wording of its rubric; `wanted` are the points that a reader credits."""

    wording: int
    question: str
    prepared: Prepared
    found: Vector
    guards: Guards
    wanted: NDArray[np.bool_]
    counted: NDArray[np.bool_]

    def strengths(self, weights: Vector) -> Vector:
        """The score of each point, misconceptions left aside."""
        number = len(self.wanted)
        phrases = likelihoods(self.found, self.prepared, weights[:-2])
        alone, contradicted = self.guards.applied(phrases)
        moved = np.zeros(alone.shape[1])
        against = float(contradicted[:, :number].any(axis=1).mean())
        moved[:number] = shift(alone[:, :number].max(axis=0), against, (float(weights[-2]), float(weights[-1])))
        owners = [phrase.owner for phrase in self.prepared.phrases]
        scores, _ = self.guards.applied(1 / (1 + np.exp(-odds(phrases) - moved[owners])))
        best: Vector = scores[:, :number].max(axis=0)
        return best


def read_cases() -> list[Case]:
    """All development answers, three times each."""
    encoder, bank = load_model(), dict(rubrics(load_content()))
    marker, found = Marker(encoder), []
    for name in (*HALVES, VALIDATION):
        for entry in read_set(name):
            for place, worded in enumerate(WORDINGS):
                prepared = marker.prepared(worded(bank[entry["question"]]))
                read = read_answer(entry["answer"], prepared, marker.known)
                windows = windows_of(read.text)
                if not windows:
                    continue
                points = [point.id for point in prepared.rubric.key_points]
                found.append(
                    Case(
                        place,
                        entry["question"],
                        prepared,
                        features(read.text, windows, prepared, encoder),
                        Guards(windows, prepared, read.is_heap),
                        np.array([point in entry["points"] for point in points]),
                        np.array([point not in entry.get("unclear", ()) for point in points]),
                    )
                )
    return found


def figures(cases: Sequence[Case], weights: Vector) -> list[tuple[float, float, float]]:
    """F1, precision and the aim of each wording."""
    counts = np.zeros((len(WORDINGS), 3))
    for case in cases:
        given = case.strengths(weights) >= WITH_MODEL.covered
        kinds = (given & case.wanted, given & ~case.wanted, ~given & case.wanted)
        counts[case.wording] += [int((kind & case.counted).sum()) for kind in kinds]
    found = []
    for hit, false, missed in counts:
        aim = (1 + BETA**2) * hit / max(1.0, (1 + BETA**2) * hit + false + BETA**2 * missed)
        found.append((2 * hit / max(1.0, 2 * hit + false + missed), hit / max(1.0, hit + false), aim))
    return found


def aim_of(cases: Sequence[Case], weights: Vector) -> float:
    return float(np.mean([aim for _, _, aim in figures(cases, weights)]))


def fitted(cases: Sequence[Case], start: Sequence[float]) -> Vector:
    """The weights from which no single step leads to a better aim."""
    weights = np.array(start, dtype=np.float64)
    best = aim_of(cases, weights)
    for step in STEPS:
        moved = True
        while moved:
            moved = False
            for place in range(len(weights)):
                for sign in (1, -1):
                    tried = weights.copy()
                    tried[place] = round(tried[place] + sign * step, 4)
                    aim = aim_of(cases, tried)
                    if aim > best + LEAST_GAIN:
                        weights, best, moved = tried, aim, True
                        break
    return weights


def told(cases: Sequence[Case], weights: Vector) -> str:
    return "   ".join(f"F1 {f1:.3f} P {precision:.3f}" for f1, precision, _ in figures(cases, weights))


def left_out(cases: Sequence[Case]) -> None:
    questions = sorted({case.question for case in cases})
    for fifth in range(FIFTHS):
        out = set(questions[fifth::FIFTHS])
        inside = [case for case in cases if case.question not in out]
        outside = [case for case in cases if case.question in out]
        weights = fitted(inside, START)
        print(f"fifth {fifth + 1}: fitted on {told(inside, weights)}; left out {told(outside, weights)}")


def main() -> int:
    """Prints the weights in use and those where the fit ends."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--left-out", action="store_true", help="fit on four fifths of the questions, five times")
    parser.add_argument("--from", dest="start", type=float, nargs=len(NAMES), default=START, metavar="W")
    args = parser.parse_args()
    cases = read_cases()
    print(f"in use   {told(cases, np.array(START))}   (with accept phrases, text only, in few words)")
    if args.left_out:
        left_out(cases)
        return 0
    weights = fitted(cases, args.start)
    print(f"fitted   {told(cases, weights)}")
    for name, now, then in zip(NAMES, START, weights, strict=True):
        print(f"  {name:<10} {now:6.2f} -> {then:6.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
