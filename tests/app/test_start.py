"""The start page: what this is, the ladder, and where to begin."""

from datetime import date, timedelta

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from components.open_mock import NAME
from core.interview.mock import MockInterview
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.log import Answered, Mode
from core.quiz.quiz import Quiz, submit
from core.quiz.settings import ReviewSettings
from tests.app.pages import address, opened, press, ran, words
from tests.app.quizzes import has_button
from tests.app.seated import key_of
from tests.interviews import NOW, mock_to_rate
from tests.read_once import load_content

CONTENT = load_content()


def test_start_says_what_the_chapter_says_in_short() -> None:
    said = words(opened("start.py"))
    assert "<mark>Prompt first.</mark>" in said
    assert "dearest mistake" in said


def test_start_leads_to_each_of_the_three_uses() -> None:
    test = opened("start.py")
    links = [link.proto.page for link in test.get("page_link")]
    assert {"pipeline", "quick-fire", "host"} <= set(links)


def test_ladder_has_a_sentence_for_each_rung() -> None:
    rungs = [approach.rung for approach in CONTENT.approaches if approach.rung]
    assert any(rung in words(opened("start.py")) for rung in rungs)


def test_no_two_ways_on_are_called_the_same() -> None:
    test = opened("start.py")
    labels = [button.label for button in test.button] + [link.proto.label for link in test.get("page_link")]
    assert len(labels) == len(set(labels))
    assert {"Start the pipeline", "Go step by step"} <= set(labels)


def left_with(mock: MockInterview | None, step: str | None = None) -> AppTest:
    """The start page of a visitor who left an interview open, and the walk at a step."""
    test = opened("start.py")
    if mock:
        session.store().drafts.put(key_of(test), NAME, mock.model_dump_json(), NOW)
    if step:
        session.store().drafts.put(key_of(test), "pipeline-step", step, NOW)
    return ran(test)


def test_open_mock_interview_is_the_first_line_of_what_was_left() -> None:
    mock = mock_to_rate(CONTENT).model_copy(update={"ended": None, "turns": (), "place": 0})
    test = left_with(mock, CONTENT.stages[3].id)
    said = words(test)
    assert "<strong>Mock interview</strong>: question 1 of 1" in said
    assert said.index("Mock interview") < said.index("Training pipeline, step 4")
    assert test.button(key="left-off.interview").proto.type == "primary"
    assert test.button(key="left-off.pipeline").proto.type == "secondary"
    press(test, "left-off.interview")
    assert address(test) == {"way": ["mock"]}
    assert "Question 1 of 1" in words(test)


def test_mock_interview_that_waits_for_ratings_is_named_too() -> None:
    assert "<strong>Mock interview</strong>: your answers wait for your rating" in words(
        left_with(mock_to_rate(CONTENT))
    )


def test_open_exam_is_named_and_continued_until_it_is_handed_in() -> None:
    quiz = Quiz(id="e", title="Exam", mode=Mode.EXAM, item_ids=reviewable_ids(CONTENT)[:3], place=1, started=NOW)
    test = opened("start.py")
    session.store().drafts.put(key_of(test), "exam", quiz.model_dump_json(), NOW)
    assert "<strong>Exam</strong>: question 2 of 3" in words(ran(test))
    assert test.button(key="left-off.exam").proto.type == "primary"
    press(test, "left-off.exam")
    assert address(test) == {"way": ["exam"]}
    assert "0 of 3 answered" in words(test)
    test = opened("start.py")
    session.store().drafts.put(key_of(test), "exam", submit(quiz, NOW).model_dump_json(), NOW)
    assert not has_button(ran(test), "left-off.exam")


def test_walk_that_is_at_its_last_step_is_not_continued() -> None:
    test = left_with(None, CONTENT.stages[-1].id)
    assert "Where you left off" not in words(test)
    assert not has_button(test, "left-off.pipeline")
    assert has_button(left_with(None, CONTENT.stages[-2].id), "left-off.pipeline")


def after_one_answer(day: date | None = None) -> AppTest:
    """The start page of a visitor who has answered one card easily, and whose interview may have a date."""
    test, now = opened("start.py"), session.now()
    key, item_id = key_of(test), reviewable_ids(CONTENT)[0]
    kind = CONTENT.item_by_id[item_id].kind
    settings = ReviewSettings(interview_on=day)
    entry = Answered(f"one-{key}", item_id, kind, now, day_of(now, settings), Rating.EASY, 1.0)
    session.store().log.append(key, entry)
    session.store().learners.set_settings(key, settings, now)
    return ran(test)


def test_new_cards_that_wait_have_a_way_to_them() -> None:
    test = after_one_answer()
    assert "<strong>Quick-fire</strong>: 14 new questions for today" in words(test)
    assert test.button(key="left-off.quick-fire").label == "Begin 14 new questions"
    press(test, "left-off.quick-fire")
    assert has_button(test, "review-check.press")


@pytest.mark.parametrize(
    ("days", "label"),
    [
        (None, "Interview soon? Plan for it"),
        (-1, "Interview soon? Plan for it"),
        (0, "Your interview is today"),
        (1, "Interview tomorrow: your plan"),
        (9, "Interview in 9 days: your plan"),
    ],
)
def test_way_to_the_plan_says_how_many_days_are_left(days: int | None, label: str) -> None:
    today = session.now().astimezone(ReviewSettings().zone_info).date()
    test = after_one_answer(None if days is None else today + timedelta(days=days))
    assert label in [link.proto.label for link in test.get("page_link")]
