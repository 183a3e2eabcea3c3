"""What became of the last press: why an answer was not taken, or what the store could not do."""

from components import session
from components.markup import el, icon, show
from components.quiz_trouble import quiz_trouble


def interview_told() -> None:
    """Draws the sentence, once."""
    words = session.kept("interview.told")
    if words:
        session.keep("interview.told", "")
        show(el("p", icon("edit_note"), el("span", words), class_="ll-chef ll-told", role="alert"))
    quiz_trouble()
