"""The study list of a debrief: heaviest first, each fact once, under the question that asked for it."""

from core.content.loader import load_content
from core.export.interview_markdown import interview_markdown
from core.interview.debrief import debrief
from core.interview.study_list import Missed, by_question, study_list
from tests.interviews import mock_to_rate

CONTENT = load_content()


def missed(item: str, follow_up: str | None, claim: str, weight: float = 1) -> Missed:
    return Missed(item, follow_up, f"{item}, {follow_up}?", f"{claim}-point", f"It is so: {claim}.", claim, weight)


def test_a_follow_up_does_not_say_again_what_its_question_says() -> None:
    own = [missed("a", None, "hours"), missed("a", None, "bits"), missed("a", None, "bits")]
    probing = [missed("a", "f", "hours", 2), missed("a", "f", "forgets"), missed("b", "g", "hours")]
    assert study_list(own + probing) == (*own, probing[1], probing[2])


def test_heaviest_come_first_and_stand_under_what_was_asked() -> None:
    found = study_list([missed("a", None, "one"), missed("a", "f", "two", 3), missed("a", None, "three", 2)])
    assert [(asked, [one.claim for one in points]) for asked, points in by_question(found).items()] == [
        ("a, f?", ["two"]),
        ("a, None?", ["three", "one"]),
    ]


def test_debrief_and_its_file_name_the_question_of_each_point() -> None:
    mock = mock_to_rate(CONTENT)
    found = debrief(mock, CONTENT).missed
    assert "Legal templates, standard procedures and documentation that changes once a quarter." not in {
        one.text for one in found
    }
    text = interview_markdown(mock, CONTENT)
    study = text[text.index("## To study") : text.index("Points: ")]
    asked = "Suppose that each answer is due within 400 milliseconds. What does that do to your choice?"
    assert f"\n\n{asked}\n\n- A vector search takes 50–200 ms of the time that there is. (`tuning-over-rag`" in study
    assert study.count(asked) == 1
