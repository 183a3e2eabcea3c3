"""What is related to one thing, in a drawer; drawn only once it is opened."""

import streamlit as st

from components.drawer import drawer
from components.related.related import related
from core.content.pages import Page
from core.join.entity import Entity
from core.language.text import t


@st.fragment
def related_drawer(here: Page, entity: Entity, name: str) -> None:
    """Draws the drawer, and the links when it is open; `name` tells two drawers of one thing on a page apart."""
    with drawer(t("Related"), f"open-related-{name}", "hub") as is_open:
        if is_open:
            related(here, entity, level="h3")
