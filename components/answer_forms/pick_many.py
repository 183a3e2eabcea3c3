"""Options of which several are picked: rows to tick."""

import streamlit as st

from components import session
from components.spoken_label import spoken_label
from core.content.choice_items import MultipleChoice
from core.language.text import t
from core.quiz.answers import AnyAnswer, Picked


def pick_many(item: MultipleChoice, order: tuple[str, ...], key: str, draft: AnyAnswer | None) -> None:
    """Draws the rows, in the order shown."""
    options = {option.id: option for option in item.options}
    picked = draft.options if isinstance(draft, Picked) else ()
    st.caption(t("Several can be right. Tick all that apply."))
    with st.container(key=f"rows-{key}", gap="xsmall"):
        for name in [name for name in order if name in options] or list(options):
            widget = f"{key}.{name}"
            if session.widget_value(widget) is None:
                session.set_widget_value(widget, name in picked)
            with st.container(key=f"row-{key}-{name}", gap=None):
                st.checkbox(spoken_label(options[name].text), key=widget, width="stretch")
