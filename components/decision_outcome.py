"""Where the guide ends: what to do, why, what it costs, what would flip it."""

import streamlit as st

from components import session
from components.in_english import in_english
from components.markup import big_number, el, icon_row, rich, show
from components.page_links import page_links
from core.calculator_page.joins import with_decision
from core.content.models import Content
from core.decision import Answered, Step, Walk
from core.export.decision_record import flip_words
from core.language.text import t


def decision_outcome(content: Content, walk: Walk) -> None:
    """Draws the outcomes, cheapest first."""
    several = len(walk.steps) > 1
    if several:
        show(
            el("p", t("Your outcome"), class_="ll-eyebrow", role="status"),
            el("h2", t("{count} steps, cheapest first", count=len(walk.steps))),
            el(
                "p",
                t(
                    "You named more than one problem. Take the steps in this order and stop as soon as the output "
                    "is good."
                ),
            ),
            class_="ll ll-stack",
        )
    for number, step in enumerate(walk.steps, start=1):
        _step(content, step, number if several else None)


def _step(content: Content, step: Step, number: int | None) -> None:
    outcome = step.outcome
    added = el("span", t("added by us"), class_="ll-added") if outcome.added else None
    eyebrow = t("Step {number}", number=number) if number else t("Your outcome")
    show(
        el("p", el("span", eyebrow), added, class_="ll-eyebrow", role="status"),
        in_english(outcome),
        el("h2", outcome.title, class_="" if number else "ll-outcome"),
        rich("p", outcome.because, class_="ll-lede"),
        icon_row("sort", t("Why at this place?"), outcome.order_why) if number else None,
        class_="ll ll-stack",
    )
    source = t("our estimate") if outcome.added else t("chapter, table of approaches")
    figures = ((outcome.time_to_ship, t("to ship")), (outcome.cost, t("cost")))
    show(el("div", *(big_number(*pair, source) for pair in figures), class_="ll-figs"))
    rows = [
        (t("Because"), _reasons(step.because)),
        (t("Try first"), outcome.try_first),
        (t("Avoid when"), outcome.avoid_when),
    ]
    rows += [(t("Would flip it"), flip_words(step.flip).replace("**", "=="))] if step.flip else []
    rows += [(t("Revisit when"), outcome.revisit_when)]
    show(el("dl", *(part for term, words in rows for part in (el("dt", term), rich("dd", words))), class_="ll-io"))
    for pitfall_id in outcome.pitfalls:
        pitfall = content.pitfall_by_id[pitfall_id]
        show(icon_row("warning", f"{pitfall.title}.", pitfall.instead))
    page_links(with_decision(outcome.links, session.params()))
    st.space("small")


def _reasons(because: tuple[Answered, ...]) -> str:
    said = [f"“{option.label}”" for answered in because for option in answered.options]
    return t("You said {said}.", said=t(", then ").join(said))
