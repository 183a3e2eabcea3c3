"""The part of a graph that is near the reader: where they are, what led there, and what follows next. Pure."""

from core.content.graphs import Graph
from core.diagram.lighting import Lighting
from core.language.text import t


def near(graph: Graph, lighting: Lighting, back: int, ahead: int) -> Graph:
    """The selected node with what led to it and what follows, at most so many edges back and ahead.

    Without a selected node that is the whole graph.
    """
    if lighting.selected is None:
        return graph
    led_here = {(edge.end, edge.start) for edge in graph.edges if (edge.start, edge.end) in lighting.path_edges}
    leads_on = {(edge.start, edge.end) for edge in graph.edges if (edge.start, edge.end) not in lighting.dead_edges}
    kept = _reached(lighting.selected, led_here, back) | _reached(lighting.selected, leads_on, ahead)
    return graph.model_copy(
        update={
            "description": t("The part of the figure that leads here, and what can follow."),
            "nodes": tuple(node for node in graph.nodes if node.id in kept),
            "edges": tuple(edge for edge in graph.edges if edge.start in kept and edge.end in kept),
        }
    )


def _reached(start: str, pairs: set[tuple[str, str]], steps: int) -> set[str]:
    """The ids that so many steps along the pairs lead to, with the one that they start at."""
    found = {start}
    for _ in range(steps):
        found |= {end for begin, end in pairs if begin in found}
    return found
