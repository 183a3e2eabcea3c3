"""A button by which a host leads a room."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import streamlit as st

from components import session
from components.workshop_access import act
from core.workshop.events import Events
from core.workshop.room import Room

PRESSES = "room.presses"
"""Where a visit counts its presses, with each of which the focus may have gone: `host_focus`."""
_HostAct = Callable[[Room, datetime], Events]


def host_button(code: str, wanted: _HostAct, label: str, key: str, *, step: str = "", **look: Any) -> None:
    """Draws the button, which does to the room what is wanted at the moment of the press.

    With a `step`, only while that step is on: two hosts who press at the same moment go on one step, not two.
    """
    st.button(label, on_click=_do, args=(code, wanted, step), key=key, **look)


def _do(code: str, wanted: _HostAct, step: str) -> None:
    session.keep(PRESSES, session.kept(PRESSES, 0) + 1)
    act(code, lambda room: wanted(room, session.now()) if step in ("", room.step_id) else (), as_host=True)
