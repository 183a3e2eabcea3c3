"""A button for each grade of a review, with when the item would come again."""

from collections.abc import Callable, Mapping
from datetime import timedelta

import streamlit as st

from components.markup import el, show
from core.language.text import marked, t
from core.quiz.answers import Rating
from core.quiz.scheduling import interval_words

NAMES = {
    Rating.AGAIN: marked("Again"),
    Rating.HARD: marked("Hard"),
    Rating.GOOD: marked("Good"),
    Rating.EASY: marked("Easy"),
}
TWO = (Rating.AGAIN, Rating.GOOD)


def grade_buttons(
    ratings: tuple[Rating, ...],
    suggested: Rating,
    dues: Mapping[Rating, timedelta],
    on_grade: Callable[[Rating], None],
    note: str,
) -> dict[str, tuple[str, ...]]:
    """Draws the buttons, and says which key presses which; the suggested one is primary.

    `dues` is empty where nothing is scheduled; a `note` stands above the buttons.
    """
    primary = _suggested_of(ratings, suggested)
    with st.container(key="grades", horizontal=True, gap="small"):
        if note:
            show(el("p", note, class_="ll-note"))
        for number, rating in enumerate(ratings, 1):
            due = f"  \n{interval_words(dues[rating])}" if rating in dues else ""
            st.button(
                f"**{t(NAMES[rating])}** `{number}`{due}",
                key=f"grade.{rating.value}",
                type="primary" if rating is primary else "secondary",
                width="stretch",
                on_click=on_grade,
                args=(rating,),
            )
    names = {rating: (f"grade-{rating.value}",) for rating in ratings}
    good = names.get(Rating.GOOD, names[primary])
    known = {"3": good, "4": good}  # of two buttons as well: fingers know Good from the row of four
    by_number = {str(number): names[rating] for number, rating in enumerate(ratings, 1)}
    return {**known, **by_number, "Space": names[primary], "Enter": names[primary]}


def _suggested_of(ratings: tuple[Rating, ...], suggested: Rating) -> Rating:
    """The suggested grade, or with two buttons the one of them that it amounts to."""
    return suggested if suggested in ratings else Rating.GOOD
