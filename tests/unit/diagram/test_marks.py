"""Measures on nodes: told by a word, a length and a pattern, in the figure and to those who hear it."""

from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from core.content.graphs import Graph
from core.diagram.layout import layout
from core.diagram.lighting import Lighting
from core.diagram.marks import BarPattern, NodeMark
from core.diagram.style import DETAIL_PX, NAME_PX
from core.diagram.svg import MARGIN, svg_text
from core.diagram.text import text_width
from tests.read_once import load_content, load_languages

SVG = "{http://www.w3.org/2000/svg}"
GRAPH = load_content().graph_by_id["pipeline"]


def drawn(*marks: NodeMark, graph: Graph = GRAPH) -> dict[str, ET.Element]:
    root = ET.fromstring(svg_text(layout(graph), Lighting(marks=marks)))
    return {str(node.get("data-id")): node for node in root.iter(f"{SVG}g") if node.get("data-id")}


def mark_of(node: ET.Element) -> ET.Element | None:
    return next((g for g in node.iter(f"{SVG}g") if "mark" in (g.get("class") or "").split()), None)


def test_node_bears_its_word_its_bar_and_its_pattern() -> None:
    mark = mark_of(drawn(NodeMark("sft", "weak 61 %", "", 0.61, BarPattern.DOTTED))["sft"])
    assert mark is not None
    assert mark.get("class") == "mark dotted"
    assert [text.text for text in mark.iter(f"{SVG}text")] == ["weak 61 %"]
    box, label = drawn()["sft"].find(f"{SVG}rect"), mark.find(f"{SVG}rect")
    bar = mark.find(f"{SVG}line")
    assert box is not None
    assert bar is not None
    assert label is not None
    assert float(bar.get("x1", 0)) == pytest.approx(float(box.get("x", 0)) + 22, abs=0.2)
    room = float(label.get("x", 0)) - 5 - float(bar.get("x1", 0))
    assert float(bar.get("x2", 0)) - float(bar.get("x1", 0)) == pytest.approx(0.61 * room, abs=0.2)


def test_nothing_is_drawn_where_nothing_is_measured() -> None:
    nodes = drawn(NodeMark("sft", "not begun", ""))
    assert mark_of(nodes["rag"]) is None
    mark = mark_of(nodes["sft"])
    assert mark is not None
    assert mark.find(f"{SVG}line") is None


def test_word_of_a_narrow_node_hangs_below_it_and_leaves_the_arrow_free() -> None:
    nodes = drawn(NodeMark("rag", "fading 82 %", "", 0.82), NodeMark("sft", "fading 82 %", "", 0.82))
    for name, below in (("rag", True), ("sft", False)):
        body = nodes[name].find(f"{SVG}rect")
        mark = mark_of(nodes[name])
        assert body is not None
        assert mark is not None
        label = mark.find(f"{SVG}rect")
        assert label is not None
        foot = float(body.get("y", 0)) + float(body.get("height", 0))
        assert (float(label.get("y", 0)) > foot) is below


def test_share_beyond_its_bounds_stays_on_the_node() -> None:
    mark = mark_of(drawn(NodeMark("sft", "x", "", 1.7))["sft"])
    full = mark_of(drawn(NodeMark("sft", "x", "", 1.0))["sft"])
    assert mark is not None
    assert full is not None
    assert ET.tostring(mark) == ET.tostring(full)


def test_words_of_a_mark_are_escaped() -> None:
    text = svg_text(layout(GRAPH), Lighting(marks=(NodeMark("sft", "<b>", "<i>"),)))
    assert "&lt;b&gt;" in text
    assert "<b>" not in text


PIPELINES = {code: content.graph_by_id["pipeline"] for code, content in load_languages().items()}


@pytest.mark.parametrize("word", ["fading 88 %", "holds 100 %", "sinkt 88 %", "hält 100 %"])
@pytest.mark.parametrize("code", PIPELINES)
def test_label_stays_in_the_figure(code: str, word: str) -> None:
    graph = PIPELINES[code]
    end = layout(graph).width + MARGIN
    for each in drawn(*(NodeMark(node.id, word, "", 1.0) for node in graph.nodes), graph=graph).values():
        mark = mark_of(each)
        label = mark.find(f"{SVG}rect") if mark is not None else None
        assert label is not None
        assert float(label.get("x", 0)) + float(label.get("width", 0)) < end


@pytest.mark.parametrize("word", ["fading 88 %", "holds 100 %", "sinkt 88 %", "hält 100 %"])
@pytest.mark.parametrize("code", PIPELINES)
def test_label_leaves_the_lines_of_its_node_free(code: str, word: str) -> None:
    graph = PIPELINES[code]
    nodes = drawn(*(NodeMark(node.id, word, "", 0.88) for node in graph.nodes), graph=graph)
    for each in nodes.values():
        mark = mark_of(each)
        assert mark is not None
        label = mark.find(f"{SVG}rect")
        assert label is not None
        left, top = float(label.get("x", 0)), float(label.get("y", 0))
        for text in each.findall(f"{SVG}text"):
            size, weight = (NAME_PX, 600) if text.get("class") == "name" else (DETAIL_PX, 400)
            if float(text.get("y", 0)) - size < top + float(label.get("height", 0)):
                half = text_width(str(text.text), size, weight) / 2
                assert float(text.get("x", 0)) + half + 4 < left or float(text.get("y", 0)) < top, text.text


@pytest.mark.parametrize("word", ["fading 88 %", "holds 100 %", "sinkt 88 %", "hält 100 %"])
@pytest.mark.parametrize("code", PIPELINES)
def test_label_lies_on_no_bar_and_on_no_other_label(code: str, word: str) -> None:
    graph = PIPELINES[code]
    nodes = drawn(*(NodeMark(node.id, word, "", 1.0) for node in graph.nodes), graph=graph)
    marks = [mark_of(node) for node in nodes.values()]
    labels = [_box(mark.find(f"{SVG}rect")) for mark in marks if mark is not None]
    bars = [mark.find(f"{SVG}line") for mark in marks if mark is not None]
    for place, (left, top, right, bottom) in enumerate(labels):
        for other in labels[place + 1 :]:
            assert other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top
        for bar in bars:
            assert bar is not None
            start, end, y = (float(bar.get(name, 0)) for name in ("x1", "x2", "y1"))
            assert end < left or start > right or not top - 2.5 < y < bottom + 2.5


def _box(rect: ET.Element | None) -> tuple[float, float, float, float]:
    assert rect is not None
    x, y, width, height = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


@pytest.mark.parametrize("code", PIPELINES)
def test_label_of_a_step_is_covered_by_no_later_step(code: str) -> None:
    words = {"en": ("holds 91 %", "fading 88 %", "weak 40 %"), "de": ("hält 91 %", "sinkt 88 %")}
    for word in words[code]:
        graph = PIPELINES[code]
        nodes = list(drawn(*(NodeMark(node.id, word, "", 0.9) for node in graph.nodes), graph=graph).values())
        for place, node in enumerate(nodes):
            mark = mark_of(node)
            left, top, right, bottom = _box(mark.find(f"{SVG}rect") if mark is not None else None)
            for later in nodes[place + 1 :]:
                other = _box(later.find(f"{SVG}rect"))
                assert other[0] >= right or other[2] <= left or other[1] >= bottom or other[3] <= top


@pytest.mark.parametrize("word", ["fading 88 %", "holds 100 %", "sinkt 88 %", "hält 100 %"])
@pytest.mark.parametrize("code", PIPELINES)
def test_band_and_figure_reach_below_every_label(code: str, word: str) -> None:
    graph = PIPELINES[code]
    marks = tuple(NodeMark(node.id, word, "", 0.9) for node in graph.nodes)
    root = ET.fromstring(svg_text(layout(graph), Lighting(marks=marks)))
    bands = [_box(g.find(f"{SVG}rect")) for g in root.iter(f"{SVG}g") if (g.get("class") or "").startswith("band")]
    labels = [_box(mark_of(g).find(f"{SVG}rect")) for g in root.iter(f"{SVG}g") if g.get("data-id")]  # type: ignore[union-attr]
    lowest = max(bottom for _, _, _, bottom in labels)
    assert lowest + 6 < max(bottom for _, _, _, bottom in bands)
    assert max(bottom for _, _, _, bottom in bands) <= float(root.get("height", 0)) - 2 * MARGIN
    assert all(upper[3] < lower[1] for upper, lower in pairwise(bands))
