"""What is related to the current place in the guide: its outcomes, or the node that a link points at."""

from components.related.related import related
from core.content.models import Content
from core.content.pages import Page
from core.decision import Step
from core.join.entity import Entity, Kind
from core.language.text import t


def decision_related(content: Content, steps: tuple[Step, ...], pointed: str | None) -> None:
    """Draws the links: a block for the node that a link points at, and one for each outcome that is shown."""
    if pointed:
        name = t("Flowchart: {name}", name=content.guide_graph.node(pointed).name)
        related(Page.DECIDE, Entity(Kind.NODE, pointed), title=t("Related to “{name}”", name=name))
    for step in steps:
        title = t("Related to “{name}”", name=step.outcome.title)
        related(Page.DECIDE, Entity(Kind.OUTCOME, step.outcome.id), title=title)
