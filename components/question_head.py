"""The head of a question: its subject, its kind, and what it asks."""

from xml.etree import ElementTree as ET

from components.in_english import in_english
from components.markup import el, kept_together, rich, show
from core.content.choice_items import Case
from core.content.facts import Category
from core.content.items import KIND_LABELS, AnyItem
from core.content.models import Content
from core.language.text import marked, t

_WORDS = {
    Category.PROMPT: marked("Prompting"),
    Category.STUFF: marked("Prompt stuffing"),
    Category.RAG: marked("RAG"),
    Category.TUNE: marked("Fine-tuning"),
    Category.PRE: marked("Pre-training"),
    Category.ALIGN: marked("Alignment"),
    Category.APP: marked("Application"),
}


def question_head(content: Content, item: AnyItem, above: ET.Element | None = None) -> None:
    """Draws the tag of the item's category, its kind, the question as the page's h1, and the situation of a case.

    What stands above it comes in the same block: each block of a page costs the server about as much.
    """
    show(
        above,
        el("p", _tag(content, item), el("span", t(KIND_LABELS[item.kind])), class_="ll-eyebrow"),
        in_english(item),
        rich("h1", kept_together(item.question), class_="ll-question"),
        rich("p", kept_together(item.situation), class_="ll-lede") if isinstance(item, Case) else None,
        class_="ll ll-question-head",
    )


def _tag(content: Content, item: AnyItem) -> ET.Element | None:
    if isinstance(item, Case):
        return None  # what it is about is what is asked
    category = _category_of(content, item)
    words = t(_WORDS[category]) if category else t("Decision")
    return el("span", words, class_=f"ll-tag ll-{category.value}" if category else "ll-tag")


def _category_of(content: Content, item: AnyItem) -> Category | None:
    """What the item's node is; None for a node of the flowchart that is a question or a way."""
    stage = content.stage_by_id.get(item.node)
    if stage:
        return stage.category
    found = [node.category for graph in content.graphs for node in graph.nodes if node.id == item.node]
    return next((category for category in found if category), None)
