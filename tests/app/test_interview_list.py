"""The list of interview questions: which one it has picked."""

from components.interview_place import NAME
from core.interview.question_list import interview_questions
from tests.app.pages import press
from tests.app.seated import seated
from tests.interviews import QUESTION, sitting_to_rate
from tests.read_once import load_content

CONTENT = load_content()


def test_list_of_questions_begins_with_one_that_was_not_answered_yet() -> None:
    test = seated(NAME, sitting_to_rate(CONTENT))
    press(test, "rate-rest.press")
    press(test, "rate-on.press")
    press(test, "interview.other")
    answered, after, *_ = interview_questions(CONTENT)
    assert answered.id == QUESTION
    assert test.radio(key="interview-choice.pick").value == after.id
