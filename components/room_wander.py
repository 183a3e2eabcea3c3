"""Where somebody goes in a room who has stopped following: back to the presenter, to other steps, to other pages."""

import streamlit as st

from components import session
from components.look_at_step import OWN_PLACE, WENT, look_at_step
from components.lost_focus import lost_focus
from components.page_links import page_links
from components.presenter_at import presenter_at
from core.content.lessons import Link
from core.content.pages import Page
from core.language.text import marked, t
from core.workshop.room import Room

_ROAM = {
    Page.PIPELINE: marked("Training pipeline"),
    Page.DECIDE: marked("Decision guide"),
    Page.TAKEAWAYS: marked("Glossary"),
}


def room_wander(room: Room, at: int) -> None:
    """Draws the ways, once somebody has stopped following; and leads the focus on when it has just changed."""
    own = session.kept(OWN_PLACE)
    if own is not None:
        _ways(room, at)
    if session.take(WENT):  # the pressed button is gone, or disabled
        lost_focus(".st-key-room-wander-ways button:not(:disabled), .st-key-room-stop button", token=str(own))


def _ways(room: Room, at: int) -> None:
    """The way back, which stays in sight below a long step with what the presenter does meanwhile; and the ways on."""
    with st.container(key="room-wander", gap="small"):
        presenter_at(room, at)
        with st.container(key="room-wander-ways", horizontal=True, gap="small", vertical_alignment="center"):
            st.button(t("Back to the presenter"), type="primary", on_click=look_at_step, args=(None,), key="room.back")
            before, after = (max(at - 1, 0),), (min(at + 1, room.place),)
            st.button(t("Earlier"), on_click=look_at_step, args=before, disabled=at == 0, key="room.earlier")
            st.button(t("Later"), on_click=look_at_step, args=after, disabled=at >= room.place, key="room.later")
    page_links(Link(page=page, label=t(label)) for page, label in _ROAM.items())
