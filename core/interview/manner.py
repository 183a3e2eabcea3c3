"""What the interviewer says before a question: brief, no praise, no hint. Pure."""

from core.interview.mock import MockInterview
from core.language.text import marked, t

_OPENING = marked("Take a moment to think. Start when you are ready.")
_NEXT = (marked("Next question."), marked("Let's move on."), marked("Another one."))
_DEEPER = (marked("Let's stay with that."), marked("One more on that."), marked("One last question on that."))


def interviewer_line(mock: MockInterview) -> str:
    """The line for what is open now; the same for the same place, whatever was answered."""
    if not mock.turns:
        return t(_OPENING)
    here = [turn for turn in mock.turns if turn.question == mock.question_id]
    if mock.asking:
        return t(_DEEPER[min(len(here), len(_DEEPER)) - 1])
    return t(_NEXT[mock.place % len(_NEXT)])
