"""A learner's wording as an accept phrase, ready to be pasted into a question's YAML. Pure."""

import re
from dataclasses import dataclass

from core.interview.prose import without_tags
from core.interview.rubric import KeyPoint, Rubric
from core.interview.windows import Span, sentences_of
from core.interview.words import phrase_words, telling_stems, words_of

MOST_WORDS, MOST_LETTERS = 30, 240
"""A wording longer than this is no longer one clause, and content/ takes no longer line."""

LEAST_TELLING = 2
"""With fewer words that carry meaning, a wording would match anything."""

_INDENT, _INDENT_IN_FOLLOW_UP = 8, 12
_JOINED = re.compile(r"^(?:(?:and|but|so|because|also|well|then|or|um|uh)\b[\s,]+)+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Suggestion:
    """A wording for a key point: `place` names the entry that it goes under, `yaml` is the line, indented for there.

    `taken` is the id of another point of the rubric that has the same words already; empty when none has.
    """

    phrase: str
    place: str
    yaml: str
    taken: str = ""


def suggest_wording(rubric: Rubric, point_id: str, answer: str, evidence: Span | None) -> Suggestion | None:
    """The learner's words for a point that the learner counts as made and the marker did not find.

    Args:
        rubric: what the answer was marked against; its id names the place, `question` or `question/follow-up`.
        point_id: a key point of the rubric.
        answer: the answer as it was written.
        evidence: where in the answer the point is made; None looks for the sentence or clause that shares most words.

    Returns:
        None when the words are too few to be told from others, or when the point has them already.

    >>> points = [{"id": "small", "text": "LoRA trains two small matrices."}]
    >>> rubric = Rubric(id="why-lora", question="", key_points=points)
    >>> print(suggest_wording(rubric, "small", "Cheap. And LoRA learns two thin tables beside it.", None).yaml)
            - "LoRA learns two thin tables beside it"
    """
    point = next(point for point in rubric.key_points if point.id == point_id)
    span = evidence or _nearest(point, answer)
    phrase = _trimmed(answer, span) if span else ""
    if len(telling_stems(words_of(phrase))) < LEAST_TELLING or _says(point, phrase):
        return None
    taken = next((other.id for other in rubric.key_points if _says(other, phrase)), "")
    name = rubric.id or "the question"
    indent = " " * (_INDENT_IN_FOLLOW_UP if "/" in name else _INDENT)
    place = " › ".join([*name.split("/"), point_id, "accept"])
    return Suggestion(phrase, place, f"{indent}- {_quoted(phrase)}", taken)


def _nearest(point: KeyPoint, answer: str) -> Span | None:
    """The sentence or clause that shares most of its words with one of the point's wordings."""
    wanted = [telling_stems(phrase_words(text)) for text in point.phrases]
    spans = [span for one in sentences_of(answer) for span in (one.span, *one.clauses)]

    def overlap(span: Span) -> float:
        stems = telling_stems(words_of(answer[span.start : span.end]))
        return max(2 * len(stems & other) / max(1, len(stems) + len(other)) for other in wanted)

    return max(spans, key=overlap, default=None)


def _trimmed(answer: str, span: Span) -> str:
    """The words of a stretch on one line, without what joins them to those before, cut to `MOST_WORDS`."""
    text = _SPACE.sub(" ", without_tags(answer)[span.start : span.end]).strip(" .,;:–—-•*!?\"'“”")
    words = _JOINED.sub("", text).split(" ")[:MOST_WORDS]
    while len(" ".join(words)) > MOST_LETTERS and len(words) > 1:
        words.pop()
    return " ".join(words)[:MOST_LETTERS].strip(" ,;:–—-")


def _says(point: KeyPoint, phrase: str) -> bool:
    """Whether one of the point's wordings has the same words in the same order."""
    wanted = [word.text for word in words_of(phrase)]
    return any([word.text for word in phrase_words(text)] == wanted for text in point.phrases)


def _quoted(phrase: str) -> str:
    """A YAML string in double quotes.

    >>> print(_quoted('the "base" stays' + chr(92)))
    "the \\"base\\" stays\\\\"
    """
    kept = "".join(letter for letter in phrase if letter.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
