"""One row of choices above a page, of which the chosen one is in view."""

from collections.abc import Callable, Mapping

import streamlit as st

from components import session
from components.chosen_in_view import chosen_in_view


def choice_row(key: str, label: str, titles: Mapping[str, str], chosen: str, on_change: Callable[[str], None]) -> None:
    """Draws it; a press calls `on_change` with the id that was pressed."""
    name = key.partition(".")[0]
    session.set_widget_value(key, chosen)
    with st.container(key=name):
        st.pills(
            label,
            list(titles),
            required=True,
            format_func=titles.__getitem__,
            key=key,
            on_change=lambda: on_change(str(session.widget_value(key))),
            label_visibility="collapsed",
        )
        chosen_in_view(name, chosen)
