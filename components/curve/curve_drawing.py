"""A line chart as the browser draws it: with the theme's colours, in a wide or a narrow frame."""

from components.browser_code.browser_component import browser_component
from core.curve.curve import Curve
from core.curve.curve_svg import NARROW, WIDE, curve_svg

# st.html drops SVG, and a picture as an image would not follow the theme: therefore a component.
_mount = browser_component(
    __file__, '<div class="curve">\n<div class="drawings"></div><p role="status"></p></div>', "drawings"
)


def curve_drawing(chart: Curve, key: str, finding: str) -> None:
    """Draws a chart with the sentence that says what it shows; without it while the chart changes too fast."""
    svgs = [curve_svg(chart, frame) for frame in (WIDE, NARROW)]
    _mount(key=f"curve.{key}", data={"svgs": svgs, "finding": finding})
