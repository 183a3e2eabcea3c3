"""What belongs to one thing, behind a button; drawn only once it is opened."""

import streamlit as st

from components.related.related import related
from core.content.pages import Page
from core.join.entity import Entity


@st.fragment
def related_popover(here: Page, entity: Entity) -> None:
    """Draws the button, and the links when it was pressed."""
    name = f"related-{entity.kind.value}-{entity.id.replace('/', '-')}"
    drawer = st.popover("Related", icon=":material/hub:", type="tertiary", key=f"open-{name}", on_change="rerun")
    if drawer.open:
        with drawer:
            related(here, entity)
