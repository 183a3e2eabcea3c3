"""What it is worth to weigh who says the contrary of a misconception: `python -m benchmarks.marking_contrary`; minutes.

Each sentence of know-or-believe.yaml is an answer to every question that looks for its misconception. Answers of some
development sets to other questions stand as answers that are not about it; neither trees nor encoder have seen any of
these as an answer to that question. Answers to their own questions, which both have seen, show whether what is said in
passing is still heard. The weights in core/interview/contrary.py were chosen by these counts; no sealed set is read.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import yaml

from benchmarks.marking import ASIDES, CONDENSED, FIXTURES, NEAR_MISSES, ORDINARY, TWO_READERS, read_set
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.contrary import closeness, leaning, weighed
from core.interview.embedding import Encoder, load_model
from core.interview.guards import Guards
from core.interview.heard import heard
from core.interview.marker import Marker
from core.interview.marking import WITH_MODEL, read_answer
from core.interview.matching import match
from core.interview.point_trees import belief_trees
from core.interview.rubric import Rubric
from core.interview.signs import signs

OTHERS, ANSWERS_OF_OTHERS = (ASIDES, CONDENSED, NEAR_MISSES, ORDINARY), 8
OWN = (ASIDES, "beliefs", "hard", TWO_READERS)
RIGHT, WRONG, ELSEWHERE, HELD, NOT_HELD = "right", "wrong", "to another question", "held", "not held"


@dataclass(frozen=True)
class Row:
    """One misconception of one answer: the trees' chance, how its best stretch leans and how near it is, length."""

    kind: str
    chance: float
    lean: float
    near: float
    words: int


def read_rows(encoder: Encoder) -> Iterator[Row]:
    """Every misconception that a question looks for, in all these answers."""
    said = yaml.safe_load((FIXTURES / "know-or-believe.yaml").read_text(encoding="utf-8"))
    marker, lot, bank = Marker(encoder), np.random.default_rng(3), rubrics(load_content())
    answers = [entry for name in OTHERS for entry in read_set(name)]
    for rubric in bank.values():
        for belief in rubric.misconceptions:
            for kind in (RIGHT, WRONG):
                for text in said[belief.id][kind]:
                    yield from _rows(rubric, text, {belief.id: kind}, marker, encoder)
        main = str(rubric.id).split("/")[0]
        others = [entry for entry in answers if entry["question"].split("/")[0] != main]
        for at in lot.choice(len(others), ANSWERS_OF_OTHERS, replace=False):
            unheld = {belief.id for belief in rubric.misconceptions} - set(others[at]["misconceptions"])
            yield from _rows(rubric, others[at]["answer"], dict.fromkeys(unheld, ELSEWHERE), marker, encoder)
    for entry in (entry for name in OWN for entry in read_set(name)):
        rubric, unclear = bank[entry["question"]], entry.get("unclear", ())
        ids = [belief.id for belief in rubric.misconceptions if belief.id not in unclear]
        kinds = {name: HELD if name in entry["misconceptions"] else NOT_HELD for name in ids}
        yield from _rows(rubric, entry["answer"], kinds, marker, encoder)


def _rows(rubric: Rubric, text: str, kinds: dict[str, str], marker: Marker, encoder: Encoder) -> Iterator[Row]:
    prepared = marker.prepared(rubric)
    read = read_answer(text, prepared, marker.known)
    matches = match(read.text, prepared, encoder)
    if read.is_heap or not matches.windows:
        return
    answer = heard(matches, Guards(matches.windows, prepared, read.is_heap), prepared, len(read.words))
    chances = belief_trees().chance(signs(answer)[answer.points :])
    for chance, (place, belief) in zip(chances, enumerate(rubric.misconceptions, answer.points), strict=True):
        at = int(answer.guarded[:, place].argmax())
        if belief.id in kinds and not answer.contradicted[at, place]:
            lean = leaning(answer, matches.contrary, place)[at]
            yield Row(kinds[belief.id], float(chance), float(lean), closeness(answer, place, at), answer.words)


def main() -> int:
    """Prints how many are named by the trees alone, and with the weights."""
    rows, edge = list(read_rows(load_model())), WITH_MODEL.misconception
    for kind in (RIGHT, WRONG, ELSEWHERE, HELD, NOT_HELD):
        mine = [row for row in rows if row.kind == kind]
        before = sum(row.chance >= edge for row in mine)
        now = sum(weighed(row.chance, row.lean, row.near, row.words) >= edge for row in mine)
        print(f"{kind}: {before} named by the trees alone, {now} with their lean, of {len(mine)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
