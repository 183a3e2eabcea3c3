"""Room for the words of recall: whatever a learner knows, each stands whole in its band, near the step it speaks of."""

from itertools import product
from random import Random
from xml.etree import ElementTree as ET

import pytest

from core.diagram.layout import layout
from core.diagram.lighting import Lighting
from core.diagram.marks import NodeMark
from core.diagram.room_for_marks import room_for_marks
from core.diagram.svg import svg_text
from tests.read_once import load_languages

SVG = "{http://www.w3.org/2000/svg}"
PIPELINES = {code: content.graph_by_id["pipeline"] for code, content in load_languages().items()}
WORDS = {
    "en": ("not begun", "holds 100\u00a0%", "fading 88\u00a0%", "weak 40\u00a0%", "weak 0\u00a0%"),
    "de": ("neu", "hält 100\u00a0%", "sinkt 88\u00a0%", "schwach 40\u00a0%", "schwach 0\u00a0%"),
}
SAME = [(code, [word] * len(PIPELINES[code].nodes)) for code in WORDS for word in WORDS[code]]
MIXED = [
    (code, Random(seed).choices(WORDS[code], k=len(PIPELINES[code].nodes))) for code, seed in product(WORDS, range(20))
]
Box = tuple[float, float, float, float]


def marks(code: str, words: list[str]) -> tuple[NodeMark, ...]:
    return tuple(NodeMark(node.id, word, "", 0.5) for node, word in zip(PIPELINES[code].nodes, words, strict=True))


def boxes(code: str, words: list[str]) -> tuple[list[Box], dict[str, Box], dict[str, Box]]:
    """Bands, nodes and the words of their marks: left, top, right and bottom."""
    root = ET.fromstring(svg_text(layout(PIPELINES[code]), Lighting(marks=marks(code, words))))
    groups = list(root.iter(f"{SVG}g"))
    nodes = {str(group.get("data-id")): group for group in groups if group.get("data-id")}
    bands = [_box(group.find(f"{SVG}rect")) for group in groups if (group.get("class") or "").startswith("band")]
    labels = {name: _box(node.find(f"{SVG}g/{SVG}rect")) for name, node in nodes.items()}
    return bands, {name: _box(node.find(f"{SVG}rect")) for name, node in nodes.items()}, labels


def _box(rect: ET.Element | None) -> Box:
    assert rect is not None
    x, y, width, height = (float(rect.get(name, 0)) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


@pytest.mark.parametrize(("code", "words"), SAME + MIXED)
def test_every_word_stands_in_its_band_and_on_no_other_step(code: str, words: list[str]) -> None:
    bands, nodes, labels = boxes(code, words)
    for name, (left, top, right, bottom) in labels.items():
        home = next(band for band in bands if band[1] < nodes[name][1] < band[3])
        assert home[0] + 2 < left
        assert right < home[2] - 2
        assert bottom < home[3] - 5
        for other, at in nodes.items():
            apart = at[0] > right or at[2] < left or at[1] > bottom + 1.9 or at[3] < top
            assert other == name or apart, f"{name} on {other}"


@pytest.mark.parametrize("code", WORDS)
def test_words_of_a_row_of_steps_stand_in_a_row_however_short_they_are(code: str) -> None:
    _, nodes, labels = boxes(code, list(WORDS[code]) * 2 + [WORDS[code][0]])
    for name in ("prompting", "rag", "fine-tuning"):
        left, top, right, _ = labels[name]
        assert top == pytest.approx(nodes[name][3] + 5, abs=0.2)
        assert (left + right) / 2 == pytest.approx((nodes[name][0] + nodes[name][2]) / 2, abs=0.2)


def test_arrows_begin_at_the_foot_of_their_step_and_end_at_the_head_of_the_next() -> None:
    drawn = layout(PIPELINES["de"])
    moved = room_for_marks(drawn, marks("de", ["schwach 40\u00a0%"] * len(drawn.nodes)))
    assert moved.height > drawn.height
    before, after = ({node.node.id: node for node in one.nodes} for one in (drawn, moved))
    for old, new in zip(drawn.edges, moved.edges, strict=True):
        start, end = old.edge.start, old.edge.end
        assert new.points[0][1] - after[start].foot == pytest.approx(old.points[0][1] - before[start].foot)
        assert new.tip[1] - after[end].y == pytest.approx(old.tip[1] - before[end].y)


def test_nothing_moves_where_nothing_is_measured() -> None:
    drawn = layout(PIPELINES["en"])
    assert room_for_marks(drawn, ()) == drawn
