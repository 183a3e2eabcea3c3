"""Everything about a learner as one file."""

import streamlit as st

from components import session
from components.markup import el, show
from core.language.text import t


def learner_data_export() -> None:
    """Draws the download; the file is made when it is pressed."""
    store, key, now, zone = session.store(), session.learner().key, session.now(), session.time_zone()
    with st.container(key="strip-export", gap="small"):
        show(
            el("h3", t("To a file")),
            el("p", t("One file with every answer, your settings and what is still open. It is yours to keep.")),
            class_="ll ll-stack",
        )
        st.download_button(
            t("Export everything"),
            lambda: store.transfer.export(key, now, zone),
            file_name=f"llm-ladder-{session.today()}.json",
            mime="application/json",
            icon=":material/download:",
            on_click="ignore",
            key="learner-data.export",
        )
