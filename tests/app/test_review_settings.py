"""The settings of a review without a browser: what they say while a plan to an interview asks for more."""

from datetime import timedelta

from components import session
from core.language.numbers import day_and_short_month
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.log import Answered
from core.quiz.settings import ReviewSettings, bounds
from tests.app.pages import opened, press, ran, words
from tests.app.seated import key_of

SAID = "Until your interview"


def test_settings_say_what_the_plan_to_an_interview_lets_in() -> None:
    assert SAID not in words(press(opened("quick_fire.py"), "review.settings"))
    settings = ReviewSettings(zone="UTC")
    day = day_of(session.now(), settings) + timedelta(days=1)
    review = opened("quick_fire.py")
    plan = settings.model_copy(update={"interview_on": day})
    session.store().learners.set_settings(key_of(review), plan, session.now())
    said = words(press(ran(review), "review.settings"))
    assert f"{SAID} on {day_and_short_month(day)}, up to {len(session.reviewable())} come a day" in said
    assert "That is a lot: 20 a day are enough." in said
    enough = plan.model_copy(update={"new_per_day": 200})
    session.store().learners.set_settings(key_of(review), enough, session.now())
    assert SAID not in words(press(ran(review), "review.settings"))


def test_settings_call_a_question_what_the_other_pages_call_it() -> None:
    test = press(opened("quick_fire.py"), "review.settings")
    assert test.number_input(key="review-settings.new").label == "New questions a day"
    assert f"With all {len(session.reviewable())} questions begun" in words(test)


def test_progress_leads_to_the_form_itself_and_it_opens_once() -> None:
    test, now = opened("progress.py"), session.now()
    first = session.reviewable()[0]
    entry = Answered("settings-way", first, "flashcard", now, day_of(now, ReviewSettings()), Rating.GOOD, 1.0)
    session.store().log.append(key_of(test), entry)
    press(ran(test), "progress.calibration.settings")
    assert test.number_input(key="review-settings.new").label == "New questions a day"
    assert not ran(test).number_input


def test_form_lets_in_just_what_the_settings_can_hold() -> None:
    test = press(opened("quick_fire.py"), "review.settings")
    for key, name in (("new", "new_per_day"), ("most", "reviews_per_day")):
        field = test.number_input(key=f"review-settings.{key}")
        assert (field.min, field.max) == bounds(name)
    aim = test.slider(key="review-settings.retention")
    assert (aim.min, aim.max) == (70, 97)
    assert test.selectbox(key="review-settings.hour").options == [f"{hour}:00" for hour in range(13)]
