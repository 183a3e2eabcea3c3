"""The machine's marks of an answer, made once a visit: the same text has the same marks."""

from components import session
from core.interview.marker import load_marker
from core.interview.verdicts import AnswerMark


def interview_mark(rubric_id: str, answer: str) -> AnswerMark:
    """The marks of an answer to a question or follow-up of the bank."""
    name = f"interview.mark.{rubric_id}"
    before: tuple[str, AnswerMark] | None = session.kept(name)
    if before and before[0] == answer:
        return before[1]
    found = load_marker().mark(session.rubrics()[rubric_id], answer)
    session.keep(name, (answer, found))
    return found
