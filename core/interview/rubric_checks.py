"""Holds the bank's rubrics to what marking makes of them: model answers are full, no wording makes two points. Pure."""

from collections.abc import Iterator
from itertools import combinations

from core.content.findings import Finding
from core.content.interview_items import FreeAnswer, KeyPoint
from core.content.models import Content
from core.interview.bank_rubrics import question_rubric
from core.interview.marker import Marker
from core.interview.verdicts import Verdict
from core.interview.words import phrase_words, telling_stems

MOST_SHARED = 0.8
"""Shared words over all words of two wordings, from which on they say the same."""


def questions(content: Content) -> tuple[FreeAnswer, ...]:
    """The interview questions, which have a model answer each."""
    return tuple(item for item in content.items if isinstance(item, FreeAnswer))


def wording_findings(content: Content) -> Iterator[Finding]:
    """One finding for each wording that makes two points."""
    for item in questions(content):
        yield from _of_wordings(item.id, "key_points", item.key_points)
        for follow_up in item.follow_ups:
            yield from _of_wordings(item.id, f"follow_ups.{follow_up.id}.key_points", follow_up.key_points)


def answer_findings(item: FreeAnswer, content: Content, marker: Marker) -> Iterator[Finding]:
    """One finding for each point that the model answer lacks, and for each belief in it.

    Words alone cannot say that a model answer is full, so without the embedding model nothing is found.
    """
    if marker.note:
        return
    mark = marker.mark(question_rubric(item, content), item.model_answer)
    for point in mark.points:
        if point.verdict is not Verdict.COVERED:
            message = (
                f"its own rubric marks {point.id!r} as {point.verdict}; say that point plainly, or reword the point"
            )
            yield "items", item.id, "model_answer", message
    for belief in mark.misconceptions:
        yield "items", item.id, "model_answer", f"sounds like the misconception {belief.id!r}; reword that sentence"


def _of_wordings(item_id: str, field: str, points: tuple[KeyPoint, ...]) -> Iterator[Finding]:
    for one, other in combinations(points, 2):
        for mine in (one.text, *one.accept):
            for theirs in (other.text, *other.accept):
                if _shared(mine, theirs) >= MOST_SHARED:
                    message = f"{theirs!r} says the same as {mine!r} of {one.id!r}; a wording may make one point only"
                    yield "items", item_id, f"{field}.{other.id}", message


def _shared(one: str, other: str) -> float:
    mine, theirs = telling_stems(phrase_words(one)), telling_stems(phrase_words(other))
    return len(mine & theirs) / max(1, len(mine | theirs))
