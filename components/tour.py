"""The tour: a strip above seven real pages, on the first visit, until it is skipped or has ended."""

from dataclasses import dataclass, field

import streamlit as st

from components import session
from components.lost_focus import lost_focus
from components.markup import el, rich, show
from components.scroll_to import scroll_to
from components.tour_place import keep_tour_place, tour_has_begun, tour_has_ended, tour_place
from core.content.pages import Page
from core.language.text import marked, t


@dataclass(frozen=True)
class Stop:
    """A page of the tour, what its address carries, and what is said there."""

    page: Page
    text: str
    params: dict[str, str] = field(default_factory=dict)


STOPS = (
    Stop(Page.START, marked("New here? Seven stops in two minutes, on the pages themselves.")),
    Stop(
        Page.PIPELINE,
        marked("Each step says what goes in, what comes out and what it costs."),
        {"step": "sft"},
    ),
    Stop(
        Page.DECIDE,
        marked("Which approach your case calls for. The flowchart lights your way as you answer."),
    ),
    Stop(
        Page.CALCULATORS,
        marked("What it costs. Start from the chapter's values, then put in your own."),
        {"calc": "cost"},
    ),
    Stop(Page.QUICK_FIRE, marked("Each question comes back just before you forget its answer.")),
    Stop(Page.INTERVIEW, marked("Spoken or typed. Each point that you made is shown with your words.")),
    Stop(Page.HOST, marked("The same with a team that votes. Search finds the rest.")),
)

_STRIP = "tour-strip"


def tour(here: Page) -> None:
    """Draws the strip when the tour is on; its first stop is offered on the start page alone."""
    if tour_has_ended():
        lost_focus("h1")
    at = tour_place(len(STOPS))
    if at is None or (at == 0 and here is not Page.START):
        return
    if 0 < at < len(STOPS) - 1 and here is STOPS[at + 1].page:  # who is on the tour has gone there on their own
        at += 1
        keep_tour_place(at)
    stop, last = STOPS[at], at == len(STOPS) - 1
    with st.container(key="bar-tour", horizontal=True, vertical_alignment="center", gap="small"):
        place = el("strong", t("Tour, {place} of {count}.", place=at + 1, count=len(STOPS)))
        away = None if stop.page is here else el("span", t(" This stop is on {page}.", page=_title(stop.page)))
        show(el("p", place, " ", rich("span", t(stop.text)) if away is None else away, role="status", id=_STRIP))
        label = t("End the tour") if last else t("Next: {page}", page=_title(STOPS[at + 1].page))
        pressed = st.button(label, key="tour.next")
        if not last:
            st.button(t("Skip the tour"), type="tertiary", on_click=keep_tour_place, args=(None,), key="tour.skip")
    if tour_has_begun():
        scroll_to(_STRIP)
    if pressed:
        _go_on(at)


def _title(page: Page) -> str:
    return str(session.open_pages()[page].title)


def _go_on(at: int) -> None:
    following = at + 1
    keep_tour_place(following if following < len(STOPS) else None)
    stop = STOPS[following] if following < len(STOPS) else STOPS[0]
    st.switch_page(session.open_pages()[stop.page], query_params=stop.params or None)
