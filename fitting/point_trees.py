"""Grows the trees that weigh the signs of a key point: `python -m fitting.point_trees`. The same each time.

Every answer of the development sets is held against up to three wordings of its rubric (with accept phrases, the
points' texts only, noted down in a few words), and every point and misconception is one row: its signs, and whether
a reader credits it. The sealed sets are not read. Each answer is read by an encoder that was tuned without its
question (`python -m fitting.encoder_layers --thirds`, before). `--left-out` grows on four fifths of the questions,
five times, and measures on the fifth.

Answers to questions of other fields, up to twenty in one, stand as answers that say nothing: fluent, and long. So do
single sentences of them, for in a short answer something is always the nearest.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from benchmarks.marking import (
    ASIDES,
    DEVELOPMENT,
    NEAR_MISSES,
    ORDINARY,
    TWO_READERS,
    Count,
    read_set,
    terse_rubric,
    terse_texts,
    without_accept,
)
from benchmarks.marking_others import EXAMINERS, ON_MODELS, by_rubrics, other_fields, read_file
from core.content.interview_items import FreeAnswer
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.chances import OF_A_HEAP
from core.interview.guards import Guards
from core.interview.heard import heard
from core.interview.marker import Marker
from core.interview.marking import WITH_MODEL, read_answer
from core.interview.matching import match
from core.interview.point_trees import BELIEF_TREES, POINT_TREES
from core.interview.rubric import Rubric
from core.interview.signs import signs
from core.interview.windows import sentences_of
from fitting.question_thirds import THIRDS, encoder_without, third_of_question
from fitting.tree_growth import Row, Rows, chances, grown, written

ACCEPT, TEXT, TERSE = "with accept phrases", "text only", "in few words"
WORDINGS: dict[str, Callable[[Rubric], Rubric]] = {ACCEPT: lambda rubric: rubric, TEXT: without_accept}
FIFTHS, SENTENCES_BESIDE = 5, 6
EDGES = (0.2, 0.3, 0.4, 0.5, WITH_MODEL.covered, 0.7, 0.8)
NO_READER = ("short", "beside")
"""Kinds of answers that no reader marked point by point."""

KEPT_BACK = ("swapped", "off-topic", "negated", "wrong", "list", "salad")


def read_rows() -> list[Row]:
    """All development answers against all wordings of their rubrics; what readers left open is left out."""
    encoders, thirds, found = [encoder_without(third) for third in range(THIRDS)], third_of_question(), []
    markers = [Marker(encoder) for encoder in encoders]
    for rubric, wording, question, is_bank, entry in all_answers():
        third = thirds.get(question, 0)
        marker, encoder = markers[third], encoders[third]
        prepared = marker.prepared(rubric)
        read = read_answer(entry["answer"], prepared, marker.known)
        matches = match(read.text, prepared, encoder)
        if not matches.windows:
            continue
        guards = Guards(matches.windows, prepared, read.is_heap)
        table = signs(heard(matches, guards, prepared, len(read.words)))
        points = [point.id for point in rubric.key_points]
        named = [belief.id for belief in rubric.misconceptions]
        heap = read.is_heap and not prepared.asks_for_terms
        for place, (name, row) in enumerate(zip([*points, *named], table, strict=True)):
            is_belief = place >= len(points)
            share = credited(entry, name, is_belief)
            if share is not None:
                found.append(
                    Row(row, share, question, wording, entry["kind"], is_belief, heap, is_bank, entry.get("set", ""))
                )
    return found


def all_answers() -> Iterator[tuple[Rubric, str, str, bool, dict[str, Any]]]:
    """Each development answer beside each wording of its rubric: rubric, wording, question, whether of the bank."""
    content = load_content()
    bank = dict(rubrics(content))
    for name in DEVELOPMENT:
        for entry in ({**entry, "set": name} for entry in read_set(name)):
            rubric, main = bank[entry["question"]], entry["question"].split("/")[0]
            for wording, worded in WORDINGS.items():
                yield worded(rubric), wording, main, True, entry
            if entry["question"] in terse_texts():
                yield terse_rubric(rubric), TERSE, main, True, entry
    for item in content.items:
        if isinstance(item, FreeAnswer):
            full = {"points": [point.id for point in item.key_points], "misconceptions": [], "kind": "model"}
            yield bank[item.id], ACCEPT, item.id, True, full | {"answer": item.model_answer}
    yield from _beside_the_point([rubric for name, rubric in bank.items() if "/" not in name])
    yield from _sentences_beside(list(bank.values()))
    for rubric, entry in chain(other_fields(), *map(by_rubrics, EXAMINERS)):
        for wording, worded in WORDINGS.items():
            yield worded(rubric), wording, rubric.question, False, entry
    for asked in read_file("short-answers.yaml"):
        point = {"id": "a", "text": asked["reference"]}
        rubric = Rubric.model_validate({"question": asked["question"], "key_points": [point]})
        for given, answer in asked["answers"]:
            entry = {"points": {"a": given / 5}, "misconceptions": {}, "kind": "short", "answer": answer}
            yield rubric, TEXT, rubric.question, False, entry


def _beside_the_point(bank: Sequence[Rubric]) -> Iterator[tuple[Rubric, str, str, bool, dict[str, Any]]]:
    said, chance = [entry["answer"] for _, entry in other_fields()], np.random.default_rng(1)
    for rubric in bank:
        for many in (1, 2, 4, 8, 20):
            yield from _that_says_nothing(" ".join(said[at] for at in chance.choice(len(said), many, False)), rubric)


def _sentences_beside(bank: Sequence[Rubric]) -> Iterator[tuple[Rubric, str, str, bool, dict[str, Any]]]:
    """Single sentences on other fields, for rubrics of the bank and of other examiners."""
    answers, chance = [entry["answer"] for _, entry in other_fields()], np.random.default_rng(2)
    said = [text[one.span.start : one.span.end] for text in answers for one in sentences_of(text)]
    asked = {rubric.model_dump_json(): rubric for name in ON_MODELS for rubric, _ in by_rubrics(name)}
    for rubric in (*bank, *asked.values()):
        for at in chance.choice(len(said), SENTENCES_BESIDE, replace=False):
            yield from _that_says_nothing(said[at], rubric)


def _that_says_nothing(answer: str, rubric: Rubric) -> Iterator[tuple[Rubric, str, str, bool, dict[str, Any]]]:
    entry = {"points": [], "misconceptions": [], "kind": "beside", "answer": answer}
    question = rubric.id.split("/")[0] if rubric.id else rubric.question
    for wording, worded in WORDINGS.items():
        yield worded(rubric), wording, question, rubric.id is not None, entry


def credited(entry: dict[str, Any], name: str, is_belief: bool) -> float | None:
    """How far a reader credits a point of an answer, or a misconception, 0..1; None where that was left open."""
    if name in entry.get("unclear", ()):
        return None
    given = entry["misconceptions" if is_belief else "points"]
    return float(given[name]) if isinstance(given, dict) else float(name in given)


def left_out(rows: Sequence[Row]) -> Rows:
    """The chance of each row by trees that were grown without its question."""
    questions = sorted({row.question for row in rows})
    np.random.default_rng(0).shuffle(questions)
    found = np.zeros(len(rows))
    for fifth in range(FIFTHS):
        out = set(questions[fifth::FIFTHS])
        for is_belief in (False, True):
            trees = grown([row for row in rows if row.is_belief == is_belief and row.question not in out])
            there = np.array([row.is_belief == is_belief and row.question in out for row in rows])
            table = np.array([row.signs for row, is_out in zip(rows, there, strict=True) if is_out])
            found[there] = chances(trees, table)
    heaps = np.array([row.is_heap for row in rows])
    return np.where(heaps, np.minimum(found, OF_A_HEAP), found)


def tell(rows: Sequence[Row], found: Rows) -> None:
    """F1, precision and recall at several edges, by wording; misconceptions; what answers earn that say nothing."""
    wanted = np.array([row.wanted for row in rows])
    belief = np.array([row.is_belief for row in rows])
    bank, real = np.array([(row.is_bank, row.kind not in ("model", "short", "beside")) for row in rows]).T
    sets = np.array([row.set for row in rows])
    apart = [(name, sets == name) for name in (TWO_READERS, "dense", NEAR_MISSES, ORDINARY, ASIDES, *EXAMINERS)]
    elsewhere = ~bank & real & ~np.isin(sets, EXAMINERS)
    for name, here in (("bank", bank & real), *apart, ("other fields", elsewhere)):
        for wording in (ACCEPT, TEXT, TERSE):
            chosen = here & ~belief & np.array([row.wording == wording for row in rows])
            if chosen.any():
                print(f"{name}, {wording}: {_edges(wanted[chosen], found[chosen])}")
        chosen = here & belief & np.array([row.wording == ACCEPT for row in rows])
        print(f"{name}, misconceptions: {_edges(wanted[chosen], found[chosen])}")
    for kind in KEPT_BACK:
        chosen = ~belief & (wanted == 0) & np.array([row.kind == kind and row.wording == ACCEPT for row in rows])
        print(f"{kind}: {(found[chosen] >= WITH_MODEL.covered).mean():.0%} of {chosen.sum()} points credited")
    chosen = np.array([row.kind == "short" for row in rows])
    print(f"short answers: r {np.corrcoef(wanted[chosen], found[chosen])[0, 1]:.2f}")


def _edges(wanted: Rows, chances: Rows) -> str:
    told = []
    for edge in EDGES:
        given, right = chances >= edge, wanted > 0.5
        hit, false, missed = (int(kind.sum()) for kind in (given & right, given & ~right, ~given & right))
        count = Count(hit, false, missed)
        told.append(f"{edge}: {count.f1:.3f} {count.precision:.2f} {count.recall:.2f}")
    return "  ".join(told)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--left-out", action="store_true", help="grow on four fifths of the questions, and measure")
    args = parser.parse_args()
    rows = read_rows()
    if args.left_out:
        tell(rows, left_out(rows))
        return 0
    for path, is_belief in ((POINT_TREES, False), (BELIEF_TREES, True)):
        mine = [row for row in rows if row.is_belief == is_belief]
        np.savez_compressed(path, allow_pickle=False, **written(grown(mine)))
        print(f"{path.name}: grown on {len(mine)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
