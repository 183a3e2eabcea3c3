import math
from xml.etree import ElementTree as ET

import pytest

from core.diagram.layout import layout
from core.diagram.lighting import Lighting, walked_to
from core.diagram.names_only import names_only
from core.diagram.style import DETAIL_PX, NAME_PX, NARROW, letterings
from core.diagram.svg import svg_text
from core.diagram.text import text_width
from tests.read_once import load_languages

LANGUAGES = load_languages()
TOO_LARGE = (
    "the graph {graph} is {width} px wide, too large for a laptop: let its edges end nearer, shorten its labels, "
    "or change its fit in core/diagram/style.py"
)
GRAPHS = LANGUAGES["en"].graph_by_id
EVERY = [graph for content in LANGUAGES.values() for graph in content.graphs]
SETTINGS = [(graph, narrow) for graph in EVERY for narrow in (False, True) if not narrow or graph.id in NARROW]
EACH_SETTING = pytest.mark.parametrize(
    ("graph", "narrow"), SETTINGS, ids=[f"{g.id}-{g.title}{'-narrow' * narrow}" for g, narrow in SETTINGS]
)
SVG = "{http://www.w3.org/2000/svg}"


def _boxes(placed):
    return [_box((n.x, n.y), n.letters.width, n.letters.height) for n in placed.nodes]


def _box(centre, width, height):
    return centre[0] - width / 2, centre[1] - height / 2, centre[0] + width / 2, centre[1] + height / 2


@EACH_SETTING
def test_nodes_do_not_overlap_and_stay_inside(graph, narrow):
    placed = layout(graph, narrow)
    boxes = _boxes(placed)
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert left >= -1 and top >= -1 and right <= placed.width + 1 and bottom <= placed.height + 1
        for other in boxes[number + 1 :]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def _off_outline(at, node):
    """How far a point is from a node as it is drawn, with its round corners, in px."""
    width, height = node.letters.width / 2 - node.radius, node.letters.height / 2 - node.radius
    aside, below = max(0, abs(at[0] - node.x) - width), max(0, abs(at[1] - node.y) - height)
    return math.hypot(aside, below) - node.radius


@EACH_SETTING
def test_edges_begin_and_end_at_what_is_drawn(graph, narrow):
    placed = layout(graph, narrow)
    nodes = {node.node.id: node for node in placed.nodes}
    for edge in placed.edges:
        assert len(edge.points) % 3 == 1
        assert abs(_off_outline(edge.points[0], nodes[edge.edge.start])) < 1.5
        assert abs(_off_outline(edge.tip, nodes[edge.edge.end])) < 1.5


@pytest.mark.parametrize(("graph", "node"), [("decision", "misses-task"), ("guide", "tried-prompting")])
def test_no_short_word_of_a_name_stands_alone_between_two_lines(graph, node):
    lines = letterings(GRAPHS[graph])[node].name
    widths = [text_width(line, NAME_PX, 600) for line in lines]
    assert len(lines) > 2
    assert min(widths[1:-1]) > max(widths) / 2


def test_a_new_phrase_begins_a_new_line():
    assert letterings(GRAPHS["guide"])["few-shot"].name[2] == "CoT, structured"


@EACH_SETTING
def test_labels_of_edges_have_room_round_them(graph, narrow):
    placed = layout(graph, narrow)
    labelled = [edge for edge in placed.edges if edge.label_at]
    wide = [max(text_width(line, DETAIL_PX, 600) for line in edge.lines) for edge in labelled]
    labels = [_box(e.label_at, width, 14 * len(e.lines)) for e, width in zip(labelled, wide, strict=True)]
    for number, (left, top, right, bottom) in enumerate(labels):
        for other in (*labels[number + 1 :], *_boxes(placed)):
            apart = max(left - other[2], other[0] - right)
            assert apart >= 6 or bottom <= other[1] or other[3] <= top, labelled[number].edge.label


@EACH_SETTING
def test_every_line_fits_into_its_box(graph, narrow):
    for node in layout(graph, narrow).nodes:
        widths = [text_width(line, NAME_PX, 600) for line in node.letters.name]
        widths += [text_width(line, DETAIL_PX) for line in node.letters.details]
        assert max(widths) + 8 <= node.letters.width


@EACH_SETTING
def test_the_picture_says_all_that_the_graph_says(graph, narrow):
    root = ET.fromstring(svg_text(layout(graph, narrow)))
    nodes = {group.get("data-id"): group for group in root.iter(f"{SVG}g") if group.get("data-id")}
    assert list(nodes) == [node.id for node in graph.nodes]
    for node in graph.nodes:
        words = " ".join(text.text for text in nodes[node.id].iter(f"{SVG}text"))
        expected = " ".join(node.label.split()) + (f" {graph.added_word}" if node.added else "")
        assert words == expected
    edges = [group for group in root.iter(f"{SVG}g") if group.get("data-from")]
    assert [(e.get("data-from"), e.get("data-to")) for e in edges] == [(e.start, e.end) for e in graph.edges]
    for drawn, edge in zip(edges, graph.edges, strict=True):
        assert " ".join(text.text for text in drawn.iter(f"{SVG}text")).split() == edge.label.split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pipeline_is_whole_on_a_laptop_and_as_wide_as_a_phone(language):
    placed = layout(LANGUAGES[language].graph_by_id["pipeline"])
    assert placed.height <= 670
    assert placed.width <= 370


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_as_wide_as_its_column_on_a_laptop(language):
    width = layout(LANGUAGES[language].graph_by_id["guide"]).width
    assert width <= 938, TOO_LARGE.format(graph="guide", width=width)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("graph", NARROW)
def test_flowcharts_are_whole_beside_the_panel_of_a_laptop_and_in_half_its_window(language, graph):
    own = LANGUAGES[language].graph_by_id[graph]
    placed, narrow = layout(own), layout(own, narrow=True)
    told = TOO_LARGE.format(graph=graph, width=f"{placed.width} (narrow {narrow.width})")
    assert placed.width <= 812 and placed.height <= 556, told
    assert narrow.width <= 546, told


@pytest.mark.parametrize("graph", ["decision", "guide"])
def test_branches_of_a_flowchart_stand_in_the_order_of_the_chapter(graph):
    for narrow in (False, True):
        at = {node.node.id: node.x for node in layout(GRAPHS[graph], narrow).nodes}
        heads = [at[name] for name in ("lacks-knowledge", "wrong-style", "misses-task", "slow-or-expensive")]
        assert heads == sorted(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_graph_of_sft_runs_down_a_phone_where_it_would_be_cut_on_both_sides(language):
    own = LANGUAGES[language].graph_by_id["sft"]
    placed = layout(own, narrow=True)
    assert placed.width <= 276  # a phone of 320 px leaves so much
    at = {node.node.id: node.y for node in placed.nodes}
    assert at["training-data"] == at["base-model"] < at["sft-training"] < at["fine-tuned-model"]


def test_what_was_added_is_called_so_in_the_language_of_the_graph():
    words = {content: LANGUAGES[content].graph_by_id["guide"].added_word for content in ("en", "de")}
    assert words == {"en": "added", "de": "ergänzt"}


def test_the_guide_by_its_names_alone_says_no_word_more_and_has_letters_a_tenth_larger_on_a_projector():
    graph = GRAPHS["guide"]
    placed, whole = layout(names_only(graph)), layout(graph)
    assert not any(node.letters.details for node in placed.nodes)
    assert not list(ET.fromstring(svg_text(placed)).iterfind(f".//{SVG}g[@data-from]/{SVG}text"))
    assert [node.node.added for node in placed.nodes] == [node.node.added for node in whole.nodes]
    assert placed.height <= 0.9 * whole.height and placed.width <= whole.width


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
