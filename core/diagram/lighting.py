"""What a diagram highlights: where the reader is, how they got there, what their answers ruled out. Pure."""

from dataclasses import dataclass, field, replace

from core.content.graphs import Graph
from core.diagram.marks import NodeMark

Pair = tuple[str, str]


@dataclass(frozen=True)
class Lighting:
    """The state of nodes and edges; a node is at most one of selected, path, dead, and may bear a measure besides."""

    selected: str | None = None
    path_nodes: frozenset[str] = field(default_factory=frozenset)
    path_edges: frozenset[Pair] = field(default_factory=frozenset)
    dead_nodes: frozenset[str] = field(default_factory=frozenset)
    dead_edges: frozenset[Pair] = field(default_factory=frozenset)
    marks: tuple[NodeMark, ...] = ()

    def at(self, node_id: str) -> "Lighting":
        """The same path, seen from a node on it whose answer is being changed."""
        return replace(self, selected=node_id)

    def mark(self, node_id: str) -> NodeMark | None:
        """What is measured on a node."""
        return next((mark for mark in self.marks if mark.node == node_id), None)

    def node_state(self, node_id: str) -> str:
        """`selected`, `path`, `dead` or an empty string."""
        if node_id == self.selected:
            return "selected"
        if node_id in self.path_nodes:
            return "path"
        return "dead" if node_id in self.dead_nodes else ""

    def edge_state(self, start: str, end: str) -> str:
        """`path`, `dead` or an empty string."""
        if (start, end) in self.path_edges:
            return "path"
        return "dead" if (start, end) in self.dead_edges else ""


def walked_to(graph: Graph, node_id: str) -> Lighting:
    """The lighting of a walk along the graph that has come to `node_id`: all that leads there is path."""
    came_from: dict[str, list[str]] = {}
    for edge in graph.edges:
        came_from.setdefault(edge.end, []).append(edge.start)
    seen, open_ids = set(), [node_id]
    while open_ids:
        here = open_ids.pop()
        if here not in seen:
            seen.add(here)
            open_ids.extend(came_from.get(here, ()))
    edges = {(edge.start, edge.end) for edge in graph.edges if edge.end in seen}
    return Lighting(node_id, frozenset(seen - {node_id}), frozenset(edges))
