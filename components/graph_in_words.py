"""A graph as a list: each node with where it leads, and what the answers did to it."""

from xml.etree import ElementTree as ET

from components.markup import el, show
from core.content.graphs import Graph, Node
from core.diagram.formats import described
from core.diagram.lighting import Lighting

_STATES = {"selected": "you are here", "path": "on your way", "dead": "closed by your answers"}


def graph_in_words(graph: Graph, lighting: Lighting) -> None:
    """Draws the same nodes and edges as the figure, as text."""
    show(
        el("p", graph.description),
        el("ol", *(_node(graph, node, lighting) for node in graph.nodes), class_="ll-outline"),
        class_="ll ll-stack",
    )


def _node(graph: Graph, node: Node, lighting: Lighting) -> ET.Element:
    state = _STATES.get(lighting.node_state(node.id))
    mark = el("mark" if state == "you are here" else "em", state) if state else None
    onward = []
    for edge in graph.edges:
        if edge.start == node.id:
            words = f"If “{' '.join(edge.label.split())}”: " if edge.label else "Then: "
            onward.append(el("li", words, graph.node(edge.end).name, " (added)" if edge.added else ""))
    return el(
        "li",
        el("strong", described(node)),
        " " if mark is not None else "",
        mark,
        el("ul", *onward) if onward else None,
    )
