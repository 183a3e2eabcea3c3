"""A station at work: first the guess, then its runs, with the knobs at the left and the result at the right."""

import streamlit as st

from components import session
from components.first_screen import first_screen
from components.lab_guess import lab_guess
from components.lab_knobs import lab_knobs
from components.lab_live import lab_live
from components.lab_model import lab_model
from components.lab_source import lab_source
from components.lab_steps import asks_guess, choose_run, own_view
from core.lab_page.opened import Opened
from core.lab_page.standing import is_going
from core.language.text import t


def lab_bench(opened: Opened) -> bool:
    """Draws the guess, or the run with its result; returns whether the answer may be told."""
    if asks_guess(opened):
        left, right = st.columns([8, 4], gap="large")
        with left:
            lab_guess(opened)
        with right:
            lab_model(opened.setting.seed)
        first_screen()
        return False
    _runs(opened)
    left, right = st.columns([5, 7], gap="large")
    with left, st.container(key="panel-lab", gap="small"):
        lab_knobs(opened)
    with right, st.container(key="result-lab", gap="small"):
        lab_live(opened)
    first_screen()
    lab_source(opened)
    return not (opened.answers_guess and is_going(own_view(opened.setting)))


def _runs(opened: Opened) -> None:
    """The runs of a station, when there is a choice."""
    titles = {run.id: run.title for run in opened.station.runs}
    if len(titles) == 1:
        return
    key = f"lab-run.{opened.station.id}"
    session.set_widget_value(key, opened.run.id)
    st.segmented_control(
        t("Run"),
        list(titles),
        required=True,
        format_func=titles.__getitem__,
        key=key,
        on_change=choose_run,
        args=(opened.station, opened.setting.seed, key),
        label_visibility="collapsed",
    )
