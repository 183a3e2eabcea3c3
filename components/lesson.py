"""A lesson: its title, then blocks of text with what stands beside or below them."""

import streamlit as st

from components import session
from components.address_note import address_note
from components.claim_figures import claim_figures
from components.figures import figure
from components.first_screen import first_screen
from components.in_english import in_english
from components.markup import el, show
from components.page_head import page_head
from components.prose import prose
from components.shown_first import shown_first
from core.content.lessons import Block
from core.content.models import Content
from core.language.text import t


def lesson(content: Content, lesson_id: str) -> None:
    """Draws a lesson's title, lede and blocks."""
    found = content.lesson_by_id[lesson_id]
    page_head(found.title, found.lede)
    if session.params().get("block", "") not in {"", *(block.id for block in found.blocks)}:
        address_note(t("The address names a part that is not on this page. Search finds the others."))
    for block in found.blocks:
        _block(content, block)
        if block is found.blocks[0]:
            first_screen()
            shown_first()


def _block(content: Content, block: Block) -> None:
    drawing = figure(block.figure) if block.figure else None
    with st.container(key=f"block-{block.id}"):
        if drawing and not drawing.wide:
            words, beside = st.columns([5, 7], gap="large")
            with words:
                _words(content, block)
            with beside, st.container(key=f"beside-{block.id}"):
                drawing.draw(content)
            return
        with st.container(key=f"spread-{block.id}"):  # the style sheet puts the text beside its heading and numbers
            _words(content, block)
        if drawing:
            drawing.draw(content)


def _words(content: Content, block: Block) -> None:
    show(in_english(block), el("h2", block.heading, id=block.id))
    prose(block.text)
    if block.figures:
        claim_figures(content, block.figures)
