"""A case beside its twin, with the words that differ marked."""

from xml.etree import ElementTree as ET

from components.markup import el, show
from core.content.choice_items import APPROACH_LABELS, Case
from core.content.models import Content
from core.quiz.answers import Picked
from core.quiz.cases import twins
from core.quiz.quiz import Quiz


def case_twins(content: Content, case: Case, quiz: Quiz) -> None:
    """Draws both; what the twin calls for shows once it was answered too."""
    pair = twins(content, case.id)
    if pair is None:
        return
    here, there = pair.marked
    show(
        el("h2", "The twin differs in one thing", class_="sub"),
        el(
            "div",
            _side("This case", here, _calls_for(case, quiz)),
            _side("Its twin", there, _calls_for(pair.twin, quiz)),
            class_="ll-twins",
        ),
        class_="ll ll-stack",
    )


def _side(title: str, runs: tuple[tuple[str, bool], ...], outcome: ET.Element) -> ET.Element:
    words = (el("mark", text) if changed else text for text, changed in runs)
    return el("section", el("h3", title), el("p", *words), outcome)


def _calls_for(case: Case, quiz: Quiz) -> ET.Element:
    response = quiz.responses.get(case.id)
    if response is None:
        return el("p", "What does it call for? Not answered yet.", class_="ll-note")
    given = response.answer.options[0] if isinstance(response.answer, Picked) else None
    chose = next((label for approach, label in APPROACH_LABELS.items() if approach.value == given), None)
    missed = (
        ""
        if given == case.answer.value
        else f" You chose {chose.lower() if chose != 'RAG' else chose}."
        if chose
        else " You did not know."
    )
    return el("p", "Calls for ", el("strong", APPROACH_LABELS[case.answer]), ".", missed)
