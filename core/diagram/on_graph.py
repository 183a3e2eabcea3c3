"""Carries a highlighted path over to another graph that lacks some of its nodes and edges. Pure."""

from core.content.graphs import Graph
from core.diagram.lighting import Lighting, Pair


def on_graph(lighting: Lighting, graph: Graph) -> Lighting:
    """The lighting of the guide as it looks on the chapter's own graph: only what a lit way there leads to is lit."""
    nodes = {node.id for node in graph.nodes}
    edges = {
        (edge.start, edge.end)
        for edge in graph.edges
        if (edge.start, edge.end) in lighting.path_edges or _leads(edge.start, edge.end, lighting, nodes)
    }
    lit = _reached(graph, edges, lighting)
    edges = {pair for pair in edges if set(pair) <= lit}
    dead = (lighting.dead_nodes & nodes) | _cut_off(graph, (lighting.path_nodes & nodes) - lit, lighting)
    closed = {(edge.start, edge.end) for edge in graph.edges if {edge.start, edge.end} & dead} - edges
    return Lighting(_last_reached(lighting, lit), frozenset(lit), frozenset(edges), frozenset(dead), frozenset(closed))


def ends_missing(lighting: Lighting, graph: Graph) -> tuple[str, ...]:
    """The nodes that the way ends at and that no lit way leads to on the other graph, in alphabetical order."""
    starts = {start for start, _ in lighting.path_edges}
    ends = {end for _, end in lighting.path_edges} - starts
    reached = on_graph(lighting, graph)
    return tuple(sorted(ends - reached.path_nodes - {reached.selected}))


def _reached(graph: Graph, edges: set[Pair], lighting: Lighting) -> set[str]:
    """Nodes of the way that can be reached from the start of the graph along lit edges."""
    ends = {edge.end for edge in graph.edges}
    on_the_way = lighting.path_nodes | {lighting.selected}
    open_ids = [node.id for node in graph.nodes if node.id not in ends and node.id in on_the_way]
    reached: set[str] = set()
    while open_ids:
        here = open_ids.pop()
        reached.add(here)
        open_ids += [end for start, end in edges if start == here and end not in reached]
    return reached


def _cut_off(graph: Graph, left_out: frozenset[str] | set[str], lighting: Lighting) -> set[str]:
    """Those of `left_out` that only closed nodes lead to."""
    return {
        node for node in left_out if all(edge.start in lighting.dead_nodes for edge in graph.edges if edge.end == node)
    }


def _leads(start: str, end: str, lighting: Lighting, known: set[str]) -> bool:
    """Whether the lit way runs from `start` to `end` through nodes that the other graph lacks."""
    open_ids = [b for a, b in lighting.path_edges if a == start and b not in known]
    while open_ids:
        here = open_ids.pop()
        onward = [b for a, b in lighting.path_edges if a == here]
        if end in onward:
            return True
        open_ids += [b for b in onward if b not in known]
    return False


def _last_reached(lighting: Lighting, reached: set[str]) -> str | None:
    """Where the reader is, or the last node before it that the other graph's way comes to."""
    here = lighting.selected
    while here is not None and here not in reached:
        here = min((start for start, end in lighting.path_edges if end == here), default=None)
    return here
