"""The questions for other programs; the files are made when they are asked for."""

from functools import partial

import streamlit as st

from components import session
from components.drawer import drawer
from components.markup import el, show
from core.content.items import AnyItem
from core.content.models import Content
from core.language.in_force import in_force, speaking
from core.language.text import marked, t

FORMATS = {
    "anki": (
        marked("Anki deck"),
        "llm-ladder.apkg",
        "application/octet-stream",
        marked("A deck without the interview questions; importing it again updates it"),
    ),
    "gift": ("GIFT", "llm-ladder.gift", "text/plain", marked("For Moodle")),
    "qti": ("QTI 2.1", "llm-ladder-qti.zip", "application/zip", marked("For other learning platforms")),
    "csv": ("CSV", "llm-ladder.csv", "text/csv", marked("For a spreadsheet")),
}
"""What is said of each format of `BANK_FORMATS`: label, name and type of the file, and what it is for."""


def question_downloads(content: Content) -> None:
    """Draws a quiet row of downloads."""
    with drawer(t("Take the questions with you"), "question-downloads", "download") as is_open:
        if is_open:
            _row(content)


def _row(content: Content) -> None:
    with st.container(key="downloads-questions", horizontal=True, vertical_alignment="center", gap="small"):
        show(el("p", t("All questions with their answers and reasons, for other programs."), class_="ll-note"))
        for kind, (label, name, mime, words) in FORMATS.items():
            st.download_button(
                t(label),
                partial(_made, kind, content.items, in_force()),
                file_name=name,
                mime=mime,
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
                key=f"question-downloads.{kind}",
                help=t(words),
            )


def _made(kind: str, items: tuple[AnyItem, ...], language: str) -> bytes:
    """The file; Streamlit asks for it in a thread that does not know the visitor's language."""
    from core.export.bank_formats import BANK_FORMATS  # noqa: PLC0415 - their libraries wait until they are wanted

    with speaking(language):
        return BANK_FORMATS[kind](items, session.now())
