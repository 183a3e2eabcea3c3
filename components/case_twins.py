"""A case beside its twin, with the words that differ marked."""

from xml.etree import ElementTree as ET

from components.markup import el, rich, show
from components.twin_sides import twin_sides
from core.content.choice_items import APPROACH_LABELS, Case
from core.content.models import Content
from core.language.text import t
from core.quiz.answers import Picked
from core.quiz.cases import twins
from core.quiz.quiz import Quiz
from core.quiz.titles import approach_inside


def case_twins(content: Content, case: Case, quiz: Quiz) -> None:
    """Draws both; what the twin calls for shows once it was answered too."""
    pair = twins(content, case.id)
    if pair is None:
        return
    show(
        el("h2", t("The twin differs in one thing"), class_="sub"),
        twin_sides(pair, (t("This case"), _calls_for(case, quiz)), (t("Its twin"), _calls_for(pair.twin, quiz))),
        class_="ll ll-stack",
    )


def _calls_for(case: Case, quiz: Quiz) -> ET.Element:
    response = quiz.responses.get(case.id)
    if response is None:
        return el("p", t("What does it call for? Not answered yet."), class_="ll-note")
    given = response.answer.options[0] if isinstance(response.answer, Picked) else None
    chose = next((label for approach, label in APPROACH_LABELS.items() if approach.value == given), None)
    words = t("Calls for **{approach}**.", approach=t(APPROACH_LABELS[case.answer]))
    if chose is None:
        words += " " + t("You did not know.")
    elif given != case.answer.value:
        words += " " + t("You chose {approach}.", approach=approach_inside(chose))
    return rich("p", words)
