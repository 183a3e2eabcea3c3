"""An outcome of the guide in a few lines: how long it takes, what it costs, what to try first, what would flip it."""

from xml.etree import ElementTree as ET

from components.markup import description_list
from core.decision import Step
from core.export.decision_record import flip_words
from core.language.text import t


def decision_gist(step: Step, *, effort: bool) -> ET.Element:
    """The list; without time and cost where no `effort` is asked for, without the last where no one answer flips it."""
    outcome = step.outcome
    rows = [(t("Time to ship"), outcome.time_to_ship), (t("Cost"), outcome.cost)] if effort else []
    rows.append((t("Try first"), outcome.try_first))
    rows += [(t("Would flip it"), flip_words(step.flip))] if step.flip else []
    return description_list(rows)
