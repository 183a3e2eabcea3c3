"""The ceiling: four base models after the same training, and which of them reach the score that you need."""

import streamlit as st

from components.figures import LessonFigure
from components.markup import el, show
from components.share_rows import ShareRow, share_rows
from core.content.models import Content
from core.language.numbers import written
from core.language.text import listed, nt, t

_SOLVED = {"Qwen2.5-Math 1.5B": 28.9, "Qwen2.5-Math 7B": 55.5, "Qwen2.5 14B": 69.7, "Qwen2.5 32B": 72.6}
"""Per cent of AIME 2024 that base models, smallest first, solved at the first try once tuned on answers of R1.

Source: arXiv:2501.12948, table of distilled models, checked 2026-12-01.
"""
_TEACHER = 79.8


@st.fragment
def ceiling(_: Content) -> None:
    """Draws the score of each model, with a tick where the one that is needed lies."""
    needed = st.slider(t("Score that you need"), 10, 75, 60, 5, format="%d %%", key="ceiling.score.needed")
    share_rows(
        [
            ShareRow(name, found / 100, needed / 100, _words(found, needed), number=_percent(found))
            for name, found in _SOLVED.items()
        ]
    )
    show(el("p", _finding(needed), role="status"))
    note = t(
        "Measured, not assumed: the share of AIME 2024, a contest in mathematics, that each solved at the first try "
        "after SFT on the same 800,000 or so answers of DeepSeek-R1 (arXiv:2501.12948). R1 itself solved {teacher}.",
        teacher=_percent(_TEACHER),
    )
    show(el("p", note, class_="ll-note ll-assumed"))


def _percent(share: float) -> str:
    return f"{written(share, 'g')}\N{NO-BREAK SPACE}%"


def _words(found: float, needed: int) -> str:
    return t("reaches it") if found >= needed else t("{points} points short", points=written(needed - found, ".1f"))


def _finding(needed: int) -> str:
    below = [name.split()[-1] for name, found in _SOLVED.items() if found < needed]
    told = {"needed": _percent(needed), "below": listed(below)}
    if not below:
        return t("All four reach {needed}: the smallest base will do.", **told)
    if len(below) == len(_SOLVED):
        return t("None of the four reaches {needed}, not even with answers of a model that does.", **told)
    return nt(
        "{below} stays below {needed} on the examples that take larger models above it: a stronger base is what helps.",
        "{below} stay below {needed} on the examples that take larger models above it: a stronger base is what helps.",
        len(below),
        **told,
    )


FIGURE = LessonFigure(ceiling)
