"""The other windows of a room: the audience's screen, the phone's remote, another device for the host."""

import streamlit as st

from components import session
from components.markup import el, show
from core.export.qr import qr_code
from core.language.text import t
from core.workshop.room import Room


def workshop_links(room: Room) -> None:
    """Draws the ways; the host's key is in them only in the browser that opened the room.

    The audience's screen opens at the address that this page has, since only there is this browser the host.
    """
    st.link_button(
        t("Open the audience's screen"),
        f"{session.page_url() or f'/host?room={room.code}'}&view=screen",
        icon=":material/open_in_new:",
        type="primary",
    )
    show(el("p", t("Put that window on the projector. The notes stay on this page."), class_="ll-note"))
    key = session.kept(f"workshop.key.{room.code}")
    own = f"?room={room.code}&key={key}" if key else f"?room={room.code}"
    base = session.server_address()
    _address(t("Remote, for your phone"), f"{base}/remote{own}")
    if key and st.toggle(t("Show the remote as a QR code"), key=f"room.remote-qr.{room.code}"):
        show(el("img", src=qr_code(f"{base}/remote{own}"), alt=t("QR code of your remote"), class_="ll-qr"))
    _address(t("Audience's screen, on another computer"), f"{base}/host{own}&view=screen")
    _address(t("Host link, for another device of yours"), f"{base}/host{own}")
    words = (
        t("Whoever has one of these three can lead the room. Keep them to yourself.")
        if key
        else t("The key of the host link was shown where the room was opened; this browser does not keep it.")
    )
    show(el("p", words, class_="ll-note"))


def _address(words: str, address: str) -> None:
    show(el("p", words))
    st.code(address, language=None, wrap_lines=True)
