"""A graph as a list: each node with where it leads, and what the answers did to it."""

from xml.etree import ElementTree as ET

from components.markup import el, show, whole_ranges
from core.content.graphs import Graph, Node
from core.diagram.formats import described
from core.diagram.lighting import Lighting
from core.language.text import marked, t

_STATES = {"selected": marked("you are here"), "path": marked("on your way"), "dead": marked("closed by your answers")}


def graph_in_words(graph: Graph, lighting: Lighting) -> None:
    """Draws the same nodes and edges as the figure, as text."""
    show(
        el("p", graph.description),
        el("ol", *(_node(graph, node, lighting) for node in graph.nodes), class_="ll-outline"),
        class_="ll ll-stack",
    )


def _node(graph: Graph, node: Node, lighting: Lighting) -> ET.Element:
    state = _STATES.get(lighting.node_state(node.id))
    mark = el("mark" if state == _STATES["selected"] else "em", t(state)) if state else None
    onward = []
    for edge in graph.edges:
        if edge.start == node.id:
            words = t("If “{label}”: ", label=" ".join(edge.label.split())) if edge.label else t("Then: ")
            onward.append(el("li", words, graph.node(edge.end).name, t(" (added)") if edge.added else ""))
    return el(
        "li",
        el("strong", whole_ranges(described(node))),
        " " if mark is not None else "",
        mark,
        el("ul", *onward) if onward else None,
    )
