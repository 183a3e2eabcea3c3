"""The chapter's pitfalls: what happens, what to do instead, and a figure to move where there is one."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.claim_figures import claim_figures
from components.figures import figure
from components.in_english import in_english
from components.markup import el, icon_row, rich, show
from components.once_per_opening import once_per_opening
from components.scroll_to import scroll_to
from core.content.facts import Pitfall, PitfallKind
from core.content.models import Content
from core.language.text import marked, t

_HEADINGS = {
    PitfallKind.HOLD_BACK: marked("When to hold back"),
    PitfallKind.GOES_WRONG: marked("What goes wrong once you start"),
}


def pitfall_list(content: Content) -> None:
    """Draws a list of jumps, then the pitfalls by kind; `?pitfall=` in the address opens one."""
    named = session.params().get("pitfall", "")
    if named and named not in content.pitfall_by_id:
        address_note(t("The address names a pitfall that is not here. These are all of them."))
    for kind, heading in _HEADINGS.items():
        of_kind = [pitfall for pitfall in content.pitfalls if pitfall.kind is kind]
        links = [el("li", el("a", pitfall.title, href=f"#pitfall-{pitfall.id}")) for pitfall in of_kind]
        with st.container(key=f"block-{kind}"):
            show(el("h2", t(heading), id=str(kind)), el("ul", *links, class_="ll-jumps"))
            for pitfall in of_kind:
                _pitfall(content, pitfall, pitfall.id == named)
    if named and once_per_opening("pitfalls.named", named):
        known = named in content.pitfall_by_id
        scroll_to(f"pitfall-{named}" if known else PitfallKind.HOLD_BACK, block="start" if known else "center")


def _pitfall(content: Content, pitfall: Pitfall, here: bool) -> None:
    title = el("mark", pitfall.title) if here else pitfall.title
    heading = in_english(pitfall), el("h3", title, id=f"pitfall-{pitfall.id}")
    told = rich("p", pitfall.text), icon_row("lightbulb", t("Instead:"), pitfall.instead)
    with st.container(key=f"pitfall-{pitfall.id}"):
        if not pitfall.figure:
            with st.container(key=f"spread-{pitfall.id}", gap="small"):  # laid out as a lesson's block without a figure
                show(*heading)
                show(*told, class_="ll ll-stack")
                _numbers(content, pitfall)
            return
        words, beside = st.columns([5, 7], gap="large")
        with words:
            show(*heading, *told, class_="ll ll-stack")
        with beside, st.container(key=f"beside-{pitfall.id}"):
            figure(pitfall.figure).draw(content)


def _numbers(content: Content, pitfall: Pitfall) -> None:
    with_figures = [claim for claim in pitfall.claims if content.claim_by_id[claim].figures]
    if with_figures:
        claim_figures(content, with_figures)
