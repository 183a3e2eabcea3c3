"""The chapter in two paragraphs, and the one button that leads on."""

import streamlit as st

from components import session
from components.markup import el, rich, show
from core.content.models import Content
from core.content.pages import Page


def summary(content: Content) -> None:
    """Draws the summary, and where the visitor left off or should begin."""
    show(
        el("h1", "Know which rung you need"),
        *(rich("p", text, class_="ll-lede") for text in content.chapter.tldr),
        class_="ll ll-stack ll-summary",
    )
    pages = session.open_pages()
    step = session.kept("last_step")
    ids = list(content.stage_by_id)
    with st.container(key="strip-start", gap="small"):
        if step in ids:
            number = ids.index(step) + 1
            show(
                el("p", "Where you left off", class_="ll-note"),
                el(
                    "p",
                    el("strong", f"Training pipeline, step {number} of {len(ids)}"),
                    f": {content.stages[number - 1].title}",
                ),
            )
        label = f"Continue at step {ids.index(step) + 1}" if step in ids else "Start at step 1"
        if st.button(label, type="primary", icon=":material/arrow_forward:", icon_position="right", key="summary.go"):
            st.switch_page(pages[Page.PIPELINE], query_params={"step": step if step in ids else ids[0]})
