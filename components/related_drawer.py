"""What belongs to one thing, in a drawer; drawn only once it is opened."""

import streamlit as st

from components.related.related import related
from core.content.pages import Page
from core.join.entity import Entity
from core.language.text import t


@st.fragment
def related_drawer(here: Page, entity: Entity, name: str) -> None:
    """Draws the drawer, and the links when it is open; `name` tells two drawers of one thing on a page apart."""
    drawer = st.expander(t("What belongs to it"), icon=":material/hub:", key=f"open-related-{name}", on_change="rerun")
    if drawer.open:
        with drawer:
            related(here, entity, level="h3")
