"""What to do with missed items: try them again, or put them into the review."""

from collections.abc import Callable

import streamlit as st

from components import session
from components.message_in_place import message_in_place
from components.response_log import made_due, make_due
from core.language.text import nt, t
from core.quiz.quiz import Quiz


def missed_ways(
    name: str, quiz: Quiz, missed: tuple[str, ...], on_retry: Callable[[], None], others: Callable[[], None]
) -> bool:
    """Draws the two buttons and says what was done; returns whether the items were put into the review."""
    added = bool(missed) and (session.kept(f"{name}.due") == quiz.id or made_due(quiz, missed))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"result-{name}"):
        if missed:
            label = nt("Retry the one missed", "Retry the {n} missed", len(missed))
            st.button(label, type="primary", key=f"{name}.retry", on_click=on_retry)
            if not added:
                st.button(t("Add missed to review"), key=f"{name}.add", on_click=_add, args=(name, quiz, missed))
        others()
    if missed and added:
        message_in_place(_due_words(len(missed)))
    return added


def _add(name: str, quiz: Quiz, missed: tuple[str, ...]) -> None:
    if make_due(quiz, missed):
        session.keep(f"{name}.due", quiz.id)


def _due_words(count: int) -> str:
    return nt(
        "It counts as a review answered Again, and comes back within minutes. Undo in the review takes it back.",
        "All {n} count as reviews answered Again, and come back within minutes. Undo in the review takes back one at a "
        "time.",
        count,
    )
