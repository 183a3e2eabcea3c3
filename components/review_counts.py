"""What is left of a review, in the bar above it."""

from components.markup import el, show
from components.review_view import View
from core.language.text import marked, t
from core.quiz.log import Mode

_ROUNDS = {Mode.AHEAD: marked("Reviewing ahead"), Mode.CRAM: marked("Cramming")}


def review_counts(view: View) -> None:
    """Draws what is left; somebody who has never answered reads what this is instead."""
    if view.in_round:
        _round(view)
    elif view.begun:
        _counts(view)
    else:
        words = t("One question at a time. What you know comes back in days, what you miss in minutes.")
        show(el("p", words, class_="ll-first"))


def _counts(view: View) -> None:
    new, learning, due = view.queue.counts
    parts = ((new, t("new")), (learning, t("learning")), (due, t("due")))
    show(
        el(
            "p",
            *(el("span", el("b", str(count)), f" {word}") for count, word in parts),
            class_="ll-eyebrow ll-num ll-counts",
        )
    )


def _round(view: View) -> None:
    place = view.place
    if place is None:
        return
    left = len(place.rest) + 1
    words = t("{left} left. Your schedule stays as it is.", left=left)
    show(el("p", el("b", t(_ROUNDS[place.mode])), el("span", words), class_="ll-eyebrow ll-num ll-counts"))
