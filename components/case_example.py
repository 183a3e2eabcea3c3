"""An example of a pair of cases, for people who have not answered one yet."""

from components.in_english import in_english
from components.markup import el, show
from components.twin_sides import twin_sides
from core.content.choice_items import APPROACH_LABELS
from core.content.models import Content
from core.language.text import t
from core.quiz.cases import twins
from core.quiz.decks import case_ids
from core.quiz.titles import approach_inside


def case_example(content: Content) -> None:
    """Draws the first pair of the bank without its answers, and what the answers can be."""
    pair = next((found for name in case_ids(content) if (found := twins(content, name))), None)
    if pair is None:
        return
    approaches = ", ".join(approach_inside(label) for label in APPROACH_LABELS.values())
    words = t("Each calls first for one of five: {approaches}. In the drill you say which.", approaches=approaches)
    show(
        el("h2", t("A pair, for example"), class_="sub ll-part"),
        in_english(pair.case, pair.twin),
        twin_sides(pair, (t("One case"), None), (t("Its twin"), None)),
        el("p", words),
        class_="ll ll-stack",
    )
