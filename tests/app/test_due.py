"""What is due is the same number, by the same word, wherever it is told."""

from components import session
from core.content.loader import load_content
from core.quiz.answers import Rating
from core.quiz.days import day_of
from core.quiz.decks import reviewable_ids
from core.quiz.log import Answered
from core.quiz.settings import ReviewSettings
from tests.app.pages import opened, ran, words
from tests.app.seated import key_of


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
