"""Below a question: a link to where it is taught, and a way to report it."""

import streamlit as st

from components.chapter_link import chapter_link
from components.markup import el, show
from components.menu import menu
from components.page_links import page_links
from components.related_drawer import related_drawer
from core.content.items import AnyItem
from core.content.models import Content
from core.export.given_text import given_text
from core.export.question_report import report_note
from core.join.places import PRACTISED_ON, item_entity
from core.lab_page.joins import station_link, stations_of_item
from core.language.in_force import ENGLISH, speaking
from core.language.text import t
from core.quiz.answers import AnyAnswer


def question_foot(content: Content, item: AnyItem, answer: AnyAnswer | None = None) -> None:
    """Draws the foot; to be shown after the answer, since both give it away."""
    with st.container(
        key=f"foot-{item.id}", horizontal=True, vertical_alignment="center", gap="medium", width="content"
    ):
        chapter_link(content, item)
        page_links(station_link(station, t("Run it in the lab")) for station in stations_of_item(content, item.id)[:1])
        with menu(t("Report this question"), f"report-{item.id}", "flag", type="tertiary") as is_open:
            if is_open:
                _note(content, item, answer)
    if item.id in content.item_by_id:
        entity = item_entity(item)
        related_drawer(PRACTISED_ON[entity.kind], entity, item.id)


def _note(content: Content, item: AnyItem, answer: AnyAnswer | None) -> None:
    words = t("Copy the note, add at the end what is wrong, and send it to whoever runs this course.")
    show(el("p", words))
    with speaking(ENGLISH):  # its readers look it up in the bank
        note = report_note(content, item, given_text(item, answer))
    st.code(note, language=None, wrap_lines=True)
