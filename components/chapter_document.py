"""The whole chapter as one document, made from what the pages teach, to be read in one go or printed."""

import streamlit as st

from components import session
from components.chapter_parts import chapter_parts
from components.markup import el, rich, show
from components.page_link import page_link
from components.print_button.print_button import print_button
from components.printed_from import printed_from
from core.content.models import Content
from core.content.pages import Page
from core.language.text import marked, t


def chapter_document(content: Content) -> None:
    """Draws title, contents and parts."""
    with st.container(key="no-print-chapter", horizontal=True, vertical_alignment="center", gap="small"):
        if "from" not in session.params():  # else the way back stands above
            page_link(Page.TAKEAWAYS, t("Back to takeaways and glossary"), "arrow_back", carry_back=False)
        print_button("chapter.print")
    contents = [el("li", el("a", t(title), href=f"#part-{name}")) for name, title in _PARTS]
    show(
        el("h1", content.chapter.title),
        *(rich("p", text, class_="ll-lede") for text in content.chapter.tldr),
        el("ol", *contents, class_="ll-contents"),
        el("p", t("What the text asks you to move or try stands on the pages; this is their text."), class_="ll-note"),
        printed_from(),
        class_="ll ll-stack ll-summary",
    )
    for name, title in _PARTS:
        with st.container(key=f"part-{name}", gap="small"):
            show(el("h2", t(title), id=f"part-{name}"), class_="ll ll-part")
            chapter_parts(content, name)


_PARTS = (
    ("pipeline", marked("How an LLM is trained")),
    ("fine-tuning", marked("Fine-tuning")),
    ("alignment", marked("Alignment")),
    ("decide", marked("Prompt, retrieve or fine-tune")),
    ("compare", marked("Five approaches compared")),
    ("costs", marked("What a run costs")),
    ("pitfalls", marked("Pitfalls")),
    ("takeaways", marked("Takeaways")),
    ("glossary", marked("Glossary")),
)
