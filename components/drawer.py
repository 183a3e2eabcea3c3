"""A drawer whose content is drawn only while it is open, so that it costs nothing at every redraw."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def drawer(label: str, key: str, icon: str | None = None, *, at_first: bool = False) -> Iterator[bool]:
    """A drawer, open `at_first` or not; the block draws what is in it when it is given True."""
    symbol = f":material/{icon}:" if icon else None
    found = st.expander(label, icon=symbol, key=key, expanded=at_first, on_change="rerun")
    with found:
        yield bool(found.open)
