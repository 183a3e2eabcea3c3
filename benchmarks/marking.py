"""How well answers are marked: F1, precision, what lists and negations earn, speed. `python -m benchmarks.marking`."""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from benchmarks.marking_speed import report as report_speed
from benchmarks.memory import resident_bytes
from core.content.loader import load_content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import Marker, load_marker
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark, Verdict

FIXTURES = Path(__file__).parents[1] / "tests/fixtures/marking"
HALVES = ("tuning", "held-out")
VALIDATION, TWO_READERS = "validation", "two-readers"
NEAR_MISSES, ORDINARY, ASIDES, CONDENSED = "near-misses", "ordinary", "asides", "condensed"
DEVELOPMENT = (
    *HALVES,
    VALIDATION,
    "fresh",
    TWO_READERS,
    "one-reader",
    "hard",
    "beliefs",
    "dense",
    NEAR_MISSES,
    ORDINARY,
    ASIDES,
    CONDENSED,
)
"""The sets that the marker is fitted on."""

SEALED, THIRD, NEWEST = ("sealed", "sealed-two", "sealed-dense"), "sealed-three", "sealed-four"
"""The sets that nothing is fitted on; the newest has been read the least often."""
ALL_SEALED = (*SEALED, THIRD, NEWEST)
CANDIDATES = "sealed-five"
"""As candidates type the evening before an interview; nothing is fitted on them either, but their errors were read."""

EARNS_NOTHING = ("negated", "list", "off-topic", "injection", "salad", "swapped", "wrong")


@dataclass(frozen=True)
class Marked:
    """An answer of the set beside its marks; `unclear` points are left out of every figure."""

    entry: dict[str, Any]
    rubric: Rubric
    mark: AnswerMark

    def decisions(self) -> Iterable[tuple[bool, Verdict]]:
        """For each key point whether a reader credits it, and the verdict."""
        for point in self.mark.points:
            if point.id not in self.entry.get("unclear", ()):
                yield point.id in self.entry["points"], point.verdict


@dataclass
class Count:
    """Right and wrong decisions."""

    hit: int = 0
    false: int = 0
    missed: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.false)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, 2 * self.hit + self.false + self.missed)


def without_accept(rubric: Rubric) -> Rubric:
    """The rubric with its texts only."""
    points = tuple(point.model_copy(update={"accept": ()}) for point in rubric.key_points)
    return rubric.model_copy(update={"key_points": points})


def terse_rubric(rubric: Rubric) -> Rubric:
    """The rubric with its points noted down in a few words, as somebody else might."""
    texts = terse_texts()[str(rubric.id)]
    points = tuple(point.model_copy(update={"text": texts[point.id], "accept": ()}) for point in rubric.key_points)
    return rubric.model_copy(update={"key_points": points})


@cache
def terse_texts() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((FIXTURES / "terse.yaml").read_text(encoding="utf-8"))
    return found


def read_set(half: str) -> tuple[dict[Any, Any], ...]:
    return tuple(yaml.safe_load((FIXTURES / f"{half}.yaml").read_text(encoding="utf-8")))


def mark_set(entries: Sequence[dict[str, Any]], bank: dict[str, Rubric], marker: Marker) -> list[Marked]:
    return [Marked(e, bank[e["question"]], marker.mark(bank[e["question"]], e["answer"])) for e in entries]


def point_count(marked: Iterable[Marked], credited: Sequence[Verdict]) -> Count:
    count = Count()
    for one in marked:
        for wanted, verdict in one.decisions():
            given = verdict in credited
            count.hit += wanted and given
            count.false += given and not wanted
            count.missed += wanted and not given
    return count


def belief_count(marked: Iterable[Marked]) -> Count:
    count = Count()
    for one in marked:
        looked_for = {belief.id for belief in one.rubric.misconceptions}
        wanted, given = looked_for & set(one.entry["misconceptions"]), {found.id for found in one.mark.misconceptions}
        count.hit += len(wanted & given)
        count.false += len(given - wanted)
        count.missed += len(wanted - given)
    return count


def credited_share(marked: Iterable[Marked], kind: str) -> tuple[float, float]:
    """The share of points covered, and covered or not sure, that a reader does not credit, in answers of a kind."""
    verdicts = Counter(v for one in marked if one.entry["kind"] == kind for wanted, v in one.decisions() if not wanted)
    total = max(1, verdicts.total())
    covered = verdicts[Verdict.COVERED]
    return covered / total, (covered + verdicts[Verdict.NOT_SURE]) / total


def report(name: str, with_accept: list[Marked], text_only: list[Marked], terse: list[Marked]) -> None:
    print(f"\n{name}: {len(with_accept)} answers, {sum(len(one.mark.points) for one in with_accept)} decisions")
    for label, marked in (("with accept phrases", with_accept), ("text only", text_only), ("in few words", terse)):
        strict = point_count(marked, (Verdict.COVERED,))
        loose = point_count(marked, (Verdict.COVERED, Verdict.NOT_SURE))
        print(
            f"  {label:<22} covered: F1 {strict.f1:.2f} P {strict.precision:.2f} R {strict.recall:.2f}"
            f"   covered or not sure: F1 {loose.f1:.2f} P {loose.precision:.2f} R {loose.recall:.2f}"
        )
    for kind in EARNS_NOTHING:
        shares = [credited_share(marked, kind) for marked in (with_accept, text_only, terse)]
        others = f"text only {shares[1][0]:.0%}, in few words {shares[2][0]:.0%}"
        print(f"  {kind:<22} credited {shares[0][0]:.0%} ({shares[0][1]:.0%} with not sure), {others}")
    beliefs = belief_count(with_accept)
    print(f"  misconceptions         F1 {beliefs.f1:.2f} P {beliefs.precision:.2f} R {beliefs.recall:.2f}")


def show_errors(marked: Iterable[Marked]) -> None:
    for one in marked:
        for point in one.mark.points:
            wanted = point.id in one.entry["points"]
            if point.id in one.entry.get("unclear", ()) or wanted == (point.verdict is Verdict.COVERED):
                continue
            span = point.evidence
            words = one.entry["answer"][span.start : span.end] if span else ""
            print(
                f"  {one.entry['id']:<38} {'missed' if wanted else 'FALSE'} {point.id}={point.strength:.2f} “{words}”"
            )
        wanted_beliefs, found = set(one.entry["misconceptions"]), {b.id for b in one.mark.misconceptions}
        if wanted_beliefs != found:
            print(f"  {one.entry['id']:<38} beliefs {found or '{}'} wanted {wanted_beliefs or '{}'}")


def main() -> None:
    parser = argparse.ArgumentParser()
    sets = (*DEVELOPMENT, *ALL_SEALED, CANDIDATES)
    parser.add_argument("--set", choices=sets, help="one set; else the sealed ones and one beside them")
    parser.add_argument("--errors", action="store_true", help="list wrong decisions (not those of sealed sets)")
    parser.add_argument("--words-only", action="store_true", help="without the embedding model")
    args = parser.parse_args()
    bank = dict(rubrics(load_content()))
    before = resident_bytes()
    marker = Marker(None) if args.words_only else load_marker()
    added = resident_bytes() - before
    bare = {name: without_accept(rubric) for name, rubric in bank.items()}
    few_words = {name: terse_rubric(rubric) for name, rubric in bank.items() if "/" not in name}
    entries: list[dict[str, Any]] = []
    for name in [args.set] if args.set else (TWO_READERS, *ALL_SEALED, CANDIDATES):
        entries = list(read_set(name))
        marked, text_only = mark_set(entries, bank, marker), mark_set(entries, bare, marker)
        noted = mark_set([entry for entry in entries if entry["question"] in few_words], few_words, marker)
        report(name, marked, text_only, noted)
        if args.errors and name not in (*ALL_SEALED, CANDIDATES):
            show_errors(marked)
    if not args.set:
        report_speed(marker, bank["tuning-over-rag"], [entry["answer"] for entry in entries], added)


if __name__ == "__main__":
    main()
