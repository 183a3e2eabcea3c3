"""What is left of a review, in the bar above it."""

from components import session
from components.markup import el, show
from components.review_view import View
from core.language.text import marked, t
from core.quiz.interview_plan import interview_plan
from core.quiz.log import Mode
from core.quiz.plan_lead import TONIGHT, due_for_now, is_too_much

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
    plan = interview_plan(view.settings, session.now())
    due = due_for_now(plan, view.queue)
    if is_too_much(plan, view.queue):  # which of them will be new nobody knows: what is missed may come back in time
        _of_enough(due.due + due.new, view.note)
        return
    new, learning, in_review = (
        (el("b", str(count)), f" {word}")
        for count, word in ((due.new, t("new")), (due.learning, t("learning")), (due.in_review, t("in review")))
    )
    if due.due:
        begun = [el("span", t("{count} due", count=due.due), ": ", *learning, ", ", *in_review)]
    else:
        begun = [el("span", *learning), el("span", *in_review)]
    show(el("p", el("span", *new), *begun, class_="ll-eyebrow ll-num ll-counts"))


def _of_enough(left: int, note: str) -> None:
    if left or note:  # what was taken back is to be graded again: it cannot wait
        words = el("span", el("b", str(left)), " ", t("left of the {n} that are enough for today", n=TONIGHT))
    else:
        words = el("span", t("Enough for today: the rest can wait."))
    show(el("p", words, class_="ll-eyebrow ll-num ll-counts"))


def _round(view: View) -> None:
    place = view.place
    if place is None:
        return
    left = len(place.rest) + 1
    words = t("{left} left. Your schedule stays as it is.", left=left)
    show(el("p", el("b", t(_ROUNDS[place.mode])), el("span", words), class_="ll-eyebrow ll-num ll-counts"))
