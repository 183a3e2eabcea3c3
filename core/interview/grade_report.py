"""An answer's marks as a JSON record and as lines for a reader. Pure."""

from typing import Any

from core.interview.evidence import BULLET, cleanly_ended
from core.interview.prose import without_tags
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark, Verdict
from core.interview.windows import Span


def as_record(answer_id: str, answer: str, mark: AnswerMark, question_id: str) -> dict[str, Any]:
    """The record of one answer; `question_id` is left out when it is empty."""
    return {
        "id": answer_id,
        **({"question_id": question_id} if question_id else {}),
        "score": mark.score,
        "judgeable": mark.judgeable,
        "points": {
            point.id: {
                "verdict": point.verdict.value,
                "score": point.strength,
                "evidence": quoted(answer, point.evidence),
            }
            for point in mark.points
        },
        "misconceptions": [{"id": one.id, "evidence": quoted(answer, one.evidence)} for one in mark.misconceptions],
    }


def as_words(answer_id: str, answer: str, mark: AnswerMark, rubric: Rubric) -> str:
    """The marks of one answer for a reader: a line for each key point, the learner's words in quotes."""
    counts = (
        f"{mark.count(Verdict.COVERED)} of {len(mark.points)} points found, {mark.count(Verdict.NOT_SURE)} to check"
    )
    lines = [f"{answer_id}: {counts}, score {mark.score:.2f}" if mark.judgeable else f"{answer_id}: not judged"]
    texts = {point.id: point.text for point in rubric.key_points}
    for point in mark.points if mark.judgeable else ():
        words = f" “{quoted(answer, point.evidence)}”" if point.evidence else ""
        lines.append(f"  {point.verdict.value:<9} {point.id}: {texts[point.id]}{words}")
    beliefs = {one.id: one for one in rubric.misconceptions}
    for one in mark.misconceptions:
        correction = f" {beliefs[one.id].correction}".rstrip()
        lines.append(f"  sounds like {one.id}: “{quoted(answer, one.evidence)}”{correction}")
    return "\n".join([*lines, *(f"  {note}" for note in mark.notes)])


def quoted(answer: str, span: Span | None) -> str:
    """The learner's own words of a stretch, on one line and without HTML tags; empty for none.

    >>> quoted("- facts: RAG\\n- tone: prompt", Span(0, 28))
    'facts: RAG / tone: prompt'
    >>> quoted("<p>Use <b>RAG</b> first</p>", Span(0, 27))
    'Use RAG first'
    """
    words = BULLET.sub(" / ", cleanly_ended(without_tags(answer)[span.start : span.end])) if span else ""
    return " ".join(words.split()).removeprefix("/ ")
