"""What a file of an import, or an older version, left as a draft breaks no page: it is opened, or left alone."""

import json
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from components import session
from core.content.choice_items import SingleChoice
from core.quiz.answers import Rating, Typed
from tests.app.pages import opened, press, ran, words
from tests.app.seated import key_of
from tests.unit.quiz.moments import answered

NOW, NO_ZONE = "2026-11-26T09:00:00Z", "2026-11-26T09:00:00"
CHOICE = next(item.id for item in session.content().items if isinstance(item, SingleChoice))
PLACE = {"item_id": CHOICE, "answer_id": "a", "seed": "a", "shown_at": NOW, "run": "r"}
CRAM = {**PLACE, "mode": "cram"}
PICTURE = {"kind": "matched", "pairs": [["a", "b"]]}
OTHER = "seventy-billion-on-one-gpu"
QUIZ = {"id": "q", "title": "Exam", "mode": "exam", "item_ids": [CHOICE], "started": NOW}
SITTING = {"id": "s", "question": "tuning-over-rag"}
TURN = {"question": "tuning-over-rag", "answer": "because"}
MOCK = {"id": "m", "started": NOW, "level": "senior", "topics": ["tuning"], "question_ids": ["tuning-over-rag"]}

REVIEW = {
    "an answer of another kind": {**CRAM, "draft": PICTURE, "revealed": True},
    "an option that there is not": {**CRAM, "draft": {"kind": "picked", "options": ["x"]}, "revealed": True},
    "a draft of another kind": {**CRAM, "draft": PICTURE},
    "a round of an exam": {**PLACE, "mode": "exam"},
    "a time of no zone": {**CRAM, "shown_at": NO_ZONE},
}
SITTINGS = {
    "no answer": {**SITTING, "writing": False},
    "a follow-up that there is not": {**SITTING, "writing": False, "shown": 1, "turns": [{**TURN, "follow_up": "x"}]},
    "another question": {**SITTING, "writing": False, "shown": 1, "turns": [{**TURN, "question": "x"}]},
    "another of the bank": {**SITTING, "writing": False, "shown": 1, "turns": [{**TURN, "question": OTHER}]},
}


def with_drafts(page: str, drafts: dict[str, object], **params: str) -> AppTest:
    """The page of a visitor who comes, and for whom these were kept before."""
    key = session.new_id()
    for name, value in drafts.items():
        session.store().drafts.put(key, name, value if isinstance(value, str) else json.dumps(value), session.now())
    return opened(page, params, visitor=key)


@pytest.mark.parametrize("case", REVIEW)
def test_review_opens_over_a_place_that_does_not_fit(case: str) -> None:
    test = with_drafts("quick_fire.py", {"quick-fire": REVIEW[case]})
    assert {button.key for button in test.button} & {"review-check.press", "grade.1"}


def test_an_answer_that_no_longer_fits_is_graded_as_one_that_was_not_known() -> None:
    test = with_drafts("quick_fire.py", {"quick-fire": REVIEW["an answer of another kind"]})
    press(test, "grade.1")
    kept = session.store().log.recent(key_of(test), 1)[0]
    assert (kept.item_id, kept.answer, kept.score) == (CHOICE, None, 0)


def test_an_answer_that_no_longer_fits_can_be_taken_back() -> None:
    test = opened("quick_fire.py")
    entry = replace(answered(1, CHOICE, Rating.AGAIN), kind="single-choice", answer=Typed(text="x"))
    session.store().log.append(key_of(test), entry)
    test = press(ran(test), "review.undo")
    assert "Undone." in words(test)


@pytest.mark.parametrize("case", SITTINGS)
def test_interview_offers_its_questions_over_a_sitting_that_does_not_fit(case: str) -> None:
    test = with_drafts("interview.py", {"interview-question": SITTINGS[case]})
    assert "interview-choice.start" in {button.key for button in test.button}


@pytest.mark.parametrize("submitted", [NO_ZONE, None])
def test_exam_kept_without_a_time_zone_is_not_opened(submitted: str | None) -> None:
    exam = {**QUIZ, "started": NO_ZONE, "submitted": submitted}
    test = with_drafts("quick_fire.py", {"exam": exam}, way="exam")
    assert "exam-start.go" in {button.key for button in test.button}


def test_two_past_interviews_of_one_id_are_one() -> None:
    past = {"interview-past-m": MOCK, "interview-past-n": MOCK}
    test = with_drafts("interview.py", past, way="mock")
    assert [button.key for button in test.button if (button.key or "").startswith("mock-past.")] == ["mock-past.m"]


@pytest.mark.parametrize("stop", ["9" * 5_000, "-1", "7", "٣", "<b>"])
def test_tour_at_no_stop_has_ended(stop: str) -> None:
    assert "tour.next" not in {button.key for button in with_drafts("start.py", {"tour": stop}).button}


@pytest.mark.parametrize("started", [NO_ZONE, "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_an_interview_of_no_moment_is_none(started: str) -> None:
    strange = {**MOCK, "id": "n", "started": started}
    drafts = {"interview-past-m": MOCK, "interview-past-n": strange, "interview": strange}
    test = with_drafts("interview.py", drafts, way="mock")
    assert [button.key for button in test.button if (button.key or "").startswith("mock-past.")] == ["mock-past.m"]


@pytest.mark.parametrize("started", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00"])
def test_exam_outside_the_calendar_is_none(started: str) -> None:
    test = with_drafts("quick_fire.py", {"exam": {**QUIZ, "started": started}}, way="exam")
    assert "exam-start.go" in {button.key for button in test.button}


@pytest.mark.parametrize("guess", [1e-310, -3.0, 0.0])
def test_guess_that_can_be_none_is_asked_for_again(guess: float) -> None:
    test = with_drafts("calculators.py", {"guesses": {"calculator-guess.memory": guess}}, calc="memory")
    field = "calculator-guess.memory.text"
    assert field in {one.key for one in test.text_input}
    next(one for one in test.text_input if one.key == field).set_value("1e999").run()
    assert "Write a number above zero" in words(press(test, "calculator-guess.memory.go"))


def test_questions_that_stand_beyond_their_last_go_on_at_it() -> None:
    drill = {**QUIZ, "mode": "drill", "place": 50, "responses": {CHOICE: {"id": "r"}}}
    test = with_drafts("quick_fire.py", {"drill": drill}, way="drill")
    assert "quiz-on.press" in {button.key for button in test.button}


def test_the_longest_title_can_be_tried_again() -> None:
    done = {**QUIZ, "mode": "drill", "title": "x" * 120, "responses": {CHOICE: {"id": "r"}}, "submitted": NOW}
    test = press(with_drafts("quick_fire.py", {"drill": done}, way="drill"), "drill.retry")
    kept = json.loads(str(session.store().drafts.get(key_of(test), "drill")))
    assert (kept["title"], kept["responses"]) == ("x" * 120, {})
