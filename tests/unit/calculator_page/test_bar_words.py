"""What is written beside bars stands whole in the narrowest window."""

import pytest

from core.calculator_page.figure import Bars
from core.calculator_page.figures import figures_of
from core.calculator_page.opened import open_address
from core.calculator_page.plotly_frame import Spec, colours_of
from core.calculator_page.plotly_spec import plotly_spec
from core.calculators.registry import calculators
from core.content.reference import Reference
from core.diagram.text import text_width
from core.language.in_force import speaking

NARROWEST = 280


def layout(reference: Reference, name: str, **inputs: str) -> Spec:
    bars = figures_of(open_address(calculators()[name], inputs, reference), reference)[-1]
    assert isinstance(bars, Bars)
    found: Spec = plotly_spec(bars, colours_of(False))["layout"]
    return found


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("mode", ["managed", "chapter", "computed"])
def test_name_and_number_of_a_bar_take_two_rows_where_one_is_too_long(
    language: str, mode: str, reference: Reference
) -> None:
    with speaking(language):
        found = layout(reference, "cost", mode=mode)
    said = [one["text"].replace("<b>", "").replace("</b>", "").split("<br>") for one in found["annotations"]]
    assert all(text_width(row, 14, 600) <= NARROWEST for rows in said for row in rows)
    assert all(words["align"] == "left" for words in found["annotations"])
    room = found["height"] - found["margin"]["t"] - found["margin"]["b"]
    assert room / len(said) >= 44 + 18 * max(map(len, said)) - 18


@pytest.mark.parametrize("budget_ms", ["1", "500", "2000", "5000", "6000", "600000"])
def test_name_of_a_limit_stands_whole_at_either_edge(budget_ms: str, reference: Reference) -> None:
    with speaking("de"):
        found = layout(reference, "break-even", budget_ms=budget_ms)
    name, top = found["annotations"][-1], found["xaxis"]["range"][1]
    long = text_width(name["text"], 13)
    start = name["x"] / top * NARROWEST - long * {"left": 0, "center": 0.5, "right": 1}[name["xanchor"]]
    assert "Budget" in name["text"]
    assert start >= 0
    assert start + long <= NARROWEST
