"""The other windows of a room: the audience's screen, the phone's remote, another device for the host."""

import streamlit as st

from components import session
from components.markup import el, show
from core.language.text import t
from core.workshop.room import Room


def workshop_links(room: Room) -> None:
    """Draws the addresses; the host's key is in them only in the browser that opened the room."""
    base = session.server_address()
    key = session.kept(f"workshop.key.{room.code}")
    own = f"&key={key}" if key else ""
    rows = (
        (t("The audience's screen, for a second window"), f"{base}/host?room={room.code}&view=screen"),
        (t("Remote, for your phone"), f"{base}/remote?room={room.code}{own}"),
        (t("Host link, for another device of yours"), f"{base}/host?room={room.code}{own}"),
    )
    for words, address in rows:
        show(el("p", words))
        st.code(address, language=None, wrap_lines=True)
    if not key:
        show(
            el(
                "p",
                t("The key of the host link was shown where the room was opened; this browser does not keep it."),
                class_="ll-note",
            )
        )
    else:
        show(el("p", t("Whoever has the last two can lead the room. Keep them to yourself."), class_="ll-note"))
