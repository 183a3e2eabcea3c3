"""The other windows of a room: the audience's screen, the phone's remote, another device for the host."""

import secrets

import streamlit as st

from components import session
from components.key_class import key_class
from components.lost_focus import lost_focus
from components.markup import el, show
from components.refusal import REFUSED, refusal
from components.room_window import room_window
from core.export.qr import qr_code
from core.language.text import t
from core.store.errors import StoreError
from core.workshop.room import Room

_RENEWED = "room.renewed"
"""Where a visit keeps that its button for a new key was pressed, which is then gone."""


def workshop_links(room: Room) -> None:
    """Draws the ways; those for other devices hold the host's key, which only the page that opened the room knows."""
    room_window(t("Open the audience's screen"), room.code, "screen", type="primary")
    show(el("p", t("Put that window on the projector. The notes stay on this page."), class_="ll-note"))
    if key := session.kept(f"workshop.key.{room.code}"):
        _links(room.code, key)
        if session.take(_RENEWED):
            lost_focus(f".{key_class(_qr_key(room.code))} input")
    else:
        _way_to_links(room.code)


def _links(code: str, key: str) -> None:
    own = f"?room={code}&key={key}"
    base = session.server_address()
    _address(t("Remote, for your phone"), f"{base}/remote{own}")
    if st.toggle(t("Show the remote as a QR code"), key=_qr_key(code)):
        show(el("img", src=qr_code(f"{base}/remote{own}"), alt=t("QR code of your remote"), class_="ll-qr"))
    _address(t("Audience's screen, on another computer"), f"{base}/host{own}&view=screen")
    _address(t("Host link, for your other device"), f"{base}/host{own}")
    words = t("Anyone with one of these three can lead the room. Keep them to yourself.")
    show(el("p", words, class_="ll-note"))


def _qr_key(code: str) -> str:
    return f"room.remote-qr.{code}"


def _way_to_links(code: str) -> None:
    """Without the key there is no link to show: an address without it would turn the other device away."""
    words = t(
        "The links for your phone, another computer or another device hold a key. Only the page that opened the room "
        "knows it, until it is closed or reloaded. A new key gives new links and ends the old ones; devices already "
        "leading the room carry on."
    )
    show(el("p", words, class_="ll-note"))
    st.button(t("Make a new key"), on_click=_renew, args=(code,), key=f"room.renew.{code}")
    refusal()


def _renew(code: str) -> None:
    key = secrets.token_urlsafe(24)
    try:
        renewed = session.store().rooms.renew_host_key(code, key, session.learner().key)
    except StoreError as error:
        session.keep(REFUSED, t(str(error)))
        return
    if renewed:
        session.keep(f"workshop.key.{code}", key)
        session.keep(_RENEWED, True)


def _address(words: str, address: str) -> None:
    show(el("p", words))
    st.code(address, language=None, wrap_lines=True)
