"""Draws a laid-out diagram as SVG with classes and no colours. Pure.

Text is escaped by ElementTree; nothing here builds markup from strings.
"""

import math
from xml.etree import ElementTree as ET

from core.diagram.corners import Point
from core.diagram.layout import Layout, PlacedBand, PlacedEdge, PlacedNode
from core.diagram.lighting import Lighting
from core.diagram.marks import draw_mark
from core.diagram.room_for_marks import room_for_marks
from core.diagram.style import DETAIL_LEADING, NAME_LEADING, standalone_style

MARGIN = 6
_ARROW_HALF_WIDTH = 3.5


def svg_text(placed: Layout, lighting: Lighting | None = None, standalone: bool = False) -> str:
    """The diagram as SVG text, lit if a lighting is given; `standalone` adds the colours, for a file of its own."""
    light = lighting or Lighting()
    placed = room_for_marks(placed, light.marks)
    beside = min((band.x for band in placed.bands), default=0.0)  # Graphviz leaves 8 px there, which a phone lacks
    width, height = placed.width + 2 * (MARGIN - beside), placed.height + 2 * MARGIN
    root = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"{beside - MARGIN:g} {-MARGIN} {width:.0f} {height:.0f}",
            "width": f"{width:.0f}",
            "height": f"{height:.0f}",
        },
    )
    if standalone:
        root.set("role", "img")
        root.set("aria-label", placed.graph.description)
        ET.SubElement(root, "style").text = standalone_style()
    for band in placed.bands:
        _draw_band(root, band)
    for edge in placed.edges:
        _draw_edge(root, edge, light)
    for node in placed.nodes:
        _draw_node(root, node, light)
    return ET.tostring(root, encoding="unicode")


def _draw_band(root: ET.Element, band: PlacedBand) -> None:
    group = ET.SubElement(root, "g", {"class": f"band {band.group.category.value}"})
    _rect(group, (band.x, band.y), (band.width, band.height), 8, "body")
    _text(group, (band.x + 10, band.y + 16), band.group.label, "label")


def _draw_edge(root: ET.Element, placed: PlacedEdge, light: Lighting) -> None:
    edge = placed.edge
    classes = f"edge{' added' if edge.added else ''} {light.edge_state(edge.start, edge.end)}".rstrip()
    group = ET.SubElement(root, "g", {"class": classes, "data-from": edge.start, "data-to": edge.end})
    start, *rest = placed.points
    curve = " ".join(f"{x:g},{y:g}" for x, y in rest)
    ET.SubElement(group, "path", {"d": f"M{start[0]:g},{start[1]:g}C{curve}"})
    ET.SubElement(group, "polygon", {"points": _arrow(placed.points[-1], placed.tip)})
    if placed.label_at:
        x, y = placed.label_at
        for number, line in enumerate(placed.lines):
            _text(group, (x, y + 4 + (number - (len(placed.lines) - 1) / 2) * 14), line, "label")


def _arrow(base: Point, tip: Point) -> str:
    length = math.dist(base, tip) or 1
    across = (-(tip[1] - base[1]) / length * _ARROW_HALF_WIDTH, (tip[0] - base[0]) / length * _ARROW_HALF_WIDTH)
    left, right = (base[0] + across[0], base[1] + across[1]), (base[0] - across[0], base[1] - across[1])
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (left, tip, right))


def _draw_node(root: ET.Element, placed: PlacedNode, light: Lighting) -> None:
    node, letters = placed.node, placed.letters
    kinds = ["node", node.kind.value, node.category and node.category.value, node.product and "product"]
    kinds += [node.added and "added", light.node_state(node.id)]
    group = ET.SubElement(root, "g", {"class": " ".join(str(k) for k in kinds if k), "data-id": node.id})
    left, top = placed.x - letters.width / 2, placed.y - letters.height / 2
    _rect(group, (left, top), (letters.width, letters.height), placed.radius, "body")
    if node.category and not placed.is_round:
        _rect(group, (left + 6, top + 6), (5, letters.height - 12), 2, "spine")
    text_height = len(letters.name) * NAME_LEADING + len(letters.details) * DETAIL_LEADING
    y = placed.y - text_height / 2
    for line in letters.name:
        _text(group, (placed.middle, y + 13), line, "name")
        y += NAME_LEADING
    for line in letters.details:
        _text(group, (placed.middle, y + 11), line, "detail")
        y += DETAIL_LEADING
    if mark := light.mark(node.id):
        draw_mark(group, mark, placed)


def _rect(parent: ET.Element, corner: Point, size: tuple[float, float], radius: float, name: str) -> None:
    values = {"x": corner[0], "y": corner[1], "width": size[0], "height": size[1], "rx": radius}
    ET.SubElement(parent, "rect", {"class": name, **{key: f"{value:.1f}" for key, value in values.items()}})


def _text(parent: ET.Element, at: Point, words: str, name: str) -> None:
    text = ET.SubElement(parent, "text", {"class": name, "x": f"{at[0]:.1f}", "y": f"{at[1]:.1f}"})
    text.text, text.tail = words, " "  # what reads the lines in a row, as voice control does, finds words and not one
