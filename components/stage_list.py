"""The training pipeline in words: every stop as a heading with lists, for those who cannot use the figure."""

from xml.etree import ElementTree as ET

from components.markup import el, rich, show
from core.content.lessons import Stage
from core.content.models import Content
from core.language.text import in_sentence, t
from core.numbers.figures import figure_text


def stage_list(content: Content) -> None:
    """Draws all stops, one after the other, from the same data as the figure and its panel."""
    graph = content.graph_by_id["pipeline"]
    for number, stage in enumerate(content.stages, start=1):
        node = graph.node(stage.id)
        onward = [graph.node(edge.end).name for edge in graph.edges if edge.start == stage.id]
        show(
            el(
                "p",
                el("span", stage.phase, class_=f"ll-tag ll-{stage.category}"),
                t("Step {number}", number=number),
                class_="ll-eyebrow",
            ),
            el("h2", f"{node.name}: {in_sentence(stage.title)}", id=f"step-{stage.id}"),
            rich("p", stage.text),
            el(
                "ul",
                *_facts(content, stage),
                el("li", t("Leads to: {names}", names=", ".join(onward) or t("your product"))),
            ),
            class_="ll ll-stack ll-step",
        )


def _facts(content: Content, stage: Stage) -> list[ET.Element]:
    rows = {
        t("Goes in"): stage.goes_in,
        t("Comes out"): stage.comes_out,
        t("Data"): stage.data,
        t("Cost"): stage.cost,
        t("Who does it"): stage.who,
        t("In the kitchen"): stage.chef,
        t("Watch for"): stage.watch_for,
    }
    found = [el("li", el("strong", f"{term}:"), " ", rich("span", value)) for term, value in rows.items()]
    for claim_id in stage.scale:
        for figure in content.claim_by_id[claim_id].figures:
            found.append(el("li", el("strong", figure_text(figure)), f" {figure.label}"))
    return found
