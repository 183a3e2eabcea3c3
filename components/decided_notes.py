"""What a presenter can say once the room has decided its case: what to mind, what comes first, what would flip it."""

from xml.etree import ElementTree as ET

from components.decision_cautions import decision_cautions
from components.decision_gist import decision_gist
from core.workshop.shown import Decision


def decided_notes(decision: Decision | None) -> tuple[ET.Element, ...]:
    """The notes on each outcome; none before there is one."""
    return tuple(
        part
        for step in (decision.steps if decision else ())
        for part in (
            *decision_cautions(step),
            decision_gist(step, effort=False),
        )
    )
