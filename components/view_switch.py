"""The switch between the views of one thing; the address names the current one, so that Back and links know it."""

from collections.abc import Mapping

import streamlit as st

from components import session
from core.language.text import t


def view_switch(views: Mapping[str, str], label: str, param: str, key: str) -> str:
    """Draws the switch and returns the current view: the first, where the address names none in `param`."""
    first = next(iter(views))
    given = session.params().get(param, first)
    session.set_widget_value(key, given if given in views else first)
    view = st.segmented_control(
        label,
        list(views),
        format_func=lambda view: t(views[view]),
        key=key,
        required=True,
        on_change=_show,
        args=(key, param, first),
        label_visibility="collapsed",
    )
    return str(view or first)


def _show(key: str, param: str, first: str) -> None:
    view = str(session.widget_value(key))
    session.put_param(param, None if view == first else view)
