"""The guess before the first run: a question, a slider, and a run that answers it."""

import streamlit as st

from components.lab_steps import skip_guess, take_guess
from components.markup import el, show
from core.content.lab import Guess, Unit
from core.lab_page.opened import Opened, guess_setting
from core.lab_page.standing import about_seconds
from core.language.numbers import in_figures
from core.language.text import marked, t
from core.web.lab_runner import lab_recordings

_FORMATS = {
    Unit.PERCENT: "%.0f %%",
    Unit.POINTS: marked("%.0f points"),
    Unit.NATS: marked("%.1f nats"),
    Unit.NUMBER: "%.1f",
}
_DECIMALS = (Unit.NATS, Unit.NUMBER)
"""A slider knows no decimal comma: these are steps with words of their own."""


def lab_guess(opened: Opened) -> None:
    """Draws the question."""
    station, seed = opened.station, opened.setting.seed
    key = f"lab-guess.{station.id}"
    with st.container(key="lab-guess", width=680, gap="small"):
        show(el("p", t("Guess first"), class_="ll-eyebrow"), el("h2", station.guess.question))
        _slider(station.guess, f"{key}.value")
        with st.container(horizontal=True, gap="small", vertical_alignment="center", key="lab-guess-row"):
            live = (station, seed, f"{key}.value", True)
            st.button(
                t("Run it and see"),
                type="primary",
                icon=":material/play_arrow:",
                on_click=take_guess,
                args=live,
                key=f"{key}.run",
            )
            replay = (station, seed, f"{key}.value", False)
            st.button(t("See the recorded run"), on_click=take_guess, args=replay, key=f"{key}.replay")
            st.button(t("Skip the guess"), type="tertiary", on_click=skip_guess, args=(station,), key=f"{key}.skip")
        seconds = about_seconds(guess_setting(station, seed), lab_recordings())
        words = t(
            "A guess, even a wild one, makes the answer stick. The run takes about {seconds} s here.",
            seconds=max(1, round(seconds)),
        )
        show(el("p", words, class_="ll-note"))


def _slider(guess: Guess, key: str) -> None:
    low, high, step, unit = float(guess.low), float(guess.high), float(guess.step), guess.answer.unit
    steps = [round(low + step * at, 6) for at in range(round((high - low) / step) + 1)]
    middle = steps[round((high - low) / 2 / step)]
    written = t(_FORMATS.get(unit, "%g"))
    if unit in _DECIMALS:
        st.select_slider(t("Your guess"), steps, middle, format_func=lambda value: in_figures(written % value), key=key)
    else:
        st.slider(t("Your guess"), low, high, middle, step, format=written, key=key)
