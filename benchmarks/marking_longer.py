"""What an answer loses when more that is true is said: `python -m benchmarks.marking_longer`; minutes.

One or two sentences of the course that touch nothing of a question are put before or behind an answer to it. Nothing
that the answer says is less true for it, so no point should fall. Answers are all model answers, and the good ones of
the development sets; no sealed set is read.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.marking import DEVELOPMENT, read_set
from core.content.interview_items import FreeAnswer
from core.content.loader import load_content
from core.content.models import Content
from core.interview.bank_rubrics import rubrics
from core.interview.marker import Marker, marker_of_many
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark, Verdict
from core.interview.windows import sentences_of
from core.interview.words import words_of

WAYS = ((1, False), (1, True), (2, False), (2, True))
"""How many sentences are added, and whether before the answer."""

MODEL, GOOD = "model answers", "good answers"
TRIES = {MODEL: 4, GOOD: 1}
"""How often each way is tried on an answer, each time with other sentences."""

BESIDE, LEAST_WORDS = 24, 6
"""So many sentences, of at least so many words, are drawn for each question."""

RANK = {Verdict.MISSING: 0, Verdict.NOT_SURE: 1, Verdict.COVERED: 2}


@dataclass(frozen=True)
class Pair:
    """An answer's marks as it is, and with what was added."""

    kind: str
    before: AnswerMark
    after: AnswerMark

    def moved(self) -> Iterator[tuple[Verdict, Verdict]]:
        """The verdicts of each point before and after."""
        return ((one.verdict, two.verdict) for one, two in zip(self.before.points, self.after.points, strict=True))


def read_pairs(content: Content, marker: Marker) -> Iterator[Pair]:
    """Every answer beside itself with more said."""
    bank, lot = rubrics(content), np.random.default_rng(7)
    said = model_answers(content)
    answers = [(MODEL, name, text) for name, text in said.items()]
    good = [entry for name in DEVELOPMENT for entry in read_set(name) if entry["kind"] == "good"]
    answers += [(GOOD, entry["question"], entry["answer"]) for entry in good]
    beside = {name: beside_the_question(rubric, said, marker, lot) for name, rubric in bank.items()}
    for kind, name, text in answers:
        before = marker.mark(bank[name], text)
        for many, is_before in WAYS * TRIES[kind]:
            more = " ".join(lot.choice(beside[name], many, replace=False))
            longer = f"{more} {text}" if is_before else f"{text} {more}"
            yield Pair(kind, before, marker.mark(bank[name], longer))


def model_answers(content: Content) -> dict[str, str]:
    """The model answers of questions and follow-ups, by the names of their rubrics."""
    items = [item for item in content.items if isinstance(item, FreeAnswer)]
    found = {item.id: item.model_answer for item in items}
    return found | {f"{item.id}/{one.id}": one.model_answer for item in items for one in item.follow_ups}


def beside_the_question(
    rubric: Rubric, said: dict[str, str], marker: Marker, lot: np.random.Generator
) -> tuple[str, ...]:
    """Sentences of model answers to other questions that, alone, touch no point and no misconception of this one."""
    main = str(rubric.id).split("/")[0]
    texts = [text for name, text in said.items() if name.split("/")[0] != main]
    sentences = [text[one.span.start : one.span.end] for text in texts for one in sentences_of(text)]
    found = []
    for at in lot.permutation(len(sentences)):
        if len(words_of(sentences[at])) >= LEAST_WORDS and _touches_nothing(marker.mark(rubric, sentences[at])):
            found.append(sentences[at])
        if len(found) == BESIDE:
            break
    return tuple(found)


def _touches_nothing(mark: AnswerMark) -> bool:
    return mark.judgeable and not mark.misconceptions and mark.count(Verdict.MISSING) == len(mark.points)


def tell(kind: str, pairs: Iterable[Pair]) -> None:
    """Prints what falls, what rises, the score that is lost and the misconceptions that are newly named."""
    pairs = [pair for pair in pairs if pair.kind == kind]
    moves = Counter(move for pair in pairs for move in pair.moved())
    fallen = {move: many for move, many in moves.items() if RANK[move[1]] < RANK[move[0]]}
    risen = sum(many for move, many in moves.items() if RANK[move[1]] > RANK[move[0]])
    stood = sum(many for move, many in moves.items() if move[0] is not Verdict.MISSING)
    lost = [pair.before.score - pair.after.score for pair in pairs]
    full = [pair for pair in pairs if pair.before.score == 1]
    named = sum(len(_beliefs(pair.after) - _beliefs(pair.before)) for pair in pairs)
    unnamed = sum(len(_beliefs(pair.before) - _beliefs(pair.after)) for pair in pairs)
    print(f"{kind}: {len(pairs)} made longer")
    print(
        f"  verdicts that fall: {sum(fallen.values())} of {stood} ({sum(fallen.values()) / stood:.1%}); rise: {risen}"
    )
    print("  " + "; ".join(f"{one} to {two} {many}" for (one, two), many in sorted(fallen.items())))
    print(
        f"  score: {np.mean(lost):.4f} less; of {len(full)} marked full {sum(p.after.score == 1 for p in full)} still"
    )
    print(f"  misconceptions newly named {named}, no longer named {unnamed}")


def _beliefs(mark: AnswerMark) -> set[str]:
    return {belief.id for belief in mark.misconceptions}


def main() -> int:
    """Prints both kinds of answers."""
    pairs = list(read_pairs(load_content(), marker_of_many()))
    for kind in (MODEL, GOOD):
        tell(kind, pairs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
