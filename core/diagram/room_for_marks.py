"""Room below the nodes for the words of their measures: what is lower moves down, in the band and below it. Pure."""

from dataclasses import replace

from core.diagram.corners import Point
from core.diagram.layout import Layout, PlacedBand, PlacedNode
from core.diagram.marks import NodeMark, reach_px

_TO_NODE, _TO_BAND, _LINE = 3, 7, 1
"""In px: between a word and the node below it, and the edge of its band; and of the line where arrows begin."""


def room_for_marks(placed: Layout, marks: tuple[NodeMark, ...]) -> Layout:
    """The same layout, drawn out where the word of a mark would reach the next node, or the foot of its band."""
    words = {mark.node: mark.word for mark in marks}
    for node_id in [node.node.id for node in sorted(placed.nodes, key=lambda node: node.foot)]:
        if node_id in words:
            node = next(node for node in placed.nodes if node.node.id == node_id)
            if lacking := _lacking(placed, node, node.foot + reach_px(words[node_id], node)):
                placed = _drawn_out(placed, node.foot, lacking)
    return placed


def _lacking(placed: Layout, node: PlacedNode, reach: float) -> float:
    tops = [other.y - other.letters.height / 2 for other in placed.nodes]
    below = [reach + _TO_NODE - top for top in tops if top > node.foot]
    feet = [band.y + band.height for band in placed.bands if band.y < node.foot]
    return max(0.0, *below, *(reach + _TO_BAND - foot for foot in feet if foot > node.foot))


def _drawn_out(placed: Layout, at: float, by: float) -> Layout:
    def lower(y: float) -> float:
        return y + by if y > at + _LINE else y

    def moved(point: Point) -> Point:
        return point[0], lower(point[1])

    def moved_band(band: PlacedBand) -> PlacedBand:
        return replace(band, y=lower(band.y), height=lower(band.y + band.height) - lower(band.y))

    edges = tuple(
        replace(
            edge,
            points=tuple(moved(point) for point in edge.points),
            tip=moved(edge.tip),
            label_at=edge.label_at and moved(edge.label_at),
        )
        for edge in placed.edges
    )
    nodes = tuple(replace(node, y=lower(node.y)) for node in placed.nodes)
    bands = tuple(moved_band(band) for band in placed.bands)
    return replace(placed, height=placed.height + by, nodes=nodes, edges=edges, bands=bands)
