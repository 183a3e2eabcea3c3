"""A review of a single question counts it as one."""

from datetime import timedelta

from components import session
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.log import Answered
from core.quiz.settings import ReviewSettings
from tests.app.pages import data_of, opened, press, ran, words
from tests.app.seated import key_of
from tests.app.test_review import grade, show

ALONE = ReviewSettings(new_per_day=0, reviews_per_day=1)


def test_round_of_one_question_ends_with_one_answer() -> None:
    review = opened("quick_fire.py")
    session.store().learners.set_settings(key_of(review), ReviewSettings(new_per_day=1), session.now())
    grade(show(review), 4)
    press(review, "review.ahead")
    grade(show(review), 3)
    assert "Round over: 1 answer. The schedule is unchanged." in words(review)


def test_limit_that_holds_back_one_review_says_that_one_more_is_due() -> None:
    review = opened("quick_fire.py")
    key, now = key_of(review), session.now()
    for number, name in enumerate(session.reviewable()[:2]):
        at = now - timedelta(days=40)
        store = session.store()
        day = day_of(at, ALONE)
        store.log.append(key, Answered(f"old-{number}", name, "flashcard", at, day, Rating.EASY, 1.0))
    session.store().learners.set_settings(key, ALONE, now)
    review.switch_page("quick_fire.py")
    grade(show(ran(review)), 4)
    assert "You have reached the review limit until then; one more is due." in words(review)


def test_round_helps_with_what_there_is_in_it() -> None:
    review = opened("quick_fire.py")
    session.store().learners.set_settings(key_of(review), ReviewSettings(new_per_day=1), session.now())
    grade(show(review), 4)
    press(review, "review.cram")
    review.session_state["review-help"] = True
    page = words(ran(review))
    assert "it comes once more at the end of the round" in page
    for of_the_schedule in ("It comes back within minutes", "It stays away longest", "undo the last grade"):
        assert of_the_schedule not in page


def test_fingers_that_know_four_buttons_find_good_among_two() -> None:
    review = opened("quick_fire.py")
    session.store().learners.set_settings(key_of(review), ReviewSettings(two_buttons=True), session.now())
    review.switch_page("quick_fire.py")
    presses = data_of(show(ran(review)), "key-presses.map")["presses"]
    assert {key: presses[key] for key in "1234"} == {
        "1": ["grade-1"],
        "2": ["grade-3"],
        "3": ["grade-3"],
        "4": ["grade-3"],
    }
