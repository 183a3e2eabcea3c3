"""A part of a whole is filled alike in every calculator, whatever else is in the figure, and named by its sample."""

import re
from pathlib import Path

import pytest

from core.calculator_page.figure import Stack
from core.calculator_page.figures import figures_of
from core.calculator_page.fills import FILLS, fill_of
from core.calculator_page.opened import open_address
from core.calculator_page.plotly_frame import colours_of
from core.calculator_page.plotly_spec import plotly_spec
from core.calculators.registry import calculators
from core.content.reference import Reference

CASES = [("memory", {"method": "full"}), ("memory", {"method": "qlora"}), ("memory", {}), ("serving", {})]
SHEET = (Path(__file__).parents[3] / "components" / "calculator.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "inputs"), CASES)
def test_part_has_its_own_fill_whatever_stands_before_it(
    name: str, inputs: dict[str, str], reference: Reference
) -> None:
    opened = open_address(calculators()[name], inputs, reference)
    (stack,) = figures_of(opened, reference)
    assert isinstance(stack, Stack)
    colours = colours_of(False)
    for part, bar in zip(stack.parts, plotly_spec(stack, colours)["data"], strict=True):
        fill = FILLS[part.id]
        assert bar["marker"]["color"] == colours[fill.token], part.id
        assert bar["marker"].get("pattern", {}).get("shape", "") == fill.hatch, part.id


def test_parts_of_one_bar_never_look_alike(reference: Reference) -> None:
    for name in ("memory", "serving"):
        result = open_address(calculators()[name], {}, reference).result
        looks = [(fill_of(part.id).token, fill_of(part.id).hatch) for part in result.parts]
        assert len(set(looks)) == len(looks) and all(part.id in FILLS for part in result.parts)


def test_every_fill_has_a_sample_in_the_style_sheet() -> None:
    samples = set(re.findall(r"\.ll-swatch-([a-z])", SHEET))
    assert {fill.swatch for fill in FILLS.values()} | {fill_of("tea").swatch} == samples


def test_marker_is_drawn_whole_where_it_stands_on_an_axis(reference: Reference) -> None:
    opened = open_address(calculators()["break-even"], {"months": "12", "labels_usd": "200"}, reference)
    spec = plotly_spec(figures_of(opened, reference)[0], colours_of(dark=False))
    dots = [trace for trace in spec["data"] if trace["type"] == "scatter" and trace["mode"] == "markers"]
    assert dots
    assert not any(trace["cliponaxis"] for trace in dots)
