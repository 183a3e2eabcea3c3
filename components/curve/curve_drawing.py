"""A line chart as the browser draws it: with the theme's colours, in a wide or a narrow frame."""

from pathlib import Path

import streamlit as st

from components.browser_code.browser_code import browser_code
from core.curve.curve import Curve
from core.curve.curve_svg import NARROW, WIDE, curve_svg

_HERE = Path(__file__).parent
# st.html drops SVG, and a picture as an image would not follow the theme: therefore a component.
_mount = st.components.v2.component(
    "curve",
    html='<div class="curve">\n<div class="drawings"></div><p role="status"></p></div>',
    css=(_HERE / "curve.css").read_text(encoding="utf-8"),
    js=browser_code(_HERE / "curve.js", "drawings"),
)


def curve_drawing(chart: Curve, key: str, finding: str) -> None:
    """Draws a chart with the sentence that says what it shows; without it while the chart changes too fast."""
    svgs = [curve_svg(chart, frame) for frame in (WIDE, NARROW)]
    _mount(key=f"curve.{key}", data={"svgs": svgs, "finding": finding})
