"""The topics that an exam or an interview is kept to: any of them, or none for all."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from components.markup import el, show
from core.language.text import t

T = TypeVar("T")


def topic_choice(topics: Sequence[T], named: Callable[[T], str], key: str) -> Sequence[T]:
    """Draws the choice, and how many are chosen; all of them when none is."""
    picked = st.pills(t("Topics"), topics, selection_mode="multi", format_func=named, key=key)
    told = t("{picked} of {count} topics.", picked=len(picked), count=len(topics))
    show(el("p", told if picked else t("None chosen: all topics."), class_="ll-note", role="status"))
    return picked or topics
