"""The four dimensions of a debrief, each in its band with a line of evidence."""

from xml.etree import ElementTree as ET

from components.markup import el, show
from core.interview.debrief import BANDS, Debrief, Judgement
from core.interview.headline import HONEST

_NAMES = [name for _, name in BANDS]


def mock_bands(found: Debrief) -> None:
    """Draws the rows."""
    agreement = found.agreement
    agreed = f" You and the marks agree on {agreement:.0%} of what you rated." if agreement is not None else ""
    show(
        el("h2", "How it went", class_="sub"),
        el("div", *(_row(one) for one in found.judgements), class_="ll-rows ll-bands", role="list"),
        el("p", f"Bands, from the top: {', '.join(_NAMES)}. {HONEST}{agreed}", class_="ll-note"),
    )


def _row(one: Judgement) -> ET.Element:
    lit = len(_NAMES) - _NAMES.index(one.band) if one.band in _NAMES else 0
    steps = [el("i", class_="on" if step < lit else None) for step in range(len(_NAMES))]
    return el(
        "div",
        el("strong", one.dimension.value),
        el("span", el("span", *steps, class_="ll-steps", aria_hidden="true"), one.band, class_="ll-band"),
        el("span", one.evidence),
        class_="ll-row",
        role="listitem",
    )
