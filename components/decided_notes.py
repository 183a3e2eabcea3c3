"""What a presenter can say once the room has decided its case: what to mind, what comes first, what would flip it."""

from xml.etree import ElementTree as ET

from components.decision_gist import decision_gist
from components.markup import icon_row
from core.language.text import t
from core.workshop.shown import Decision


def decided_notes(decision: Decision | None) -> tuple[ET.Element, ...]:
    """The notes on each outcome; none before there is one."""
    return tuple(
        part
        for step in (decision.steps if decision else ())
        for part in (
            *(icon_row("warning", f"{t('Keep in mind')}:", caution) for caution in step.cautions),
            decision_gist(step, effort=False),
        )
    )
