"""The study list of a debrief: heaviest first, each fact once, under the question that asked for it."""

from core.content.interview_items import FreeAnswer
from core.export.interview_markdown import interview_markdown
from core.interview.debrief import debrief
from core.interview.study_list import Missed, by_question, drill_of, not_yet_right, study_list
from core.quiz.decks import reviewable_ids
from tests.interviews import mock_to_rate
from tests.read_once import load_content

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


def test_file_says_of_a_question_without_an_answer_that_none_was_given() -> None:
    mock = mock_to_rate(CONTENT)
    turns = tuple(turn.model_copy(update={"answer": ""}) for turn in mock.turns)
    text = interview_markdown(mock.model_copy(update={"turns": turns}), CONTENT)
    assert "*No answer given*" in text and "\n>" not in text


def test_drill_asks_the_heaviest_first_and_as_many_of_the_missed_points_as_it_can() -> None:
    points = [missed("a", None, "hours"), missed("a", None, "bits"), missed("b", None, "costs", 2)]
    claims_of = {"one": ["bits"], "two": ["bits", "tea"], "three": ["hours", "bits"], "four": ["costs"], "x": ["tea"]}
    assert drill_of(points, claims_of, 2) == ("three", "four")
    assert drill_of([*points, missed("a", "f", "costs")], claims_of, 2) == ("four", "three")


def test_drill_asks_a_missed_point_again_only_once_every_one_was_asked() -> None:
    points = [missed("a", None, "hours", 3), missed("a", None, "bits")]
    claims_of = {"one": ["hours"], "two": ["hours"], "three": ["bits"], "four": ["tea"]}
    assert drill_of(points, claims_of, 10) == ("one", "three", "two")


def test_drill_of_an_interview_asks_most_of_what_was_missed_in_it() -> None:
    questions = [item for item in CONTENT.items if isinstance(item, FreeAnswer)]
    claims_of = {item.id: item.claims for item in CONTENT.items if item.id in reviewable_ids(CONTENT)}
    for at in range(0, len(questions) - 3, 3):
        points = [
            missed(item.id, None, point.claim, point.weight)
            for item in questions[at : at + 3]
            for point in item.key_points
        ]
        wanted = {one.claim for one in points}
        asked = {claim for name in drill_of(points, claims_of, 10) for claim in claims_of[name]}
        assert len(wanted & asked) >= 0.6 * len(wanted), questions[at].id


def test_claims_that_were_answered_right_since_are_drilled_no_more() -> None:
    points = [missed("a", None, "hours"), missed("a", None, "bits"), missed("b", None, "costs", 2)]
    left = not_yet_right(points, {"costs", "hours", "tea"})
    assert [one.claim for one in left] == ["bits"]
    assert drill_of(left, {"one": ["costs"], "two": ["bits", "hours"]}, 10) == ("two",)
