"""An address as a QR code: an SVG of our own from the modules that `segno` finds. Pure."""

import base64
from xml.etree import ElementTree as ET

import segno

QUIET = 2
"""Modules of white around; the standard asks for 4, which the page's own white completes."""


def qr_code(text: str) -> str:
    """The address of an image, with the image in it: black on white in both themes, since scanners want it so.

    Args:
        text: what the code says, such as a room's address.
    """
    rows = [bytes(row) for row in segno.make(text, error="m").matrix]
    size = len(rows) + 2 * QUIET
    path = "".join(
        f"M{x + QUIET} {y + QUIET}h1v1h-1z" for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
    )
    svg = ET.Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {size} {size}"})
    svg.set("shape-rendering", "crispEdges")
    ET.SubElement(svg, "rect", {"width": str(size), "height": str(size), "fill": "#ffffff"})
    ET.SubElement(svg, "path", {"d": path, "fill": "#16201d"})
    return "data:image/svg+xml;base64," + base64.b64encode(ET.tostring(svg)).decode()
