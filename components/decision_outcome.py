"""The guide's outcome beside the flowchart: what to do, or which steps in which order."""

from components.markup import el, show
from components.outcome_headline import outcome_headline
from core.decision import Walk
from core.language.text import t


def decision_outcome(walk: Walk) -> None:
    """Draws the one outcome, or the list of several, cheapest first."""
    if len(walk.steps) == 1:
        outcome_headline(walk.steps[0])
        return
    show(
        el("p", t("Your outcome"), class_="ll-eyebrow", role="status"),
        el("h2", t("{count} steps, cheapest first", count=len(walk.steps)), id="decision-outcome"),
        el(
            "p",
            t("You named more than one problem. Take the steps in this order and stop as soon as the output is good."),
        ),
        el("ol", *(el("li", el("strong", step.outcome.title)) for step in walk.steps)),
        class_="ll ll-stack",
    )
