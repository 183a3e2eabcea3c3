"""How many of today's answers are done, as a line above a question."""

from xml.etree import ElementTree as ET

from components import session
from components.markup import el
from components.review_view import View
from core.language.text import t
from core.quiz.coming import done_share
from core.quiz.interview_plan import interview_plan
from core.quiz.plan_lead import TONIGHT, due_for_now, is_too_much


def review_progress(view: View) -> ET.Element | None:
    """The line; None where nothing is counted."""
    done, total = done_share(view.queue)
    plan = interview_plan(view.settings, session.now())
    if is_too_much(plan, view.queue):
        due = due_for_now(plan, view.queue)
        done, total = TONIGHT - due.due - due.new, TONIGHT
    if not view.begun or not total or view.in_round:
        return None
    words = t("{done} of today's {total} answers done", done=done, total=total)
    part = el("i", style=f"width: {100 * done / total:.1f}%")
    return el("div", part, class_="ll-progress", role="img", aria_label=words)
