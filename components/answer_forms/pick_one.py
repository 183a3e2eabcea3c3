"""Options of which one is picked: rows to press. They may be the passages of a text or lines of code."""

import streamlit as st

from components import session
from components.label_text import label_text
from core.content.choice_items import Case, SingleChoice, SpotError
from core.quiz.answers import AnyAnswer, Picked
from core.quiz.option_texts import option_texts


def pick_one(item: SingleChoice | Case | SpotError, order: tuple[str, ...], key: str, draft: AnyAnswer | None) -> None:
    """Draws the rows, in the order shown."""
    texts = option_texts(item)
    ids = [name for name in order if name in texts] or list(texts)
    widget = f"{key}.pick"
    if (
        session.widget_value(widget) is None
        and isinstance(draft, Picked)
        and draft.options[:1]
        and draft.options[0] in ids
    ):
        session.set_widget_value(widget, draft.options[0])
    code = isinstance(item, SpotError) and item.code
    with st.container(key=f"choice-code-{key}" if code else f"choice-{key}"):
        st.radio(
            item.question,
            ids,
            index=None,
            format_func=lambda name: label_text(texts[name]),
            key=widget,
            label_visibility="collapsed",
            width="stretch",
        )
