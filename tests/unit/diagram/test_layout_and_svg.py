from xml.etree import ElementTree as ET

import pytest

from core.content.loader import load_content
from core.diagram.layout import layout
from core.diagram.lighting import Lighting, walked_to
from core.diagram.style import DETAIL_PX, NAME_PX
from core.diagram.svg import svg_text
from core.diagram.text import text_width

GRAPHS = load_content().graph_by_id
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_nodes_do_not_overlap_and_stay_inside(graph_id):
    placed = layout(GRAPHS[graph_id])
    boxes = [
        (n.x - n.letters.width / 2, n.y - n.letters.height / 2, n.x + n.letters.width / 2, n.y + n.letters.height / 2)
        for n in placed.nodes
    ]
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -1 and top >= -1 and right <= placed.width + 1 and bottom <= placed.height + 1
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_every_line_fits_into_its_box(graph_id):
    for node in layout(GRAPHS[graph_id]).nodes:
        widths = [text_width(line, NAME_PX, 600) for line in node.letters.name]
        widths += [text_width(line, DETAIL_PX) for line in node.letters.details]
        assert max(widths) + 8 <= node.letters.width


@pytest.mark.parametrize("graph_id", GRAPHS)
def test_the_picture_says_all_that_the_graph_says(graph_id):
    graph = GRAPHS[graph_id]
    root = ET.fromstring(svg_text(layout(graph)))
    nodes = {group.get("data-id"): group for group in root.iter(f"{SVG}g") if group.get("data-id")}
    assert list(nodes) == [node.id for node in graph.nodes]
    for node in graph.nodes:
        words = " ".join(text.text for text in nodes[node.id].iter(f"{SVG}text"))
        expected = " ".join(node.label.split()) + (" added" if node.added else "")
        assert words == expected
    edges = [group for group in root.iter(f"{SVG}g") if group.get("data-from")]
    assert [(e.get("data-from"), e.get("data-to")) for e in edges] == [(e.start, e.end) for e in graph.edges]
    for drawn, edge in zip(edges, graph.edges, strict=True):
        assert " ".join(text.text for text in drawn.iter(f"{SVG}text")).split() == edge.label.split()


def test_the_pipeline_is_whole_on_a_laptop_and_as_wide_as_a_phone():
    placed = layout(GRAPHS["pipeline"])
    assert placed.height <= 670
    assert placed.width <= 370


def test_the_lit_picture_marks_one_node_and_the_way_to_it():
    graph = GRAPHS["pipeline"]
    root = ET.fromstring(svg_text(layout(graph), walked_to(graph, "sft")))
    states = {g.get("data-id"): g.get("class").split() for g in root.iter(f"{SVG}g") if g.get("data-id")}
    assert [name for name, classes in states.items() if "selected" in classes] == ["sft"]
    assert [name for name, classes in states.items() if "path" in classes] == ["raw-text", "pre-training", "base-model"]


def test_a_picture_that_leaves_the_app_brings_its_colours_and_its_words():
    graph = GRAPHS["sft"]
    text = svg_text(layout(graph), standalone=True)
    root = ET.fromstring(text)
    assert root.get("aria-label") == graph.description
    assert "prefers-color-scheme:dark" in text and "--ll-marker:#ffe04d" in text


def test_labels_cannot_become_markup():
    graph = GRAPHS["sft"]
    evil = graph.nodes[0].model_copy(update={"label": '<script>alert(1)</script> & "x"'})
    text = svg_text(layout(graph.model_copy(update={"nodes": (evil, *graph.nodes[1:])})))
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_a_state_is_one_of_three():
    lit = Lighting("a", frozenset({"a", "b"}), frozenset({("a", "b")}), frozenset({"c"}), frozenset({("b", "c")}))
    assert [lit.node_state(name) for name in "abcd"] == ["selected", "path", "dead", ""]
    assert [lit.edge_state(*pair) for pair in (("a", "b"), ("b", "c"), ("c", "d"))] == ["path", "dead", ""]
