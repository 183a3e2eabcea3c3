"""What is due is the same number, by the same word, wherever it is told."""

from datetime import timedelta

import pytest

from components import session
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.log import Answered, Mode
from core.quiz.settings import ReviewSettings
from tests.app.pages import opened, ran, words
from tests.app.seated import key_of
from tests.read_once import load_content


def test_one_missed_card_is_due_on_every_page() -> None:
    page, now = opened("start.py"), session.now()
    settings, item_id = ReviewSettings(), reviewable_ids(load_content())[0]
    missed = Answered("due", item_id, "flashcard", now, day_of(now, settings), Rating.AGAIN, 0.0)
    session.store().log.append(key_of(page), missed)
    ran(page)
    assert "1 question due, 14 new" in words(page)
    assert page.button(key="left-off.quick-fire").label == "Review 1 question"
    page.switch_page("progress.py")
    ran(page)
    assert "<b>1</b><span>due today</span><small>and 14 new</small>" in words(page)
    assert page.button(key="progress.review").label == "Review 1 question"
    page.switch_page("quick_fire.py")
    ran(page)
    assert "1 due: <b>1</b> learning, <b>0</b> in review" in words(page)


@pytest.mark.parametrize("page", ["start.py", "quick_fire.py", "progress.py"])
@pytest.mark.parametrize(("done", "led_to"), [(5, "20"), (13, "10"), (16, "5")])
def test_of_what_is_enough_every_page_says_what_is_left_and_leads_to_no_more_than_a_drill_of_it(
    page: str, done: int, led_to: str
) -> None:
    test, now = opened(page), session.now()
    today = day_of(now, ReviewSettings())
    plan = ReviewSettings(interview_on=now.astimezone(ReviewSettings().zone_info).date() + timedelta(days=1))
    session.store().learners.set_settings(key_of(test), plan, now)
    for item_id in reviewable_ids(load_content())[:done]:
        drilled = Answered(f"{item_id}-due", item_id, "flashcard", now, today, Rating.AGAIN, 0.0, Mode.DRILL)
        session.store().log.append(key_of(test), drilled)
    assert f"Then {20 - done} more questions are enough for today." in words(ran(test))
    ways = [button for button in test.button if "questions across all topics" in button.label]
    assert all(button.label == f"{led_to} more questions across all topics" for button in ways)
    assert ways or page == "progress.py"
