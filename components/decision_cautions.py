"""What to keep in mind of an outcome of the guide: answers that do not suit it, and those that nobody knew."""

from xml.etree import ElementTree as ET

from components.markup import icon_row
from core.decision import Step
from core.language.text import t


def decision_cautions(step: Step) -> tuple[ET.Element, ...]:
    """A row for each; none where every answer suits the outcome."""
    return tuple(icon_row("warning", f"{t('Keep in mind')}:", caution) for caution in step.cautions)
