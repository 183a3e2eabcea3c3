"""A menu whose content is drawn only while it is open, so that it costs nothing at every redraw."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from components import session


@contextmanager
def menu(label: str, key: str, icon: str, *, type: Literal["secondary", "tertiary"] = "secondary") -> Iterator[bool]:
    """A button that opens a menu; the block draws what is in it when it is given True.

    While the menu is open its label stays: to Streamlit another label is another menu, which is closed.
    """
    if session.widget_value(key) is not True:
        session.keep(f"menu.{key}", label)
    shown = session.kept(f"menu.{key}", label)
    found = st.popover(shown, icon=f":material/{icon}:", type=type, key=key, on_change="rerun")
    with found:
        yield bool(found.open)
