"""A menu whose content is drawn only while it is open, so that it costs nothing at every redraw."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

import streamlit as st

from components import session


@contextmanager
def menu(
    label: str, key: str, icon: str, *, type: Literal["secondary", "tertiary"] = "secondary", in_page: bool = False
) -> Iterator[bool]:
    """A button that opens a menu; the block draws what is in it when it is given True.

    It lies over the page, or opens `in_page`, where nothing is to be covered and no press beside it may close it. While
    the menu is open its label stays: to Streamlit another label is another menu, which is closed.
    """
    if session.widget_value(key) is not True:
        session.keep(f"menu.{key}", label)
    shown = session.kept(f"menu.{key}", label)
    symbol = f":material/{icon}:"
    if in_page:
        with st.expander(shown, icon=symbol, key=key, on_change="rerun") as opened:
            yield bool(opened.open)
        return
    with st.popover(shown, icon=symbol, type=type, key=key, on_change="rerun") as found:
        yield bool(found.open)
