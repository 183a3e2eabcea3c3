"""What was said: the answer, with the words marked that earned a point, each with the point's number."""

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from components.markup import el, show
from components.said_in_english import said_in_english
from core.interview.evidence import Piece, marks
from core.interview.windows import Span
from core.language.text import t

WRONG = "!"
"""The label of words that sound like a misconception."""


def interview_said(answer: str, evidence: Mapping[str, Span]) -> None:
    """Draws the answer; `evidence` has the words of each point by its number."""
    head = el("h2", t("What you said"), class_="sub")
    if not answer.strip():
        show(head, el("p", t("Nothing: you gave no answer."), class_="ll-note"))
        return
    parts = [part for piece in marks(answer, evidence) for part in _piece(piece)]
    show(head, said_in_english(el("p", *parts, class_="ll-answer")))


def _piece(piece: Piece) -> list[ET.Element | str]:
    if not piece.labels:
        return [piece.text]
    wrong = all(label.startswith(WRONG) for label in piece.labels)
    marked = el("mark", piece.text, class_="ll-doubt" if wrong else None)
    numbers = [label for label in piece.ends if not label.startswith(WRONG)]
    said = el("sup", ", ".join(numbers)) if numbers else None
    return [marked] if said is None else [marked, said]
