"""The whole chapter as one document, made from what the pages teach, to be read at one go or printed."""

from collections.abc import Callable

import streamlit as st

from components import session
from components.chapter_parts import approaches, costs, glossary, lesson_text, pitfalls
from components.figures.quotation import quotation
from components.figures.takeaway_list import takeaway_list
from components.graph_in_words import graph_in_words
from components.markup import el, rich, show
from components.page_links import page_links
from components.print_button.print_button import print_button
from components.stage_list import stage_list
from core.content.lessons import Link
from core.content.models import Content
from core.content.pages import Page
from core.diagram.lighting import Lighting


def chapter_document(content: Content) -> None:
    """Draws title, contents and parts."""
    with st.container(key="no-print-chapter", horizontal=True, vertical_alignment="center", gap="small"):
        page_links([Link(page=Page.TAKEAWAYS, label="Back to takeaways and glossary")])
        print_button("chapter.print")
    contents = [el("li", el("a", title, href=f"#{name}")) for name, title, _ in _PARTS]
    show(
        el("h1", content.chapter.title),
        *(rich("p", text, class_="ll-lede") for text in content.chapter.tldr),
        el("ol", *contents, class_="ll-contents"),
        el("p", f"Printed from {session.server_address()} on {session.today():%-d %B %Y}.", class_="ll-note ll-print"),
        class_="ll ll-stack ll-summary",
    )
    for name, title, draw in _PARTS:
        with st.container(key=name, gap="small"):
            show(el("h2", title, id=name), class_="ll ll-part")
            draw(content)


def _guide(content: Content) -> None:
    graph = content.graph_by_id[content.guide.graph]
    graph_in_words(graph, Lighting())


def _takeaways(content: Content) -> None:
    takeaway_list(content)
    quotation(content)


_PARTS: tuple[tuple[str, str, Callable[[Content], None]], ...] = (
    ("part-pipeline", "How an LLM is trained", stage_list),
    ("part-fine-tuning", "Fine-tuning", lambda content: lesson_text(content, "fine-tuning")),
    ("part-alignment", "Alignment", lambda content: lesson_text(content, "alignment")),
    ("part-decide", "Prompt, retrieve or fine-tune", _guide),
    ("part-compare", "Five approaches compared", approaches),
    ("part-costs", "What a run costs", costs),
    ("part-pitfalls", "Pitfalls", pitfalls),
    ("part-takeaways", "Takeaways", _takeaways),
    ("part-glossary", "Glossary", glossary),
)
