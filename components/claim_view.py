"""One claim of the chapter: what it says, its figures, our note, and everything that belongs to it."""

import streamlit as st

from components import session
from components.claim_figures import claim_figures
from components.markup import el, icon_row, show
from components.page_links import page_links
from components.related.related import related
from core.content.facts import Claim
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.join.entity import Entity, Kind
from core.language.text import t


def claim_view(content: Content, claim: Claim) -> None:
    """Draws the claim with where it is taught, asked and computed."""
    section = content.section_by_id[claim.source]
    with st.container(key="panel-claim", gap="small"):
        words = (t("What the chapter says"), t("Section “{title}”", title=section.title))
        show(
            el("p", *(el("span", word) for word in words), class_="ll-eyebrow"),
            el("h1", claim.text, class_="ll-question"),
            class_="ll ll-question-head",
        )
        if claim.figures:
            claim_figures(content, [claim.id])
        if claim.note:
            show(icon_row("edit_note", t("Our note."), claim.note))
    related(Page.TAKEAWAYS, Entity(Kind.CLAIM, claim.id), title=t("Where it is taught, asked and computed"))
    page = session.open_pages().get(section.page)
    onward = [Link(page=section.page, label=t("The section's page: {page}", page=page.title))] if page else []
    page_links([*onward, Link(page=Page.TAKEAWAYS, label=t("All takeaways and terms"))])
