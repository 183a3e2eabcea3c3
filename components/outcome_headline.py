"""The head of an outcome of the guide: what to do, why, how long it takes, and what it costs."""

from components.decision_cautions import decision_cautions
from components.in_english import in_english
from components.markup import el, icon_row, rich, show, sourced_numbers
from core.decision import Step
from core.language.text import t


def outcome_headline(step: Step, number: int | None = None) -> None:
    """Draws it; `number` is its place among several, of which none is the outcome alone."""
    outcome = step.outcome
    added = el("span", t("added by us"), class_="ll-added") if outcome.added else None
    eyebrow = t("Step {number}", number=number) if number else t("Your outcome")
    status = {} if number else {"role": "status"}
    name = {} if number else {"id": "decision-outcome"}
    show(
        el("p", el("span", eyebrow), added, class_="ll-eyebrow", **status),
        in_english(outcome),
        el("h2", outcome.title, class_="" if number else "ll-outcome", **name),
        rich("p", outcome.because, class_="ll-lede"),
        *decision_cautions(step),
        icon_row("sort", t("Why here?"), outcome.order_why) if number else None,
        class_="ll ll-stack",
    )
    source = t("our estimate") if outcome.added else t("chapter, table of approaches")
    show(*sourced_numbers((outcome.time_to_ship, t("to ship"), source), (outcome.cost, t("cost"), source)))
