"""Where everything in a diagram stands: reads Graphviz's answer into px, y downward. Pure but for the engine."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from core.content.graphs import Edge, Graph, Group, Node, NodeKind
from core.diagram.corners import ROUND_PX, SQUARE_PX, Point, onto_corner
from core.diagram.dot import dot_source
from core.diagram.engine import laid_out_json
from core.diagram.style import DETAIL_PX, NAME_PX, Lettering, edge_lines, fit_of, letterings
from core.diagram.text import text_width


@dataclass(frozen=True)
class PlacedNode:
    """A node with its lines, round its centre."""

    node: Node
    letters: Lettering
    x: float
    y: float

    @property
    def is_round(self) -> bool:
        """Whether it is drawn with round ends, as a question and a product are."""
        return self.node.product or self.node.kind is NodeKind.DECISION

    @property
    def radius(self) -> float:
        """Of its corners, in px."""
        return min(self.letters.height / 2, ROUND_PX) if self.is_round else SQUARE_PX

    @property
    def middle(self) -> float:
        """Of its lines: to the right of its own where a spine stands beside them."""
        return self.x + (5 if self.node.category and not self.is_round else 0)

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.letters.height / 2

    @property
    def last_line_end(self) -> float:
        """The right end of its lowest line."""
        name, details = self.letters.name, self.letters.details
        width = text_width(details[-1], DETAIL_PX) if details else text_width(name[-1], NAME_PX, 600)
        return self.middle + width / 2

    def met(self, at: Point, ahead: Point) -> Point:
        """Where a line from `ahead` that ends `at` its box meets what is drawn."""
        return onto_corner(at, ahead, (self.x, self.y), (self.letters.width, self.letters.height), self.radius)


@dataclass(frozen=True)
class PlacedEdge:
    """An edge as cubic Bézier points (1 + 3n of them), the tip of its arrow, and the centre of its label."""

    edge: Edge
    points: tuple[Point, ...]
    tip: Point
    label_at: Point | None
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PlacedBand:
    """A group's band: left, top, width, height."""

    group: Group
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Layout:
    """A whole diagram, sized in px."""

    graph: Graph
    width: float
    height: float
    nodes: tuple[PlacedNode, ...]
    edges: tuple[PlacedEdge, ...]
    bands: tuple[PlacedBand, ...]


@lru_cache(maxsize=64)
def layout(graph: Graph, narrow: bool = False) -> Layout:
    """Places a graph, `narrow` as its narrow fit has it. The same graph gives the same layout.

    Raises:
        LayoutError: Graphviz is missing or refused the graph.
    """
    answer = json.loads(laid_out_json(dot_source(graph, narrow)))
    _, _, width, height = _numbers(answer["bb"])
    objects = {thing["name"]: thing for thing in answer["objects"]}
    names = {thing["_gvid"]: thing["name"] for thing in answer["objects"]}
    letters = letterings(graph, narrow)
    nodes = []
    for node in graph.nodes:
        x, y = _numbers(objects[node.id]["pos"])
        nodes.append(PlacedNode(node, letters[node.id], round(x, 1), round(height - y, 1)))
    drawn = {(names[edge["tail"]], names[edge["head"]]): edge for edge in answer.get("edges", ())}
    fit = fit_of(graph, narrow)
    placed = {one.node.id: one for one in nodes}
    edges = tuple(
        _met(_placed_edge(edge, edge_lines(edge.label, fit), drawn[edge.start, edge.end], height), placed)
        for edge in graph.edges
    )
    bands = tuple(_placed_band(group, objects[f"cluster_{group.id}"]["bb"], height) for group in graph.groups)
    return Layout(graph, round(width, 1), round(height, 1), tuple(nodes), edges, bands)


def _placed_edge(edge: Edge, lines: tuple[str, ...], drawn: dict[str, str], height: float) -> PlacedEdge:
    parts = drawn["pos"].split(" ")
    tip = next((part[2:] for part in parts if part.startswith("e,")), parts[-1])
    points = tuple(_flipped(part, height) for part in parts if not part.startswith(("e,", "s,")))
    label_at = _flipped(drawn["lp"], height) if "lp" in drawn else None
    return PlacedEdge(edge, points, _flipped(tip, height), label_at, lines)


def _met(edge: PlacedEdge, nodes: Mapping[str, PlacedNode]) -> PlacedEdge:
    """The edge with its ends led on, straight, to what is drawn of its nodes."""
    points, base = edge.points, edge.points[-1]
    start = nodes[edge.edge.start].met(points[0], points[1])
    if start != points[0]:
        points = (start, start, points[0], *points)
    tip = nodes[edge.edge.end].met(edge.tip, base)
    if tip != edge.tip:
        led = (round(base[0] + tip[0] - edge.tip[0], 1), round(base[1] + tip[1] - edge.tip[1], 1))
        points = (*points, base, led, led)
    return replace(edge, points=points, tip=tip)


def _placed_band(group: Group, box: str, height: float) -> PlacedBand:
    left, bottom, right, top = _numbers(box)
    return PlacedBand(group, left, round(height - top, 1), right - left, top - bottom)


def _flipped(pair: str, height: float) -> Point:
    x, y = _numbers(pair)
    return round(x, 1), round(height - y, 1)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split(",")]
