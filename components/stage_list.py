"""The training pipeline in words: every stop as a heading with lists, for those who cannot use the figure."""

from xml.etree import ElementTree as ET

from components.markup import el, rich, show
from components.page_links import page_links
from core.content.lessons import Stage
from core.content.models import Content
from core.join.stage_links import stage_links
from core.language.text import in_sentence, t
from core.numbers.figures import figure_source, figure_text


def stage_list(content: Content, *, onward: bool = False) -> None:
    """Draws all stops, one after the other, from the same data as the figure and its panel.

    With `onward`, each has the links that its panel has.
    """
    graph = content.graph_by_id["pipeline"]
    for number, stage in enumerate(content.stages, start=1):
        node = graph.node(stage.id)
        next_ones = [graph.node(edge.end).name for edge in graph.edges if edge.start == stage.id]
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
                el("li", t("Leads to: {names}", names=", ".join(next_ones) or t("your product"))),
            ),
            class_="ll ll-stack ll-step",
        )
        if onward:
            page_links(stage_links(content, stage))


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
    for claim in (content.claim_by_id[claim_id] for claim_id in stage.scale):
        section = content.section_by_id[claim.source].title
        for figure in claim.figures:
            source = figure_source(claim, figure, section)
            found.append(el("li", el("strong", figure_text(figure)), f" {figure.label} ({source})"))
    return found
