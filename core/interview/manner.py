"""What the interviewer says before a question: brief, no praise, no hint. Pure."""

from core.interview.mock import MockInterview

_OPENING = "Take a moment to think. Start when you are ready."
_NEXT = ("Next question.", "Let us go on.", "Another one.")
_DEEPER = ("Let us stay with that.", "One more on that.", "A last one on that.")


def interviewer_line(mock: MockInterview) -> str:
    """The line for what is open now; the same for the same place, whatever was answered."""
    if not mock.turns:
        return _OPENING
    here = [turn for turn in mock.turns if turn.question == mock.question_id]
    if mock.asking:
        return _DEEPER[min(len(here), len(_DEEPER)) - 1]
    return _NEXT[mock.place % len(_NEXT)]
