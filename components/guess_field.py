"""The field for a guess before a number is shown, and its two ways on: to the number, with a guess or without."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components import session
from components.markup import error_line, show
from components.own_guess import SKIPS, keep_own_guess
from components.own_script.own_script import own_script
from core.calculator_page.guess import read_guess
from core.language.text import t

SKIPPED = "off"
Given = Callable[[float | str], None]


def guess_field(name: str, unit: str, way_on: str, on_given: Given, *, primary: bool = False) -> None:
    """Draws them; what is given is kept for the next visit too, under `name` or for all such questions, and told.

    What cannot be read is said under the field, and not told.
    """
    key = f"{name}.text"
    st.text_input(
        t("Your guess, {unit}", unit=unit),
        key=key,
        placeholder=t("40, 1.2K or 3M will do"),
        max_chars=40,
    )
    with st.container(key=f"unread-{name}"):  # there when empty too, so that the button keeps the focus
        if session.kept(f"{name}.unread"):
            show(error_line(t("Write a number above zero, such as 40 or 1.2K."), key))
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
        st.button(way_on, type=kind, on_click=_read, args=(name, on_given), key=f"{name}.go")
        st.button(t("Skip the guess"), type="tertiary", on_click=_skip, args=(on_given,), key=f"{name}.skip")
    own_script("enter_presses")


def _read(name: str, on_given: Given) -> None:
    guess = read_guess(str(session.widget_value(f"{name}.text") or ""))
    session.keep(f"{name}.unread", guess is None)
    if guess is not None:
        keep_own_guess(name, guess)
        on_given(guess)


def _skip(on_given: Given) -> None:
    keep_own_guess(SKIPS, SKIPPED)
    on_given(SKIPPED)
