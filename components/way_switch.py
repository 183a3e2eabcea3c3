"""The switch between the ways to use a page; the address names the current one."""

from collections.abc import Mapping

import streamlit as st

from components import session
from core.join.way_back import carried
from core.language.text import t


def way_switch(labels: Mapping[str, str], key: str, at: str = "") -> str:
    """Draws the switch and returns the current way; `at`, else the first, when the address names none.

    Another way has nothing of the last one's in its address, but for the way back.
    """
    first = at or next(iter(labels))
    given = session.params().get("way", first)
    session.set_widget_value(key, given if given in labels else first)
    way = st.segmented_control(
        t("Way to practise"),
        list(labels),
        format_func=labels.__getitem__,
        key=key,
        required=True,
        on_change=_open,
        args=(key,),
        label_visibility="collapsed",
    )
    return str(way or first)


def _open(key: str) -> None:
    session.set_params({"way": str(session.widget_value(key)), **carried(session.params())})
