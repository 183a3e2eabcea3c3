"""Reads a model's reply into marks: verdicts checked, quotes found in the answer, the score computed here. Pure."""

import json
import re
from collections import Counter
from typing import Any

from core.interview.opinion_prompt import VERDICTS
from core.interview.rubric import Rubric
from core.interview.verdicts import AnswerMark, MisconceptionMark, PointMark, Verdict, score_of
from core.interview.windows import Span
from core.language.text import marked
from core.text.whole_text import whole_text

MOST_POINTS_A_QUOTE = 2
"""One passage rarely says three things; a quote that is given for more points proves none."""

LEAST_WORDS_OF_A_QUOTE = 2
_MOST_FEEDBACK = 600
_VERDICT = {"covered": Verdict.COVERED, "partly": Verdict.NOT_SURE}
_STRENGTH = {Verdict.COVERED: 1.0, Verdict.NOT_SURE: 0.5, Verdict.MISSING: 0.0}


class UnreadableOpinionError(ValueError):
    """A reply that is not what was asked for; the message is a sentence."""


def read_opinion(content: str, rubric: Rubric, answer: str) -> tuple[AnswerMark, str]:
    """The marks and the feedback of a reply.

    A “covered” whose quote is not in the answer word for word becomes “not sure”.

    Raises:
        UnreadableOpinionError: the reply is no JSON object with a known verdict for every point.
    """
    reply = _object(content)
    given = reply.get("points")
    if not isinstance(given, dict):
        raise UnreadableOpinionError(marked("The model's reply has no points in it."))
    wanted = [_entry(given.get(point.id)) for point in rubric.key_points]
    repeated = Counter(" ".join(quote.lower().split()) for verdict, quote in wanted if verdict == "covered")
    points = tuple(
        _point(point.id, verdict, quote, answer, repeated[" ".join(quote.lower().split())])
        for point, (verdict, quote) in zip(rubric.key_points, wanted, strict=True)
    )
    named = reply.get("misconceptions")
    beliefs = [one.id for one in rubric.misconceptions if isinstance(named, list) and one.id in named]
    marks = tuple(MisconceptionMark(name, 1.0, Span(0, 0)) for name in beliefs)
    feedback = reply.get("feedback")
    words = " ".join(feedback.split())[:_MOST_FEEDBACK] if isinstance(feedback, str) else ""
    return AnswerMark(score_of(points, rubric.key_points), True, points, marks), words


def _entry(value: Any) -> tuple[str, str]:
    if not isinstance(value, dict) or value.get("verdict") not in VERDICTS:
        raise UnreadableOpinionError(marked("The model left out a point, or gave it an unknown verdict."))
    quote = value.get("quote")
    return str(value["verdict"]), quote if isinstance(quote, str) else ""


def _point(name: str, said: str, quote: str, answer: str, repeated: int) -> PointMark:
    verdict = _VERDICT.get(said, Verdict.MISSING)
    if verdict is Verdict.MISSING:
        note = marked("The model reads it as saying the opposite.") if said == "contradicted" else ""
        return PointMark(name, verdict, 0.0, None, note)
    span = find_quote(quote, answer)
    note = ""
    if verdict is Verdict.COVERED and span is None:
        verdict, note = Verdict.NOT_SURE, marked("The model's quote is not in the answer.")
    elif verdict is Verdict.COVERED and repeated > MOST_POINTS_A_QUOTE:
        verdict, note = Verdict.NOT_SURE, marked("The model gave the same quote for several points.")
    return PointMark(name, verdict, _STRENGTH[verdict], span, note)


def find_quote(quote: str, answer: str) -> Span | None:
    """Where a quote stands in an answer; capitals and the width of spaces do not matter, words do.

    >>> find_quote("rag  First", "I try RAG first."), find_quote("try RAG last", "I try RAG first.")
    (Span(start=6, end=15), None)
    """
    words = quote.strip().strip("\"'“”‘’.… ").split()
    if len(words) < LEAST_WORDS_OF_A_QUOTE:
        return None
    pattern = r"(?<!\w)" + r"\s+".join(re.escape(word) for word in words) + r"(?!\w)"
    found = re.search(pattern, answer, re.IGNORECASE)
    return Span(found.start(), found.end()) if found else None


def _object(content: str) -> dict[str, Any]:
    for text in (content, _repaired(content)):
        try:
            value = whole_text(json.loads(text))
        except (ValueError, RecursionError):  # a number of 5,000 digits is no JSONDecodeError
            continue
        if isinstance(value, dict):
            return value
    raise UnreadableOpinionError(marked("The model's reply is not the JSON that was asked for."))


def _repaired(content: str) -> str:
    """What stands from the first brace to the last, without commas before a closing bracket."""
    start, end = content.find("{"), content.rfind("}")
    return re.sub(r",(\s*[}\]])", r"\1", content[start : end + 1]) if 0 <= start < end else ""
