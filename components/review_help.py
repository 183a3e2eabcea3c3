"""When which grade is pressed, and the keys."""

import streamlit as st

from components.grade_buttons import NAMES, TWO
from components.markup import el, show
from core.quiz.answers import Rating
from core.quiz.settings import ReviewSettings

_WHEN = {
    Rating.AGAIN: "You missed it, or part of it that counts. It comes back within minutes.",
    Rating.HARD: "You had it, but it took effort, a hint or luck. Never press it for a miss.",
    Rating.GOOD: "You had it after a moment's thought. The usual one.",
    Rating.EASY: "You had it at once and would have next week. It stays away longest.",
}
_KEYS = (
    ("Space, Enter", "show or check the answer; once it is shown, the grade in ink"),
    ("1 to 4", "a grade, from the left"),
    ("U", "take the last grade back, as often as you like"),
    ("H", "a hint, where there is one"),
    ("?", "this"),
)


def review_help(settings: ReviewSettings) -> None:
    """Draws the button that opens the help."""
    ratings = TWO if settings.two_buttons else tuple(Rating)
    label, icon = "When do I press which? `?`", ":material/help:"
    drawer = st.popover(label, icon=icon, type="tertiary", key="review-help", on_change="rerun")
    if not drawer.open:  # most never open it: it is drawn when they do
        return
    with drawer:
        grades = [part for rating in ratings for part in (el("dt", NAMES[rating]), el("dd", _WHEN[rating]))]
        keys = [part for key, does in _KEYS for part in (el("dt", el("kbd", key, class_="ll-key")), el("dd", does))]
        show(
            el("p", "Grade how well you recalled it, not how hard it looks."),
            el("dl", *grades, class_="ll-io"),
            el("p", el("strong", "Keys")),
            el("dl", *keys, class_="ll-io"),
            class_="ll ll-stack",
        )
