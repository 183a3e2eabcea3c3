"""Room below the nodes whose measure hangs under them: their band and the figure reach down to it. Pure."""

from dataclasses import replace

from core.diagram.layout import Layout, PlacedBand
from core.diagram.marks import NodeMark, hang_px

_BELOW = 8
"""In px: between a word and the edge of its band."""


def room_for_marks(placed: Layout, marks: tuple[NodeMark, ...]) -> Layout:
    """The same layout, with its bands and its foot low enough for every mark that hangs below a node."""
    words = {mark.node: mark.word for mark in marks}
    feet = [
        (node.x, node.y, node.y + node.letters.height / 2 + hang_px(words[node.node.id], node.letters.width) + _BELOW)
        for node in placed.nodes
        if node.node.id in words
    ]
    bands = tuple(replace(band, height=_low_enough(band, feet)) for band in placed.bands)
    lower = max((new.height - old.height for new, old in zip(bands, placed.bands, strict=True)), default=0.0)
    return replace(placed, bands=bands, height=placed.height + lower)


def _low_enough(band: PlacedBand, feet: list[tuple[float, float, float]]) -> float:
    within = [foot for x, y, foot in feet if band.x <= x <= band.x + band.width and band.y <= y <= band.y + band.height]
    return max(band.height, *(foot - band.y for foot in within)) if within else band.height
