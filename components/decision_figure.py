"""The flowchart beside the decision guide: with our gates, as the chapter has it, or in words."""

from components import session
from components.decision_answers import FIGURE, FIGURES, press_node
from components.diagram.diagram import Frame, diagram
from components.diagram_downloads import diagram_downloads
from components.figure_key import figure_key
from components.first_screen import first_screen
from components.graph_in_words import graph_in_words
from components.markup import el, show
from components.view_switch import view_switch
from core.content.models import Content
from core.diagram.lighting import Lighting
from core.diagram.on_graph import ends_missing, on_graph
from core.language.text import t


def decision_figure(content: Content, lighting: Lighting) -> None:
    """Draws the flowchart lit by the answers."""
    view = view_switch(FIGURES, t("Show the flowchart"), FIGURE, "decision-figure.view")
    if view == "text":
        graph_in_words(content.guide_graph, lighting)
        return
    graph = content.graph_by_id[view]
    lit = lighting if view == "guide" else on_graph(lighting, graph)
    figure_key(way=True, added=view == "guide")
    if view != "guide":
        _elsewhere(content, ends_missing(lighting, graph))
    frame = Frame(phone_height_px=320, narrow=True)
    diagram(graph, f"decision.{view}", lit, lambda node_id: press_node(content, node_id), frame)
    _hint(content)
    first_screen()
    diagram_downloads(graph, lit)


def _elsewhere(content: Content, missing: tuple[str, ...]) -> None:
    """Where the answers lead and the chapter's own graph does not."""
    if missing:
        graph = content.guide_graph
        names = ", ".join(t("“{name}”", name=graph.node(node_id).list_name) for node_id in missing)
        words = t(
            "The chapter's own flowchart has no path from your answers to {names}: our gates lead there.", names=names
        )
        show(el("p", words, class_="ll-note"))


def _hint(content: Content) -> None:
    if node_id := session.take("decision.hint"):
        name = content.guide_graph.node(node_id).name
        show(
            el(
                "p",
                t("“{name}” is not an answer to the question that is open. Answer that one first.", name=name),
                class_="ll-note",
            )
        )
