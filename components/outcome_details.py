"""The outcomes of the guide in full, over the width of the page: the reasons, and beside them what to watch for."""

import streamlit as st

from components import session
from components.markup import description_list, icon_row, show
from components.outcome_headline import outcome_headline
from components.page_links import page_links
from core.calculator_page.joins import with_decision
from core.content.graphs import Outcome
from core.content.models import Content
from core.decision import Answered, Step, Walk
from core.export.decision_record import flip_words
from core.language.text import t


def outcome_details(content: Content, walk: Walk) -> None:
    """Draws each; of several each has its head, since only their order stands beside the flowchart."""
    several = len(walk.steps) > 1
    for number, step in enumerate(walk.steps, start=1):
        with st.container(key=f"strip-outcome-{step.outcome.id}"):
            left, right = st.columns(2, gap="large")
            with left:
                if several:
                    outcome_headline(step, number)
                else:
                    _reasons(step)
            with right:
                if several:
                    _reasons(step)
                _watch_for(content, step.outcome)
            page_links(with_decision(step.outcome.links, session.params()))


def _reasons(step: Step) -> None:
    outcome = step.outcome
    rows = [
        (t("Because"), _answers(step.because)),
        (t("Try first"), outcome.try_first),
        (t("Avoid when"), outcome.avoid_when),
    ]
    rows += [(t("Would flip it"), _flip(step)), (t("Revisit when"), outcome.revisit_when)]
    show(description_list(rows))


def _flip(step: Step) -> str:
    if step.flip is None:
        return t("No single answer: more than one of your problems leads here.")
    return flip_words(step.flip).replace("**", "==")


def _watch_for(content: Content, outcome: Outcome) -> None:
    for pitfall_id in outcome.pitfalls:
        pitfall = content.pitfall_by_id[pitfall_id]
        show(icon_row("warning", f"{pitfall.title}.", pitfall.instead))


def _answers(because: tuple[Answered, ...]) -> str:
    said = [_said(option.label, answered.assumed) for answered in because for option in answered.options]
    return t("You said {said}.", said=t(", then ").join(said))


def _said(name: str, assumed: bool) -> str:
    return t("“{name}” (assumed: not known yet)", name=name) if assumed else t("“{name}”", name=name)
