"""The tour: a strip above seven real pages, on the first visit, until it is skipped or has ended."""

from dataclasses import dataclass, field

import streamlit as st

from components import session
from components.markup import el, rich, show
from components.tour_place import keep_tour_place, tour_place
from core.content.pages import Page


@dataclass(frozen=True)
class Stop:
    """A page of the tour, what its address carries, and what is said there."""

    page: Page
    text: str
    params: dict[str, str] = field(default_factory=dict)


STOPS = (
    Stop(Page.START, "New here? Seven stops in two minutes, on the pages themselves."),
    Stop(
        Page.PIPELINE,
        "How a model is made, one step at a time. Press `→`, or a step of the figure. Below stands what belongs to it.",
        {"step": "sft"},
    ),
    Stop(Page.DECIDE, "Answer for a case of your own. The flowchart lights your way, and the link keeps your answers."),
    Stop(Page.CALCULATORS, "What it costs. Start from the chapter's values, then put in your own.", {"calc": "cost"}),
    Stop(Page.QUICK_FIRE, "One question at a time, in your own words first. It comes back just before you forget it."),
    Stop(Page.INTERVIEW, "Free answers against a clock. Each point that you made or missed is shown with your words."),
    Stop(Page.HOST, "The same with a team: phones join by a code, vote, and decide a case. Search finds all the rest."),
)


def tour(here: Page) -> None:
    """Draws the strip when the tour is on; its first stop is offered on the start page alone."""
    at = tour_place(len(STOPS))
    if at is None or (at == 0 and here is not Page.START):
        return
    stop, last = STOPS[at], at == len(STOPS) - 1
    with st.container(key="bar-tour", horizontal=True, vertical_alignment="center", gap="small"):
        place = el("strong", f"Tour, {at + 1} of {len(STOPS)}.")
        away = None if stop.page is here else el("span", f" It stands at {_title(stop.page)}.")
        show(el("p", place, " ", rich("span", stop.text) if away is None else away, role="status"))
        label = "End the tour" if last else f"Next: {_title(STOPS[at + 1].page)}"
        pressed = st.button(label, key="tour.next")
        if not last:
            st.button("Skip the tour", type="tertiary", on_click=keep_tour_place, args=(None,), key="tour.skip")
    if pressed:
        _go_on(at)


def _title(page: Page) -> str:
    return str(session.open_pages()[page].title)


def _go_on(at: int) -> None:
    following = at + 1
    keep_tour_place(following if following < len(STOPS) else None)
    stop = STOPS[following] if following < len(STOPS) else STOPS[0]
    st.switch_page(session.open_pages()[stop.page], query_params=stop.params or None)
