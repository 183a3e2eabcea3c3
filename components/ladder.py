"""The ladder: each approach is a rung, the cheapest at the bottom; a sentence explains the chosen one."""

import streamlit as st

from components.markup import el, show
from core.content.facts import Approach
from core.content.models import Content
from core.language.text import t


@st.fragment
def ladder(content: Content) -> None:
    """Draws the rungs from the top down, and a sentence on the one that is chosen."""
    rungs = [approach for approach in content.approaches if approach.rung]
    by_id = {approach.id: approach for approach in rungs}
    top_down = [approach.id for approach in reversed(rungs)]
    with st.container(key="ladder", gap="small"):
        chosen = st.radio(
            t("The ladder: choose a rung"),
            top_down,
            index=len(top_down) - 1,
            format_func=lambda approach_id: by_id[approach_id].title,
            captions=[_caption(by_id[approach_id]) for approach_id in top_down],
            key="ladder.rung",
            label_visibility="collapsed",
            width="stretch",
        )
        show(el("p", str(by_id[str(chosen)].rung), role="status"))


def _caption(approach: Approach) -> str:
    words = t("{time} to ship · **{cost}** cost", time=approach.time_to_ship, cost=approach.cost.lower())
    return words.replace("$", "\\$")
