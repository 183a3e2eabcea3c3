"""Every point has its name, and no name lies on another, on a point or on the edge, wide and narrow."""

import itertools
from xml.etree import ElementTree as ET

import pytest

from core.calculator_page.figure import Points
from core.calculator_page.figures import figures_of
from core.calculator_page.label_places import Place, Spot, label_box, label_places, overlap
from core.calculator_page.opened import open_address
from core.calculator_page.plotly_frame import colours_of
from core.calculator_page.plotly_points import log_ends, name_places, ys_of
from core.calculator_page.plotly_spec import plotly_spec
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.diagram.text import text_width
from core.export.figure_svg import figure_svg
from core.language.in_force import speaking

PRETRAINING = calculators()["pretraining"]
CASES = [{}, {"model": "Llama-2-7B", "tokens_t": "2"}, {"model": "Llama-3.1-405B", "tokens_t": "15.6"}]
FAR_OFF = [
    {"params_b": "0.001", "tokens_t": "0.00001"},
    {"params_b": "0.1", "tokens_t": "0.001"},
    {"params_b": "10000", "tokens_t": "1000"},
    {"params_b": "0.0001", "tokens_t": "100"},
]
"""One's own run far from all the others crowds them into a corner of the plot."""


def runs(reference: Reference, inputs: dict[str, str]) -> Points:
    (points,) = figures_of(open_address(PRETRAINING, inputs, reference), reference)
    assert isinstance(points, Points)
    return points


@pytest.mark.parametrize("inputs", CASES, ids=["preset", "amid others", "at the edge"])
def test_every_run_is_named_in_the_figure_and_in_its_file(inputs: dict[str, str], reference: Reference) -> None:
    points = runs(reference, inputs)
    drawn = [str(one["text"]) for one in plotly_spec(points, colours_of(False))["layout"]["annotations"]]
    assert len(drawn) == 13
    file = [node.text for node in ET.fromstring(figure_svg(points, "T")).iter("{http://www.w3.org/2000/svg}text")]
    for point in points.points:
        assert point.own or (point.label in drawn and point.label in file)


@pytest.mark.parametrize("inputs", [*CASES, *FAR_OFF], ids=lambda one: " ".join(one.values()) or "preset")
@pytest.mark.parametrize("width", [224, 266, 480, 704])
def test_names_of_runs_do_not_touch(inputs: dict[str, str], width: float, reference: Reference) -> None:
    points = runs(reference, inputs)
    (left, right), (bottom, top) = log_ends([p.x for p in points.points]), log_ends(ys_of(points))
    layout = plotly_spec(points, colours_of(False))["layout"]
    assert layout["xaxis"]["range"] == [left - 0.05, right + 0.05]
    assert layout["yaxis"]["range"] == [bottom - 0.05, top + 0.05]
    boxes = []
    for one in layout["annotations"]:
        x = (one["x"] - left + 0.05) / (right - left + 0.1) * width + one.get("ax", one.get("xshift", 0))
        y = (1 - (one["y"] - bottom + 0.05) / (top - bottom + 0.1)) * (440 - 64) + one.get("ay", 0)
        lines = one["text"].replace("<b>", "").replace("</b>", "").split("<br>")
        long = max(len(line) for line in lines) * 6.2
        start = x if one["xanchor"] == "left" else x - long
        boxes.append((start, y - 6 * len(lines), start + long, y + 6 * len(lines)))
    assert all(box[0] > -1 and box[2] < width + 9 for box in boxes)
    assert [(a, b) for a, b in itertools.combinations(boxes, 2) if overlap(a, b) > 0] == []


def test_name_goes_to_the_free_side_of_its_point() -> None:
    spots = (Spot(0.95, 0.5, ("A long name",)), Spot(0.05, 0.5, ("Another one",)))
    right, left = label_places(spots, ((300, 200),))
    assert (right.right, left.right) == (-11, 11)
    assert right.is_beside and left.is_beside


def test_name_in_a_crowd_is_led_away_by_a_line() -> None:
    spots = tuple(Spot(0.5 + n / 100, 0.5, (f"Run {n}",)) for n in range(5))
    places = label_places(spots, ((400, 300),))
    assert sum(not place.is_beside for place in places) == 4
    boxes = [label_box(spot, place, (400, 300)) for spot, place in zip(spots, places, strict=True)]
    assert all(overlap(a, b) == 0 for a, b in itertools.combinations(boxes, 2))


def test_same_points_have_the_same_places(reference: Reference) -> None:
    points, room = runs(reference, {}), ((22.0, 26.0), (4.0, 8.0))
    found = name_places(points, room, ((500, 300),))
    assert found == name_places(points, room, ((500, 300),))
    assert all(isinstance(place, Place) for place in found)


@pytest.mark.parametrize("queries", ["1000", "1000000", "30000000", "100000000000"])
@pytest.mark.parametrize("language", ["en", "de"])
def test_dollars_beside_curves_stand_whole_in_their_margin(language: str, queries: str, reference: Reference) -> None:
    with speaking(language):
        inputs = {"queries_per_month": queries, "api_model": "gpt-4.1"}
        curves = figures_of(open_address(calculators()["break-even"], inputs, reference), reference)[0]
        layout = plotly_spec(curves, colours_of(False))["layout"]
    axis = layout["yaxis"]
    widest = max(text_width(words, axis["tickfont"]["size"]) for words in axis["ticktext"])
    assert widest + axis["ticklen"] <= layout["margin"]["l"]
