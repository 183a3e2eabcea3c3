"""The four dimensions of a debrief, each in its band with a line of evidence."""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from components.markup import el, show
from core.interview.debrief import BANDS, Debrief, Judgement
from core.interview.headline import HONEST
from core.language.text import t
from core.numbers.number_format import percent

_NAMES = [name for _, name in BANDS]


def mock_bands(found: Debrief) -> None:
    """Draws the rows."""
    show(
        el("h2", t("How it went"), class_="sub"),
        el("div", *(_row(one) for one in found.judgements), class_="ll-rows ll-bands", role="list"),
        el("p", " ".join(_sentences(found.agreement)), class_="ll-note"),
    )


def _sentences(agreement: float | None) -> Iterator[str]:
    yield t("Bands, best first: {names}.", names=", ".join(map(t, _NAMES)))
    yield t(HONEST)
    if agreement is not None:
        yield t("You and the marks agree on {share} of what you rated.", share=percent(agreement))


def _row(one: Judgement) -> ET.Element:
    lit = len(_NAMES) - _NAMES.index(one.band) if one.band in _NAMES else 0
    steps = [el("i", class_="on" if step < lit else None) for step in range(len(_NAMES))]
    return el(
        "div",
        el("strong", t(one.dimension.value)),
        el(
            "span",
            el("span", *steps, class_="ll-band-steps", aria_hidden="true"),
            t(one.band).capitalize(),
            class_="ll-band",
        ),
        el("span", one.evidence),
        class_="ll-row",
        role="listitem",
    )
